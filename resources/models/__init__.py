from resources.models.chapter import ChapterPage
from resources.models.policy import PolicyPage
from resources.models.publication import PublicationPage
from resources.models.publication_index import PublicationIndexPage
from resources.models.update import UpdateIndexPage, UpdatePage

__all__ = [
    "ChapterPage",
    "PolicyPage",
    "PublicationIndexPage",
    "PublicationPage",
    "UpdateIndexPage",
    "UpdatePage",
]

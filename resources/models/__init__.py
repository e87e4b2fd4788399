from resources.models.chapter import ChapterPage
from resources.models.edition import Edition, EditionFile
from resources.models.further_resource import FurtherResource, ResourceGroup
from resources.models.handbook import HandbookPage
from resources.models.milestone import Milestone
from resources.models.policy import PolicyPage
from resources.models.product import ProductCategory, ProductIndexPage, ProductPage
from resources.models.publication import PublicationPage
from resources.models.publication_index import PublicationIndexPage
from resources.models.update import UpdateIndexPage, UpdatePage
from resources.models.uploaded_handbook import UploadedHandbook

__all__ = [
    "ChapterPage",
    "Edition",
    "EditionFile",
    "FurtherResource",
    "HandbookPage",
    "Milestone",
    "PolicyPage",
    "ProductCategory",
    "ProductIndexPage",
    "ProductPage",
    "PublicationIndexPage",
    "PublicationPage",
    "ResourceGroup",
    "UpdateIndexPage",
    "UpdatePage",
    "UploadedHandbook",
]

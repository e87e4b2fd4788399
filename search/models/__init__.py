from search.models.entry import Entry
from search.models.missed_search import MissedSearch
from search.models.synonyms import Synonyms
from search.models.word import Word

__all__ = ["Entry", "MissedSearch", "Synonyms", "Word"]

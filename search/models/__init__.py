from search.models.document_text import DocumentText
from search.models.engine_change import EngineAbsence, EngineChange
from search.models.entry import Entry
from search.models.missed_search import MissedSearch
from search.models.synonyms import Synonyms
from search.models.word import Word

__all__ = ["DocumentText", "EngineAbsence", "EngineChange", "Entry", "MissedSearch", "Synonyms", "Word"]

"""What the clock does for search."""

from datetime import time, timedelta

from search import filling, missed
from search.engine import rebuilding
from search.upkeep import refresh_all_documents

JOBS = {
    "bring_search_engine_up_to_date": (timedelta(minutes=1), rebuilding.bring_up_to_date),
    "fill_empty_search": (timedelta(minutes=1), filling.refresh_if_empty),
    "compare_search_with_pages": (time(2, 40), filling.refresh_all),
    "compare_search_with_documents": (time(2, 50), refresh_all_documents.call),
    "compare_search_engine_with_entries": (time(3, 10), rebuilding.compare_all),
    "forget_missed_searches": (time(3, 40), missed.forget_old),
}

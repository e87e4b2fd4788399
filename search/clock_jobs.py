"""What the clock does for search."""

from datetime import time

from search import filling, missed

JOBS = {
    "compare_search_with_pages": (time(2, 40), filling.refresh_all),
    "forget_missed_searches": (time(3, 40), missed.forget_old),
}

"""What the clock does for the handbook."""

from datetime import time

from resources.handbook.editions.verify import verify_daily

JOBS = {"verify_editions": (time(4, 10), verify_daily)}

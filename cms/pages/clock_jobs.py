"""What the clock does for pages."""

from datetime import time

from cms.pages.review.reminders import send_all_reminders

JOBS = {"send_review_reminders": (time(7, 30), send_all_reminders)}

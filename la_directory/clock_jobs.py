"""What the clock does for the council directory."""

from datetime import time

from la_directory.approval.digest import send_digest
from la_directory.exchange.uploads import forget_old_uploads
from la_directory.freshness.reports import forget_old_reports, tell_councils

# Reminders to councils go out with those of all pages: `send_review_reminders` of cms.pages.
JOBS = {
    "forget_old_reports": (time(3, 40), forget_old_reports),
    "forget_old_uploads": (time(3, 45), forget_old_uploads),
    "tell_councils_of_reports": (time(8, 0), tell_councils),
    "send_contact_digest": (time(17, 0), send_digest),
}

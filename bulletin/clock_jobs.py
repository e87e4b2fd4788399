"""What the clock does for the bulletin."""

from datetime import time, timedelta

from bulletin.bounces.mailbox import read_bounces
from bulletin.subscribe import forget
from bulletin.subscribe.attempts import forget_attempts

JOBS = {
    "forget_sign_up_attempts": (timedelta(minutes=10), forget_attempts),
    "read_bounces": (timedelta(minutes=5), read_bounces),
    "forget_unconfirmed_subscribers": (time(2, 40), forget.forget_unconfirmed),
    "forget_subscribers_who_left": (time(2, 45), forget.forget_those_who_left),
    "forget_mailed_links": (time(2, 50), forget.forget_links),
    "forget_provider_events": (time(2, 55), forget.forget_provider_events),
    "forget_delivery_addresses": (time(3, 0), forget.forget_delivery_addresses),
}

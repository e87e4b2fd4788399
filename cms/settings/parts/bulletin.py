"""The e-bulletin: how it is sent, and how long things about its readers are kept."""

from datetime import timedelta

from cms.settings.environment import read

BULLETIN_CONNECTIONS = read("BULLETIN_CONNECTIONS")
BULLETIN_PER_SECOND = read("BULLETIN_PER_SECOND")
# A worker takes this many rows at a time, and has them for this long: longer than the time-out after the dot.
BULLETIN_BATCH = 40
BULLETIN_LEASE = timedelta(minutes=5)
# A sending that no worker has started so long after its time asks a person.
BULLETIN_MISSED_AFTER = timedelta(hours=3)
# What becomes of a message whose fate is unknown: sent once more by itself, or held for a person.
BULLETIN_RESENDS_UNCERTAIN = True
# Refusals for now are tried again after these pauses, the last one again and again, and failed in the end.
BULLETIN_BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120)]
BULLETIN_GIVES_UP_AFTER = timedelta(hours=48)

MAILED_LINK_HOLDS = timedelta(days=7)
UNCONFIRMED_KEPT = timedelta(days=30)
LEFT_KEPT = timedelta(days=30)
DELIVERY_ADDRESSES_KEPT = timedelta(days=90)
# Sign-ups above these numbers an hour get the same answer, and their mail waits.
SIGN_UPS_AN_HOUR = {"address": 5, "client": 20, "all": 200}

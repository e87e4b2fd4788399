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
# Seconds that everybody waits when the relay is away: the first time, at most, and at most after it has
# refused the log-in or the sender.
BULLETIN_FIRST_WAIT = 0.25
BULLETIN_LONGEST_WAIT = 60.0
BULLETIN_LONGEST_LOGIN_WAIT = 2.0
# After trouble one connection tries for all; the others wait this many seconds for what becomes of it.
BULLETIN_TURN = 5.0
# The longest gap, in seconds, that refusals for now put between two messages of a worker.
BULLETIN_LONGEST_GAP = 0.1
# A worker that is told to end gives its connections this many seconds to finish the message they are at, and
# EMAIL_REPLY_TIMEOUT more where only the answer to the final dot is missing.
BULLETIN_ENDS_WITHIN = 4.0

MAILED_LINK_HOLDS = timedelta(days=7)
MAILED_LINK_REMEMBERED = timedelta(days=7)  # used or ended, so that its page can say which
UNCONFIRMED_KEPT = timedelta(days=30)
LEFT_KEPT = timedelta(days=30)
DELIVERY_ADDRESSES_KEPT = timedelta(days=90)
# Sign-ups above these numbers an hour get the same answer, and their mail waits.
SIGN_UPS_AN_HOUR = {"address": 5, "client": 20, "all": 200}
# Bounces and complaints: a mailbox file, and one provider's signed webhook.
BOUNCE_MAILBOX = read("BOUNCE_MAILBOX")
MAILGUN_WEBHOOK_SIGNING_KEY = read("MAILGUN_WEBHOOK_SIGNING_KEY")
ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": MAILGUN_WEBHOOK_SIGNING_KEY}
# A message of the provider counts for so long after it was signed; each counts once.
PROVIDER_EVENT_HOLDS = timedelta(days=1)
PROVIDER_EVENTS_KEPT = timedelta(days=90)

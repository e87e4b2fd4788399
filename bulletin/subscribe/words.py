"""What people read before they ask for the bulletin. Other words get another version, kept with consent."""

from django.utils.translation import gettext_lazy as _

VERSION = "2026-11"

CONSENT = _(
    "When you press “Sign up”, you ask us to send you the bulletin by e-mail. We use your address for "
    "nothing else, and we give it to nobody. You can leave at any time with one "
    "press: the link is in every e-mail."
)
NO_TRACKING = _(
    "We do not track you. The e-mails do not tell us whether you open them or which links you follow."
)
EDITIONS = (
    ("monthly", _("The monthly bulletin")),
    ("specials", _("Special editions, when something cannot wait for the next month")),
)

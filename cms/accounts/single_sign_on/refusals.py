"""Why somebody is not signed in: a word for the log, which names nobody, and a line for the person."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from cms.accounts.models import User

NOT_ASKED_AGAIN = "not asked again"
ASKED_BY_ANOTHER = "another asks"
BROUGHT_ABOUT_BY_ANYBODY = {NOT_ASKED_AGAIN, ASKED_BY_ANOTHER, "invalid_grant"}


class Reason(Enum):
    AWAY = _("%(provider)s cannot be reached at the moment. Try again later, or sign in with your password.")
    DENIED = _("%(provider)s did not sign you in.")
    STALE = _("This sign-in took too long or was begun elsewhere. Begin again.")
    FAULTY = _("The answer of %(provider)s could not be trusted, so you are not signed in.")
    NO_ADDRESS = _("%(provider)s does not vouch for your e-mail address, so no account could be found.")
    UNKNOWN = _("There is no account for you here. Ask an administrator of this site for one.")
    SEVERAL = _("More than one account here has your e-mail address. Ask an administrator of this site.")
    TAKEN = _(
        "Your account here belongs to somebody else at %(provider)s. Ask an administrator of this site."
    )
    CLOSED = _("Your account here is closed. Ask an administrator of this site.")
    ADMINISTRATOR = _("Administrators of this site sign in with their password.")
    NO_GROUP = _("%(provider)s puts you in no group that works here. Ask whoever looks after its groups.")


class Refusal(Exception):
    """`detail` is for the log, from a fixed list; `person` is whose sessions are ended, if anybody’s."""

    def __init__(self, reason: Reason, detail: str = "", person: User | None = None) -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.detail = detail
        self.person = person

    @property
    def words(self) -> str:
        return str(self.reason.value) % {"provider": settings.SINGLE_SIGN_ON["name"]}

    @property
    def is_fault(self) -> bool:
        """Whether operators have to look: the provider is away, or is not what it should be.

        Not where anybody can bring it about: with a code that is made up, or by asking again and again.
        """
        return self.reason in (Reason.AWAY, Reason.FAULTY) and self.detail not in BROUGHT_ABOUT_BY_ANYBODY

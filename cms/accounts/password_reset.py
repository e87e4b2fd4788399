"""Asking for a new password: the mail goes through the outbox, so that nobody learns who has an account.

The form does the same for every address and does not wait for the relay. Who has the address is looked up,
and the link made, when the mail is handed over.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import PasswordResetForm

from cms.mail import purposes
from cms.mail.addresses import normalised
from cms.mail.models import OutboxMail
from cms.mail.outbox import post
from cms.mail.purposes import Words

PURPOSE = "accounts.password_reset"


class ResetForm(PasswordResetForm):
    def save(self, **_how_django_would_mail_it: Any) -> None:
        address = self.cleaned_data["email"]
        with suppress(ValidationError):  # some of the longest are too long for mail
            post(address, PURPOSE, {"typed": address})


def _words(mail: OutboxMail) -> Words | None:
    """A link for each account that has the address; None where nobody has it."""
    found = PasswordResetForm().get_users(mail.reference["typed"])
    people = [user for user in found if _has(user.email, mail.address)]
    if not people:
        return None
    accounts = [
        {
            "user": person,
            "uid": urlsafe_base64_encode(force_bytes(person.pk)),
            "token": default_token_generator.make_token(person),
        }
        for person in people
    ]
    subject = _("%(site)s: %(what)s") % {"site": settings.WAGTAIL_SITE_NAME, "what": _("Password reset")}
    text = "\n".join(
        render_to_string("wagtailadmin/account/password_reset/email.txt", account) for account in accounts
    )
    return Words(subject, text)


def _has(written: str, address: str) -> bool:
    """An address in other letters that look alike may be somebody else's."""
    with suppress(ValidationError):
        return normalised(written) == address
    return False


def register() -> None:
    purposes.register(PURPOSE, _words, is_never_held=True)

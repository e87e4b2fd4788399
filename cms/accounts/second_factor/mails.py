"""Mail to people whose second factor has changed, so that they notice when it was somebody else."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.second_factor.log_actions import REPLACED, RESET, SET_UP
from cms.mail import purposes
from cms.mail.models import OutboxMail
from cms.mail.outbox import post
from cms.mail.purposes import Words

SUBJECTS = {
    SET_UP: gettext_lazy("Your second factor is set up"),
    REPLACED: gettext_lazy("Your second factor was replaced"),
    RESET: gettext_lazy("Your second factor was reset"),
}


def tell(person: AbstractUser, action: str) -> None:
    """People without an address, or with one that no mail reaches, are told nothing."""
    try:
        post(person.email, action, {"person": person.pk})
    except ValidationError:
        return


def _words(action: str, mail: OutboxMail) -> Words | None:
    person = get_user_model().objects.filter(pk=mail.reference["person"], is_active=True).first()
    if person is None:
        return None
    context = {
        "action": action.rpartition(".")[2],
        "made_at": mail.made_at,
        "site": settings.WAGTAIL_SITE_NAME,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_account"),
    }
    subject = _("%(site)s: %(what)s") % {"site": settings.WAGTAIL_SITE_NAME, "what": SUBJECTS[action]}
    return Words(subject, render_to_string("accounts/mail/second_factor.txt", context))


def register() -> None:
    for action in SUBJECTS:
        purposes.register(action, partial(_words, action))

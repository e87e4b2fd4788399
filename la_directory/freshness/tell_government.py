"""Telling SG which councils a reminder could not reach."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from la_directory.freshness.recipients import is_out_of_reach, teams_of
from la_directory.models import CouncilPage, ReminderRound
from la_directory.teams.government import government_addresses


def tell_government(councils: list[CouncilPage]) -> None:
    """One mail for all rounds that reached nobody or were refused by somebody, once a round.

    Without a mail they still stand in SG's report and wait on the dashboard.
    """
    unheard = ReminderRound.objects.filter(
        council__in=councils,
        government_told_at=None,
        opened_on__gt=timezone.localdate() - timedelta(settings.REMINDER_EVERY_DAYS),
    )
    rounds = list(unheard.select_related("council").prefetch_related("mails").order_by("council__title"))
    teams = teams_of(round_.council for round_ in rounds) if rounds else {}
    rounds = [round_ for round_ in rounds if is_out_of_reach(round_, teams.get(round_.council_id))]
    addresses = government_addresses() if rounds else []
    rounds = [round_ for round_ in rounds if addresses and _claim(round_)]
    if not rounds:
        return
    lines = [(round_.council, round_.mails.filter(refused_at__isnull=False).count()) for round_ in rounds]
    context = {"lines": lines, "url": settings.WAGTAILADMIN_BASE_URL + reverse("freshness_report:index")}
    text = render_to_string("la_directory/mail/out_of_reach.txt", context)
    try:
        send_mail(_("Councils that a reminder did not reach"), text, None, addresses)
    except (OSError, SMTPException):
        keys = [round_.pk for round_ in rounds]
        ReminderRound.objects.filter(pk__in=keys).update(government_told_at=None)


def _claim(round_: ReminderRound) -> bool:
    """True for one of the processes that ask."""
    unheard = ReminderRound.objects.filter(pk=round_.pk, government_told_at=None)
    return unheard.update(government_told_at=timezone.now()) == 1

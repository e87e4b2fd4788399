"""Whom a council is reminded through: those of its people who can sign in, and the mailbox they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from la_directory.models import CouncilTeam, ReminderMail, ReminderRound


@dataclass(frozen=True)
class Recipient:
    """An address; `user` is None for the mailbox of a team."""

    address: str
    user: AbstractUser | None = None


def recipients_of(team: CouncilTeam | None) -> list[Recipient]:
    """Each address once. Costs no query where `group__user_set` was fetched before."""
    if team is None:
        return []
    members = sorted(team.group.user_set.all(), key=lambda user: user.pk)
    found = [Recipient(user.email, user) for user in members if user.is_active and user.email]
    found += [Recipient(team.team_mailbox)] if team.team_mailbox else []
    once: dict[str, Recipient] = {}
    for recipient in found:
        once.setdefault(recipient.address.casefold(), recipient)
    return list(once.values())


def is_recipient(mail: ReminderMail, team: CouncilTeam | None) -> bool:
    """Whether whom a mail was written to still stands for the council, under the same address."""
    return any(
        recipient.address.casefold() == mail.address.casefold()
        and (recipient.user.pk if recipient.user else None) == mail.user_id
        for recipient in recipients_of(team)
    )


def teams_of(councils: Iterable[Page]) -> Mapping[int, CouncilTeam]:
    """The team of each council by the council's primary key, with its people, in three queries."""
    keys = [council.pk for council in councils]
    teams = CouncilTeam.objects.filter(council__in=keys).select_related("group")
    return {team.council_id: team for team in teams.prefetch_related("group__user_set")}


def latest_rounds(councils: Iterable[Page]) -> Mapping[int, ReminderRound]:
    """The last round of each council that ever had one, with its mails, in two queries."""
    keys = [council.pk for council in councils]
    last = ReminderRound.objects.filter(council__in=keys).order_by().values("council")
    rounds = ReminderRound.objects.filter(pk__in=last.annotate(last=Max("pk")).values("last"))
    return {round_.council_id: round_ for round_ in rounds.prefetch_related("mails")}


def is_out_of_reach(round_: ReminderRound | None, team: CouncilTeam | None) -> bool:
    """Whether the present round went to nobody, or to somebody whose mail is refused, and that is so still.

    A round is past when another one could have followed: then nothing is due any more.
    """
    past = timezone.localdate() - timedelta(settings.REMINDER_EVERY_DAYS)
    if round_ is None or round_.opened_on < past:
        return False
    mails = round_.mails.all()
    if all(mail.ended_at and not mail.sent_at for mail in mails):
        return not recipients_of(team)
    return any(mail.refused_at and is_recipient(mail, team) for mail in mails)

"""Asking councils by mail to look at what is due, at most once a fortnight.

First a round is written down with a mail for each recipient, then each mail is handed over, and only then
does it count as sent. So a relay that is away delays mails and loses none, and two processes send none twice:
one of them writes the round, and one claims each mail.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from la_directory.freshness.links import link_of
from la_directory.freshness.overview import Freshness, freshness_of, kept_councils
from la_directory.freshness.recipients import is_recipient, recipients_of, teams_of
from la_directory.freshness.tell_government import tell_government
from la_directory.models import CouncilPage, CouncilTeam, ReminderMail, ReminderRound

# A process that dies while it hands a mail over keeps it from the others for this long.
CLAIM = timedelta(minutes=10)


class Handover(Enum):
    """How handing a mail over to the relay ended."""

    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"
    NO_RELAY = "no relay"


def remind_councils(councils: Iterable[CouncilPage] | None = None) -> int:
    """Ask every council that has something due and was left alone for a fortnight; the number of mails."""
    chosen = list(kept_councils() if councils is None else councils)
    _open_rounds(chosen)
    sent = _deliver(chosen)
    tell_government(chosen)
    return sent


def _open_rounds(councils: list[CouncilPage]) -> None:
    today = timezone.localdate()
    resting = _resting(councils, today)
    free = [council for council in councils if council.pk not in resting]
    for freshness in freshness_of(free, today).values():
        if freshness.due:
            _open_round(freshness.council, today)


def _resting(councils: list[CouncilPage], today: date) -> set[int]:
    """The councils that were asked less than a fortnight ago. A late mail counts from its own day."""
    rounds = ReminderRound.objects.filter(council__in=councils).order_by().values_list("council")
    last = rounds.annotate(Max("opened_on"), Max("mails__sent_at"))
    pause = timedelta(settings.REMINDER_EVERY_DAYS)
    return {
        key
        for key, opened_on, sent_at in last
        if today < max(opened_on, timezone.localdate(sent_at) if sent_at else opened_on) + pause
    }


def _open_round(council: CouncilPage, today: date) -> None:
    """Write a round down, unless another process has just done so."""
    try:
        with transaction.atomic():
            CouncilPage.objects.select_for_update(of=("self",)).get(pk=council.pk)
            if _resting([council], today):
                return
            older = ReminderMail.objects.unsent().filter(round__council=council)
            older.update(ended_at=timezone.now())
            round_ = ReminderRound.objects.create(council=council, opened_on=today)
            team = CouncilTeam.objects.filter(council=council).first()
            ReminderMail.objects.bulk_create(
                ReminderMail(round=round_, user=recipient.user, address=recipient.address)
                for recipient in recipients_of(team)
            )
    except IntegrityError:
        return


def _deliver(councils: list[CouncilPage]) -> int:
    mails = list(
        ReminderMail.objects.unsent().filter(round__council__in=councils).select_related("round__council")
    )
    if not mails:
        return 0
    asked = {mail.round.council_id: mail.round.council for mail in mails}
    freshness, teams, sent = freshness_of(asked.values()), teams_of(asked.values()), 0
    for mail in mails:
        key = mail.round.council_id
        if not freshness[key].due or not is_recipient(mail, teams.get(key)):
            ReminderMail.objects.filter(pk=mail.pk).unsent().update(ended_at=timezone.now())
        elif _claim(mail):
            outcome = _hand_over(mail, freshness[key])
            _write_down(mail, outcome)
            sent += outcome is Handover.SENT
            if outcome is Handover.NO_RELAY:
                break
    return sent


def _claim(mail: ReminderMail) -> bool:
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    return ReminderMail.objects.unsent().filter(free, pk=mail.pk).update(claimed_until=now + CLAIM) == 1


def _hand_over(mail: ReminderMail, freshness: Freshness) -> Handover:
    try:
        send_mail(_subject(freshness), _text(mail, freshness), None, [mail.address])
    except SMTPRecipientsRefused as refusal:
        codes = [code for code, _reason in refusal.recipients.values()]
        return Handover.REFUSED if all(code >= 500 for code in codes) else Handover.LATER
    except SMTPDataError as refusal:
        return Handover.REFUSED if refusal.smtp_code >= 500 else Handover.LATER
    except ValueError:
        return Handover.REFUSED  # an address that cannot be written into a mail
    except (OSError, SMTPException):
        return Handover.NO_RELAY
    return Handover.SENT


def _write_down(mail: ReminderMail, outcome: Handover) -> None:
    now = timezone.now()
    ReminderMail.objects.filter(pk=mail.pk).update(
        claimed_until=None,
        sent_at=now if outcome is Handover.SENT else None,
        refused_at=now if outcome is Handover.REFUSED else None,
    )


def _subject(freshness: Freshness) -> str:
    number = len(freshness.due)
    words = ngettext("%(council)s: one entry to check", "%(council)s: %(number)d entries to check", number)
    return words % {"council": freshness.council.title, "number": number}


def _text(mail: ReminderMail, freshness: Freshness) -> str:
    context = {
        "freshness": freshness,
        "link": link_of(mail),
        "link_days": settings.CHECK_LINK_DAYS,
        "admin_url": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        "is_mailbox": mail.user_id is None,
    }
    return render_to_string("la_directory/mail/reminder.txt", context)

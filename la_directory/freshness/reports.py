"""What became of the reports on contacts and services: told, dealt with, forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page, TaskState

from la_directory.freshness.recipients import Recipient, recipients_of, teams_of
from la_directory.freshness.reminders import CLAIM
from la_directory.models import CouncilPage, RecordReport, ReminderRound
from la_directory.models.record_report import ReportQuerySet
from la_directory.teams.government import MANAGE
from la_directory.teams.membership import team_of

DEALT_WITH = "la_directory.report.dealt_with"
REOPENED = "la_directory.report.reopened"
COMMENT_REMOVED = "la_directory.report.comment_removed"
REMOVED = "[comment removed]"


def open_reports(council: Page) -> ReportQuerySet:
    """What readers say is wrong with entries of a council, newest first, and nobody has dealt with."""
    return RecordReport.objects.open().of_council(council).filter(source=RecordReport.Source.READER)


def reports_for(user: AbstractUser) -> ReportQuerySet:
    """The reports a person may deal with: all for SG, those of readers for the council's own people."""
    if user.is_active and user.has_perm(MANAGE):
        return RecordReport.objects.all()
    team = team_of(user)
    mine = RecordReport.objects.filter(source=RecordReport.Source.READER)
    return mine.of_council(team.council) if team else mine.none()


def left_to_government() -> ReportQuerySet:
    """Open reports that stand nowhere else in SG's list: a draft in approval waits as such."""
    in_approval = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, revision__isnull=False)
    return RecordReport.objects.open().exclude(draft__in=in_approval.values("revision"))


@transaction.atomic
def deal_with(keys: Iterable[int], user: AbstractUser) -> int:
    """How many were marked now. Those that somebody marked before keep their name and time."""
    chosen = list(reports_for(user).open().select_for_update(of=("self",)).filter(pk__in=keys))
    marked = RecordReport.objects.filter(pk__in=[report.pk for report in chosen])
    marked.update(dealt_with_at=timezone.now(), dealt_with_by=user)
    for report in chosen:
        log(report, DEALT_WITH, user=user)
    return len(chosen)


@transaction.atomic
def reopen(keys: Iterable[int], user: AbstractUser) -> int:
    """How many wait again."""
    closed = reports_for(user).filter(pk__in=keys, dealt_with_at__isnull=False)
    chosen = list(closed.select_for_update(of=("self",)))
    opened = RecordReport.objects.filter(pk__in=[report.pk for report in chosen])
    opened.update(dealt_with_at=None, dealt_with_by=None)
    for report in chosen:
        log(report, REOPENED, user=user)
    return len(chosen)


@transaction.atomic
def remove_comment(keys: Iterable[int], user: AbstractUser) -> int:
    """For what no mask can find, such as a name. Only SG removes words; how many were removed."""
    if not user.has_perm(MANAGE):
        return 0
    chosen = list(RecordReport.objects.filter(pk__in=keys).exclude(comment__in=["", REMOVED]))
    RecordReport.objects.filter(pk__in=[report.pk for report in chosen]).update(comment=REMOVED)
    for report in chosen:
        log(report, COMMENT_REMOVED, user=user)
    return len(chosen)


def tell_councils() -> int:
    """One mail a day to each recipient of a council about what readers said since; the number of mails."""
    unheard = CouncilPage.objects.filter(pk__in=_unheard().values("council"))
    teams = teams_of(unheard)
    return sum(_tell(council, recipients_of(teams.get(council.pk))) for council in unheard)


def _unheard() -> ReportQuerySet:
    """What readers said and the council has not been told."""
    return RecordReport.objects.open().filter(source=RecordReport.Source.READER, told_at=None)


def _tell(council: CouncilPage, recipients: list[Recipient]) -> int:
    """The number of mails. A council without anybody hears of it when somebody joins; SG has its list."""
    reports = _claim(council) if recipients else []
    if not reports:
        return 0
    sent, told = 0, RecordReport.objects.filter(pk__in=[report.pk for report in reports])
    for recipient in recipients:
        try:
            send_mail(_subject(reports), _text(reports), None, [recipient.address])
            sent += 1
        except (OSError, SMTPException, ValueError):
            continue
    told.update(claimed_until=None, **({"told_at": timezone.now()} if sent else {}))
    return sent


@transaction.atomic
def _claim(council: CouncilPage) -> list[RecordReport]:
    """What a council is told today, for one of the processes that ask; held while mails may take."""
    CouncilPage.objects.select_for_update(of=("self",)).get(pk=council.pk)
    now, today = timezone.now(), timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    is_told = Q(told_at__gte=today) | Q(claimed_until__gte=now)
    if RecordReport.objects.filter(is_told, council=council).exists():
        return []
    reports = list(_unheard().filter(council=council).select_related("council"))
    RecordReport.objects.filter(pk__in=[report.pk for report in reports]).update(claimed_until=now + CLAIM)
    return reports


def _subject(reports: list[RecordReport]) -> str:
    number = len(reports)
    words = ngettext(
        "%(council)s: a reader says that an entry is wrong",
        "%(council)s: readers say that %(number)d entries are wrong",
        number,
    )
    return words % {"council": reports[0].council.title, "number": number}


def _text(reports: list[RecordReport]) -> str:
    url = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
    return render_to_string("la_directory/mail/reports.txt", {"reports": reports, "url": url})


def forget_old_reports() -> int:
    """Reports and reminders are removed after a year; the number of reports.

    What a council has corrected stays until somebody has dealt with it: it may stand nowhere else.
    """
    kept = timedelta(settings.RECORD_REPORTS_KEPT_DAYS)
    ReminderRound.objects.filter(opened_on__lt=timezone.localdate() - kept).delete()
    old = RecordReport.objects.filter(created_at__lt=timezone.now() - kept)
    number, _rows = old.exclude(source=RecordReport.Source.COUNCIL, dealt_with_at=None).delete()
    return number

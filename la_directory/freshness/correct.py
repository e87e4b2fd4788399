"""Taking what a council corrects through its mailed link: always to SG first, and never lost."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.pages.approval.differences import differences, in_one_line
from la_directory.models import CouncilPage, RecordReport
from la_directory.models.place_on_council_page import CouncilRecord

CORRECTED = "la_directory.corrected_by_link"
logger = logging.getLogger(__name__)


def take_correction(
    record: CouncilRecord, council: CouncilPage, values: dict[str, Any], note: str = ""
) -> None:
    """New values become a draft that waits for approval; words, and values that cannot, a report to SG.

    A link is no account, so the draft is nobody's and the log names the team. Where a newer draft waits
    already, somebody is at work on it: the values are then kept in words, and SG brings both together.
    """
    draft = None
    with transaction.atomic():
        _lock(record)
        live = type(record).objects.get(pk=record.pk)
        changed = type(record).objects.get(pk=record.pk)
        for name, value in values.items():
            setattr(changed, name, value)
        words = "\n".join(in_one_line(each) for each in differences(live, changed))
        if words and not _is_taken(live):
            draft = _save_draft(changed, council)
        if words:
            _report(live, council, words, draft)
        if note:
            _report(live, council, note)
    if draft:
        _submit(changed)


def _lock(record: CouncilRecord) -> None:
    """Both rows of the page. Only what is read after this is what another process has left behind."""
    for model in (Page, type(record)):
        list(model.objects.order_by().filter(pk=record.pk).select_for_update().values_list("pk"))


def _is_taken(record: CouncilRecord) -> bool:
    return bool(record.has_unpublished_changes or record.workflow_in_progress or record.locked)


def _save_draft(record: CouncilRecord, council: CouncilPage) -> Revision:
    draft = record.save_revision(user=None, clean=False)
    log(record, CORRECTED, revision=draft, content_changed=True, data={"team": council.official_name})
    return draft


def _report(record: CouncilRecord, council: CouncilPage, words: str, draft: Revision | None = None) -> None:
    RecordReport.objects.create(
        council=council,
        translation_key=record.translation_key,
        record_title=record.title,
        source=RecordReport.Source.COUNCIL,
        comment=words,
        draft=draft,
    )


def _submit(record: CouncilRecord) -> None:
    """Ask for approval. A relay that is away must not take the draft with it: SG finds it in the reports."""
    workflow = record.get_workflow()
    if workflow is None:
        return
    try:
        workflow.start(record, None)
    except (OSError, SMTPException):
        logger.exception("A correction was kept, but not submitted")

"""Queueing an edition: from here on what goes out is frozen."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from bulletin.approval.current import approval_of
from bulletin.compose.checklist import problems_of
from bulletin.models import Approval, EditionPage, Sending
from bulletin.render.failure import CannotRender
from bulletin.render.message import freeze
from bulletin.send import gate, log_actions


class NotReady(Exception):
    """`reasons` are sentences for the person who wanted to queue it."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


@transaction.atomic
def queue_edition(
    edition: EditionPage,
    *,
    by: AbstractUser | None,
    send_at: datetime | None = None,
    same_audience_as: Sending | None = None,
) -> Sending:
    """The newest draft, frozen, goes out at `send_at` or now. NotReady where anything is in the way.

    Pressing twice makes one sending. `same_audience_as` is for a special edition that corrects another: it
    goes to exactly those who may have got that one.
    """
    # Two who press at the same moment come one after the other.
    edition = EditionPage.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    _refuse_sent_or_queued(edition)
    revision = edition.get_latest_revision()
    if revision is None:
        raise NotReady(_("There is no saved draft of this edition."))
    draft = revision.as_object()
    approval = _approved(draft, same_audience_as, send_at)
    try:
        frozen = freeze(draft)
    except CannotRender as problem:
        raise NotReady(str(problem)) from problem
    now = timezone.now()
    sending = Sending(
        edition=edition,
        revision=_copy_of(revision),
        audience_kind=draft.edition_kind,
        same_audience_as=same_audience_as,
        approved_by=approval.approver_name,
        approved_at=approval.approved_at,
        queued_by=by,
        queued_at=now,
        send_at=max(send_at or now, now),
        **frozen._asdict(),
    )
    try:
        with transaction.atomic():
            sending.save()
    except IntegrityError:
        raise NotReady(_("It has been queued already.")) from None
    gate.take_in()
    log_actions.note(sending, log_actions.QUEUED, by)
    return sending


def _copy_of(draft: Revision) -> Revision:
    """The draft as it was approved, of nobody and of the same moment: no editor ever saves over it."""
    return Revision.objects.create(
        content_type_id=draft.content_type_id,
        base_content_type_id=draft.base_content_type_id,
        object_id=draft.object_id,
        created_at=draft.created_at,
        object_str=draft.object_str,
        content=draft.content,
    )


def _refuse_sent_or_queued(edition: EditionPage) -> None:
    states = set(edition.sendings.values_list("state", flat=True))
    if states & set(Sending.OPEN):
        raise NotReady(_("It has been queued already."))
    if Sending.State.SENT in states:
        raise NotReady(_("It has been sent already. A correction is a special edition to the same audience."))


def _approved(draft: EditionPage, same_audience_as: Sending | None, send_at: datetime | None) -> Approval:
    if not draft.is_sendable:
        raise NotReady(_("It was sent by other means and is only kept here."))
    if same_audience_as and draft.edition_kind != EditionPage.Kind.SPECIAL:
        raise NotReady(_("Only a special edition goes to the same audience as another one."))
    scotland = timezone.get_default_timezone()  # not the zone that the person chose for the admin
    day = max(timezone.localdate(send_at, scotland), timezone.localdate(timezone=scotland))
    problems = problems_of(draft, day=day)
    missing = [f"{problem.where}: {problem.words}" for problem in problems if problem.is_blocking]
    if missing:
        raise NotReady(*missing)
    approval = approval_of(draft)
    if approval is None:
        raise NotReady(_("It is not approved as it stands now."))
    return approval

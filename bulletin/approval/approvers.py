"""Who may approve an edition. Four eyes: whoever wrote it may not."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Revision, Site

from bulletin.approval.current import with_workflow_states
from bulletin.approval.rights import is_published_as_usual
from bulletin.approval.words import own_words
from bulletin.models import Approval, BulletinSettings, EditionApprovalTask, EditionPage


def settings_for(edition: EditionPage) -> BulletinSettings:
    return BulletinSettings.for_site(edition.get_site() or Site.objects.get(is_default_site=True))


def may_approve(user: AbstractUser, edition: EditionPage) -> bool:
    """Whether this person may give the second person's word for the newest draft.

    Approvers are the people in the groups of the approval, of these only the approver and the deputy where
    the settings name them; and administrators. While a second person is needed, none of them approves what
    they have written: see `is_author`.
    """
    return not objection(user, edition)


def objection(user: AbstractUser, edition: EditionPage) -> str:
    """Why this person may not approve the newest draft, in words for them; "" if they may."""
    if not is_approver(user, edition):
        return _("You are not among those who approve editions of the bulletin.")
    if settings_for(edition).needs_second_person and is_author(user, edition):
        return _("You have written or submitted this edition, so somebody else has to approve it.")
    return ""


def is_approver(user: AbstractUser, edition: EditionPage) -> bool:
    """Whether the person approves editions, whoever has written them."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    named = _named(edition)
    if named and user.pk not in named:
        return False
    return user.groups.filter(pk__in=_groups(edition)).exists()


def not_for(user: AbstractUser, editions: QuerySet[EditionPage]) -> list[str]:
    """The keys of those that await approval, but not this person's. One archive has one set of approvers."""
    known: dict[str, tuple[bool, bool]] = {}
    refused = []
    for edition in with_workflow_states(editions):
        if is_published_as_usual(edition):
            continue
        archive = edition.path[: -edition.steplen]
        if archive not in known:
            known[archive] = is_approver(user, edition), settings_for(edition).needs_second_person
        is_one, needs_another = known[archive]
        if not is_one or (needs_another and is_author(user, edition)):
            refused.append(str(edition.pk))
    return refused


def approvers_of(edition: EditionPage) -> list[AbstractUser]:
    """Those who may approve the newest draft, without the administrators, by name."""
    people = get_user_model().objects.filter(is_active=True, groups__in=_groups(edition)).distinct()
    if named := _named(edition):
        people = people.filter(pk__in=named)
    by_name = people.order_by("last_name", "first_name", "username")
    return [person for person in by_name if may_approve(person, edition)]


def is_author(user: AbstractUser, edition: EditionPage) -> bool:
    """Whether the person has a share in what nobody else has approved yet.

    Authors are all who have changed what the edition says in any draft since its last approval, and whoever
    has submitted it now. Not only the newest draft counts: who wrote the text is its author also when
    somebody else has mended a comma after them. What was approved has been seen by two people, so those who
    wrote it are free to approve what others add. A draft saved without another word, as with a comment on
    it, makes nobody an author.
    """
    state = edition.current_workflow_state
    if state is not None and state.requested_by_id == user.pk:
        return True
    # What was frozen for a sending is a copy of a draft, and not a step between two of them.
    frozen = edition.sendings.filter(revision__isnull=False).values("revision")
    drafts = Revision.objects.for_instance(edition).exclude(pk__in=frozen, user=None).order_by("pk")
    own = drafts.filter(user=user)
    if not own.exists():
        return False
    approval = Approval.objects.filter(edition_id=edition.pk).first()
    if approval is not None and approval.revision_id:
        # The editor saves by itself into a draft of the same number, also into one that was approved.
        if own.filter(pk__lte=approval.revision_id, created_at__gt=approval.approved_at).exists():
            return True
        own = own.filter(pk__gt=approval.revision_id)
    return any(_says_something_new(draft, drafts) for draft in own.iterator())


def _says_something_new(draft: Revision, drafts: QuerySet[Revision]) -> bool:
    before = drafts.filter(pk__lt=draft.pk).last()
    return before is None or own_words(before.as_object()) != own_words(draft.as_object())


def _named(edition: EditionPage) -> set[int]:
    chosen = settings_for(edition)
    return {pk for pk in (chosen.approver_id, chosen.deputy_id) if pk}


def _groups(edition: EditionPage) -> QuerySet[Group]:
    """Of the approval that the edition goes through; where it goes through none, of the one made for it."""
    workflow = edition.get_workflow()
    own = EditionApprovalTask.objects.filter(active=True)
    tasks = workflow.tasks if workflow else own
    keys = [task.pk for task in tasks] or [task.pk for task in own]
    of_ours = Q(completedraftapprovaltask__in=keys)
    return Group.objects.filter(of_ours | Q(groupapprovaltask__in=keys))

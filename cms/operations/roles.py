"""The groups of the Scottish Government's editors, their rights and the moderation they share.

Called after every migration, so that a new site and an old one have the same groups. It adds what is
missing and takes nothing away that an administrator has added. The teams of councils come with them.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from bulletin.approval.workflow import ensure_workflow
from cms.pages.models import CompleteDraftApprovalTask
from la_directory.teams.ensure import ensure_teams

EDITORS = "SG editors"
MODERATORS = "SG moderators"
WORKFLOW = "SG moderators"
WAGTAILS_WORKFLOW = "Moderators approval"

PAGE_RIGHTS = {
    EDITORS: ["add_page", "change_page"],
    MODERATORS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
FILE_RIGHTS = [
    *(f"wagtailimages.{verb}_image" for verb in ("add", "change", "choose")),
    *(f"wagtaildocs.{verb}_document" for verb in ("add", "change", "choose")),
]
HANDBOOK_RECORDS = [
    "resources.{}_milestone",
    "resources.{}_furtherresource",
    "resources.{}_productcategory",
    "resources.{}_resourcegroup",
    "vocabulary.{}_audience",
]
DIRECTORY_TERMS = [
    "vocabulary.{}_clientgroup",
    "vocabulary.{}_region",
    "vocabulary.{}_servicekind",
    "vocabulary.{}_theme",
]
RECORDS = [*HANDBOOK_RECORDS, *DIRECTORY_TERMS]
SHARED_RIGHTS = [
    "wagtailadmin.access_admin",
    "vocabulary.add_approachstatements",
    "vocabulary.change_approachstatements",
    "pages.view_feedback",
    "pages.change_feedback",
    *(record.format(verb) for record in RECORDS for verb in ("view", "add", "change")),
    "resources.import_handbook",
    "la_directory.manage_teams",
    "la_directory.change_official_names",
    "la_directory.import_councils",
    "wagtail_localize.submit_translation",
    "search.view_missedsearch",
    *(f"search.{verb}_synonyms" for verb in ("view", "add", "change", "delete")),
    *(f"wagtailsearchpromotions.{verb}_searchpromotion" for verb in ("view", "add", "change", "delete")),
]
# Editors write, hand in and try out editions. Moderators also send them, see who subscribes, and unsubscribe
# whoever asks them to. Taking addresses in or out as a file, erasing people and letting a restored copy send
# is left to administrators, and to those to whom they give these rights one by one.
SENDING_RIGHTS = [
    "bulletin.queue_sending",
    "bulletin.view_sending",
    "bulletin.view_subscriber",
    "bulletin.change_subscriber",
]
MODEL_RIGHTS = {
    EDITORS: SHARED_RIGHTS,
    MODERATORS: [
        *SHARED_RIGHTS,
        *SENDING_RIGHTS,
        "vocabulary.publish_approachstatements",
        "vocabulary.delete_approachstatements",
        "pages.change_sitesettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        *(record.format("delete") for record in RECORDS),
        "resources.publish_milestone",
        "resources.publish_furtherresource",
        "resources.view_edition",
        "resources.change_edition",
        "resources.publish_edition",
    ],
}
MODERATED_SNIPPETS = [
    ("vocabulary", "approachstatements"),
    ("resources", "milestone"),
    ("resources", "furtherresource"),
]


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def ensure_roles(**_signal: Any) -> None:
    """Make the groups, their rights and the workflow where they are missing.

    A database that was taken back to an earlier state lacks tables; the migration that ends that does it.
    """
    if not _is_up_to_date():
        return
    page, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    if page is None or collection is None:
        return  # Wagtail's own first rows are not there yet
    for name, rights in PAGE_RIGHTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for right in rights:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=_permission(f"wagtailcore.{right}")
            )
        for right in FILE_RIGHTS:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=_permission(right)
            )
        group.permissions.add(*(_permission(right) for right in MODEL_RIGHTS[name]))
    _ensure_workflow(page)
    ensure_workflow(Group.objects.get(name=MODERATORS))
    ensure_teams()


def _is_up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _remove_wagtails_own() -> None:
    """Wagtail starts a new site with two groups and a workflow that ours replace."""
    Workflow.objects.filter(name=WAGTAILS_WORKFLOW, workflow_states__isnull=True).delete()
    Task.objects.filter(name=WAGTAILS_WORKFLOW, task_states__isnull=True).delete()
    Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).delete()


def _make_workflow() -> Workflow:
    workflow = Workflow.objects.create(name=WORKFLOW)
    task = CompleteDraftApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=MODERATORS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    return workflow


def _ensure_workflow(root: Page) -> None:
    """Ours is known by its task: an administrator may rename it, switch it off or put another in use."""
    own_type = ContentType.objects.get_for_model(CompleteDraftApprovalTask)  # the bulletin's task is one, too
    tasks = CompleteDraftApprovalTask.objects.filter(content_type=own_type)
    ours = Workflow.objects.filter(workflow_tasks__task__in=tasks).order_by("pk")
    is_new = not ours.exists()
    workflow = _make_workflow() if is_new else ours.filter(active=True).first()
    if workflow is None:
        return
    in_use = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if in_use is None or in_use.workflow.name == WAGTAILS_WORKFLOW:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    if is_new:
        _remove_wagtails_own()
    for app, model in MODERATED_SNIPPETS:
        WorkflowContentType.objects.get_or_create(
            content_type=ContentType.objects.get_by_natural_key(app, model), defaults={"workflow": workflow}
        )

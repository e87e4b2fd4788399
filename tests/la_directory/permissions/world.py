"""Councils full of secrets: what one of them has not published holds a word that is found nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Page, Revision, TaskState, UploadedFile, WorkflowState
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.media.models import SiteDocument, SiteImage
from cms.pages.models import Feedback
from la_directory.models import CaseStudyPage, CouncilPage, CouncilTeam, DirectoryPage
from la_directory.teams.ensure import shared_collection
from tests.factories import councils
from tests.factories.pages import home_page, standard
from tests.translation.gaelic import begin, fill

SHARED = "zqsharedqz"


@dataclass
class Council:
    """One council; `secret` stands in all that only its own people and SG may see."""

    secret: str
    page: CouncilPage
    contact: Page
    draft: Page
    service: Page
    translation: Translation
    study: CaseStudyPage
    team: CouncilTeam
    editor: AbstractUser
    image: SiteImage
    document: SiteDocument
    uploaded: UploadedFile
    feedback: Feedback

    @property
    def task_state(self) -> TaskState:
        return TaskState.objects.get(workflow_state__object_id=str(self.service.pk))

    @property
    def workflow_state(self) -> WorkflowState:
        return WorkflowState.objects.get(object_id=str(self.service.pk))

    def revision_of(self, page: Page) -> Revision:
        return page.revisions.order_by("-pk").first()

    @property
    def pages(self) -> list[Page]:
        """One never published, one live with a newer draft and its Gaelic, one in moderation, the council."""
        gaelic = self.translation.get_target_instance()
        return [self.draft, gaelic, self.contact, self.service, self.page]


def make_directory() -> DirectoryPage:
    return DirectoryPage.objects.first() or councils.directory(home_page())


def make_council(directory: DirectoryPage, code: str) -> Council:
    page = CouncilPage.objects.child_of(directory).filter(gss_code=code).first()
    page = page or councils.council(directory, code)
    team = CouncilTeam.objects.get(council=page)
    secret = f"zq{code.lower()}qz"
    editor = User.objects.create_user(
        f"editor-{code}", f"{secret}@council.example", "x", first_name=secret, last_name=secret
    )
    editor.groups.add(team.group)
    team.team_mailbox = f"{secret}@mailbox.example"
    team.save()
    contact = councils.contact(page, f"Team {code}")
    draft = councils.contact(page, f"Unpublished {secret}")
    draft.unpublish()
    # As it would be had nobody ever published it.
    Page.objects.filter(pk=draft.pk).update(first_published_at=None, owner=editor)
    service = councils.service(page, f"Service {code}")
    study = councils.case_study(page, f"Story {code}")
    for changed in (page, contact, service, study):
        write_draft(changed, secret, editor)
    translation = begin(contact)
    fill(translation, prefix=secret)  # words that nobody has published
    service.get_workflow().start(service, editor)
    Comment.objects.create(page=contact, user=editor, text=secret, contentpath="title")
    return Council(
        secret=secret,
        page=page,
        contact=contact,
        draft=Page.objects.get(pk=draft.pk).specific,
        service=service,
        translation=translation,
        study=study,
        team=team,
        editor=editor,
        image=image(team.collection, secret),
        document=document(team.collection, secret),
        uploaded=UploadedFile.objects.create(
            file=SimpleUploadedFile(f"{secret}.png", b"x"),
            uploaded_by_user=editor,
            for_content_type=ContentType.objects.get_for_model(SiteImage),
        ),
        feedback=Feedback.objects.create(
            page=page, page_title=page.title, answer="no", reason="other", comment=secret
        ),
    )


def write_draft(page: Page, secret: str, editor: AbstractUser) -> None:
    """A newer draft of a live page, in its title and in a text."""
    draft = page.get_latest_revision_as_object()
    draft.title = f"{page.title} {secret}"
    for name in ("introduction", "subject", "summary", "what_was_done"):
        if hasattr(draft, name):
            setattr(draft, name, f"<p>{secret}</p>" if name in ("introduction", "what_was_done") else secret)
    draft.save_revision(user=editor, log_action=True)
    page.refresh_from_db()


def image(collection: Collection, secret: str) -> SiteImage:
    return SiteImage.objects.create(
        title=f"Picture {secret}",
        description=secret,
        file=get_test_image_file(f"{secret}.png"),
        collection=collection,
    )


def document(collection: Collection, secret: str) -> SiteDocument:
    file = ContentFile(secret.encode(), name=f"{secret}.csv")
    return SiteDocument.objects.create(title=f"Document {secret}", file=file, collection=collection)


@dataclass
class Shared:
    """What every council may use, and what the Scottish Government keeps to itself."""

    secret: str
    image: SiteImage
    document: SiteDocument
    draft: Page
    public: Page
    hidden_image: SiteImage


def make_shared() -> Shared:
    draft = standard(home_page(), f"Policy {SHARED}")
    draft.unpublish()
    return Shared(
        secret=SHARED,
        image=image(shared_collection(), "for-all"),
        document=document(shared_collection(), "for-all"),
        draft=draft,
        public=standard(home_page(), "For everybody"),
        hidden_image=image(Collection.get_first_root_node(), SHARED),
    )

"""An edition of the bulletin: a page of the site, and what is mailed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from bulletin.approval.rights import EditionPermissions
from bulletin.archive.addresses import FORMS, path_of
from bulletin.blocks.sections import SectionsBlock
from bulletin.compose.forms import EditionForm
from bulletin.compose.one_line import one_line
from bulletin.compose.panel import ChecklistPanel, KindPanel
from bulletin.render.preview_modes import modes_of
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.value import PartialDate

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from bulletin.models.archive import BulletinPage


class EditionQuerySet(ReadablePageQuerySet):
    """Editions, newest first."""

    def for_listing(self) -> EditionQuerySet:
        return self.order_by("-month", "-first_published_at", "-pk").defer("sections", "related")


class EditionPage(SitePage):
    """A monthly or special edition: written here and mailed, or mailed elsewhere and only kept."""

    class Kind(models.TextChoices):
        MONTHLY = "monthly", _("Monthly edition")
        SPECIAL = "special", _("Special edition")

    class Origin(models.TextChoices):
        HERE = "here", _("Written and sent here")
        ELSEWHERE = "elsewhere", _("Sent earlier by other means; only kept here")

    edition_kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.MONTHLY)
    origin = models.CharField(
        _("where it is from"), max_length=9, choices=Origin.choices, default=Origin.HERE
    )
    month = models.DateField(_("month"), help_text=_("Any day of the month it belongs to."))
    subject = models.CharField(
        _("subject"),
        max_length=150,
        blank=True,
        help_text=_("Of the e-mail. Say what is in it, in a few words."),
    )
    preheader = models.CharField(
        _("preheader"),
        max_length=150,
        blank=True,
        help_text=_("The line that mail programs show after the subject."),
    )
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])
    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)
    looked_until = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="The moment at which this draft last looked for what is new; what came later is not in it.",
    )
    original_file = models.ForeignKey(
        "media.SiteDocument",
        verbose_name=_("the edition as a file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Of an edition that was sent by other means."),
    )
    original_address = models.URLField(_("where it can be read elsewhere"), blank=True, max_length=500)

    objects = PageManager.from_queryset(EditionQuerySet)()
    exclude_fields_in_copy = [*SitePage.exclude_fields_in_copy, "looked_until"]
    base_form_class = EditionForm
    summary_is_written = slug_is_written = False
    # It is mailed in one language, frozen word for word; a translated page would not be what was sent.
    may_be_translated = False
    body_panels = [
        ChecklistPanel(),
        FieldRowPanel([KindPanel("edition_kind"), FieldPanel("month")]),
        MultiFieldPanel(
            [
                FieldPanel("subject", help_text=_("Say what is in it. About 70 characters show on a phone.")),
                FieldPanel("preheader"),
            ],
            _("E-mail"),
        ),
        FieldPanel("introduction"),
        FieldPanel("sections"),
        MultiFieldPanel(
            [FieldPanel("origin"), FieldPanel("original_file"), FieldPanel("original_address")],
            _("For an edition that was sent by other means"),
            classname="collapsed",
        ),
    ]
    settings_panels = [CommentPanel()]  # it goes live with its sending, at no time of its own
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("sections"),
        index.FilterField("month"),
        index.FilterField("edition_kind"),
    ]
    parent_page_types = ["bulletin.BulletinPage"]
    subpage_types: list[str] = []
    max_count = None
    template = "bulletin/edition_page.html"
    preview_modes = property(modes_of)
    default_preview_size = "tablet"  # as wide as a mail
    page_description = _("A monthly or special edition of the bulletin, written here and mailed.")

    class Meta:
        verbose_name = _("edition of the bulletin")
        verbose_name_plural = _("editions of the bulletin")
        indexes = [models.Index(fields=["-month", "-page_ptr"], name="bulletin_newest_first")]

    def permissions_for_user(self, user: AbstractUser) -> EditionPermissions:
        return EditionPermissions(user, self)

    @property
    def is_sendable(self) -> bool:
        return self.origin == self.Origin.HERE

    @property
    def month_name(self) -> str:
        """As in "October 2026"."""
        return date_format(self.month, "F Y")

    @property
    def kind(self) -> str:
        return str(self.get_edition_kind_display())

    @property
    def listing_date(self) -> PartialDate:
        return PartialDate.in_month(self.month.year, self.month.month)

    @property
    def title_in_full(self) -> str:
        """Where it does not stand among other editions; a monthly one is called by its month alone."""
        name = {"title": self.title}
        if self.title == self.month_name:
            return str(_("E-bulletin, %(title)s") % name)
        return str(_("E-bulletin: %(title)s") % name)

    @property
    def in_short(self) -> str:
        """What it is about, in a line or two."""
        if not self.subject:
            return self.summary
        return (
            f"{self.subject} {self.summary}"
            if self.subject[-1] in ".?!"
            else f"{self.subject}. {self.summary}"
        )

    @property
    def listing_facts(self) -> list[tuple[str, Any]]:
        """What its title does not say."""
        if self.edition_kind == self.Kind.SPECIAL:
            return [(_("Type"), self.kind), (_("Month"), self.month_name)]
        return []

    def slug_for(self) -> str:
        """`2026-10` for a monthly edition, `2026-10-name` for a special one."""
        monthly = f"{self.month:%Y-%m}"
        if self.edition_kind == self.Kind.MONTHLY:
            return monthly
        name = slugify(self.title)[:60].strip("-") or "special"
        return f"{monthly}-{name}-edition" if name in FORMS else f"{monthly}-{name}"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._put_in_order()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self._put_in_order()
        super().minimal_clean()

    def _put_in_order(self) -> None:
        """What is written once stands where it is needed, and what goes into a header is one line."""
        if isinstance(self.month, date):
            self.month = self.month.replace(day=1)
        self.subject, self.preheader = one_line(self.subject), one_line(self.preheader)
        self.summary = self.preheader or self.summary or str(_("An edition of the bulletin."))

    def missing(self) -> dict[str, str]:
        from bulletin.compose.checklist import missing_of

        return missing_of(self)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """`/bulletin/2026/10/` for the slug `2026-10`, `/bulletin/2026/10/name/` for `2026-10-name`."""
        parts, below = super().get_url_parts(request), path_of(self.slug)
        if parts is None or not parts[2] or below is None:
            return parts
        site, root, path = parts
        above = path.rstrip("/").rpartition("/")[0]
        return site, root, f"{above}/{below}"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Below an edition stand the mail as it was sent, and its plain text."""
        if self.live and len(path_components) == 1 and path_components[0] in FORMS:
            return RouteResult(self, kwargs={"form": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, form: str = "") -> HttpResponse:
        from bulletin.archive.mailed import answer

        return answer(self, form) if form else super().serve(request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from bulletin.archive.edition import edition_context

        context = super().get_context(request, *args, **kwargs)
        return context | edition_context(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from bulletin.render.previews import preview

        return preview(self, request, mode_name) or super().serve_preview(request, mode_name)

    @cached_property
    def archive(self) -> BulletinPage:
        from bulletin.models.archive import BulletinPage

        return BulletinPage.objects.parent_of(self).get()

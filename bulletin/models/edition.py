"""An edition of the bulletin: a page of the site, and what is mailed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from bulletin.blocks.sections import SectionsBlock
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.value import PartialDate

if TYPE_CHECKING:
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
    summary_is_written = True
    body_panels = [
        FieldRowPanel([FieldPanel("edition_kind"), FieldPanel("month")]),
        MultiFieldPanel([FieldPanel("subject"), FieldPanel("preheader")], _("E-mail")),
        FieldPanel("introduction"),
        FieldPanel("sections"),
        MultiFieldPanel(
            [FieldPanel("origin"), FieldPanel("original_file"), FieldPanel("original_address")],
            _("For an edition that was sent by other means"),
            classname="collapsed",
        ),
    ]
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
    page_description = _("A monthly or special edition of the bulletin, written here and mailed.")

    class Meta:
        verbose_name = _("edition of the bulletin")
        verbose_name_plural = _("editions of the bulletin")
        indexes = [models.Index(fields=["-month", "-page_ptr"], name="bulletin_newest_first")]

    @property
    def is_sendable(self) -> bool:
        return self.origin == self.Origin.HERE

    @property
    def month_name(self) -> str:
        """As in "October 2026"."""
        return date_format(self.month, "F Y")

    @property
    def listing_date(self) -> PartialDate:
        return PartialDate.in_month(self.month.year, self.month.month)

    def slug_for(self) -> str:
        """`2026-10` for a monthly edition, `2026-10-name` for a special one."""
        monthly = f"{self.month:%Y-%m}"
        if self.edition_kind == self.Kind.MONTHLY:
            return monthly
        return f"{monthly}-{slugify(self.title)[:60]}".rstrip("-")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if isinstance(self.month, date):
            self.month = self.month.replace(day=1)
        super().full_clean(*args, **kwargs)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """`/bulletin/2026/10/` for the slug `2026-10`, `/bulletin/2026/10/name/` for `2026-10-name`."""
        parts = super().get_url_parts(request)
        if parts is None or not parts[2]:
            return parts
        site, root, path = parts
        above = path.rstrip("/").rpartition("/")[0]
        year, _dash, rest = self.slug.partition("-")
        month, _dash, name = rest.partition("-")
        below = f"{year}/{month}/{name}/" if name else f"{year}/{month}/"
        return site, root, f"{above}/{below}"

    @property
    def archive(self) -> BulletinPage:
        from bulletin.models.archive import BulletinPage

        return BulletinPage.objects.parent_of(self).get()

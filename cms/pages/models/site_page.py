"""What every page of the site has."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks.links import LinkItemBlock
from cms.pages.forms import SitePageForm
from cms.pages.models.change_note import ChangeNote
from cms.partial_dates.value import PartialDate


class SitePage(Page):
    """A page of the site: a title, a summary for cards and search, related pages and a public history."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences. It shows on cards, in lists, in search results and when shared."),
    )
    related = StreamField(
        [("link", LinkItemBlock())],
        verbose_name=_("related pages"),
        blank=True,
        max_num=6,
        help_text=_("Shown at the foot of the page. At most six."),
    )
    change_note = models.CharField(
        _("public change note"),
        max_length=250,
        blank=True,
        help_text=_("What changed, for readers. It shows with its date under “Show all updates”."),
    )
    change_is_minor = models.BooleanField(
        _("a small correction"),
        default=False,
        help_text=_("Tick this instead of a note when the meaning has not changed. It is recorded."),
    )

    base_form_class = SitePageForm
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    body_panels: list = []
    promote_panels = [
        FieldPanel("slug"),
        FieldPanel("show_in_menus"),
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], _("For search engines")),
    ]

    class Meta:
        abstract = True

    @classmethod
    def get_edit_handler(cls) -> ObjectList:
        """Panels in reading order: the words, what stands beside them, how the page is found."""
        change = MultiFieldPanel(
            [FieldPanel("change_note"), FieldPanel("change_is_minor")],
            _("What changed"),
            help_text=_("Asked for when you publish a page whose words have changed."),
        )
        words = [FieldPanel("title"), FieldPanel("summary"), *cls.body_panels, FieldPanel("related"), change]
        return TabbedInterface(
            [
                ObjectList(words, heading=_("Content")),
                ObjectList(cls.promote_panels, heading=_("Promote")),
                ObjectList(cls.settings_panels, heading=_("Settings")),
            ],
            base_form_class=cls.base_form_class,
        ).bind_to_model(cls)

    @property
    def kind(self) -> str:
        """What sort of page this is, as a reader would say."""
        return str(self._meta.verbose_name).capitalize()

    @property
    def description(self) -> str:
        return self.search_description or self.summary

    @property
    def listing_date(self) -> PartialDate | None:
        """The date that stands beside the page in lists; None where a date says nothing."""
        return None

    @property
    def last_updated(self) -> datetime | None:
        return self.last_published_at

    @cached_property
    def change_notes(self) -> list[ChangeNote]:
        """The public history, newest first."""
        return list(ChangeNote.objects.public().filter(page_id=self.pk))

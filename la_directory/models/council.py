"""The page of a council."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks.documents import DocumentsBlock
from cms.blocks.links import LinkBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.pages.models import SitePage
from cms.vocabulary.models import Region
from la_directory.councils import Council, by_code, current_code
from la_directory.teams.official_names import OFFICIAL, CouncilPageForm
from la_directory.teams.page_rights import CouncilPermissions, rights_on_council
from la_directory.telephone import TelephoneField
from resources.blocks import ResourceBodyBlock

if TYPE_CHECKING:
    from la_directory.models.place_on_council_page import PlaceOnCouncilPage


class CouncilPage(SitePage):
    """A council: whom to call there, what services it has, and what it says about employability."""

    official_name = models.CharField(
        _("official name"), max_length=120, help_text=_("Such as “Glasgow City Council”.")
    )
    gss_code = models.CharField(
        _("GSS code"), max_length=9, help_text=_("Nine characters, such as S12000049. It is never changed.")
    )
    gaelic_name = models.CharField(_("Gaelic name"), max_length=120, blank=True)
    other_names = models.TextField(
        _("other names and spellings"),
        max_length=1000,
        blank=True,
        help_text=_("One a line. Readers find the council by them."),
    )
    website = models.URLField(_("website"), blank=True)
    switchboard = TelephoneField(
        _("switchboard"),
        region="GB",
        blank=True,
        help_text=_("Offered first when the contacts have not been checked for long."),
    )
    region = models.ForeignKey(
        Region, verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    places = models.TextField(
        _("main towns and places served"),
        max_length=1000,
        blank=True,
        help_text=_("One a line. Readers find the council by them."),
    )
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "ul", "link"])
    partnership_name = models.CharField(
        _("name of the local employability partnership"), max_length=150, blank=True
    )
    partnership_site = models.URLField(_("site of the partnership"), blank=True)
    delivery_plan = StreamField(
        TurnTakingStreamBlock([("link", LinkBlock())]),
        verbose_name=_("delivery plan"),
        blank=True,
        max_num=1,
    )
    plan_from = models.PositiveSmallIntegerField(_("plan from (year)"), null=True, blank=True)
    plan_until = models.PositiveSmallIntegerField(_("plan until (year)"), null=True, blank=True)
    documents = StreamField(
        TurnTakingStreamBlock([("documents", DocumentsBlock())]),
        verbose_name=_("documents"),
        blank=True,
        max_num=1,
    )
    body = StreamField(
        ResourceBodyBlock(required=False), verbose_name=_("further employability information"), blank=True
    )

    language_neutral = (
        "official_name",
        "gss_code",
        "gaelic_name",
        "other_names",
        "website",
        "switchboard",
        "region",
        "places",
        "partnership_site",
        "plan_from",
        "plan_until",
        "documents",
    )
    base_form_class = CouncilPageForm
    summary_is_written = False
    body_panels = [
        MultiFieldPanel(
            [FieldPanel("official_name", permission=OFFICIAL), FieldPanel("gss_code", permission=OFFICIAL)],
            _("Kept by the Scottish Government"),
        ),
        FieldPanel("gaelic_name"),
        FieldPanel("other_names"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("switchboard")]),
        FieldPanel("region", widget=forms.Select),
        FieldPanel("places"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldPanel("partnership_name"),
                FieldPanel("partnership_site"),
                FieldPanel("delivery_plan"),
                FieldRowPanel([FieldPanel("plan_from"), FieldPanel("plan_until")]),
            ],
            _("Local employability partnership"),
        ),
        FieldPanel("documents"),
        FieldPanel("body"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("official_name"),
        index.SearchField("gaelic_name"),
        index.SearchField("other_names"),
        index.SearchField("places"),
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("gss_code"),
        index.FilterField("region"),
    ]
    parent_page_types = ["la_directory.DirectoryPage"]
    subpage_types = [
        "la_directory.ContactsPage",
        "la_directory.ServicesPage",
        "la_directory.CouncilCaseStudiesPage",
    ]
    max_count = None
    template = "la_directory/council_page.html"
    page_description = _("A council with its contacts, services and case studies.")

    class Meta:
        verbose_name = _("council")
        permissions = [
            ("change_official_names", "Can change the official name and GSS code of a council"),
            ("import_councils", "Can import the council directory from a file"),
        ]

    def permissions_for_user(self, user: AbstractUser) -> CouncilPermissions:
        return rights_on_council(self, user)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """What is found below a council is handed the council that it was reached through."""
        result = super().route(request, path_components)
        if path_components:
            result.page.council = self
        return result

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The summary on cards and in search says the same of every council, in the language of the page."""
        with override(self.locale.language_code if self.locale_id else get_language()):
            self.summary = _(
                "Who to contact about employability support in %(council)s, and what services there are."
            ) % {"council": self.title}
        super().full_clean(*args, **kwargs)

    def missing(self) -> dict[str, str]:
        missing = {}
        if self.gss_code not in by_code():
            missing["gss_code"] = _("This is not the code of a council in Scotland.")
        elif self.gss_code != (current := current_code(self.gss_code)):
            missing["gss_code"] = _("This is a former code; it is %(code)s now.") % {"code": current}
        elif self._code_is_taken():
            missing["gss_code"] = _("Another council has this code.")
        if self.plan_from and self.plan_until and self.plan_until < self.plan_from:
            missing["plan_until"] = _("The end has to come after the start.")
        return missing

    def _code_is_taken(self) -> bool:
        """By another council of its directory, or of its language while it is new. An alias is none."""
        same = CouncilPage.objects.filter(gss_code=self.gss_code, alias_of=None)
        if self.path:
            return same.sibling_of(self, inclusive=False).exists()
        return same.filter(locale_id=self.locale_id).exists()

    @cached_property
    def record(self) -> Council | None:
        """What the table of councils says about it."""
        return by_code().get(self.gss_code)

    @property
    def former_codes(self) -> tuple[str, ...]:
        return self.record.former_codes if self.record else ()

    def get_context(
        self, request: HttpRequest, *args: Any, draft: PlaceOnCouncilPage | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """`draft` is a contact or a service of this council that is being previewed."""
        from la_directory.council_page.context import council_context

        context = super().get_context(request, *args, **kwargs)
        return context | council_context(self, request, draft)

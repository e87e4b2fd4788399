"""Whom to call: the teams and roles of a council."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks.validation import TurnTakingStreamBlock
from cms.pages.approval.panel import DifferencesPanel
from la_directory.models.place_on_council_page import CouncilRecord, PlaceOnCouncilPage
from la_directory.opening_hours.block import OpeningHoursBlock
from la_directory.telephone import TelephoneField


class ForWhom(models.TextChoices):
    """Who should use a contact."""

    PEOPLE = "people", _("People looking for help")
    EMPLOYERS = "employers", _("Employers")
    PARTNERS = "partners", _("Partners")
    LEAD = "lead", _("Partnerships Lead")


class ContactsPage(PlaceOnCouncilPage):
    """The contacts of a council: the part of the tree its editors may publish in."""

    anchor = "contacts"
    only_holds_others = True
    parent_page_types = ["la_directory.CouncilPage"]
    subpage_types = ["la_directory.ContactPage"]
    max_count = None
    max_count_per_parent = 1
    page_description = _("Holds the contacts of a council. One a council.")

    class Meta:
        verbose_name = _("contacts of a council")
        verbose_name_plural = _("contacts of councils")


class ContactPage(CouncilRecord):
    """A team or a role, and how to reach it."""

    for_whom = models.CharField(
        _("for whom"),
        max_length=9,
        choices=ForWhom.choices,
        default=ForWhom.PEOPLE,
        help_text=_("A Partnerships Lead is shown to partners only, never to people looking for help."),
    )
    subject = models.CharField(
        _("subject"), max_length=120, blank=True, help_text=_("What to contact them about, in a few words.")
    )
    person = models.CharField(
        _("name of a person"),
        max_length=120,
        blank=True,
        help_text=_("Only if the person agrees to be named on the website. A team or role is enough."),
    )
    person_in_open_data = models.BooleanField(
        _("name the person in the open data too"),
        default=False,
        help_text=_("Else the file that anyone can download leaves the name out."),
    )
    telephone = TelephoneField(_("telephone"), region="GB", blank=True)
    textphone = TelephoneField(
        _("textphone"), region="GB", blank=True, help_text=_("Only if the team has one of its own.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    opening_hours = StreamField(
        TurnTakingStreamBlock([("hours", OpeningHoursBlock())]),
        verbose_name=_("opening hours"),
        blank=True,
        max_num=14,
    )
    hours_note = models.CharField(
        _("note to the hours"),
        max_length=150,
        blank=True,
        help_text=_("Such as “Closed on public holidays”."),
    )
    languages = models.CharField(
        _("languages"), max_length=150, blank=True, help_text=_("Besides English, such as “Gaelic, BSL”.")
    )
    is_vacant = models.BooleanField(
        _("post vacant"), default=False, help_text=_("Readers see that nobody holds the post at present.")
    )
    sort_order = models.IntegerField(
        _("order"), default=0, help_text=_("Lower numbers stand first. Equal ones stand in the order made.")
    )

    language_neutral = (
        "for_whom",
        "person",
        "person_in_open_data",
        "telephone",
        "textphone",
        "email",
        "address",
        "opening_hours",
        "is_vacant",
        "sort_order",
    )
    checked_fields = (
        "for_whom",
        "subject",
        "person",
        "telephone",
        "textphone",
        "email",
        "address",
        "opening_hours",
        "hours_note",
        "languages",
        "is_vacant",
    )
    content_panels = [
        DifferencesPanel(),
        FieldPanel("title", heading=_("Team or role"), classname="title"),
        FieldPanel("for_whom"),
        FieldPanel("subject"),
        MultiFieldPanel([FieldPanel("person"), FieldPanel("person_in_open_data")], _("Person")),
        FieldRowPanel([FieldPanel("telephone"), FieldPanel("textphone")]),
        FieldPanel("email"),
        FieldPanel("address"),
        FieldPanel("opening_hours"),
        FieldPanel("hours_note"),
        FieldPanel("languages"),
        FieldPanel("is_vacant"),
        FieldPanel("sort_order"),
    ]
    promote_panels: list = []
    search_fields = [*Page.search_fields, index.SearchField("subject"), index.FilterField("for_whom")]
    parent_page_types = ["la_directory.ContactsPage"]
    subpage_types: list[str] = []
    max_count = None
    page_description = _("A team or a role of a council and how to reach it.")

    class Meta:
        verbose_name = _("contact")

    @property
    def description(self) -> str:
        words = (self.council_title, self.get_for_whom_display(), self.subject)
        return " – ".join(str(word) for word in words if word)

    def missing(self) -> dict[str, str]:
        if not (self.telephone or self.email or self.address or self.is_vacant):
            return {"telephone": _("Give a telephone number, an e-mail address or a postal address.")}
        return {}

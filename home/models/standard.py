"""A page of text: accessibility, privacy, contact, advice."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks.body import BodyBlock
from cms.pages.models import SitePage


class StandardPage(SitePage):
    """A page of text with a contents list where it is long."""

    body = StreamField(BodyBlock(), verbose_name=_("page text"))
    shows_contact = models.BooleanField(
        _("show the contact details of the site"),
        default=False,
        help_text=_("They are kept in the site settings, so that they are written once."),
    )

    body_panels = [FieldPanel("body"), FieldPanel("shows_contact")]
    search_fields = [*SitePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.LandingPage", "home.StandardPage", "resources.PolicyPage"]
    subpage_types = ["home.StandardPage"]
    max_count = None
    template = "home/standard_page.html"
    page_description = _("A page of text, such as contact, privacy or advice.")

    class Meta:
        verbose_name = _("standard page")

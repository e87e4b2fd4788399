"""A policy: what it is, what is being done, where it comes from."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.blocks.choosers import DescribedImageBlock
from cms.pages.models import SitePage
from resources.blocks import ResourceBodyBlock

LEAD_FEATURES = ["bold", "italic", "link"]


# What a new policy page starts with; written out, so that migrations need no code of ours.
FIRST_HEADINGS = [
    ("heading", {"level": "2", "text": "Overview"}),
    ("heading", {"level": "2", "text": "Actions"}),
    ("heading", {"level": "2", "text": "Background"}),
]


class PolicyPage(SitePage):
    """A policy such as No One Left Behind."""

    lead = RichTextField(
        _("lead"), features=LEAD_FEATURES, help_text=_("The first paragraph, in larger type.")
    )
    graphic = StreamField(
        [("image", DescribedImageBlock(label=_("Picture")))],
        verbose_name=_("graphic"),
        blank=True,
        max_num=1,
        help_text=_("Stands below the lead."),
    )
    body = StreamField(
        ResourceBodyBlock(),
        verbose_name=_("page text"),
        default=FIRST_HEADINGS,
        help_text=_("Headings make the contents list by themselves."),
    )

    body_panels = [FieldPanel("lead"), FieldPanel("graphic"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("lead"), index.SearchField("body")]
    parent_page_types = ["home.LandingPage", "resources.PolicyPage"]
    subpage_types = ["resources.PolicyPage", "resources.UpdateIndexPage", "home.StandardPage"]
    max_count = None
    template = "resources/policy_page.html"
    page_description = _("A policy: what it is, what is being done, where it comes from.")

    class Meta:
        verbose_name = _("policy")

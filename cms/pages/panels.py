"""The panels of the editor in reading order: the words, how the page is found, who looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.pages.approval.panel import DifferencesPanel

if TYPE_CHECKING:
    from cms.pages.models import SitePage


def edit_handler(model: type[SitePage]) -> TabbedInterface:
    """The tabs of a page type; its own fields stand between the summary and the related pages."""
    content = [
        DifferencesPanel(),
        TitleFieldPanel("title") if model.slug_is_written else FieldPanel("title", classname="title"),
        *([FieldPanel("summary")] if model.summary_is_written else []),
        *model.body_panels,
        FieldPanel("related"),
        MultiFieldPanel(
            [FieldPanel("change_note"), FieldPanel("change_is_minor")],
            _("What changed"),
            help_text=_("Asked for when you publish a page whose words have changed."),
        ),
    ]
    promote = [
        *([FieldPanel("slug")] if model.slug_is_written else []),
        FieldPanel("show_in_menus"),
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], _("For search engines")),
    ]
    review = [FieldRowPanel([FieldPanel("review_on"), FieldPanel("responsible")])]
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(promote, heading=_("Promote")),
            ObjectList(review, heading=_("Review")),
            ObjectList(model.settings_panels, heading=_("Settings")),
        ],
        base_form_class=model.base_form_class,
    ).bind_to_model(model)

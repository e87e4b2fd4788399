"""Blocks that show records of this app, and the body that offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.body import BodyBlock
from cms.languages.original import active_locale_id, first_locale_id, in_language
from cms.page_cache.generation import kept

if TYPE_CHECKING:
    from resources.models import UpdateIndexPage


class LatestUpdatesBlock(blocks.StructBlock):
    """The newest updates, with a link to all of them."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("news", _("News")), ("joint", _("Partnership joint updates"))],
        required=False,
        help_text=_("Empty: both kinds."),
    )
    number = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=6)

    class Meta:
        icon = "history"
        label = _("Latest updates")
        group = _("Lists")
        description = _("The newest updates by themselves, with a link to all of them.")
        template = "resources/blocks/latest_updates.html"
        preview_value = {"heading": _("Latest updates"), "number": 3}

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from resources.models import UpdatePage

        context = super().get_context(value, parent_context)
        language = active_locale_id()
        updates = UpdatePage.objects.live().public().filter(locale=first_locale_id()).for_listing()
        if value["kind"]:
            updates = updates.filter(update_kind=value["kind"])
        context["updates"] = in_language(updates[: value["number"] or 3], language)
        context["index"] = kept(("all updates", language), lambda: self._index(language))
        return context

    @staticmethod
    def _index(language: int) -> UpdateIndexPage | None:
        from resources.models import UpdateIndexPage

        found = UpdateIndexPage.objects.live().public().filter(locale=first_locale_id())[:1]
        return next(iter(in_language(found, language)), None)


class ResourceBodyBlock(BodyBlock):
    """The body of pages that may show what is new."""

    latest_updates = LatestUpdatesBlock()

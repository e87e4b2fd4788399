"""A page put before all others, for words that found nothing."""

from __future__ import annotations

from typing import Any

from wagtail.contrib.search_promotions.views.settings import CreateView


class PromotionForWords(CreateView):
    """Wagtail's own form, with the words of the report in it."""

    add_url_name = "missed_searches:promote"

    def get_initial(self) -> dict[str, Any]:
        return {"query_string": self.request.GET.get("words", "")}

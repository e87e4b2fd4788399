"""Where editors keep the words that mean the same."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import Synonyms


class AddSynonyms(CreateView):
    """Begins with the words that were looked for in vain, where one comes from their report."""

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"words": self.request.GET.get("words", "")[:200]}


class SynonymsViewSet(ModelViewSet):
    """A list of groups of words."""

    model = Synonyms
    name = "synonyms"
    icon = "tag"
    menu_label = _("Words that mean the same")
    add_to_settings_menu = True
    add_view_class = AddSynonyms
    form_fields = ["words"]
    list_display = ["words"]
    search_fields = ["words"]
    copy_view_enabled = False
    inspect_view_enabled = False


synonyms_viewset = SynonymsViewSet("synonyms")

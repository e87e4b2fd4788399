"""A person has read what a machine drafted, and says so."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail_localize.models import StringTranslation, Translation

from cms.page_cache.generation import advance
from cms.translation.behind_english import title_of
from cms.translation.rights import may_publish
from cms.translation.target import edit_url_of, target_of

REVIEWED = "translation.review"


def drafts_of(translation: Translation) -> models.QuerySet[StringTranslation]:
    """What readers see of a machine’s words."""
    current = translation.source.stringsegment_set.get_translations(translation.target_locale)
    return current.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE, has_error=False)


@transaction.atomic
def mark_as_reviewed(translation: Translation, user: AbstractUser) -> int:
    """The number of pieces that counted as drafts until now; with an entry in the history."""
    keys = list(drafts_of(translation).values_list("pk", flat=True))
    StringTranslation.objects.filter(pk__in=keys).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, last_translated_by=user
    )
    translation.made_from.update(by_machine=0)
    if keys:
        advance()  # an update of many rows tells nobody
        log(translation.get_target_instance(), REVIEWED, user=user, data={"pieces": len(keys)})
    return len(keys)


class MarkAsReviewed(WagtailAdminTemplateMixin, View):
    """Asks first, for those who may publish the translation."""

    http_method_names = ["get", "head", "post"]
    template_name = "translation/mark_as_reviewed.html"
    page_title = gettext_lazy("Mark as reviewed")
    header_icon = "check"

    @cached_property
    def translation(self) -> Translation:
        known = Translation.objects.select_related("source", "target_locale")
        return get_object_or_404(known, pk=self.kwargs["translation_id"])

    @cached_property
    def record(self) -> models.Model:
        return target_of(self.translation)

    @property
    def next_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or edit_url_of(self.record)

    def get_page_subtitle(self) -> str:
        return title_of(self.record)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = {"url": edit_url_of(self.record), "label": title_of(self.record)}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_publish(request.user, self.record):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, translation_id: int) -> HttpResponse:
        number = drafts_of(self.translation).count()
        return self.render_to_response(self.get_context_data(number=number, next_url=self.next_url))

    def post(self, request: HttpRequest, translation_id: int) -> HttpResponse:
        if mark_as_reviewed(self.translation, request.user):
            messages.success(request, _("Marked as reviewed. Readers are no longer told that it is a draft."))
        else:
            messages.info(request, _("There is nothing left that a machine has drafted."))
        return redirect(self.next_url)

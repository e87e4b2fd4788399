"""Putting records in order by dragging, whatever numbers they have got so far."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.snippets.views.snippets import ReorderView


class NumberingReorderView(ReorderView):
    """Numbers all records of a language afresh: imported ones may have no number, or that of another."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        moved = get_object_or_404(self.model, pk=unquote(str(kwargs["pk"])))
        name = self.sort_order_field
        with transaction.atomic():
            # A position is one in the list, which shows one language.
            of_language = self.model._default_manager.filter(locale=moved.locale_id)
            ordered = of_language.order_by(F(name).asc(nulls_last=True), "pk")
            others = [record for record in ordered if record.pk != moved.pk]
            asked = request.GET.get("position", "")
            # No list is a thousand million records long; Python refuses to count much further.
            is_place = asked.isdecimal() and len(asked) < 10
            others.insert(int(asked) if is_place else len(others), moved)
            for place, record in enumerate(others, start=1):
                if getattr(record, name) != place or record is moved:
                    setattr(record, name, place)
                    record.save(update_fields=[name])
        return JsonResponse({"success": True})

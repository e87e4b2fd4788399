"""A term that records stand under is not deleted from under them; the message says which records they are."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.snippets.views.snippets import DeleteView

from cms.vocabulary.models import Term

NAMED = 5


def held_by(term: Term) -> list[models.Model]:
    """Records that name the term, also in a draft. Wagtail’s index of references knows no drafts."""
    held: list[models.Model] = []
    for relation in term._meta.related_objects:
        if relation.on_delete is models.PROTECT:
            name = relation.field.name
            in_row = models.Q(**{name: term})
            in_draft = models.Q(
                **{"has_unpublished_changes": True, f"latest_revision__content__{name}": term.pk}
            )
            held += relation.related_model._default_manager.filter(in_row | in_draft)
    return held


def refusal(term: Term, held: list[models.Model]) -> str:
    names = ", ".join(f"“{record}”" for record in held[:NAMED])
    if more := len(held) - NAMED:
        names += _(" and %d more") % more if more > 0 else ""
    words = _("“%(term)s” is in use and was not deleted. First give another one to: %(names)s.")
    return words % {"term": term, "names": names}


class DeleteUnlessInUse(DeleteView):
    """Asks for confirmation only where the term may go."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        held = held_by(self.object)
        if held and self.user_has_permission("delete"):
            messages.error(request, refusal(self.object, held))
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


def many_terms_are_deleted_by_the_same_rules(
    request: HttpRequest, action_type: str, objects: Iterable[models.Model], action: object
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    for term in objects:
        if isinstance(term, Term) and (held := held_by(term)):
            messages.error(request, refusal(term, held))
            return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    return None

"""Pages of the admin on which editors choose from what is new, and on which links are checked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from bulletin.compose.checklist import problems_of
from bulletin.compose.choosing import ChosenNewsForm, grouped
from bulletin.compose.new_edition import (
    AlreadyBegun,
    CannotLook,
    begun_edition,
    look_again,
    new_edition,
    next_month,
    reason_against_looking,
)
from bulletin.compose.proposal import Proposal, propose, propose_more
from bulletin.models import BulletinPage, EditionPage


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class BulletinAdminPage(ABC, WagtailAdminTemplateMixin):
    """Stands below a page of the bulletin in the breadcrumbs."""

    header_icon = "mail"

    @property
    @abstractmethod
    def page_above(self) -> Page: ...

    def get_page_subtitle(self) -> str:
        return self.page_above.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": edit_url(self.page_above), "label": self.page_above.get_admin_display_title()}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]


class ChooseNewsView(BulletinAdminPage, FormView):
    """Lists what is new, ticked where it fits in, and adds what is still ticked when it is sent."""

    form_class = ChosenNewsForm
    template_name = "bulletin/compose/choose_news.html"
    button_label = ""

    @abstractmethod
    def propose(self) -> Proposal:
        """For the moment that the form was opened: what came later is for the next look."""

    @cached_property
    def until(self) -> Any:
        asked = ChosenNewsForm.moment_in(self.request.POST)
        return asked or timezone.now()

    @cached_property
    def proposal(self) -> Proposal:
        return self.propose()

    def get_initial(self) -> dict[str, Any]:
        return {"until": self.until.isoformat()}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"proposal": self.proposal}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "proposal": self.proposal,
            "groups": grouped(self.proposal, context["form"].ticked),
            "back_url": edit_url(self.page_above),
            "button_label": self.button_label,
        }


class NewEditionView(ChooseNewsView):
    """Begins the next monthly edition below an archive."""

    page_title = gettext_lazy("New edition from what is new")
    button_label = gettext_lazy("Begin the edition")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.archive.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        if begun := begun_edition(self.archive):
            return self.lead_to(begun)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def archive(self) -> BulletinPage:
        archives = BulletinPage.objects.order_by("path")
        if "archive_id" in self.kwargs:
            return get_object_or_404(archives, id=self.kwargs["archive_id"])
        if (first := archives.first()) is None:
            raise Http404
        return first

    page_above = property(lambda self: self.archive)

    def lead_to(self, begun: EditionPage) -> HttpResponse:
        messages.warning(self.request, str(AlreadyBegun(begun)))
        return redirect(edit_url(begun))

    def propose(self) -> Proposal:
        return propose(self.archive, self.until)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        month = next_month(self.archive, timezone.localdate())
        return super().get_context_data(**kwargs) | {"month": month}

    def form_valid(self, form: ChosenNewsForm) -> HttpResponse:
        chosen = form.ticked
        try:
            edition = new_edition(self.request.user, archive=self.archive, until=self.until, chosen=chosen)
        except AlreadyBegun as already:
            return self.lead_to(already.edition)
        messages.success(self.request, _("“%(title)s” is begun.") % {"title": edition.title})
        return redirect(edit_url(edition))


class OfOneEdition(BulletinAdminPage):
    """About an edition that its reader may change."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.edition.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def edition(self) -> EditionPage:
        return get_object_or_404(EditionPage, id=self.kwargs["edition_id"])

    page_above = property(lambda self: self.edition)


class LookAgainView(OfOneEdition, ChooseNewsView):
    """Adds to a draft what came since it last looked."""

    page_title = gettext_lazy("Look again for what is new")
    button_label = gettext_lazy("Add to the edition")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reason = reason_against_looking(self.edition)
        lock = self.edition.get_lock()
        if lock and lock.for_user(request.user):
            reason = _("The edition is locked.")
        if reason and self.edition.permissions_for_user(request.user).can_edit():
            messages.warning(request, reason)
            return redirect(edit_url(self.edition))
        return super().dispatch(request, *args, **kwargs)

    def propose(self) -> Proposal:
        return propose_more(self.edition.get_latest_revision_as_object(), self.until)

    def form_valid(self, form: ChosenNewsForm) -> HttpResponse:
        try:
            number = look_again(self.edition, self.request.user, until=self.until, chosen=form.ticked)
        except CannotLook as refusal:
            messages.error(self.request, str(refusal))
        else:
            words = ngettext("One item was added.", "%(number)d items were added.", number)
            messages.success(self.request, words % {"number": number} if number else _("Nothing was added."))
        return redirect(edit_url(self.edition))


class CheckLinksView(OfOneEdition, TemplateView):
    """Asks every other site that the saved draft leads to."""

    template_name = "bulletin/compose/check_links.html"
    page_title = gettext_lazy("Check of the links")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = self.edition.get_latest_revision_as_object()
        problems = problems_of(draft, check_links=True)
        return super().get_context_data(**kwargs) | {
            "blocking": [problem for problem in problems if problem.is_blocking],
            "advice": [problem for problem in problems if not problem.is_blocking],
            "edit_url": edit_url(self.edition),
        }

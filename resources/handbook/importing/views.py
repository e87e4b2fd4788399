"""Importing from Word in the admin: upload, see what would change, confirm or give up."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from cms.languages.original import first_locale_id
from resources.handbook.importing.apply import apply
from resources.handbook.importing.changes import Choices, Plan
from resources.handbook.importing.drafts import CannotImport
from resources.handbook.importing.held import handbook_page
from resources.handbook.importing.plan import plan
from resources.handbook.importing.shown import for_editors
from resources.handbook.importing.summary import Summary
from resources.handbook.importing.uploads import ImportForm, keep_upload
from resources.handbook.word import CannotReadWord, read
from resources.models import HandbookPage, ProductIndexPage, UploadedHandbook

IMPORTED = "resources.import_handbook"
RIGHT = "resources.import_handbook"
RECORDS = ("productcategory", "resourcegroup", "milestone", "furtherresource")
RIGHTS = (RIGHT, *(f"resources.{verb}_{record}" for record in RECORDS for verb in ("add", "change")))


def may_import(user: AbstractUser, page: HandbookPage) -> bool:
    """Whoever imports could also write by hand all that an import writes; translations are not imported."""
    if page.locale_id != first_locale_id():
        return False
    if not user.has_perms(RIGHTS) or not page.permissions_for_user(user).can_edit():
        return False
    # A handbook that has its list of products takes no second one: new products come below the list.
    above = ProductIndexPage.objects.child_of(page).first() or page
    return above.permissions_for_user(user).can_add_subpage()


def may_publish(user: AbstractUser, page: HandbookPage) -> bool:
    """Everything that an import may touch, so that none of it goes out behind somebody's back."""
    records = ("resources.publish_milestone", "resources.publish_furtherresource")
    return page.permissions_for_user(user).can_publish() and user.has_perms(records)


def start(request: HttpRequest) -> HttpResponse:
    """From the menu to the handbook of the site's own language."""
    page = handbook_page()
    if page is not None:
        return redirect("import_handbook:upload", page.pk)
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    messages.info(request, _("There is no handbook yet. Add one below the home page, then import into it."))
    return redirect("wagtailadmin_explore_root")


class ImportView(WagtailAdminTemplateMixin, View):
    """A step of the import into one handbook."""

    page_title = gettext_lazy("Import from Word")
    header_icon = "doc-full"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # By `id`: as `pk`, a link to the page, a number too large for the database is an error.
        self.handbook = get_object_or_404(HandbookPage, id=kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user, self.handbook):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def explorer_url(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.handbook.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        handbook = {"url": self.explorer_url, "label": self.handbook.get_admin_display_title()}
        return [*self.breadcrumbs_items, handbook, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            handbook=self.handbook,
            explorer_url=self.explorer_url,
            may_publish=may_publish(self.request.user, self.handbook),
            **kwargs,
        )


class Upload(ImportView):
    http_method_names = ["get", "head", "post"]
    template_name = "resources/handbook/admin/import_upload.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=ImportForm()))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        upload = keep_upload(form, self.handbook, request.user)
        return redirect("import_handbook:preview", self.handbook.pk, upload.pk)


class Preview(ImportView):
    """Only who uploaded a document sees it. What was shown is what is done, or it is shown anew."""

    http_method_names = ["get", "head", "post"]
    template_name = "resources/handbook/admin/import_preview.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        own = UploadedHandbook.objects.filter(handbook=self.handbook, uploaded_by_id=request.user.pk)
        self.upload = get_object_or_404(own, pk=kwargs["pk"])

    def _plan(self) -> Plan:
        return plan(read(bytes(self.upload.content)), self.handbook)

    def get(self, request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
        try:
            return self._show(self._plan())
        except CannotReadWord as problem:
            # It was readable when it was uploaded; a new release may be stricter.
            messages.error(request, str(problem))
            return redirect("import_handbook:upload", self.handbook.pk)

    def post(self, request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
        if "give_up" in request.POST:
            self.upload.delete()
            messages.success(request, _("Nothing was imported. The document was deleted."))
            return redirect(self.explorer_url)
        try:
            with transaction.atomic():
                planned = self._plan()
                if planned.digest != request.POST.get("digest"):
                    changed = _("Something changed since this was shown. Look at it again, then confirm.")
                    messages.warning(request, changed)
                    return self._show(planned)
                summary = self._apply(planned)
        except (CannotImport, CannotReadWord) as problem:
            messages.error(request, str(problem))
            return redirect("import_handbook:preview", self.handbook.pk, self.upload.pk)
        self._tell(summary)
        return redirect(self.explorer_url)

    def _show(self, planned: Plan) -> HttpResponse:
        posted = self.request.POST if self.request.method == "POST" else None
        context = self.get_context_data(
            upload=self.upload,
            plan=planned,
            shown=for_editors(planned),
            ticked=posted.getlist("remove") + posted.getlist("rename") if posted else [],
        )
        return self.render_to_response(context)

    def _apply(self, planned: Plan) -> Summary:
        user, sent = self.request.user, self.request.POST
        publishes = may_publish(user, self.handbook)
        removals = frozenset(sent.getlist("remove"))
        if not publishes:
            # Taking something off the site is a publication, too; a section only leaves the draft.
            live = {removal.key for removal in planned.removals if removal.held.record is not None}
            removals -= live
        choices = Choices(
            renames=frozenset(sent.getlist("rename")), removals=removals, audiences=self._audiences(planned)
        )
        summary = apply(planned, choices, user, publish=publishes and sent.get("publish") == "yes")
        log(self.handbook, IMPORTED, user=user, data={"file": self.upload.name})
        self.upload.delete()
        return summary

    def _audiences(self, planned: Plan) -> dict[str, tuple[str, ...]]:
        """Only those that were proposed."""
        ticked = {}
        for number, entry in enumerate(planned.products.added, start=1):
            sent = set(self.request.POST.getlist(f"audience-{number}"))
            ticked[entry.key] = tuple(name for name in planned.audiences.get(entry.key, ()) if name in sent)
        return ticked

    def _tell(self, summary: Summary) -> None:
        buttons = [
            messages.button(
                reverse("wagtailadmin_pages:edit", args=[self.handbook.pk]), _("Edit the handbook")
            ),
            messages.button(reverse("wagtailadmin_pages:history", args=[self.handbook.pk]), _("History")),
        ]
        messages.success(self.request, " ".join(summary.in_short), buttons=buttons)
        for words in summary.held_back:
            messages.warning(self.request, words)

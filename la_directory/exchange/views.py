"""Importing and exporting the directory in the admin: upload, see what would change, confirm or give up."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from la_directory.exchange.apply import apply
from la_directory.exchange.columns import explained
from la_directory.exchange.export import exported
from la_directory.exchange.files import CONTENT_TYPES, WRITERS, read
from la_directory.exchange.held import directory_page, held_directory
from la_directory.exchange.plan import CannotImport, Plan
from la_directory.exchange.planning import plan
from la_directory.exchange.problems import CannotRead
from la_directory.exchange.rights import RIGHT, may_import
from la_directory.exchange.summary import MOST_TOLD, counted, outcome
from la_directory.exchange.uploads import ImportForm, keep_upload, uploads_of
from la_directory.models import DirectoryPage

IMPORTED = "la_directory.import_councils"
EXPORTED = "la_directory.export_councils"
MOST_BUTTONS = 6


def start(request: HttpRequest) -> HttpResponse:
    """From the menu to the directory of the site's own language."""
    page = directory_page()
    if page is not None:
        return redirect("exchange_councils:upload", page.pk)
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    messages.info(request, _("There is no council directory yet. Add one below the home page."))
    return redirect("wagtailadmin_explore_root")


class ExchangeView(WagtailAdminTemplateMixin, View):
    """A step of the exchange with one directory."""

    page_title = gettext_lazy("Import and export councils")
    header_icon = "table"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # By `id`: as `pk`, a link to the page, a number too large for the database is an error.
        self.directory = get_object_or_404(DirectoryPage, id=kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user, self.directory):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def explorer_url(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.directory.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        directory = {"url": self.explorer_url, "label": self.directory.get_admin_display_title()}
        return [*self.breadcrumbs_items, directory, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(directory=self.directory, explorer_url=self.explorer_url, **kwargs)


class Upload(ExchangeView):
    """Takes a table in, and offers the one that there is."""

    http_method_names = ["get", "head", "post"]
    template_name = "la_directory/admin/exchange_upload.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self._show(ImportForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form)
        upload = keep_upload(form, self.directory, request.user)
        return redirect("exchange_councils:preview", self.directory.pk, upload.pk)

    def _show(self, form: ImportForm) -> HttpResponse:
        context = self.get_context_data(form=form, formats=list(WRITERS), columns=explained())
        return self.render_to_response(context)


class Download(ExchangeView):
    """The table as a file, in one of WRITERS; the log says who took it."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, page_id: int, file_format: str) -> HttpResponse:
        if file_format not in WRITERS:
            raise Http404
        content = exported(held_directory(self.directory), file_format)
        if request.method == "GET":
            log(self.directory, EXPORTED, user=request.user, data={"format": file_format})
        name = f"council-directory-{timezone.localdate()}.{file_format}"
        return HttpResponse(
            content,
            content_type=CONTENT_TYPES[file_format],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class Preview(ExchangeView):
    """Only who uploaded a table sees it. What was shown is what is done, or it is shown anew."""

    http_method_names = ["get", "head", "post"]
    template_name = "la_directory/admin/exchange_preview.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.own = uploads_of(request.user, self.directory)
        self.upload = get_object_or_404(self.own, pk=kwargs["pk"])

    def _plan(self) -> Plan:
        user: AbstractUser = self.request.user
        return plan(read(bytes(self.upload.content)), held_directory(self.directory), user)

    def get(self, request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
        try:
            return self._show(self._plan())
        except CannotRead as problem:
            # It was readable when it was uploaded; a new release may be stricter.
            messages.error(request, str(problem))
            return redirect("exchange_councils:upload", self.directory.pk)

    def post(self, request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
        if "give_up" in request.POST:
            self.upload.delete()
            messages.success(request, _("Nothing was imported. The file was deleted."))
            return redirect("exchange_councils:upload", self.directory.pk)
        try:
            with transaction.atomic():
                # A second click waits here until the first has imported, and then finds nothing.
                self.upload = get_object_or_404(self.own.select_for_update(), pk=pk)
                planned = self._plan()
                if planned.digest != request.POST.get("digest"):
                    changed = _("Something changed since this was shown. Look at it again, then confirm.")
                    messages.warning(request, changed)
                    return self._show(planned)
                apply(planned, request.user)
                log(self.directory, IMPORTED, user=request.user, data={"file": self.upload.name})
                self.upload.delete()
        except (CannotImport, CannotRead) as problem:
            messages.error(request, str(problem))
            return redirect("exchange_councils:preview", self.directory.pk, self.upload.pk)
        self._tell(planned)
        return redirect(self.explorer_url)

    def _show(self, planned: Plan) -> HttpResponse:
        context = self.get_context_data(
            upload=self.upload,
            plan=planned,
            counted=list(counted(planned)),
            entries=sorted(planned.written, key=lambda entry: (entry.council.name, entry.row)),
            problems=planned.problems[:MOST_TOLD],
            more_problems=max(0, len(planned.problems) - MOST_TOLD),
        )
        return self.render_to_response(context)

    def _tell(self, planned: Plan) -> None:
        councils = {entry.council.name: entry.council.itself.page for entry in planned.written}
        told = [outcome(planned)]
        if councils:
            told.append(_("Look at them in: %s.") % ", ".join(sorted(councils)))
        buttons = [
            messages.button(reverse("wagtailadmin_explore", args=[councils[name].pk]), name)
            for name in sorted(councils)[:MOST_BUTTONS]
        ]
        messages.success(self.request, " ".join(told), buttons=buttons)

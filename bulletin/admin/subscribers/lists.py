"""The list as a whole in the admin: its numbers, its export, and the import of another list."""

from __future__ import annotations

from io import StringIO
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from bulletin.admin.subscribers import chart, numbers
from bulletin.admin.subscribers.base import SubscribersView
from bulletin.models import Subscriber
from bulletin.subscribe.exporting import EXPORTED, note, write
from bulletin.subscribe.importing.plan import BadRows, Outcome, import_list
from bulletin.subscribe.importing.reading import CannotRead

LARGEST_UPLOAD = 20 * 1024 * 1024
MOST_TOLD = 100
LOOK, WHOLE, GOOD_ROWS = "look", "whole", "good"


class Numbers(SubscribersView):
    """A drawing and the same as tables."""

    http_method_names = ["get", "head"]
    page_title = gettext_lazy("Subscribers over time")
    template_name = "bulletin/admin/subscriber_numbers.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        months = numbers.months()
        context = self.get_context_data(
            months=months[::-1], chart=chart.drawn(months), editions=numbers.editions()
        )
        return self.render_to_response(context)


class Export(SubscribersView):
    """A pressed button gives the file; the log says who took it, and how many rows."""

    permission_required = "export"
    page_title = gettext_lazy("Export the subscribers")
    template_name = "bulletin/admin/subscribers_export.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(number=Subscriber.objects.active().count()))

    def post(self, request: HttpRequest) -> HttpResponse:
        file = StringIO(newline="")
        note(EXPORTED, write(file), request.user)
        name = f"subscribers-{timezone.localdate()}.csv"
        return HttpResponse(
            file.getvalue(),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class ImportForm(forms.Form):
    """A list, and what is to be done with it."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        help_text=gettext_lazy(
            "At most 20 MB, with the columns email, name, consented_on and source. Each row needs the day on "
            "which the person agreed, such as 2026-10-31, and where. There may also be columns monthly and "
            "specials (yes or no) and language (en or gd)."
        ),
    )
    do = forms.ChoiceField(
        label=gettext_lazy("What is to be done?"),
        choices=[
            (LOOK, gettext_lazy("Only look: say what would happen")),
            (WHOLE, gettext_lazy("Import the list, if every row is right")),
            (GOOD_ROWS, gettext_lazy("Import the rows that are right, and leave out the others")),
        ],
        initial=LOOK,
        widget=forms.RadioSelect,
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise forms.ValidationError(
                _("This file is larger than 20 MB. Import it in parts, or with import_subscribers.")
            )
        return file


class Import(SubscribersView):
    """No file is kept: to import what was looked at, it is chosen again."""

    permission_required = "import"
    page_title = gettext_lazy("Import subscribers")
    template_name = "bulletin/admin/subscribers_import.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form)
        do, file = form.cleaned_data["do"], form.cleaned_data["file"]
        try:
            outcome = import_list(
                file.file,
                file.name,
                is_dry=do == LOOK,
                skips_bad_rows=do == GOOD_ROWS,
                by=request.user,
            )
        except CannotRead as problem:
            form.add_error("file", _("The file cannot be read: %s.") % problem)
            return self._show(form)
        except BadRows as bad:
            messages.error(request, _("Some rows are not right, so nothing was imported."))
            return self._show(form, bad.outcome)
        if do == LOOK:
            return self._show(form, outcome, is_look=True)
        told = ngettext("%d subscriber was imported.", "%d subscribers were imported.", outcome.imported)
        messages.success(request, told % outcome.imported)
        return self._show(ImportForm(), outcome) if outcome.refused else redirect("bulletin_subscribers")

    def _show(
        self, form: ImportForm, outcome: Outcome | None = None, *, is_look: bool = False
    ) -> HttpResponse:
        problems = outcome.problems[:MOST_TOLD] if outcome else []
        context = self.get_context_data(
            form=form,
            outcome=outcome,
            is_look=is_look,
            problems=problems,
            more=outcome.refused - len(problems) if outcome else 0,
        )
        return self.render_to_response(context)

"""The table in public. The routes of the directory's page lead here, so its privacy holds for it too."""

from __future__ import annotations

from urllib.parse import urlencode, urljoin

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.pages.navigation import breadcrumbs
from la_directory.models import DirectoryPage
from la_directory.partnership_leads import csv_file, table
from la_directory.partnership_leads.filters import LeadFilterForm
from la_directory.partnership_leads.leads import leads_of

FILE_NAME = "partnerships-leads.csv"


def leads(page: DirectoryPage, request: HttpRequest) -> HttpResponse:
    """The table with its filter; the file holds the same rows."""
    every = leads_of(page)
    form = LeadFilterForm(request.GET, every)
    found = form.narrowed(every)
    query = f"?{urlencode(form.chosen)}" if form.is_used else ""
    here = page.url + page.reverse_subpage("partnership_leads")
    context = {
        "page": page,
        "self": page,
        "request": request,
        "canonical": urljoin(page.full_url or "", here),
        "crumbs": [*breadcrumbs(page)[:-1], (page.title, page.url or ""), (_("Partnerships Leads"), "")],
        "shared_title": _("Partnerships Leads"),
        "shared_description": _("The Partnerships Lead of each council in Scotland, and how to reach them."),
        "here": here,
        "filter_form": form,
        "number": len({lead.council.pk for lead in found}),
        "headings": table.headings(),
        "rows": table.rows(found),
        "file_url": page.file_url("partnership_leads_file") + query,
    }
    return TemplateResponse(request, "la_directory/partnership_leads.html", context)


def leads_file(page: DirectoryPage, request: HttpRequest) -> HttpResponse:
    """The rows that the same filter leaves, as CSV."""
    every = leads_of(page)
    return HttpResponse(
        csv_file.make(LeadFilterForm(request.GET, every).narrowed(every)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )

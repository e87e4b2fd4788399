"""The addresses behind “Download PO file” and “Upload PO file”; they answer in wagtail-localize’s place."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cms.translation.po_file import CannotImport, Imported, export, read, take_over
from cms.translation.rights import may_edit, may_publish
from cms.translation.target import target_of


def _editable(request: HttpRequest, key: int) -> tuple[Translation, models.Model]:
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=key)
    record = target_of(translation)
    if not may_edit(request.user, record):
        raise PermissionDenied
    return translation, record


@require_safe
def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    translation, _record = _editable(request, translation_id)
    title = slugify(translation.source.object_repr) or "translation"
    name = f"{title}-{translation.target_locale.language_code}.po"
    return HttpResponse(
        export(translation),
        content_type="text/x-gettext-translation; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    translation, record = _editable(request, translation_id)
    try:
        po = read(request.FILES.get("file"), translation)
    except CannotImport as problem:
        messages.error(request, str(problem))
    else:
        _say(request, take_over(po, translation, request.user, may_publish(request.user, record)))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def _say(request: HttpRequest, done: Imported) -> None:
    words = ngettext("%d piece of text is translated.", "%d pieces of text are translated.", done.taken)
    messages.success(request, _("The PO file was imported. %s") % (words % done.taken))
    if done.unknown:
        words = ngettext(
            "%d entry was left out: the English is no longer as in the file.",
            "%d entries were left out: the English is no longer as in the file.",
            done.unknown,
        )
        messages.warning(request, words % done.unknown)
    if done.refused:
        words = ngettext(
            "%d piece of text holds markup that is not allowed; it is marked below.",
            "%d pieces of text hold markup that is not allowed; they are marked below.",
            done.refused,
        )
        messages.warning(request, words % done.refused)

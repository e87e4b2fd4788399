"""The page in the admin that mails an edition to chosen addresses as a test."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bulletin.models import EditionPage
from bulletin.render.failure import CannotRender
from bulletin.render.test_mail import NotSent, left_this_hour, send_test
from cms.mail.addresses import normalised

MOST_ADDRESSES = 5
BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")


class TestSendForm(forms.Form):
    """To whom the test goes."""

    __test__ = False  # no test class of pytest

    addresses = forms.CharField(
        label=gettext_lazy("Send to"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("At most five e-mail addresses, one a line."),
    )

    def clean_addresses(self) -> list[str]:
        typed = [word for word in BETWEEN_ADDRESSES.split(self.cleaned_data["addresses"]) if word]
        found: list[str] = []
        for word in typed:
            try:
                found.append(normalised(word))
            except ValidationError:
                raise ValidationError(
                    _("“%(word)s” is not an e-mail address."), params={"word": word}
                ) from None
        addresses = list(dict.fromkeys(found))
        if len(addresses) > MOST_ADDRESSES:
            raise ValidationError(
                _("A test goes to at most %(most)d addresses."), params={"most": MOST_ADDRESSES}
            )
        return addresses


class TestSendView(WagtailAdminTemplateMixin, View):
    """Sends the newest draft. For those who may edit it."""

    __test__ = False

    http_method_names = ["get", "head", "post"]
    page_title = gettext_lazy("Send a test")
    header_icon = "mail"
    template_name = "bulletin/admin/test_send.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # By `id`: as `pk`, a link to the page, a number too large for the database is an error.
        self.edition = get_object_or_404(EditionPage, id=kwargs["edition_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_send_test(self.edition, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, edition_id: int) -> HttpResponse:
        return self._show(TestSendForm(initial={"addresses": request.user.email}))

    def post(self, request: HttpRequest, edition_id: int) -> HttpResponse:
        form = TestSendForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        addresses = form.cleaned_data["addresses"]
        try:
            send_test(self.edition, addresses, request.user)
        except CannotRender as reason:
            messages.error(request, f"{reason.where}: {reason.words}")
            return self._show(form)
        except NotSent as reason:
            messages.error(request, str(reason))
            return self._show(form)
        number = len(addresses)
        words = ngettext(
            "A test was sent to %(number)d address.", "A test was sent to %(number)d addresses.", number
        )
        messages.success(request, words % {"number": number})
        return redirect("wagtailadmin_pages:edit", self.edition.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edition = {"url": self.edit_url, "label": self.edition.get_admin_display_title()}
        return [*self.breadcrumbs_items, edition, {"url": "", "label": self.page_title}]

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.edition.pk])

    def _show(self, form: TestSendForm) -> HttpResponse:
        left = left_this_hour(self.request.user)
        context = self.get_context_data(form=form, edition=self.edition, edit_url=self.edit_url, left=left)
        return self.render_to_response(context)


def may_send_test(edition: EditionPage, user: Any) -> bool:
    return edition.is_sendable and edition.permissions_for_user(user).can_edit()

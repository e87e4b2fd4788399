"""The page of the admin on which an edition is published."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from resources.handbook.editions.drafts import drafts_of
from resources.handbook.editions.publish import (
    PublicationStopped,
    publish_edition,
    reason_against,
    reason_against_name,
)
from resources.handbook.editions.since import Since, changes_since_last_edition
from resources.handbook.gather import current_handbook
from resources.models import HandbookPage


def may_publish_edition(user: AbstractUser, page: HandbookPage) -> bool:
    """The right is one for all handbooks, so the page is asked as well."""
    return user.has_perm("resources.publish_edition") and page.permissions_for_user(user).can_publish()


class PublishEditionForm(forms.Form):
    """Name, date and note; where nothing has changed, the editor's word that it is meant."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, help_text=gettext_lazy("Such as “October 2024”.")
    )
    day = forms.DateField(
        label=gettext_lazy("Date"),
        widget=AdminDateInput,
        help_text=gettext_lazy("Its year and month become the address of the edition."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What readers should know of this edition. It shows below the title."),
    )
    although_unchanged = forms.BooleanField(
        label=gettext_lazy("Publish an edition although nothing has changed"), required=False
    )

    def __init__(self, *args: Any, page: HandbookPage, is_unchanged: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.is_unchanged = is_unchanged
        if not is_unchanged:
            del self.fields["although_unchanged"]

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if reason := reason_against_name(self.page, name):
            raise forms.ValidationError(reason)
        return name

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("An edition is published at once: this day has not come yet."))
        return day

    def clean_although_unchanged(self) -> bool:
        # It also stops a second press of the button from making a second edition.
        if not self.cleaned_data["although_unchanged"]:
            raise forms.ValidationError(
                _("Nothing has changed since the last edition. Tick this if you mean it.")
            )
        return True


class PublishEditionView(WagtailAdminTemplateMixin, FormView):
    """Says what waits and what has changed, asks, and publishes."""

    form_class = PublishEditionForm
    template_name = "resources/handbook/admin/publish_edition.html"
    page_title = gettext_lazy("Publish an edition")
    header_icon = "openquote"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_publish_edition(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> HandbookPage:
        """As it is live, whatever drafts there are."""
        # By `id`: as `pk`, a link to the page, a number too large for the database is an error.
        return get_object_or_404(HandbookPage, id=self.kwargs["page_id"])

    @cached_property
    def since(self) -> Since | None:
        with override(self.page.locale.language_code):
            book = current_handbook(self.page)
        return changes_since_last_edition(self.page, book)

    @cached_property
    def reason_against(self) -> str:
        return reason_against(self.page)

    @property
    def is_unchanged(self) -> bool:
        return bool(self.since and not self.since.changes)

    def get_page_subtitle(self) -> str:
        return self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit_url, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def get_initial(self) -> dict[str, Any]:
        today = timezone.localdate()
        return {"name": date_format(today, "F Y"), "day": today}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"page": self.page, "is_unchanged": self.is_unchanged}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "page_to_freeze": self.page,
            "reason_against": self.reason_against,
            "drafts": drafts_of(self.page, self.request.user),
            "since": self.since,
            "has_editions": self.page.editions.exists(),
            "is_unchanged": self.is_unchanged,
            "action_url": self.request.path,
            "submit_button_label": _("Publish edition"),
            "submit_button_active_label": _("Making the files…"),
            "media": context["form"].media,
        }

    def form_valid(self, form: PublishEditionForm) -> HttpResponse:
        data = form.cleaned_data
        try:
            edition = publish_edition(self.page, data["name"], data["day"], data["note"], self.request.user)
        except PublicationStopped as stopped:
            form.add_error(None, str(stopped))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The edition “%(name)s” is published. It can never be changed.") % {"name": edition.name},
            buttons=[messages.button(edition.url, _("See it"))],
        )
        return redirect("wagtailadmin_pages:edit", self.page.pk)

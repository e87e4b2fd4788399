"""The editions in the admin: a list to look at, and a form that withdraws one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput, Button
from wagtail.permission_policies import ModelPermissionPolicy

from resources.models import Edition


class NeverAddedNorDeleted(ModelPermissionPolicy):
    """Django says yes to an administrator, whatever is asked; here nobody may."""

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        return action in ("change", "view") and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user: AbstractUser, action: str, instance: Edition) -> bool:
        """A withdrawal is a publication: it takes the right to publish that very handbook."""
        if not self.user_has_permission(user, action):
            return False
        return action == "view" or instance.handbook.permissions_for_user(user).can_publish()


class WithdrawalForm(WagtailAdminModelForm):
    """When and why; both are needed."""

    withdrawn_on = forms.DateField(
        label=gettext_lazy("Withdrawn on"), widget=AdminDateInput, initial=timezone.localdate
    )
    withdrawn_reason = forms.CharField(
        label=gettext_lazy("Why it was withdrawn"),
        max_length=250,
        help_text=gettext_lazy("One sentence. Readers see it on top of the edition."),
    )

    class Meta:
        model = Edition
        fields = ["withdrawn_on", "withdrawn_reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_withdrawn:
            self.initial["withdrawn_on"] = timezone.localdate()

    def clean_withdrawn_on(self) -> date:
        day = self.cleaned_data["withdrawn_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("It is withdrawn at once: this day has not come yet."))
        return day


class WithdrawalView(generic.EditView):
    """Changes nothing but the withdrawal."""

    page_title = gettext_lazy("Withdrawing")
    submit_button_label = gettext_lazy("Mark as withdrawn")
    success_message = gettext_lazy("The edition “%(object)s” is marked as withdrawn.")

    def get_object(self, queryset: QuerySet | None = None) -> Edition:
        edition = super().get_object(queryset)
        if not self.user_has_permission_for_instance("change", edition):
            raise PermissionDenied
        return edition

    def save_instance(self) -> Edition:
        data = self.form.cleaned_data
        edition = Edition.objects.get(pk=self.object.pk)
        edition.withdraw(data["withdrawn_reason"], self.request.user, data["withdrawn_on"])
        self.has_content_changes = True
        return edition


def in_full(day: date | None) -> str:
    """An edition is known by its day, so “2 years ago” would not do."""
    return date_format(day, "j F Y") if day else ""


class EditionList(generic.IndexView):
    """With the handbook and language of each, in one query."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("handbook", "handbook__locale")

    def get_edit_url(self, instance: Edition) -> str | None:
        may = self.user_has_permission_for_instance("change", instance)
        return super().get_edit_url(instance) if may else None


class EditionInspection(generic.InspectView):
    """All that is known of an edition, and the way to its public page."""

    def get_edit_url(self) -> str | None:
        may = self.user_has_permission_for_instance("change", self.object)
        return super().get_edit_url() if may else None

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        address = self.object.url
        buttons = (
            [Button(_("See it on the site"), url=address, icon_name="view", priority=5)] if address else []
        )
        return [*buttons, *super().header_more_buttons]


class EditionViewSet(ModelViewSet):
    """Nothing is added or deleted here: the handbook's page publishes editions."""

    model = Edition
    name = "handbook_editions"
    icon = "openquote"
    menu_label = gettext_lazy("Editions")
    menu_hook = "register_handbook_menu_item"
    menu_order = 20
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = EditionList
    edit_view_class = WithdrawalView
    inspect_view_class = EditionInspection
    search_fields: list[str] = []
    list_display = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="handbook_editions:inspect"),
        Column("slug", label=gettext_lazy("Address")),
        Column("handbook", label=gettext_lazy("Handbook")),
        Column("handbook__locale", label=gettext_lazy("Language"), accessor="handbook.locale"),
        Column("day", label=gettext_lazy("Date"), accessor=lambda edition: in_full(edition.day)),
        Column(
            "withdrawn_on",
            label=gettext_lazy("Withdrawn"),
            accessor=lambda edition: in_full(edition.withdrawn_on),
        ),
    ]
    inspect_view_fields = [
        "name",
        "slug",
        "handbook",
        "day",
        "note",
        "sha256",
        "published_at",
        "published_by",
        "withdrawn_on",
        "withdrawn_reason",
    ]

    @property
    def permission_policy(self) -> NeverAddedNorDeleted:
        return NeverAddedNorDeleted(Edition)

    def get_form_class(self, for_update: bool = False) -> type[WithdrawalForm]:
        return WithdrawalForm

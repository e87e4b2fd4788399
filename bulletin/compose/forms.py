"""The form behind an edition in the editor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from bulletin.compose.one_line import one_line
from bulletin.compose.taken_over import take_over
from cms.pages.forms import SitePageForm

if TYPE_CHECKING:
    from bulletin.models import EditionPage


# Buttons of Wagtail’s editor. What is taken or sent back need not be complete.
SUBMIT = {"action-submit", "action-restart-workflow"}
SEND_BACK = {"action-workflow-action", "action-cancel-workflow"}


class EditionForm(SitePageForm):
    """Keeps the address in step with kind, month and title, and takes over what chosen pages say."""

    instance: EditionPage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.month is None and "month" in self.fields:
            self.initial["month"] = timezone.localdate().replace(day=1)
        pressed = {name for name in self.data if name.startswith("action-")}
        if pressed and pressed <= SEND_BACK and self.data.get("workflow-action-name") != "approve":
            self.defer_required_fields()

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors and SUBMIT & set(self.data):
            self._ask_the_links()

    def _ask_the_links(self) -> None:
        """As when it is approved or queued. What stays unknown is no obstacle, and said afterwards."""
        from bulletin.approval.links import answers_of

        dead, self.instance.unknown_links = answers_of(self.instance)
        for words in dead:
            self.add_error(None, words)

    def add_error(self, field: str | None, error: Any) -> None:
        """What is wrong with a field that this form does not have is said above the form."""
        if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                self.add_error(name, errors)
            return
        super().add_error(field if field in self.fields else None, error)

    def clean_month(self) -> date | None:
        month = self.cleaned_data["month"]
        return month and month.replace(day=1)

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])

    def clean_preheader(self) -> str:
        return one_line(self.cleaned_data["preheader"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("month") and cleaned.get("title") and not self.instance.first_published_at:
            self._keep_slug_in_step(cleaned)
        if (sections := cleaned.get("sections")) is not None:
            take_over(sections)
        self._keep_origin(cleaned)
        return cleaned

    def _keep_origin(self, cleaned: dict[str, Any]) -> None:
        """It decides who has to approve, so it stays in what is public, becomes so, or was queued."""
        edition, origin = self.instance, cleaned.get("origin")
        if edition.pk is None or origin is None:
            return
        if origin != edition.Origin.HERE and edition.sendings.exists():
            self.add_error("origin", _("It was queued for sending, so this stays as it is."))
        elif edition.first_published_at:
            known = type(edition).objects.values_list("origin", flat=True).get(pk=edition.pk)
            if origin != known:
                self.add_error("origin", _("Readers have seen the edition, so this stays as it is."))
        elif origin != edition.origin and "action-publish" in self.data:
            self.add_error("origin", _("You have changed this. Save the draft first, and look at it again."))

    def _keep_slug_in_step(self, cleaned: dict[str, Any]) -> None:
        """Until the edition is out: then its address has been mailed."""
        kind = cleaned.get("edition_kind", self.instance.edition_kind)
        slug = type(self.instance)(
            title=cleaned["title"], month=cleaned["month"], edition_kind=kind
        ).slug_for()
        if kind == self.instance.Kind.SPECIAL:
            slug = self._numbered(slug)
        elif not self._is_free(slug):
            month = {"month": date_format(cleaned["month"], "F Y")}
            words = _("There is already an edition for %(month)s: choose special edition or another month.")
            self.add_error("month", words % month)
            return
        self.instance.slug = slug

    def _numbered(self, slug: str) -> str:
        """Two special editions of a month may have one title."""
        if self._is_free(slug):
            return slug
        return next(name for number in range(2, 1000) if self._is_free(name := f"{slug}-{number}"))

    def _is_free(self, slug: str) -> bool:
        return Page._slug_is_available(slug, self.parent_page, self.instance)

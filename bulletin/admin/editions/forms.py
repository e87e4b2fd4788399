"""What is asked before an edition is queued."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bulletin.admin.editions.audience import audience_now
from bulletin.admin.editions.scottish_time import in_scotland
from bulletin.models import EditionPage, Sending

NOW, LATER = "now", "later"
MOST_EARLIER = 12  # each is counted


class EarlierSendingField(forms.ModelChoiceField):
    """Says of each choice how many it would go to now."""

    edition: EditionPage

    def label_from_instance(self, sending: Sending) -> str:
        day = date_format(timezone.localtime(sending.started_at, in_scotland()), "j F Y")
        words = _("Those who were sent “%(subject)s” on %(day)s") % {"subject": sending.subject, "day": day}
        return self.with_number(words, sending)

    def with_number(self, words: str, same_as: Sending | None = None) -> str:
        number = audience_now(self.edition, self.edition.edition_kind, same_as)
        counted = ngettext("%(words)s: %(number)s subscriber", "%(words)s: %(number)s subscribers", number)
        return counted % {"words": words, "number": f"{number:,}"}


class TimeInScotlandField(forms.DateTimeField):
    """Whatever time zone a person has chosen for the admin: editors agree on one time."""

    # Wagtail’s own window of days would cover the button below it.
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(settings.TIME_ZONE):
            return super().to_python(value)


class QueueForm(forms.Form):
    """When it goes out, and for a special edition, whether only those get it who had another one."""

    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=[(NOW, gettext_lazy("Now")), (LATER, gettext_lazy("At a time"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    send_at = TimeInScotlandField(
        label=gettext_lazy("Date and time"),
        required=False,
        help_text=gettext_lazy("Only for “At a time”. Time in Scotland (Europe/London)."),
    )
    same_audience_as = EarlierSendingField(
        label=gettext_lazy("To whom"),
        required=False,
        queryset=Sending.objects.none(),
        help_text=gettext_lazy("For a correction: choose the sending that it corrects."),
    )

    def __init__(self, *args: Any, edition: EditionPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if edition.edition_kind == EditionPage.Kind.SPECIAL:
            earlier = self.fields["same_audience_as"]
            started = Sending.objects.exclude(edition_id=edition.pk).filter(started_at__isnull=False)
            newest = list(started.order_by("-started_at").values_list("pk", flat=True)[:MOST_EARLIER])
            earlier.edition = edition
            earlier.empty_label = earlier.with_number(_("All who want special editions"))
            earlier.initial = self._audience_of_cancelled(edition)
            if earlier.initial and earlier.initial not in newest:
                newest.append(earlier.initial)
            earlier.queryset = started.filter(pk__in=newest).defer("html", "text", "message")
        else:
            del self.fields["same_audience_as"]

    @staticmethod
    def _audience_of_cancelled(edition: EditionPage) -> int | None:
        """One that was cancelled goes on to those to whom it went before."""
        newest = edition.sendings.order_by("-queued_at", "-pk").values_list("state", "same_audience_as")
        state, corrected = newest.first() or ("", None)
        return corrected if state == Sending.State.CANCELLED else None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("when") == LATER and "send_at" not in self.errors:
            moment = given.get("send_at")
            if moment is None:
                self.add_error("send_at", _("Enter the date and the time."))
            elif moment <= timezone.now():
                self.add_error("send_at", _("This time has passed. Enter a later one."))
        return given

    @property
    def chosen_time(self) -> datetime | None:
        """None for now."""
        return self.cleaned_data["send_at"] if self.cleaned_data["when"] == LATER else None

    @property
    def corrected(self) -> Sending | None:
        """The sending to whose readers this one goes."""
        return self.cleaned_data.get("same_audience_as")

"""What is new as a list of boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletin.compose.carried import moment_of
from bulletin.compose.news_items import heading_of
from bulletin.compose.proposal import Proposal
from cms.pages.whats_new import News


class ChosenNewsForm(forms.Form):
    """The moment up to which was looked, and the keys of what is ticked."""

    until = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal

    @staticmethod
    def moment_in(posted: Mapping[str, str]) -> datetime | None:
        """None where none was sent, or one that has not come yet."""
        moment = moment_of(posted.get("until", ""))
        return moment if moment and moment <= timezone.now() else None

    @property
    def ticked(self) -> set[str]:
        """Of an unsent form, what fits in.

        What was being published while the form was made stood on no list; nobody said no to it.
        """
        if not self.is_bound:
            return {news.key for news in self.proposal.taken}
        keys = {news.key for news in self.proposal.news}
        return keys & {*self.data.getlist("chosen")} | keys - {*self.data.getlist("shown")}

    def clean(self) -> dict[str, Any]:
        room, number = len(self.proposal.taken), len(self.ticked)
        if number > room:
            message = _("There is room for %(room)d, and %(number)d are ticked.")
            raise forms.ValidationError(message, params={"room": room, "number": number})
        return super().clean()


@dataclass(frozen=True)
class Choice:
    news: News
    is_ticked: bool


def grouped(proposal: Proposal, ticked: set[str]) -> list[tuple[str, list[Choice]]]:
    """The headings of an edition with what belongs below each."""
    groups: dict[str, list[Choice]] = {}
    for news in proposal.news:
        groups.setdefault(heading_of(news.kind), []).append(Choice(news, news.key in ticked))
    return list(groups.items())

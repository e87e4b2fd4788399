"""What editors have chosen for certain words; it stands before all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from search.models import Entry
from search.words import folded


class BestBet(NamedTuple):
    """A page or an address of another site, with the words of editors."""

    title: str
    url: str
    description: str


def best_bets(words: str, language: str) -> list[BestBet]:
    """In the editors' order, without pages that readers cannot open. Asking leaves no trace."""
    return list(_best_bets(words, language))


def _best_bets(words: str, language: str) -> Iterator[BestBet]:
    asked = normalise_query_string(words)
    # The report of searches that found nothing writes its words without accents.
    same = SearchPromotion.objects.filter(query__query_string__in={asked, folded(asked)})
    chosen = list(same.order_by("sort_order"))
    if not chosen:
        return
    entries = Entry.objects.filter(
        page__in=[each.page_id for each in chosen if each.page_id], language=language
    )
    found = {entry.page_id: entry for entry in entries.only("page_id", "heading", "summary", "address")}
    for each in chosen:
        if entry := found.get(each.page_id):
            yield BestBet(entry.heading, entry.address, each.description or entry.summary)
        elif each.external_link_url:
            yield BestBet(
                each.external_link_text or each.external_link_url, each.external_link_url, each.description
            )

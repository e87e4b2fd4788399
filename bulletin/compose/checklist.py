"""What has to be mended before an edition goes out, and what may be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from bulletin.compose.checks.answers import problems_of_answers
from bulletin.compose.checks.links import links_of, targets_of_links, words_of_links
from bulletin.compose.checks.mail import problems_of_the_mail
from bulletin.compose.checks.places import PlacedItem, field_place, items_in, sections_in
from bulletin.compose.checks.problem import Problem, problem
from bulletin.compose.checks.validation import problems_of_validation
from bulletin.compose.checks.words import (
    dates_in_the_past,
    problems_of_fields,
    problems_of_items,
    problems_of_sections,
)
from cms.blocks.targets import Targets, gathered

if TYPE_CHECKING:
    from bulletin.models import EditionPage

__all__ = ["Problem", "missing_of", "problems_of", "problems_of_answers_to"]


def problems_of(edition: EditionPage, check_links: bool = False, day: date | None = None) -> list[Problem]:
    """In the order of the edition; it is the draft in hand that is looked at.

    Other sites are asked only with `check_links`, which takes seconds. Dates have passed when they lie before
    `day`: without one, the day for which it is queued, or today. What was sent elsewhere needs a title, a
    month and something to read.
    """
    with gathered(edition.sections, edition.introduction) as targets:
        items = list(items_in(edition))
        found = list(_of_the_bulletin(edition, items, targets, day))
        if check_links and edition.is_sendable:
            found += problems_of_answers(links_of(edition, items))
        known = {each.where for each in found if each.is_blocking}
        found += [each for each in problems_of_validation(edition, items) if each.where not in known]
    return _in_order(found, items)


def problems_of_answers_to(edition: EditionPage) -> list[Problem]:
    """Of its links to other sites alone, which are asked for it; that takes seconds."""
    if not edition.is_sendable:
        return []
    with gathered(edition.sections, edition.introduction):
        links = list(links_of(edition, list(items_in(edition))))
    return list(dict.fromkeys(problems_of_answers(links)))


def missing_of(edition: EditionPage) -> dict[str, str]:
    """What stands in the way, by field, beyond what validation of the draft says itself."""
    missing: dict[str, list[str]] = {}
    with gathered(edition.sections, edition.introduction) as targets:
        items = list(items_in(edition))
        found = _in_order(_of_the_bulletin(edition, items, targets, None), items)
    for each in found:
        if each.is_blocking:
            words = each.words if _names_field(edition, each) else f"{each.where}: {each.words}"
            missing.setdefault(each.field, []).append(words)
    return {name: " ".join(words) for name, words in missing.items()}


def day_of_sending(edition: EditionPage) -> date:
    """Today, or the later day for which it is queued."""
    today = timezone.localdate()
    if edition.pk is None:
        return today
    from bulletin.models import Sending

    queued = edition.sendings.filter(state=Sending.State.QUEUED).values_list("send_at", flat=True).first()
    return max(today, timezone.localdate(queued)) if queued else today


def _of_the_bulletin(
    edition: EditionPage, items: list[PlacedItem], targets: Targets, day: date | None
) -> Iterator[Problem]:
    """What an edition is asked for beyond the validation that all pages have."""
    if not edition.is_sendable:
        yield from _of_one_sent_elsewhere(edition)
        return
    links = list(links_of(edition, items))
    yield from _of_title_and_month(edition)
    yield from problems_of_fields(edition)
    yield from problems_of_sections(edition, sections_in(edition), items)
    yield from problems_of_items(items)
    yield from dates_in_the_past(items, day or day_of_sending(edition), is_out=edition.live)
    yield from words_of_links(links)
    yield from targets_of_links(links, targets, _own_hosts())
    yield from problems_of_the_mail(edition)


def _of_title_and_month(edition: EditionPage) -> Iterator[Problem]:
    for name in ("title", "month"):
        if not getattr(edition, name):
            yield problem(field_place(edition, name), _("It is missing."))


def _of_one_sent_elsewhere(edition: EditionPage) -> Iterator[Problem]:
    yield from _of_title_and_month(edition)
    has_text = edition.introduction or len(edition.sections)
    if not (has_text or edition.original_file_id or edition.original_address):
        message = _("Enter the text, choose the file, or say where it can be read.")
        yield problem(field_place(edition, "original_file"), message)


def _own_hosts() -> set[str]:
    """Also that of the admin, from where an address may have been copied."""
    admin = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
    return {admin, *Site.objects.values_list("hostname", flat=True)}


def _names_field(edition: EditionPage, found: Problem) -> bool:
    return found.where == field_place(edition, found.field).words


def _in_order(found: Iterable[Problem], items: list[PlacedItem]) -> list[Problem]:
    """What blocks first; then fields, then items as they stand."""
    block_ids = [item.place.block_id for item in items]
    places = {block_id: number for number, block_id in enumerate(block_ids) if block_id}
    by_place = sorted(dict.fromkeys(found), key=lambda each: places.get(each.block_id, -1))
    return sorted(by_place, key=lambda each: not each.is_blocking)

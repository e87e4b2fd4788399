"""What has to be mended before an edition goes out, and what may be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from bulletin.compose.checks.answers import problems_of_answers
from bulletin.compose.checks.links import links_of, targets_of_links, words_of_links
from bulletin.compose.checks.mail import problems_of_the_mail
from bulletin.compose.checks.places import field_place, items_in, sections_in
from bulletin.compose.checks.problem import Problem, problem
from bulletin.compose.checks.words import (
    dates_in_the_past,
    problems_of_fields,
    problems_of_items,
    problems_of_sections,
)
from cms.blocks.targets import gathered

if TYPE_CHECKING:
    from bulletin.models import EditionPage

__all__ = ["Problem", "missing_of", "problems_of", "problems_of_answers_to"]


def problems_of(edition: EditionPage, check_links: bool = False) -> list[Problem]:
    """In the order of the edition; it is the draft in hand that is looked at.

    Other sites are asked only with `check_links`, which takes seconds. What was sent elsewhere needs a title,
    a month and something to read.
    """
    if not edition.is_sendable:
        return list(_of_one_sent_elsewhere(edition))
    with gathered(edition.sections, edition.introduction) as targets:
        items = list(items_in(edition))
        links = list(links_of(edition, items))
        found = [
            *_of_title_and_month(edition),
            *problems_of_fields(edition),
            *problems_of_sections(edition, sections_in(edition), items),
            *problems_of_items(items),
            *dates_in_the_past(items, day_of_sending(edition), is_out=edition.live),
            *words_of_links(links),
            *targets_of_links(links, targets, _own_hosts()),
            *problems_of_the_mail(edition),
        ]
    if check_links:
        found += problems_of_answers(links)
    return _in_order(found, [item.place.block_id for item in items])


def problems_of_answers_to(edition: EditionPage) -> list[Problem]:
    """Of its links to other sites alone, which are asked for it; that takes seconds."""
    if not edition.is_sendable:
        return []
    with gathered(edition.sections, edition.introduction):
        links = list(links_of(edition, list(items_in(edition))))
    return list(dict.fromkeys(problems_of_answers(links)))


def missing_of(edition: EditionPage) -> dict[str, str]:
    """What stands in the way, by field, for those who submit, approve or publish the edition."""
    missing: dict[str, list[str]] = {}
    for each in problems_of(edition):
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
    return set(Site.objects.values_list("hostname", flat=True))


def _names_field(edition: EditionPage, found: Problem) -> bool:
    return found.where == field_place(edition, found.field).words


def _in_order(found: Iterable[Problem], block_ids: list[str]) -> list[Problem]:
    """What blocks first; then fields, then items as they stand."""
    places = {block_id: number for number, block_id in enumerate(block_ids) if block_id}
    by_place = sorted(dict.fromkeys(found), key=lambda each: places.get(each.block_id, -1))
    return sorted(by_place, key=lambda each: not each.is_blocking)

"""Councils by postcode, or by a part of one with the share that each council has of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from la_directory.finder.answer import Answer, Match
from la_directory.finder.areas import AREAS
from la_directory.finder.elsewhere import ACROSS_THE_BORDER, ENGLAND, by_area
from la_directory.finder.postcode_forms import Part, Whole, area_of, shown
from la_directory.models import Postcode, PostcodeSet, PostcodeShare

Counts = Mapping[str, int]
ELSEWHERE = ""  # stands for a council where postcodes of a part lie outside Scotland


def by_postcode(typed: Whole | Part) -> Answer | None:
    """None for what only looks like a postcode: no area of the country has these letters."""
    areas = {area_of(reading) for reading in typed.readings}
    if areas & AREAS.keys():
        return _whole(typed) if isinstance(typed, Whole) else _part(typed)
    country = next((by_area()[area] for area in areas if area in by_area()), None)
    return Answer(country=country) if country else None


def _whole(typed: Whole) -> Answer:
    known = Postcode.objects.councils_of(typed.readings)
    if typed.typed in known:
        known = {typed.typed: known[typed.typed]}
    if known:
        matches = (Match(code, _reason(postcode)) for postcode, code in known.items())
        return Answer(tuple(matches), is_certain=len(known) == 1)
    note = _(
        "We do not know the postcode %(postcode)s. Check it, or choose from the councils around it. "
        "A very new postcode may not be in our list yet."
    ) % {"postcode": shown(typed.typed)}
    return _around(typed.parts, note)


def _reason(postcode: str) -> str:
    return _("The postcode %(postcode)s is in this council area") % {"postcode": shown(postcode)}


def _part(typed: Part) -> Answer:
    area = area_of(typed.readings[0])
    counts = PostcodeShare.objects.counts_of([*typed.readings, area])
    for part in typed.readings:
        if part in counts:
            return _shares(part, counts[part])
    note = _(
        "We know no postcode that starts with %(part)s. Check it, or choose from the councils around it."
    )
    return _around([area], note % {"part": typed.typed})


def _around(parts: Sequence[str], note: str) -> Answer:
    """The councils of the smallest part that is known; without postcode data those of its area."""
    counts = PostcodeShare.objects.counts_of(parts)
    # The smallest stand first.
    smallest = next((part for part in parts if part in counts), None)
    if smallest:
        shares = _shares(smallest, counts[smallest])
        return Answer(shares.matches, note=note, country=shares.country)
    area = parts[-1]
    if PostcodeSet.objects.current():
        return Answer(note=note)
    return _from_the_table(area)


def _from_the_table(area: str) -> Answer:
    codes = AREAS.get(area, ())
    reason = _("Some %(area)s postcodes are in this council area") % {"area": area}
    if len(codes) == 1:
        return Answer((Match(codes[0], reason),), is_certain=True)
    note = _(
        "We cannot look up single postcodes at the moment, only the letters they start with. "
        "Your town or village tells us more."
    )
    goes_on = any(district.startswith(area) for district in ACROSS_THE_BORDER)
    matches = tuple(Match(code, reason) for code in codes)
    return Answer(matches, note=note, country=ENGLAND if goes_on else None)


def _shares(part: str, counts: Counts) -> Answer:
    if ELSEWHERE not in counts and part.split()[0] in ACROSS_THE_BORDER:
        return _shares_of_scottish_side(part, counts)
    total = sum(counts.values())
    matches = tuple(
        Match(code, share_words(number, total, part)) for code, number in counts.items() if code != ELSEWHERE
    )
    if number := counts.get(ELSEWHERE):
        note = _("Outside Scotland: %(share)s.") % {"share": share_words(number, total, part)}
        return Answer(matches, note=note, country=ENGLAND)
    return Answer(matches, is_certain=len(matches) == 1)


def _shares_of_scottish_side(part: str, counts: Counts) -> Answer:
    """What a file of Scottish postcodes alone says of a district that goes on in England."""
    reason = _("The Scottish part of %(part)s") % {"part": part}
    note = _("A good part of %(part)s is in England.") % {"part": part}
    return Answer(tuple(Match(code, reason) for code in counts), note=note, country=ENGLAND)


def share_words(number: int, total: int, part: str) -> str:
    """“83% of the postcodes in G33”; what rounds to nothing is counted, so that nobody is rounded away."""
    percent = round(100 * number / total)
    named = {"part": part, "percent": percent, "number": f"{number:,}", "total": f"{total:,}"}
    if number == total:
        return _("All postcodes in %(part)s") % named
    if percent == 100:
        return _("Nearly all postcodes in %(part)s") % named
    if percent == 0:
        return _("%(number)s of the %(total)s postcodes in %(part)s") % named
    return _("%(percent)s%% of the postcodes in %(part)s") % named

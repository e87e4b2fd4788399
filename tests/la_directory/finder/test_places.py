"""The hand-typed table of places, compared with open data that lies beside the project."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from django.conf import settings

from la_directory.councils import COUNCILS, by_code
from la_directory.finder.areas import AREAS
from la_directory.finder.names import Kind, hand_typed, key_of, words_of
from la_directory.finder.places import places
from la_directory.finder.places.gaelic import GAELIC
from la_directory.finder.places.old_areas import OLD_AREAS

TOWNS = Path(settings.BASE_DIR).parent / "shared/data/outcode_town_council_cc0.csv"
# The list is cut by postcode district, so it gives some places the council of their neighbours. These are
# misspelt there, are streets, or lie in England.
SET_ASIDE = {"Ballatar", "Hope St", "Berwick-upon-Tweed", "Cornhill-on-Tweed", ""}
OF_ANOTHER_COUNCIL = {("Glasgow", "S12000050"), ("Dolphinton", "S12000026")}


def test_every_council_has_places_and_every_code_is_a_council() -> None:
    named = dict.fromkeys(code for _name, code in places())
    assert set(named) == {council.code for council in COUNCILS}
    others = [*GAELIC, *(code for codes in (*OLD_AREAS.values(), *AREAS.values()) for code in codes)]
    assert set(others) <= set(named)
    assert len({name for name, _code in places()}) > 400


def test_names_are_clean() -> None:
    for name, _code in places():
        assert re.fullmatch(r"[A-Z][\w'’-]*( [\w'’-]+)*", name), name


def test_the_table_agrees_with_the_towns_of_the_postcode_districts() -> None:
    if not TOWNS.exists():
        pytest.skip(f"there is no {TOWNS.name} beside the project")
    wrong = []
    with TOWNS.open() as file:
        for row in csv.DictReader(file):
            for town in re.split(r", | and (?!Port)", row["town"]):
                if town in SET_ASIDE or (town, row["gss_code"]) in OF_ANOTHER_COUNCIL:
                    continue
                entries = hand_typed().as_written.get(key_of(words_of(town)), ())
                entries = entries or hand_typed().telling.get(key_of(words_of(town.split(" of ")[-1])), ())
                codes = {entry.code for entry in entries if entry.kind <= Kind.PLACE}
                if row["gss_code"] not in codes:
                    wrong.append((town, row["council"], [by_code()[code].name for code in codes]))
    assert wrong == []

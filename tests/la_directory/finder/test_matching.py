"""What readers type, and the councils that are found for it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from la_directory.councils import COUNCILS, by_code
from la_directory.finder.answer import Answer
from la_directory.finder.find import find_councils

pytestmark = pytest.mark.django_db


def names(answer: Answer) -> list[str]:
    return [by_code()[match.code].name for match in answer.matches]


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("G33 1AA", "Glasgow City"),
        (" g331aa ", "Glasgow City"),
        ("g33-1ab.", "Glasgow City"),
        ("12 Main Street, Cranhill, G33 1ZZ", "North Lanarkshire"),
        ("G33 IAA", "Glasgow City"),
        ("KYI IAA", "Fife"),
        ("1V2 1AA", "Highland"),
        ("EHI", "City of Edinburgh"),
        ("KY1 1", "Fife"),
        ("Oban", "Argyll and Bute"),
        ("near OBAN", "Argyll and Bute"),
        ("An t-Òban", "Argyll and Bute"),
        ("an t oban", "Argyll and Bute"),
        ("Isle of Arran", "North Ayrshire"),
        ("Bo’ness", "Falkirk"),
        ("Saint Andrews", "Fife"),
        ("Newtonstewart", "Dumfries and Galloway"),
        ("Blackburn, West Lothian", "West Lothian"),
        ("Aberdeen", "Aberdeen City"),
        ("City of Aberdeen", "Aberdeen City"),
        ("Glasgow City Council", "Glasgow City"),
        ("d & g", "Dumfries and Galloway"),
        ("Comhairle nan Eilean Siar", "Na h-Eileanan Siar"),
        ("Western Isles", "Na h-Eileanan Siar"),
        ("Clackmananshire", "Clackmannanshire"),
        ("Edinburg", "City of Edinburgh"),
        ("Cunninghame", "North Ayrshire"),
        ("s12000049", "Glasgow City"),
        ("S12000046", "Glasgow City"),
        ("S12 000 015", "Fife"),
    ],
)
def test_one_answer_is_one_council(postcodes: None, words: str, council: str) -> None:
    answer = find_councils(words)
    assert answer.only and by_code()[answer.only].name == council


@pytest.mark.parametrize(
    ("words", "councils"),
    [
        ("Lanarkshire", ["South Lanarkshire", "North Lanarkshire"]),
        ("Invernesshire", ["Highland", "Na h-Eileanan Siar"]),
        ("Perthshire", ["Perth and Kinross", "Stirling"]),
        ("Tarbert", ["Argyll and Bute", "Na h-Eileanan Siar"]),
        ("Tayside", ["Perth and Kinross", "Dundee City", "Angus"]),
        ("Perth Road, Dundee", ["Dundee City", "Perth and Kinross"]),
        ("12 High Street, Airdrie", ["North Lanarkshire"]),
        ("London Road, Glasgow", ["Glasgow City"]),
        ("Flat B2, Airdrie", ["North Lanarkshire"]),
        ("Kirkcudbrite", ["Dumfries and Galloway"]),
        ("Grantown", ["Highland"]),
        ("Kilmarnok", ["East Ayrshire"]),
        ("Bishopston", ["Renfrewshire"]),
        ("xyzzy", []),
        ("§§ ??", []),
        ("S12000099", []),
    ],
)
def test_readers_choose_where_more_than_one_fits_or_it_is_not_sure(words: str, councils: list[str]) -> None:
    answer = find_councils(words)
    assert (names(answer), answer.only) == (councils, None)
    assert all(match.reason for match in answer.matches)


def test_strathclyde_is_twelve_councils() -> None:
    assert len(find_councils("Strathclyde").matches) == 12


def test_shares_are_honest(postcodes: None) -> None:
    reasons = [match.reason for match in find_councils("G33").matches]
    assert reasons == ["85% of the postcodes in G33", "15% of the postcodes in G33"]
    assert find_councils("Easterhouse G33").matches == find_councils("g33").matches
    area = {by_code()[match.code].name: match.reason for match in find_councils("G").matches}
    assert area == {
        "Glasgow City": "86% of the postcodes in G",
        "North Lanarkshire": "14% of the postcodes in G",
    }
    border = find_councils("TD15")
    assert (border.matches[0].reason, border.note, border.only) == (
        "25% of the postcodes in TD15",
        "Outside Scotland: 75% of the postcodes in TD15.",
        None,
    )
    assert border.country and border.country.name == "England"


def test_a_district_that_goes_on_in_england_is_not_said_to_be_scottish_alone(postcodes: None) -> None:
    """No file of Scotland alone tells what lies beyond."""
    answer = find_councils("TD12")
    assert (answer.matches[0].reason, answer.only) == ("The Scottish part of TD12", None)
    assert answer.country and answer.country.name == "England"


def test_a_postcode_nobody_knows_leads_to_the_councils_around_it(postcodes: None) -> None:
    answer = find_councils("G33 8XY")
    assert (names(answer), answer.only) == (["Glasgow City"], None)
    assert "We do not know the postcode G33 8XY" in answer.note
    assert "We know no postcode that starts with G99" in find_councils("G99").note


def test_a_slip_that_may_mean_two_postcodes_is_not_guessed(postcodes: None) -> None:
    assert find_councils("G30 10A").only == "S12000049"  # G30 1OA: no other reading is known
    assert find_councils("KY1 11A").only == "S12000047"
    assert find_councils("KY1 1AA").only == "S12000047"  # as typed, whatever else it may be


def test_without_postcodes_areas_are_known_and_the_finder_says_what_it_cannot_do() -> None:
    answer = find_councils("G33 1AA")
    assert names(answer)[:2] == ["Glasgow City", "South Lanarkshire"]
    assert "We cannot look up single postcodes at the moment" in answer.note
    assert answer.only is None
    assert find_councils("ZE1 0AA").only == "S12000027"
    assert find_councils("Airdrie").only == "S12000050"


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("NE1 4AB", "England"),
        ("sw1a1aa", "England"),
        ("M1", "England"),
        ("London SW1A", "England"),
        ("Newcastle upon Tyne", "England"),
        ("Milton Keynes", "England"),
        ("E06000001", "England"),
        ("CF10", "Wales"),
        ("CH5 1AA", "England or Wales"),
        ("BT1 1AA", "Northern Ireland"),
        ("Isle of Man", "the Isle of Man"),
    ],
)
def test_outside_scotland_readers_learn_whom_to_ask(words: str, country: str) -> None:
    answer = find_councils(words)
    assert answer.matches == ()
    assert answer.country and answer.country.name == country
    assert all(url.startswith("https://") for _name, url in answer.country.help_from)


def test_every_council_is_found_by_each_of_its_names() -> None:
    for council in COUNCILS:
        for name in (council.name, council.official_name, f"near {council.name}", council.gaelic_name):
            if name:
                assert find_councils(name).only == council.code, name
        for name in council.other_names:
            assert council.code in {match.code for match in find_councils(name).matches}, name


def test_a_look_up_costs_at_most_three_queries(postcodes: None) -> None:
    for words, most in (("G33 1AA", 1), ("G33", 1), ("G33 8XY", 2), ("G99", 2), ("Oban", 0)):
        with CaptureQueriesContext(connection) as captured:
            find_councils(words)
        assert len(captured) <= most, words


@given(
    st.one_of(st.text(max_size=120), st.from_regex(r"[A-Z0O1I]{1,4} ?[0-9OI]?[A-Z0-9]{0,3}", fullmatch=True))
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_typed_gets_an_answer(words: str) -> None:
    assert isinstance(find_councils(words), Answer)

"""What stands before what."""

from __future__ import annotations

from datetime import date

import pytest
from wagtail.models import Page

from search.models import Entry
from search.results import find
from search.vocabulary import count_words
from tests.factories import councils, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return pages.home_page()


def found(words: str) -> list[str]:
    return [match.heading for match in find(words, "en-gb").everything]


def test_a_page_stands_behind_the_part_of_it_that_fits(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    councils.service(glasgow, "Zebra walks")
    assert found("zebra") == ["Zebra walks", "Glasgow City"]


def test_a_page_that_fits_better_than_its_parts_stands_first(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    councils.contact(glasgow, "Night line")
    assert found("glasgow city")[0] == "Glasgow City"


def test_parts_of_one_page_do_not_fill_the_list(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    for number in range(12):
        councils.service(glasgow, f"Zebra walks {number}")
    text = f"<p>{'Many are striped. ' * 30} The zebra.</p>"
    update = {"date": date(2019, 5, 1), "body": [("text", text)]}
    pages.add(pages.updates(home, 0), pages.UpdatePage, "Animals", **update)
    assert 4 <= found("zebra").index("Animals") < 12


def test_all_of_the_words_are_worth_more_than_one_in_the_title(home: Page) -> None:
    for name in ("Quagga", "Quagga rides", "Quagga walks"):
        pages.standard(home, name)
    pages.standard(home, "Animals", body=[("text", "<p>A quagga has a wombat for a friend.</p>")])
    assert found("wombat quagga")[0] == "Animals"


def test_a_title_in_other_words_is_as_good(home: Page) -> None:
    text = "<p>The Shared Measurement Framework is explained here.</p>"
    pages.standard(home, "Shared Measurement Framework explained", body=[("text", text)])
    pages.standard(home, "The Shared Measurement Framework")
    assert found("SMF")[0] == "The Shared Measurement Framework"


def test_who_asks_for_a_month_gets_what_is_of_it(home: Page) -> None:
    index = pages.updates(home, 0)
    for day in (14, 15):
        update = {"date": date(2024, 9, day), "body": pages.PARAGRAPH}
        pages.add(index, pages.UpdatePage, f"Zebra {day}", **update)
    pages.standard(home, "Zebra", summary="A zebra was seen in September 2024.")
    assert found("zebra September 2024")[2] == "Zebra"
    assert found("zebra 14 September 2024")[0] == "Zebra 14"


def test_words_that_say_little_weigh_little(home: Page) -> None:
    pages.standard(home, "Herself")
    pages.standard(home, "Animals", body=[("text", "<p>The quagga, and the quagga.</p>")])
    assert found("quagga herself")[0] == "Animals"


def test_a_rare_word_finds_its_relatives_and_a_common_one_does_not(home: Page) -> None:
    for name in ("Juggling", "Care", "Careers"):
        pages.standard(home, name)
    count_words()
    assert found("jugglers") == ["Juggling"]
    assert "Careers" in found("careers") and "Care" not in found("careers")


def test_a_page_is_found_by_the_words_of_its_address(home: Page) -> None:
    pages.standard(home, "Giraffe", slug="zebra-crossing")
    assert found("zebra") == ["Giraffe"]


def test_contacts_are_found_by_all_names_of_their_council(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    glasgow.other_names, glasgow.places = "Dear Green Place", "Easterhouse, Quaggatown"
    glasgow.save_revision().publish()
    for name, whom in (("Desk", "employers"), ("Night line", "people"), ("Office", "partners")):
        councils.contact(glasgow, name, for_whom=whom)
    first, second, *others = found("dear green place")
    assert (first, second) == ("Glasgow City", "Night line") and {"Desk", "Office"} < set(others)


def test_a_place_finds_its_council_and_the_contact_for_all_who_live_there(home: Page) -> None:
    glasgow = councils.council(councils.directory(home))
    glasgow.places = "Easterhouse, Quaggatown"
    glasgow.save_revision().publish()
    councils.contact(glasgow, "Night line")
    councils.contact(glasgow, "Desk", for_whom="employers")
    councils.contact(glasgow, "Young people’s team", subject="Anyone from 16 to 24")
    assert found("quaggatown") == ["Glasgow City", "Night line"]


def test_contacts_take_over_a_new_name_of_their_council(
    home: Page, django_capture_on_commit_callbacks
) -> None:
    glasgow = councils.council(councils.directory(home))
    contact = councils.contact(glasgow, "Night line")
    glasgow.other_names = "Dear Green Place"
    with django_capture_on_commit_callbacks(execute=True):
        glasgow.save_revision().publish()
    assert "Dear Green Place" in Entry.objects.get(page=contact).names

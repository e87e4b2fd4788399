"""What is looked for in vain is counted, and says nothing about anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.accounts.models import User
from search import missed
from search.best_bets import best_bets
from search.models import MissedSearch, Synonyms
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("  Zebra   CROSSING ", "zebra crossing"),
        ("Fàilte", "failte"),
        ("zebra at mary.smith@example.org", "zebra at"),
        ("zebra KW15 1NY", "zebra"),
        ("zebra kw151ny", "zebra"),
        ("zebra 0131 496 0123", "zebra"),
        ("zebra +44 (0)131 496-0123", "zebra"),
        ("zebra 0131-496-0123 crossing", "zebra crossing"),
        ("October 2024", "october 2024"),
        ("0131 496 0123", ""),
    ],
)
def test_what_could_be_somebodys_is_dropped(typed: str, counted: str) -> None:
    assert missed.counted_words(typed) == counted


def test_a_search_without_results_is_counted_by_day(client: Client) -> None:
    for words in ("zzzebra", "ZZZebra", " zzzebra"):
        client.get("/search/", {"q": words})
    (counted,) = MissedSearch.objects.all()
    assert (counted.words, counted.number, counted.day) == ("zzzebra", 3, timezone.localdate())


def test_a_search_with_results_is_not_counted(client: Client) -> None:
    pages.standard(pages.home_page(), "Zebra")
    client.get("/search/", {"q": "zebra"})
    assert not MissedSearch.objects.exists()


def test_a_flood_of_words_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missed, "MOST_A_DAY", 3)
    for number in range(9):
        missed.count(f"zzz {number}", "en-gb")
    assert MissedSearch.objects.count() == 3


def test_old_counts_are_forgotten() -> None:
    today = timezone.localdate()
    for days in (1, 400):
        MissedSearch.objects.create(day=today - timedelta(days=days), language="en-gb", words="zebra")
    missed.forget_old()
    assert MissedSearch.objects.get().day == today - timedelta(days=1)


def test_an_editor_makes_a_synonym_from_the_report(client: Client) -> None:
    for days in (0, 3):
        day = timezone.localdate() - timedelta(days=days)
        MissedSearch.objects.create(day=day, language="en-gb", words="stripy horse", number=2)
    client.force_login(User.objects.get(username="sg-editor"))
    html = client.get(reverse("missed_searches:index")).content.decode()
    assert "stripy horse" in html and ">4<" in "".join(html.split()) and "en-gb</td>" not in html
    form = client.get(f"{reverse('synonyms:add')}?words=stripy+horse, ").context["form"]
    assert form["words"].value() == "stripy horse, "
    client.post(reverse("synonyms:add"), {"words": "stripy horse, zebra"})
    pages.standard(pages.home_page(), "Zebra")
    assert "Zebra</a>" in client.get("/search/?q=stripy+horses").content.decode()


def test_an_editor_puts_a_page_first_from_the_report(client: Client, demo_site: None) -> None:
    words = "zzfàilte zzstripy"
    client.get("/search/", {"q": words})
    client.force_login(User.objects.get(username="sg-editor"))
    report = BeautifulSoup(client.get(reverse("missed_searches:index")).content, "html.parser")
    form = client.get(report.find("a", string=lambda text: text and "Put a page first" in text)["href"])
    assert form.context["form"]["query_string"].value() == "zzfailte zzstripy"
    page = pages.standard(pages.home_page(), "Zebra")
    rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 1, "MAX_NUM_FORMS": 1000}
    row = {"page": page.pk, "description": "Stripes.", "ORDER": 1}
    typed = {f"editors_picks-{name}": value for name, value in rows.items()}
    typed |= {f"editors_picks-0-{name}": value for name, value in row.items()}
    client.post(form.request["PATH_INFO"], {"query_string": "zzfailte zzstripy", **typed})
    assert [bet.title for bet in best_bets(words, "en-gb")] == ["Zebra"]


def test_one_word_is_no_synonym(client: Client) -> None:
    client.force_login(User.objects.get(username="sg-editor"))
    number = Synonyms.objects.count()
    answer = client.post(reverse("synonyms:add"), {"words": "zebra, Zebras"})
    assert "at least two words" in answer.content.decode()
    assert Synonyms.objects.count() == number


def test_the_report_can_be_exported(client: Client) -> None:
    MissedSearch.objects.create(day=timezone.localdate(), language="en-gb", words="=cmd zebra", number=2)
    client.force_login(User.objects.get(username="sg-editor"))
    answer = client.get(reverse("missed_searches:index"), {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert "zebra" in lines[1] and not lines[1].startswith("=")

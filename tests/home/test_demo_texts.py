"""The demo site is written afresh, finished, and names nobody who could be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from wagtail.models import Page

from cms.pages.models import SiteSettings
from cms.vocabulary.models import ApproachStatements
from resources.handbook.markup import plain_text
from resources.models import FurtherResource, Milestone
from tests.home.test_demo_site import bodies, strings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

REFERENCE = Path(settings.BASE_DIR).parent / "shared" / "reference"
TOO_LONG = 10  # shared words in a row; names of documents and bodies are shorter
FILLER = re.compile(r"\b(lorem|ipsum|todo|tbc|tbd|filler|placeholder|xxx)\b|\[\[|\]\]|\*\*", re.IGNORECASE)


def without_markup(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", text))


def words_in(stored: object) -> Iterator[str]:
    """Every text in the stored data of a body, without its markup."""
    yield from (without_markup(text) for text in strings(stored))


def texts() -> Iterator[tuple[str, str]]:
    """(where, words) of everything the demo site says, drafts and shared statements included."""
    for page in Page.objects.filter(depth__gt=1).specific():
        for field in page._meta.fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if field.name == "title" or (is_text and field.model is not Page):
                yield page.slug, without_markup(field.value_to_string(page))
        for body in bodies(page):
            for text in words_in(body.get_prep_value()):
                yield page.slug, text
    for milestone in Milestone.objects.all():
        yield "milestones", f"{milestone.title} {plain_text(milestone.text)}"
    for resource in FurtherResource.objects.all():
        yield "further resources", resource.title
    for statements in ApproachStatements.objects.all():
        for text in words_in(statements.statements.get_prep_value()):
            yield "statements", text


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Every run that is longer than may be shared; small letters, no marks."""
    words = re.findall(r"[a-z0-9]+", re.sub("[’']", "", text.lower()))
    return {tuple(words[start : start + TOO_LONG]) for start in range(len(words) - TOO_LONG + 1)}


def test_no_sentence_is_taken_from_the_reference_texts() -> None:
    sources = sorted(REFERENCE.glob("*.txt"))
    if not sources:
        pytest.skip("the reference texts are kept beside the checkout and are not there")
    taken = set().union(*(runs_of_words(source.read_text()) for source in sources))
    assert taken
    assert {(where, run) for where, text in texts() for run in runs_of_words(text) & taken} == set()


def test_texts_hold_no_filler_and_no_real_address_or_number() -> None:
    details = SiteSettings.objects.get()
    contact = f"{details.contact_email} {details.contact_telephone} {details.contact_address}"
    for where, text in [*texts(), ("settings", contact)]:
        assert not FILLER.search(text), f"{where}: {text}"
        assert all(name.endswith(".example") for name in re.findall(r"@(\S+?)[.,]?(?:\s|$)", text)), where
        for number in re.findall(r"(?<![\w-])0\d[\d ]{8,}\d\b", text):
            assert number.startswith(("0131 496 0", "0141 496 0")), f"{where}: {number}"

"""The edition as a mail: it compiles, and is small enough to arrive whole."""

import pytest

from bulletin.compose.checklist import problems_of
from bulletin.render.mail import CannotRender
from bulletin.render.message import LARGEST_HTML
from tests.bulletin import office
from tests.bulletin.office import sections, story


def test_a_mail_under_90_kilobytes_is_fine(db: None) -> None:
    assert problems_of(office.edition(sections=sections(*[story(summary="Long. " * 20)] * 25))) == []


def test_a_larger_mail_is_refused_with_its_size(db: None) -> None:
    text = {"type": "free_text", "value": {"text": f"<p>{'Many words. ' * 8000}</p>"}}
    (problem,) = problems_of(office.edition(sections=sections(text)))
    assert problem.is_blocking
    assert problem.where == "The e-mail"
    assert "mail programs cut off what is over 90 kB" in problem.words


def test_the_limit_is_counted_in_bytes(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = office.edition()
    monkeypatch.setattr("bulletin.render.mail.html_of", lambda edition: "é" * 45_000)
    assert problems_of(edition) == []
    monkeypatch.setattr("bulletin.render.mail.html_of", lambda edition: "é" * 45_001)
    assert len(problems_of(edition)) == 1
    assert LARGEST_HTML == 90_000


def test_what_cannot_be_rendered_names_the_item(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(edition: office.EditionPage) -> str:
        raise CannotRender("section “News”, item 1: A story", "This cannot be made into an e-mail.")

    monkeypatch.setattr("bulletin.render.mail.html_of", refuse)
    (problem,) = problems_of(office.edition())
    assert (problem.where, problem.words) == (
        "section “News”, item 1: A story",
        "This cannot be made into an e-mail.",
    )
    assert problem.is_blocking

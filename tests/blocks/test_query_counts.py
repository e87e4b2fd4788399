"""What a body costs: the same number of queries however many blocks it has."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.blocks.targets import current_targets
from resources.models import PublicationPage
from tests.blocks.bodies import BODY, body, shown
from tests.blocks.conftest import add_document, add_image, add_page
from tests.factories.pages import home_page, publications

Queries = list[str]


def everything(page: int, document: int, image: int, publication: int) -> list[tuple[str, Any]]:
    """One of each block that points at something."""
    link = {"page": page}
    text = f'<p><a linktype="page" id="{page}">a</a> <a linktype="document" id="{document}">b</a></p>'
    table = {"columns": [{"type": "rich_text", "heading": "A"}], "rows": [{"values": [text]}]}
    buttons = [{"label": "Go", "link": link}, {"label": "File", "link": {"document": document}}]
    return [
        ("text", text),
        ("warning", {"text": text}),
        ("accordion", {"items": [{"title": "One", "text": text}]}),
        ("image", {"image": {"image": image, "alt_text": "x"}, "long_description": text}),
        ("embed", {"title": "Film", "picture": image, "url": "https://vimeo.com/1", "transcript": link}),
        ("stack_table", {"caption": "Table", "table": table}),
        ("buttons", {"buttons": buttons}),
        ("cards", {"cards": [{"title": "Card", "link": link, "image": image}]}),
        ("links", {"links": [{"title": "", "link": link}]}),
        ("publications", {"publications": [{"title": "", "link": {"page": publication}}]}),
        ("documents", {"documents": [{"document": document}]}),
    ]


def blocks_of(number: int) -> list[tuple[str, Any]]:
    """`number` times everything, each time with targets of its own."""
    index = publications(home_page(), 0, title=f"Index of {number}")
    found: list[tuple[str, Any]] = []
    for place in range(number):
        plan = PublicationPage(
            title=f"Plan {place}", summary="x", publication_type="review", official_date="2020"
        )
        index.add_child(instance=plan)
        page, document = add_page(f"Page {number} {place}"), add_document(f"File {place}")
        found += everything(page.pk, document.pk, add_image(size=(300, 200)).pk, plan.pk)
    return found


def reader() -> HttpRequest:
    return RequestFactory().get("/", headers={"host": "localhost"})


def queries_of(render: Callable[..., object], **arguments: Any) -> Queries:
    with CaptureQueriesContext(connection) as captured:
        render(**arguments)
    return [query["sql"][:300] for query in captured]


def assert_same_cost(few: Queries, many: Queries, limit: int) -> None:
    listed = "\n".join(many)
    assert len(few) == len(many), f"more blocks cost more queries:\n{listed}"
    assert len(many) <= limit, f"more than {limit} queries:\n{listed}"


def test_many_blocks_cost_as_much_as_one_of_each_kind(db: None) -> None:
    costs = []
    for number in (1, 4):
        blocks = blocks_of(number)
        shown(body(*blocks), request=reader())  # makes the renditions, as the first reader would
        costs.append(queries_of(shown, value=body(*blocks), request=reader()))
    # The site for addresses; pages; publications in two steps with their own fields; documents; images and
    # their renditions.
    assert_same_cost(*costs, limit=7)


def test_a_preview_of_unsaved_words_costs_no_more(db: None) -> None:
    costs = []
    for number in (1, 4):
        made = [(child.block_type, child.value) for child in body(*blocks_of(number))]
        shown(BODY.normalize(made), request=reader())
        costs.append(queries_of(shown, value=BODY.normalize(made), request=reader()))
    assert_same_cost(*costs, limit=7)


def test_links_in_many_texts_are_fetched_at_once(db: None) -> None:
    pages = [add_page(f"Page {place}") for place in range(20)]
    value = body(*(("text", f'<p><a linktype="page" id="{page.pk}">x</a></p>') for page in pages))
    shown(value, request=reader())  # the addresses of sites are kept from now on
    queries = queries_of(shown, value=value, request=reader())
    assert len([query for query in queries if query.startswith('SELECT "wagtailcore_page"')]) == 1
    assert len(queries) == 2, "\n".join(queries)  # and the site


def test_a_body_without_links_costs_nothing(db: None) -> None:
    value = body(("heading", {"level": "2", "text": "Words"}), ("text", "<p>Words.</p>"))
    assert queries_of(shown, value=value, request=reader()) == []


def test_the_contents_list_costs_nothing(db: None) -> None:
    value = body(("heading", {"level": "2", "text": "Words"}), *blocks_of(1))
    template = Template("{% load body %}{% headings value as contents %}{{ contents|length }}")
    assert queries_of(template.render, context=Context({"value": value})) == []


def test_several_bodies_on_one_page_cost_as_much_as_one(db: None) -> None:
    template = Template(
        "{% load body %}{% gather_bodies pages %}"
        "{% for page in pages %}{% body_below page.body prefix=page.slug %}{% endfor %}"
    )
    costs = []
    for number in (1, 3):
        blocks = blocks_of(number)
        size = len(blocks) // number
        parts = [blocks[start : start + size] for start in range(0, len(blocks), size)]
        for _attempt in range(2):  # the first makes the renditions
            pages = [SimpleNamespace(body=body(*part), slug=str(place)) for place, part in enumerate(parts)]
            queries = queries_of(template.render, context=Context({"pages": pages, "request": reader()}))
        costs.append(queries)
    assert_same_cost(*costs, limit=7)


def test_nothing_is_kept_after_a_body_was_shown(db: None) -> None:
    shown(body(*blocks_of(1)), request=reader())
    assert current_targets() is None


def test_each_use_of_one_picture_keeps_its_own_description(db: None) -> None:
    key = add_image().pk
    value = body(*(("image", {"image": {"image": key, "alt_text": text}}) for text in ("First", "Second")))
    assert [image["alt"] for image in shown(value).find_all("img")] == ["First", "Second"]

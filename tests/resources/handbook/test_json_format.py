"""The canonical JSON says everything and is read back as it was."""

import json
from dataclasses import replace

import pytest
from django.utils.translation import override

from resources.handbook.content import EditionMark, Picture
from resources.handbook.json_format import UnknownSchema, as_data, canonical, from_data, read
from tests.factories.handbook import handbook


def test_what_is_written_is_read_back_whole():
    book = handbook(
        edition=EditionMark("2024-10", "October 2024", "2024-10-31", "First."),
        pictures=(Picture("a.png", "00"),),
    )
    assert read(canonical(book)) == book


def test_the_same_content_gives_the_same_bytes():
    assert canonical(handbook()) == canonical(handbook())
    assert canonical(handbook()) != canonical(replace(handbook(), title="Another"))


def test_rich_text_stands_beside_its_plain_words():
    data = json.loads(canonical(handbook()))
    first = data["categories"][0]["products"][0]
    assert first["used_by"] == "- Local authorities\n- Delivery partners"
    assert first["used_by_html"].startswith("<ul>")


def test_a_file_of_a_later_version_is_refused():
    with pytest.raises(UnknownSchema):
        from_data(as_data(handbook()) | {"schema_version": 99})


def test_the_bytes_do_not_depend_on_who_asks():
    with override("gd"):
        asked_in_gaelic = canonical(handbook())
    with override("en"):
        assert canonical(handbook()) == asked_in_gaelic
    assert canonical(handbook(language="gd")) != asked_in_gaelic

import copy
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

import resources.handbook
from cms.partial_dates.value import Precision
from resources.handbook import markup
from resources.handbook.content import EditionMark, Link, Milestone, Picture, Section
from resources.handbook.json_format import SCHEMA_VERSION, as_data, canonical, read
from resources.handbook.product_choices import ProductStatus, RelationKind
from tests.factories.handbook import handbook

FILE = Path(resources.handbook.__file__).with_name("schema") / f"handbook-{SCHEMA_VERSION}.json"
SCHEMA = json.loads(FILE.read_text())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def _full():
    """A handbook in which every kind of thing occurs."""
    about = Link("No One Left Behind", "https://example.org/policy/")
    book = handbook(
        9,
        edition=EditionMark("2024-10", "October 2024", "2024-10-31", "First edition"),
        pictures=(Picture("wheel.png", "0" * 64),),
        sections=(*handbook().sections, Section("s4", 4, "Empty")),
    )
    milestone = Milestone("milestone-3", None, "Undated", link=about, belongs_to=about)
    return as_data(handbook(**{**vars(book), "milestones": (milestone, *book.milestones)}))


def _objects(data, path=()):
    """All objects in the data, with the way to each."""
    if isinstance(data, dict):
        yield path, data
    for key, value in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from _objects(value, (*path, key))


def _at(data, path):
    for key in path:
        data = data[key]
    return data


def test_schema_itself_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "book", [handbook(), handbook(0), handbook(1, published=None, changed_on="", language="gd")]
)
def test_what_we_write_is_as_described(book):
    VALIDATOR.validate(json.loads(canonical(book)))


def test_words_in_another_language_are_as_described():
    link = Link("NOLB", "https://example.org/", language="en-gb")
    milestone = Milestone("milestone-3", None, "Undated", link=link, belongs_to=link, language="en-gb")
    book = handbook(1, language="gd", milestones=(milestone,))
    category = book.categories[0]
    english = replace(category.products[0], language="en-gb", links=(link,))
    resource = replace(handbook().further_resources[0], language="en-gb")
    book = replace(book, categories=(replace(category, products=(english,)),), further_resources=(resource,))
    VALIDATOR.validate(json.loads(canonical(book)))
    assert read(canonical(book)) == book


def test_edition_with_everything_in_it_is_as_described():
    VALIDATOR.validate(_full())


def test_every_key_is_needed_and_no_other_is_allowed():
    full = _full()
    tried = 0
    for path, found in _objects(full):
        for key in found:
            changed = copy.deepcopy(full)
            del _at(changed, path)[key]
            with pytest.raises(ValidationError):
                VALIDATOR.validate(changed)
            tried += 1
        changed = copy.deepcopy(full)
        _at(changed, path)["colour"] = ""
        with pytest.raises(ValidationError):
            VALIDATOR.validate(changed)
    assert tried > 300


def test_every_object_in_the_schema_is_closed_and_complete():
    for _path, found in _objects(SCHEMA):
        if found.get("type") == "object":
            assert found["additionalProperties"] is False
            left_out = set() if found is SCHEMA else {"language"}
            assert found["required"] == [name for name in found["properties"] if name not in left_out]


def test_every_field_is_described_in_plain_words():
    for _path, found in _objects(SCHEMA):
        for name, field in found.get("properties", {}).items() if found.get("type") == "object" else ():
            described = field if "description" in field else SCHEMA["$defs"][field["$ref"].rpartition("/")[2]]
            assert re.fullmatch(r"[A-Z].*[.]", described["description"]), name


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("changed_on",), "15/01/2025"),
        (("published_key",), "2024-10"),
        (("language",), "English"),
        (("edition", "day"), "2024-13-01"),
        (("edition", "slug"), "October"),
        (("sections", 0, "shows"), "timeline"),
        (("sections", 0, "number"), 0),
        (("categories", 0, "products", 0, "status"), "new"),
        (("categories", 0, "products", 0, "name"), None),
        (("categories", 0, "products", 0, "relations", 0, "kind"), "likes"),
        (("milestones", 0, "link"), "https://example.org/"),
        (("pictures", 0, "sha256"), "abc"),
    ],
)
def test_wrong_values_are_refused(path, wrong):
    data = _full()
    assert _at(data, path[:-1])[path[-1]] != wrong
    _at(data, path[:-1])[path[-1]] = wrong
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_choices_are_those_of_the_site():
    kinds = SCHEMA["$defs"]
    assert kinds["product"]["properties"]["status"]["enum"] == ProductStatus.values
    assert kinds["relation"]["properties"]["kind"]["enum"] == RelationKind.values


def test_dates_and_elements_are_those_of_the_site():
    key = SCHEMA["$defs"]["date_key"]["pattern"]
    assert [n for n in range(10) if re.search(key, f"2024-10-01.{n}")] == [int(one) for one in Precision]
    named = SCHEMA["$defs"]["html"]["description"].partition("elements: ")[2].rstrip(".")
    assert set(named.split(", ")) == markup.ELEMENTS

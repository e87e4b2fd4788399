"""Work that is not finished: it is kept, and it can be looked at."""

import pytest

from cms.blocks.links import LinkBlock
from tests.blocks.bodies import BODY, body, errors_of, shown

NAMES = list(BODY.child_blocks)


@pytest.mark.parametrize("name", NAMES)
def test_a_block_that_was_only_just_added_is_kept_shown_and_not_published(name: str, db: None) -> None:
    draft = BODY.normalize([(name, BODY.child_blocks[name].get_default())])
    kept = BODY.clean_deferred(draft)
    (stored,) = BODY.get_prep_value(kept)
    assert "Traceback" not in str(shown(body((name, stored["value"]))))
    assert set(errors_of(body((name, stored["value"])))) == {0}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"text", "statements"}])
def test_an_old_block_without_any_of_its_fields_can_still_be_shown(name: str, db: None) -> None:
    shown(body((name, {})))


def test_after_a_draft_was_saved_publishing_is_as_strict_as_before(db: None) -> None:
    empty = body(("links", {"links": [{"title": "x", "link": {}}]}))
    BODY.clean_deferred(empty)
    assert set(errors_of(empty)) == {0}
    assert not any(child.is_deferred_validation for child in BODY.child_blocks.values())


def test_a_link_may_be_left_out_only_where_that_is_said() -> None:
    optional = LinkBlock(is_optional=True)
    assert optional.clean(optional.get_default()).url == ""

"""Two editors at once: what one leaves open in a draft must not be let through for the other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from wagtail.blocks import StreamBlockValidationError, StreamValue

from cms.blocks.body import BodyBlock
from tests.blocks.bodies import BODY, body

SOON = 0.3  # seconds
UNFINISHED = ("details", {"summary": "", "text": "<p>x</p>"})


@pytest.fixture
def reached_and_left(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Validation stops at an inset until the other thread has finished, or soon."""
    reached, other_is_done = Event(), Event()
    inset = BODY.child_blocks["inset"]
    judge = inset.clean

    def slowly(value: Any) -> Any:
        reached.set()
        other_is_done.wait(SOON)
        return judge(value)

    monkeypatch.setattr(inset, "clean", slowly)
    return reached, other_is_done


def is_refused(block: BodyBlock, value: StreamValue) -> bool:
    try:
        block.clean(value)
    except StreamBlockValidationError:
        return True
    return False


@pytest.mark.parametrize("other", [BODY, BodyBlock()], ids=["same body", "another body of the same blocks"])
def test_publishing_is_as_strict_while_a_draft_is_being_saved(
    other: BodyBlock, reached_and_left: tuple[Event, Event]
) -> None:
    reached, done = reached_and_left
    draft, unfinished = body(("inset", {"text": "<p>x</p>"})), body(UNFINISHED)
    with ThreadPoolExecutor(1) as editor:
        saving = editor.submit(BODY.clean_deferred, draft)
        assert reached.wait(5)
        refused = is_refused(other, unfinished)
        done.set()
        saving.result(5)
    assert refused

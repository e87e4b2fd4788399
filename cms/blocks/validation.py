"""One body is validated at a time.

Wagtail marks a draft's validation on the blocks themselves, and all threads of a process share them. Without
turns, one editor's autosave would let another editor's half-done page go out, or have a draft refused.
"""

from __future__ import annotations

from threading import RLock

from wagtail.blocks import StreamBlock, StreamValue

# One for all bodies, as different bodies share the blocks within them. It is taken twice by one thread:
# the validation of a draft calls the full one.
_turn = RLock()


class TurnTakingStreamBlock(StreamBlock):
    """Blocks whose validation waits for its turn. What a subclass asks for stands in its `judge`."""

    def clean(self, value: StreamValue) -> StreamValue:
        with _turn:
            return self.judge(value)

    def judge(self, value: StreamValue) -> StreamValue:
        return super().clean(value)

    def clean_deferred(self, value: StreamValue) -> StreamValue:
        with _turn:
            return super().clean_deferred(value)

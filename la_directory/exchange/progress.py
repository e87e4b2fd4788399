"""How far long work is, for a person who watches a terminal."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

WIDTH = 30  # characters


class ProgressBar:
    """Writes nothing where nobody watches, such as into a file. Ends its line when all is done."""

    def __init__(self, stream: OutputWrapper, what: str) -> None:
        self.stream, self.what = stream, what
        self.shown = -1
        self.is_watched = stream.isatty()

    def __call__(self, done: int, of: int) -> None:
        percent = 100 * done // of
        if not self.is_watched or percent == self.shown:
            return
        self.shown = percent
        bar = "#" * (WIDTH * done // of)
        line = f"\r{self.what} [{bar:<{WIDTH}}] {percent:3d}%"
        self.stream.write(line, ending="\n" if done == of else "")
        self.stream.flush()

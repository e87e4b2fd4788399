"""Reads a Word document of the handbook into values: `read(file)` gives a `FoundHandbook`."""

from resources.handbook.word.package import CannotReadWord
from resources.handbook.word.read import read

__all__ = ["CannotReadWord", "read"]

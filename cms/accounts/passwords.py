"""Passwords made of words that anybody would try here first: of the site, of the council, of the person.

An app adds words of its own:

    register(lambda: ["Glasgow City Council"])
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST_WORD = 4
LEAST_LEFT = 8  # letters, when such words are taken away
LEAST_DIFFERENT = 5  # characters
EVERYBODYS = """
    admin administrator changeme letmein login passphrase password secret user welcome
    qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm abcd abcdef abcdefgh abcdefghijkl
    alba behind cosla council edinburgh editor employability employment government left local nolb noone
    office policy scotland scottish service team wagtail work worker
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
"""
LOOKS_LIKE = str.maketrans("013457@$!|€", "oieastasiie")

Words = Callable[[], Iterable[str]]
_sources: list[Words] = []


def register(words: Words) -> None:
    if words not in _sources:
        _sources.append(words)


def letters_of(text: str) -> str:
    """Small letters without accents, without anything between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalpha())


def words_to_try_first(person: AbstractUser | None) -> set[str]:
    hosts = [urlsplit(url).hostname or "" for url in (settings.SITE_URL, settings.WAGTAILADMIN_BASE_URL)]
    texts = [settings.WAGTAIL_SITE_NAME, *hosts, *EVERYBODYS.split()]
    texts += [text for source in _sources for text in source()]
    if person is not None:
        texts += [person.get_username(), person.email, person.first_name, person.last_name]
        if person.pk:
            texts += person.groups.values_list("name", flat=True)
    parts = {letters_of(part) for text in texts for part in (text, *re.split(r"[\W_]+", text))}
    return {part for part in parts if len(part) >= SHORTEST_WORD}


def is_made_of(password: str, words: set[str]) -> bool:
    """Whether few letters stand outside these words, with digits and signs left out or read as letters."""
    signs = unicodedata.normalize("NFKD", password.casefold())
    typed = [(sign, True) for sign in signs if sign.isalpha()]
    read = [(sign.translate(LOOKS_LIKE), sign.isalpha()) for sign in signs]
    dressed = [(sign, is_letter) for sign, is_letter in read if sign.isalpha()]
    return _is_covered(typed, words) or _is_covered(dressed, words)


def _is_covered(letters: list[tuple[str, bool]], words: set[str]) -> bool:
    """`letters`, each with whether it was typed as one."""
    text = "".join(letter for letter, _is_typed in letters)
    covered: set[int] = set()
    for word in words:
        start = text.find(word)
        while start >= 0:
            covered.update(range(start, start + len(word)))
            start = text.find(word, start + 1)
    left = sum(is_typed for place, (_letter, is_typed) in enumerate(letters) if place not in covered)
    return bool(covered) and left < LEAST_LEFT


class OwnWordsValidator:
    """A word that anybody would try here first needs eight letters that are none beside it."""

    def validate(self, password: str, user: AbstractUser | None = None) -> None:
        if len(set(password)) < LEAST_DIFFERENT:
            raise ValidationError(_("Use more different characters."), code="password_too_uniform")
        if is_made_of(password, words_to_try_first(user)):
            words = _(
                "Too much of this password is what others would try first: words of this site, your council, "
                "your name, a month. Take three words that do not belong together."
            )
            raise ValidationError(words, code="password_of_known_words")

    def get_help_text(self) -> str:
        return _("Take three words that do not belong together and have nothing to do with this site or you.")

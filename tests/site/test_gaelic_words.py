"""The Gaelic words of the interface: all there, none broken, none behind the code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import polib
import pytest

PROJECT = Path(__file__).resolve().parents[2]
WORDS = PROJECT / "locale/gd/LC_MESSAGES/django.po"
CODE = ("bulletin", "cms", "home", "la_directory", "resources", "search", "templates", "scripts", "manage.py")
FIELDS = re.compile(r"%\(\w+\)[sdif]|%[sd]|\{\w*\}")
TAGS = re.compile(r"</?\w+")


def entries() -> list[polib.POEntry]:
    return list(polib.pofile(str(WORDS)))


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def faults_of(entry: polib.POEntry) -> list[str]:
    """What would leave a reader with English, with a gap, or with an error."""
    faults = []
    if not entry.translated() or "fuzzy" in entry.flags:
        faults.append("not translated")
    if entry.msgid_plural and set(entry.msgstr_plural) != {0, 1, 2, 3}:
        faults.append("Gaelic has four forms of the plural")
    wanted = entry.msgid_plural or entry.msgid
    for words in translations(entry):
        for pattern in (FIELDS, TAGS):
            if Counter(pattern.findall(words)) != Counter(pattern.findall(wanted)):
                faults.append(f"other fields or tags: {words}")
        if (words[:1] == "\n", words[-1:] == "\n") != (wanted[:1] == "\n", wanted[-1:] == "\n"):
            faults.append("begins or ends otherwise")
    return faults


def test_every_word_of_the_interface_is_in_gaelic_and_whole() -> None:
    found = [(entry.msgid, fault) for entry in entries() for fault in faults_of(entry)]
    assert found == []


@pytest.mark.parametrize(
    ("english", "gaelic", "fault"),
    [
        ("Save", "", "not translated"),
        ("%(name)s left", "Dh’fhalbh", "other fields or tags: Dh’fhalbh"),
        ("{name} left", "Dh’fhalbh {ainm}", "other fields or tags: Dh’fhalbh {ainm}"),
        ("<b>One</b>", "<b>Aon", "other fields or tags: <b>Aon"),
        ("\nOne", "Aon", "begins or ends otherwise"),
    ],
)
def test_what_is_broken_is_seen(english: str, gaelic: str, fault: str) -> None:
    assert fault in faults_of(polib.POEntry(msgid=english, msgstr=gaelic))


def test_a_plural_without_all_its_forms_is_seen() -> None:
    entry = polib.POEntry(
        msgid="%(n)s page",
        msgid_plural="%(n)s pages",
        msgstr_plural={0: "%(n)s duilleag", 1: "%(n)s dhuilleag"},
    )
    assert "Gaelic has four forms of the plural" in faults_of(entry)


@pytest.mark.service
def test_no_word_of_the_code_is_missing(tmp_path: Path) -> None:
    """`make words` would change nothing: each word stands there once, and none that the code has lost."""
    for name in CODE:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    environment = {**os.environ, "PYTHON": sys.executable}
    subprocess.run(
        ["scripts/gaelic_words.sh"],  # noqa: S607  our own script
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
    )
    extracted = polib.pofile(str(tmp_path / "locale/gd/LC_MESSAGES/django.po"))
    of_code = {(entry.msgctxt, entry.msgid) for entry in extracted}
    known = {(entry.msgctxt, entry.msgid) for entry in entries()}
    assert sorted(of_code - known, key=str) == [], "run `make words` and translate what is new"
    assert sorted(known - of_code, key=str) == [], "run `make words`"

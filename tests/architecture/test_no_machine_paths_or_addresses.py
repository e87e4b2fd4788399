"""No committed file names a folder of one machine, a package registry, or a silenced check."""

from __future__ import annotations

import re

from tests.architecture.source_files import source_files, text_of

# Put together from pieces, so that this file does not hold what it looks for.
MACHINE_FOLDER = re.compile(
    r"(?:^|[^A-Za-z0-9._-])/(?:" + "|".join(("work", "root", "farm")) + r")/", re.MULTILINE
)
REGISTRY = re.compile(
    "|".join(
        (
            r"pypi\.o" + "rg",
            r"python" + r"hosted\.org",
            r"registry\.npm" + r"js\.org",
            r"registry\.yarn" + "pkg",
        )
    )
)
RECORDED_ADDRESS = re.compile(r'"resol' + r'ved": *"http|^ *--(?:extra-)?index-' + "url", re.MULTILINE)
SILENCED = re.compile("# *type: *ig" + "nore")


def forbidden(text: str) -> list[str]:
    patterns = (MACHINE_FOLDER, REGISTRY, RECORDED_ADDRESS, SILENCED)
    return [match.group().strip() for pattern in patterns for match in pattern.finditer(text)]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = {str(path): hits for path in source_files() if (hits := forbidden(text_of(path) or ""))}
    assert found == {}


def test_each_forbidden_thing_is_seen() -> None:
    folder = "/".join(("", "work", "main"))
    assert forbidden(f"open('{folder}')")
    assert forbidden("--index-" + "url https://packages.example/simple")
    assert forbidden("https://" + "pypi" + ".org/simple")
    assert forbidden('"resol' + 'ved": "https://packages.example/axe.tgz"')
    assert forbidden("x = 1  # type: " + "ignore")


def test_ordinary_addresses_are_allowed() -> None:
    assert forbidden("/help-to-find-work/ and https://example.org/work-with-us/ and ../homework/") == []

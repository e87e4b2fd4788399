"""The documents speak of the site as it is: their links, paths and commands exist."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
README = PROJECT / "README.md"
DECISIONS = sorted((PROJECT / "docs/decisions").glob("[0-9]*.md"))
DOCUMENTS = {
    str(path.relative_to(PROJECT)): path.read_text()
    for path in (README, *sorted((PROJECT / "docs").rglob("*.md")))
}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# In code marks, a path below a folder that is committed: `var/` and `build/` are made by running the site.
FOLDERS = (
    "bench|bulletin|cms|deploy/kubernetes|deploy/nginx|deploy/prometheus|deploy/systemd|docs|home|requirements"
    "|la_directory|resources|scripts|search|templates|tests"
)
PATH = re.compile(rf"`((?:{FOLDERS})/[^`\s…]*)`")
COMMAND = re.compile(r"(?:`|^ {4})make ([a-z][a-z-]*)", re.MULTILINE)
TARGET = re.compile(r"^([a-z][a-z-]*):.*?(## )?[^#\n]*$", re.MULTILINE)


def dead_links(name: str, text: str) -> list[str]:
    """Relative links that lead to no file; a part of a page after # is not looked at."""
    targets = [target.split("#")[0] for target in LINK.findall(text) if not re.match(r"[a-z]+:", target)]
    return [f"{name}: {one}" for one in targets if one and not (PROJECT / name).parent.joinpath(one).exists()]


def missing_paths(text: str) -> list[str]:
    return [path for path in PATH.findall(text) if not (PROJECT / path).exists()]


def make_targets() -> dict[str, bool]:
    """Target -> whether `make help` shows it."""
    return {name: bool(shown) for name, shown in TARGET.findall((PROJECT / "Makefile").read_text())}


def rows_of_the_map() -> list[str]:
    _, section = README.read_text().split("## I want to change …", 1)
    return [line for line in section.split("\n## ", 1)[0].splitlines() if line.startswith("| ")][1:]


def test_every_relative_link_leads_to_a_file() -> None:
    assert [link for name, text in DOCUMENTS.items() for link in dead_links(name, text)] == []


def test_every_path_that_is_named_exists() -> None:
    missing = {name: paths for name, text in DOCUMENTS.items() if (paths := missing_paths(text))}
    assert missing == {}


def test_every_row_of_the_map_names_a_path() -> None:
    rows = rows_of_the_map()
    assert len(rows) >= 15
    assert [row for row in rows if not PATH.search(row.rsplit("|", 2)[1])] == []


def test_every_make_command_in_the_documents_exists() -> None:
    named = {command for text in DOCUMENTS.values() for command in COMMAND.findall(text)}
    assert named - set(make_targets()) == set()


def test_the_readme_names_every_make_command() -> None:
    shown = {name for name, is_shown in make_targets().items() if is_shown}
    assert shown - set(COMMAND.findall(README.read_text())) == set()


def test_decisions_are_numbered_without_gaps_short_and_listed() -> None:
    texts = {path.name: path.read_text() for path in DECISIONS}
    for number, (name, text) in enumerate(texts.items(), start=1):
        assert name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert len(text.splitlines()) <= 40, name
    assert LINK.findall(DOCUMENTS["docs/decisions/README.md"]) == list(texts)


def test_a_dead_link_and_a_missing_path_are_seen() -> None:
    assert dead_links("README.md", "[here](docs/nowhere.md) [there](https://www.gov.scot/)")
    assert missing_paths("`home/nothing.py` and `var/site.sqlite3`") == ["home/nothing.py"]

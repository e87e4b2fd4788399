"""Files are named after the domain and stay small; SitePage stays thin."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import PurePosixPath

from tests.architecture.source_files import source_files, text_of

NAMES_THAT_SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "misc",
    "services",
    "base_models",
}
SITE_PAGE_LIMIT = 120


def meaningless_names(paths: Iterable[PurePosixPath]) -> list[str]:
    """Python files, templates and folders with a name that says nothing of the domain."""
    return [
        str(path)
        for path in paths
        if NAMES_THAT_SAY_NOTHING & {*path.parts[:-1], path.stem if path.suffix in (".py", ".html") else ""}
    ]


def line_limit(path: PurePosixPath) -> int | None:
    if path.suffix == ".html":
        return 100
    if path.suffix != ".py" or "migrations" in path.parts:
        return None
    return 300 if path.parts[0] == "tests" else 250


def over_limit(path: PurePosixPath, text: str) -> str | None:
    limit, lines = line_limit(path), len(text.splitlines())
    return f"{path} has {lines} lines, {limit} are allowed" if limit and lines > limit else None


def class_length(source: str, name: str) -> int | None:
    """Lines of a class, decorators included; None when the source has no such class."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == name and node.end_lineno:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            return node.end_lineno - first + 1
    return None


def test_names_speak_of_the_domain() -> None:
    assert meaningless_names(source_files()) == []


def test_a_name_that_says_nothing_is_seen() -> None:
    paths = ["home/utils.py", "cms/common/dates.py", "templates/misc/card.html", "home/models/landing.py"]
    assert meaningless_names(map(PurePosixPath, paths)) == paths[:3]


def test_files_stay_small() -> None:
    measured = [over_limit(path, text_of(path) or "") for path in source_files() if line_limit(path)]
    assert [line for line in measured if line] == []


def test_a_long_file_is_seen() -> None:
    for path, allowed in (
        ("home/models.py", 250),
        ("tests/home/test_x.py", 300),
        ("templates/base.html", 100),
    ):
        assert over_limit(PurePosixPath(path), "\n" * allowed) is None
        assert over_limit(PurePosixPath(path), "\n" * (allowed + 1))
    assert over_limit(PurePosixPath("home/migrations/0001_initial.py"), "\n" * 999) is None


def test_site_page_stays_thin() -> None:
    sources = [
        text_of(path) or ""
        for path in source_files()
        if path.parts[:2] == ("cms", "pages") and path.suffix == ".py"
    ]
    lengths = [length for source in sources if (length := class_length(source, "SitePage"))]
    assert len(lengths) == 1
    assert lengths[0] < SITE_PAGE_LIMIT


def test_a_thick_class_is_seen() -> None:
    assert class_length("class SitePage:\n" + "    x = 1\n" * 119, "SitePage") == SITE_PAGE_LIMIT

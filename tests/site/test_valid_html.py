"""The HTML of every page is valid, as html-validate judges it.

Two of its rules are style and are off: the length of titles, which search engines cut as they like, and white
space at the ends of lines, which templates leave and compression takes. Checksums are asked of files from
elsewhere only, of which there are none.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from django.test import Client

PROJECT = Path(__file__).resolve().parents[2]
OTHER_PATHS = ("/search/", "/search/?q=work", "/no-such-page/", "/bulletin/2026/", "/bulletin/?q=ferry")

pytestmark = pytest.mark.django_db


def problems(folder: Path) -> list[str]:
    """One line for each place in the files of a folder that is not valid HTML."""
    command = ["scripts/with_node.sh", "node", "node_modules/html-validate/bin/html-validate.mjs"]
    report_file = folder / "report.json"
    options = [
        "--config",
        "tests/site/html-validate.json",
        "--formatter",
        f"json={report_file}",
        f"{folder}/*.html",
    ]
    result = subprocess.run(  # noqa: S603  our own tool over files of this test
        [*command, *options], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert report_file.exists(), result.stderr
    return [
        f"{Path(report['filePath']).stem}:{message['line']} {message['ruleId']}: {message['message']}"
        for report in json.loads(report_file.read_text())
        for message in report["messages"]
    ]


def test_every_page_is_valid_html(client: Client, page_paths: list[str], tmp_path: Path) -> None:
    for path in (*page_paths, *OTHER_PATHS):
        name = path.strip("/").replace("/", "+").replace("?", "+") or "home"
        (tmp_path / f"{name}.html").write_bytes(client.get(path).content)
    found = problems(tmp_path)
    assert not found, "\n".join(["", *found])


def test_html_that_is_not_valid_is_seen(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_text('<!DOCTYPE html><html lang="en"><body><p><div></p></body></html>')
    assert problems(tmp_path)

"""A limit on a form holds for all processes together, whether they count in Redis or in the database."""

from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drills.databases import PROJECT, environment

TABLE = """
import django; django.setup()
from django.db import connection
from cms.operations.models import RequestCount
with connection.schema_editor() as editor:
    editor.create_model(RequestCount)
"""
COUNT = """
import sys, django; django.setup()
from django.utils import timezone
from cms.operations.counts import count_request, window_end
numbers = [count_request(sys.argv[1], window_end(timezone.now(), 86400), 86400) for _ in range(100)]
print(max(numbers), len(set(numbers)))
"""


@pytest.mark.parametrize("kept_in", ["database", pytest.param("redis", marks=pytest.mark.service)])
def test_two_processes_count_together(kept_in: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    variables = environment(tmp_path, f"sqlite:///{tmp_path / 'site.sqlite3'}")
    if kept_in == "redis":
        variables["REDIS_URL"] = request.getfixturevalue("redis_url")
    subprocess.run([sys.executable, "-c", TABLE], cwd=PROJECT, env=variables, check=True)  # noqa: S603
    command = [sys.executable, "-c", COUNT, f"a form {secrets.token_hex(8)}"]
    both = [
        subprocess.Popen(command, cwd=PROJECT, env=variables, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(2)
    ]
    told = [process.communicate(timeout=120)[0].split() for process in both]
    assert max(int(highest) for highest, _different in told) == 200
    assert all(int(different) == 100 for _highest, different in told), "no number was given twice"

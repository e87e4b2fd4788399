"""The relay of the tests as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.drills.databases import PROJECT


@contextmanager
def relay_process(port: int, **behaviour: Any) -> Iterator[None]:
    """Its control port is the next one."""
    ports = ["--port", str(port), "--control-port", str(port + 1), "--config", json.dumps(behaviour)]
    process = subprocess.Popen(  # noqa: S603  our own script
        [sys.executable, "-m", "tests.mail.relay", *ports], cwd=PROJECT, stdout=subprocess.PIPE
    )
    try:
        assert process.stdout.readline().startswith(b"relay")
        yield
    finally:
        process.terminate()
        process.wait(10)

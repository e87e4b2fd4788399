"""A Python process that sees the data of a server and stays as long as it: starting Django costs seconds.

It reads the arguments of `python`, a JSON list a line, and answers with what was printed or what went wrong.
"""

from __future__ import annotations

import io
import json
import runpy
import subprocess
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


class Companion:
    """The other end: `say("manage.py", "db_worker", "--batch")`, `say("-c", code)` or `say("-m", module)`."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.companion"],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, *arguments: str) -> str:
        self.process.stdin.write(f"{json.dumps(arguments)}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline() or '{"problem": "The companion has ended."}')
        if "problem" in answer:
            raise RuntimeError(f"{arguments} failed:\n{answer['problem']}")
        return answer["printed"]

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()


def run(first: str, *others: str) -> None:
    from django.core.management import execute_from_command_line

    if first == "manage.py":
        execute_from_command_line([first, *others])
    elif first == "-c":
        exec(others[0], {"__name__": "__main__"})  # noqa: S102  the code of a test
    else:
        runpy.run_module(others[0], run_name="__main__")


def main() -> None:
    import django
    from django.db import connections

    django.setup()
    for line in sys.stdin:
        printed = io.StringIO()
        try:
            with redirect_stdout(printed):
                run(*json.loads(line))
            answer = {"printed": printed.getvalue()}
        except SystemExit as end:
            failed = f"ended with {end.code}: {printed.getvalue()}"
            answer = {"problem": failed} if end.code else {"printed": printed.getvalue()}
        except Exception:
            answer = {"problem": traceback.format_exc()}
        connections.close_all()
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Raises workers: loads the site once, and forks a process for each worker that is asked for.

A worker is then there in a moment, and is a process like any other. Reads lines from standard input:

    start        answers with the process id of a new bulletin_worker
    stop         ends
"""

from __future__ import annotations

import os
import signal
import sys

import django
from django.core.management import call_command

from cms.operations.processes import end_with_parent


def be_worker() -> int:
    os.setsid()
    end_with_parent()
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(2, 1)
    try:
        call_command("bulletin_worker", skip_checks=True)
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


def main() -> None:
    django.setup()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        if line.strip() == "stop":
            return
        child = os.fork()
        if not child:
            os._exit(be_worker())
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

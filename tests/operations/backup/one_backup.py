"""One command on a machine where something goes wrong.

python -m tests.operations.backup.one_backup stall                 writes two uploads and waits to be killed
python -m tests.operations.backup.one_backup full 65536 backup     has a disk that takes no longer files
"""

from __future__ import annotations

import resource
import sys
import time

import django
from django.core.management import call_command
from django.core.management.base import CommandError


def stall(number: int) -> None:
    if number == 2:
        sys.stdout.write("in the middle\n")
        sys.stdout.flush()
        time.sleep(60)


def main(what: str, *more: str) -> None:
    django.setup()
    from cms.operations.backup.making import make_backup

    if what == "stall":
        make_backup(told=stall)
        return
    limit, *command = more
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        call_command(*command)
    except CommandError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main(*sys.argv[1:])

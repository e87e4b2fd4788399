"""Leaves mail on a site that is about to be backed up: an edition for readers, and one mail in the outbox.

python -m tests.drills.mail_that_waits 5
"""

from __future__ import annotations

import sys

import django


def main() -> None:
    django.setup()
    from bulletin.subscribe.ask import PREFERENCES, ask_for_mail
    from tests.drills.prepare import fill

    fill(int(sys.argv[1]))
    ask_for_mail(PREFERENCES, "somebody@example.org", "a drill")


if __name__ == "__main__":
    main()

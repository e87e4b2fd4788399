"""One process at the outbox: `post NUMBER` writes mails down, `hand_over` sends until nothing is left."""

from __future__ import annotations

import sys
import time
from datetime import timedelta

import django


def post(number: int) -> None:
    from django.core.management import call_command

    from cms.mail.outbox import post

    call_command("migrate", verbosity=0)
    for reader in range(number):
        post(f"reader{reader}@example.org", "tests.greeting", {"reader": reader})


def hand_over() -> None:
    from cms.mail import hand_over as handing_over
    from cms.mail.models import OutboxMail
    from cms.mail.purposes import Words, register

    register("tests.greeting", lambda mail: Words("Good morning", f"Reader {mail.reference['reader']}"))
    handing_over.LEASE = handing_over.SHORTEST_PAUSE = handing_over.LONGEST_PAUSE = timedelta(seconds=1)
    handing_over.BACK_OFF = [timedelta(seconds=1)] * 5
    while OutboxMail.objects.exists():
        handing_over.hand_over()
        handing_over.give_up_unanswered()  # as the clock does, where the same mail was cut off twice
        time.sleep(0.05)


if __name__ == "__main__":
    django.setup()
    post(int(sys.argv[2])) if sys.argv[1] == "post" else hand_over()

"""`python -m tests.hostile.at_length 10000`: so many odd requests to the site of this environment.

Prints as JSON how often each status came, and the most queries that one took.
"""

from __future__ import annotations

import json
import sys

import django
from django.test.utils import setup_test_environment


def main(number: int) -> None:
    django.setup()
    setup_test_environment()
    from tests.hostile.answers import Stranger
    from tests.hostile.opening import what_opens
    from tests.hostile.sending import send_odd_requests

    stranger = Stranger()
    send_odd_requests(stranger, what_opens(), number)
    print(json.dumps({"statuses": stranger.statuses, "most_queries": stranger.most_queries}))  # noqa: T201  read by the drill


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""The relay as a process of its own, until SIGTERM or SIGINT.

python -m tests.mail.relay --port 2525 --control-port 2526 --config '{"greylist": 1}'
curl -X POST 127.0.0.1:2526/config -d '{"faults": [{"at": "rcpt", "do": "450 busy", "chance": 0.05}]}'
curl 127.0.0.1:2526/stats
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from functools import partial
from pathlib import Path

from tests.mail.relay.control import WAYS, answer
from tests.mail.relay.server import HOST, Relay


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mail.relay",
        description=__doc__,
        epilog=f"Over HTTP: {WAYS}. What can be set stands in tests/mail/relay/faults.py.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=2525)
    parser.add_argument("--control-port", type=int, default=2526)
    parser.add_argument("--config", type=json.loads, default={}, help="JSON, as for POST /config")
    parser.add_argument("--keep-messages", action="store_true", help="in memory; else only their Message-ID")
    parser.add_argument("--folder", type=Path, help="each accepted message becomes a file in it")
    parser.add_argument("--report", type=Path, help="write the report here at the end")
    return parser.parse_args()


async def serve(given: argparse.Namespace) -> None:
    if given.folder:
        given.folder.mkdir(parents=True, exist_ok=True)
    relay = Relay(port=given.port, keeps_messages=given.keep_messages, folder=given.folder, **given.config)
    end = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, end.set)
    await relay.listen()
    control = await asyncio.start_server(partial(answer, relay), HOST, given.control_port)
    print(f"relay {HOST}:{given.port}, control {HOST}:{given.control_port}", flush=True)  # noqa: T201
    await end.wait()
    control.close()
    await relay.close()
    if given.report:
        given.report.write_text(json.dumps(relay.ledger.report()))


if __name__ == "__main__":
    asyncio.run(serve(arguments()))

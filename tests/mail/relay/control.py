"""Telling a relay in a process of its own what to do, over HTTP with JSON."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import Any

from tests.mail.relay.server import Relay

WAYS = "GET /stats /report /behaviour, POST /config /reset"


async def answer(relay: Relay, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        lengths = [line.split(":")[1] for line in head if line.lower().startswith("content-length:")]
        body = await reader.readexactly(int(lengths[0])) if lengths else b""
        verb, path, _ = head[0].split()
        status, answer = await _obey(relay, f"{verb} {path}", json.loads(body or b"{}"))
    except (ValueError, TypeError, EOFError) as error:
        status, answer = "400 Bad Request", {"error": str(error)}
    text = json.dumps(answer).encode()
    head_of_answer = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(text)}"
    writer.write(f"{head_of_answer}\r\nConnection: close\r\n\r\n".encode() + text)
    await writer.drain()
    writer.close()


async def _obey(relay: Relay, wish: str, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    match wish:
        case "GET /stats":
            return "200 OK", relay.ledger.stats()
        case "GET /report":
            return "200 OK", {**relay.ledger.report(), "behaviour": asdict(relay.behaviour)}
        case "GET /behaviour":
            return "200 OK", asdict(relay.behaviour)
        case "POST /config":
            await relay.change(**given)
            return "200 OK", asdict(relay.behaviour)
        case "POST /reset":
            relay.ledger.reset()
            return "200 OK", relay.ledger.stats()
    return "404 Not Found", {"error": WAYS}

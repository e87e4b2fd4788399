"""Servers that stand where the engine should be."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from time import sleep

END_OF_HEADERS = b"\r\n\r\n"


@contextmanager
def server_that_says(answer: bytes | None, pause: float = 0.0) -> Iterator[str]:
    """Its address. It answers every request with the same bytes, or with None never.

    With a pause, in seconds, the body comes one byte after the other.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=_serve, args=(listener, answer, pause), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def http(body: str, status: str = "200 OK", is_elastic: bool = True) -> bytes:
    headers = [
        f"HTTP/1.1 {status}",
        "Content-Type: application/json",
        f"Content-Length: {len(body.encode())}",
        "Connection: close",
        *(["X-Elastic-Product: Elasticsearch"] if is_elastic else []),
    ]
    return "\r\n".join(headers).encode() + END_OF_HEADERS + body.encode()


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _serve(listener: socket.socket, answer: bytes | None, pause: float) -> None:
    kept = []
    while True:
        try:
            connection, _address = listener.accept()
        except OSError:
            return
        kept.append(connection)
        if answer is not None:
            connection.recv(65536)
            if pause:
                Thread(target=_trickle, args=(connection, answer, pause), daemon=True).start()
                continue
            connection.sendall(answer)
            connection.close()


def _trickle(connection: socket.socket, answer: bytes, pause: float) -> None:
    headers, end, body = answer.partition(END_OF_HEADERS)
    with suppress(OSError):
        connection.sendall(headers + end)
        for number in range(len(body)):
            connection.sendall(body[number : number + 1])
            sleep(pause)

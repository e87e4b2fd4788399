"""A line to a server that may be cut and mended."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


class Line:
    """Carries what comes to its address to the far end and back; while it is cut, nobody gets through."""

    def __init__(self, far_end: str) -> None:
        parts = urlsplit(far_end)
        self.far_end = (parts.hostname, parts.port)
        self.carried = 0  # pieces
        self.ends: list[socket.socket] = []
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        for each in (self.listener, *self.ends):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self.ends.clear()

    def __enter__(self) -> Line:
        self.mend()
        return self

    def __exit__(self, *_error: Any) -> None:
        self.cut()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _address = listener.accept()
                far = socket.create_connection(self.far_end)
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                self.carried += 1
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)

"""Answers of the engine that come whole and in time, or not at all."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import Any

from elastic_transport import NodeConfig, Urllib3HttpNode
from urllib3 import HTTPResponse, Timeout
from urllib3.exceptions import ReadTimeoutError

PIECE = 65536  # bytes


class PunctualNode(Urllib3HttpNode):
    """A host whose answer has to be whole in time; by itself a time-out holds for each piece anew."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self._urlopen = self.pool.urlopen
        self.pool.urlopen = self._in_time

    def _in_time(
        self, method: str, target: str, *, timeout: float | None = None, **more: Any
    ) -> HTTPResponse:
        ends = monotonic() + timeout if timeout else inf
        both = Timeout(total=timeout)  # for the connection and the first byte together
        answer = self._urlopen(method, target, timeout=both, preload_content=False, **more)
        pieces = []
        try:
            while piece := answer.read1(PIECE, decode_content=False):
                pieces.append(piece)
                if monotonic() > ends:
                    raise ReadTimeoutError(self.pool, target, "The answer was not whole in time.")
        except BaseException:
            answer.close()
            raise
        answer.release_conn()
        return HTTPResponse(b"".join(pieces), answer.headers, answer.status)

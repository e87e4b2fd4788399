"""A bounded store in the memory of one process."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from cms.page_cache.address import Address
from cms.page_cache.kept_page import KeptPage


class Shelf:
    """Pages by their address. Those that nobody has asked for longest make room."""

    def __init__(self, most: int) -> None:
        self.most = most  # bytes
        self.size = 0
        self._pages: OrderedDict[Address, KeptPage] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, address: Address) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(address)
            if page is not None:
                self._pages.move_to_end(address)
            return page

    def put(self, address: Address, page: KeptPage) -> None:
        with self._lock:
            self._take_away(address)
            if page.size > self.most:
                return
            self._pages[address] = page
            self.size += page.size
            while self.size > self.most:
                self._take_away(next(iter(self._pages)))

    def _take_away(self, address: Address) -> None:
        page = self._pages.pop(address, None)
        self.size -= page.size if page else 0

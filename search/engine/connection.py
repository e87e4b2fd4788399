"""Elasticsearch as the settings name it: one client and one breaker for the whole process."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError

from search.engine.breaker import Breaker

if TYPE_CHECKING:  # the client is large, and loaded where there is an engine
    from elasticsearch import Elasticsearch

log = logging.getLogger(__name__)

READERS_WAIT = 0.4  # seconds
WRITERS_WAIT = 15.0
LOOKING_TAKES = 2.0  # before writing: one that says nothing must not keep a worker from other tasks
CONNECTIONS = 64  # to each host, at most


class EngineAway(Exception):
    """It does not answer in time, or not with what was asked for. `str` gives the kind of the error alone."""


@dataclass(frozen=True)
class Engine:
    """`alias` is the name that readers ask; behind it stands one index, made by search.engine.rebuilding."""

    client: Elasticsearch
    alias: str
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def for_looking(self) -> Elasticsearch:
        return self.client.options(request_timeout=LOOKING_TAKES)

    @property
    def for_writing(self) -> Elasticsearch:
        return self.client.options(request_timeout=WRITERS_WAIT)

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Whatever goes wrong inside is EngineAway, and told to the breaker; the log hears of it once."""
        if not self.breaker.lets_through():
            raise EngineAway("resting")
        try:
            yield
        except DatabaseError:
            raise
        except Exception as error:  # an answer may be wrong in any way, and the database has another one
            if self.breaker.went_wrong():
                log.warning("The engine of search is away: %s", type(error).__name__)
            raise EngineAway(type(error).__name__) from error
        if self.breaker.went_well():
            log.warning("The engine of search is back")


def engine() -> Engine | None:
    """None where the site has the database alone."""
    options = settings.ELASTICSEARCH
    return _engine(tuple(options.items()), settings.ELASTICSEARCH_INDEX) if options else None


@lru_cache(maxsize=4)
def _engine(options: tuple[tuple[str, Any], ...], index: str) -> Engine:
    from elasticsearch import Elasticsearch

    from search.engine.punctual import PunctualNode

    access = dict(options)
    client = Elasticsearch(
        list(access.pop("hosts")),
        node_class=PunctualNode,
        request_timeout=READERS_WAIT,
        max_retries=0,
        retry_on_timeout=False,
        connections_per_node=CONNECTIONS,
        max_dead_node_backoff=10.0,  # of several hosts the dead one is tried again by then
        **access,
    )
    return Engine(client, f"{index}_entries")

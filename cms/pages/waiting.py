"""What waits for a person, gathered from every app that knows of such things.

An app registers a provider; the dashboard asks all of them and knows none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True)
class WaitingItem:
    """One thing to do: its title, where it is done, its kind in a word or two, since when it waits.

    `place` says where it stands, when titles alone could be mixed up.
    """

    title: str
    url: str
    kind: str
    since: datetime | None = None
    place: str = ""


Provider = Callable[[AbstractUser], Iterable[WaitingItem]]
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    if provider not in _providers:
        _providers.append(provider)
    return provider


def waiting_for(user: AbstractUser) -> list[WaitingItem]:
    """All that waits for `user`, longest waiting first, things without a time last."""
    items = [item for provider in _providers for item in provider(user)]
    return sorted(items, key=lambda item: (item.since is None, item.since.timestamp() if item.since else 0))

"""Pages that search shows after the others, gathered from the apps that know why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

# Gives the primary keys of pages whose content may be out of date.
Provider = Callable[[], Iterable[int]]
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    if provider not in _providers:
        _providers.append(provider)
    return provider


def ranked_lower() -> set[int]:
    """The primary keys of all such pages."""
    return {key for provider in _providers for key in provider()}

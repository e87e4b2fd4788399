"""What comes back: mail that found no mailbox, and people who mark it as unwanted."""

from typing import Any


def suppress(address_key: str, reason: str, words: str, sending: Any = None) -> bool:
    """As bulletin.subscribe.suppress; models are not loaded before it is called."""
    from bulletin.subscribe.suppress import suppress as suppress_address

    return suppress_address(address_key, reason, words, sending=sending)

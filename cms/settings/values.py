"""What stands in a variable that is no address of a service: names, secrets, folders, numbers.

Each raises ValueError for anything else than what cms.settings.environment says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path


def hosts(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if any(not re.fullmatch(r"\.?[A-Za-z0-9][A-Za-z0-9.\-]*|\[[0-9A-Fa-f:]+\]", name) for name in names):
        raise ValueError
    return names


def secret(text: str) -> str:
    if len(text) < 50 or len(set(text)) < 5:
        raise ValueError
    return text


def secrets(text: str) -> list[str]:
    return [secret(each.strip()) for each in text.split(",") if each.strip()]


def groups(text: str) -> list[str]:
    """Names of groups, or patterns of them; one that fits every name is none."""
    given = [name.strip() for name in text.split(";") if name.strip()]
    if any(not set(name) - set("*? ") for name in given):
        raise ValueError
    return given


def folder(text: str) -> str:
    if text and not Path(text).is_absolute():
        raise ValueError
    return text


def matching(pattern: str) -> Callable[[str], str]:
    """Takes a text that has this form as a whole, or no text at all."""

    def take(text: str) -> str:
        if text and not re.fullmatch(pattern, text):
            raise ValueError
        return text

    return take


signing_key = matching(r"[!-~]{16,200}")
# How a provider of single sign-on knows this site, or calls one of its claims.
client_name = matching(r"[!-~]{1,200}")


def token(text: str) -> str:
    if text and (not re.fullmatch(r"[A-Za-z0-9._~+/=-]{32,200}", text) or len(set(text)) < 5):
        raise ValueError
    return text


def short_name(text: str) -> str:
    if not re.fullmatch(r"[^<>\x00-\x1f]{1,60}", text):
        raise ValueError
    return text


def whole_number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise ValueError
    return int(text)


def count(text: str) -> int:
    if whole_number(text) == 0:
        raise ValueError
    return int(text)


def address(text: str) -> str:
    if not re.fullmatch(r"[^<>\s@]+@[^<>\s@]+|[^<>@\r\n]+<[^<>\s@]+@[^<>\s@]+>", text):
        raise ValueError
    if not text.rpartition("<")[2].isascii():
        raise ValueError
    return text

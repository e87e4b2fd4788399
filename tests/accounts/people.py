"""People who sign in, and the apps on their telephones."""

from __future__ import annotations

import time

from django.test import Client
from django_otp.oath import totp

from cms.accounts.models import SecondFactor, User
from cms.accounts.second_factor.changing import set_up
from cms.accounts.second_factor.keys import opened

PASSWORD = "puffin-rock-lantern"
KEY = b"a key of twenty byte"
LOGIN = "/admin/login/"
CHECK = "/admin/second-factor/"
SET_UP = "/admin/second-factor/set-up/"


def somebody(username: str = "morag", **more) -> User:
    return User.objects.create_superuser(
        username, password=PASSWORD, email=f"{username}@people.example", **more
    )


def code_of(key: bytes = KEY, later: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    return f"{totp(key, drift=later):06d}"


def with_app(person: User) -> tuple[SecondFactor, list[str]]:
    """Set up a good while ago, so that the code of now is not used yet."""
    return set_up(person, KEY, int(time.time()) // 30 - 10)


def try_password(client: Client, username: str, password: str, **more):
    return client.post(LOGIN, {"username": username, "password": password, "next": "/admin/"}, **more)


def key_in_the_making(client: Client) -> bytes:
    return opened(client.session["second_factor_key"])

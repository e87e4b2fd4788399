"""The same without any middleware."""

from bench.bare.settings import *  # noqa: F403  as settings are

MIDDLEWARE = []

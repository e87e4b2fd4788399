"""Whatever time zone a person has chosen for the admin: editors agree on one time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings


def in_scotland() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)

"""The site that Wagtail makes at first has the address of this one from the start."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}
AT_FIRST = {"hostname": "localhost", "port": 80, "is_default_site": True}


def ensure_address(**_signal: Any) -> None:
    """After each migration, unless an editor has given it another."""
    address = urlsplit(settings.SITE_URL)
    own = {"hostname": address.hostname or "localhost", "port": address.port or PORTS[address.scheme]}
    site = Site.objects.filter(**AT_FIRST).first()
    if site and not Site.objects.filter(**own).exists():
        site.hostname, site.port = own["hostname"], own["port"]
        site.save()

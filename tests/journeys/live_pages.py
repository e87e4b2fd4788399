"""Print the live pages that have an address of their own, by type, as JSON.

A process of its own: it sees the data of the server.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from urllib.parse import urlsplit

import django


def live_pages() -> dict[str, list[str]]:
    from wagtail.models import Page

    pages = defaultdict(list)
    for page in Page.objects.live().public().filter(depth__gt=1).order_by("path").specific():
        if page.get_sitemap_urls():
            pages[page._meta.label].append(urlsplit(page.url).path)
    return dict(pages)


if __name__ == "__main__":
    django.setup()
    json.dump(live_pages(), sys.stdout)

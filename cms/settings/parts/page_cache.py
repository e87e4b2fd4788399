"""What is kept in memory for readers who are not signed in, and what stands in front of the site."""

from cms.settings.environment import read

PAGE_CACHE_MEGABYTES = read("PAGE_CACHE_MEGABYTES")  # in each web server process
# The choices of lists. What people type is not among them: no two type the same, and it is theirs.
KEPT_QUERIES = frozenset(
    ("audience", "category", "council", "kind", "page", "region", "sort", "status", "theme", "type", "year")
)
# What search engines, social networks and mailing services add to a link; the beginnings of its names.
SENDERS_MARKS = (
    "utm_",
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
)

FRONTEND_CACHE_URL = read("FRONTEND_CACHE_URL")
WAGTAILFRONTENDCACHE = {}
if FRONTEND_CACHE_URL:
    WAGTAILFRONTENDCACHE["default"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
        "LOCATION": FRONTEND_CACHE_URL,
    }

"""Judging the forms of anonymous readers: they hold no token and set no cookie, so the browser's word counts.

Every browser in use says with a form where it comes from: `Sec-Fetch-Site` since 2023 at the latest,
`Origin` since 2020. A page of another site can forge neither. Where both are missing, and `Referer` too, the
request comes from a very old browser, from a privacy proxy, or from a program. It is let in: a program could
write any header it likes, so a refusal would shut out none of them, only those readers. Nothing is lost by
it, because these forms act for nobody: they need no cookie, and rate limits hold for all.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# "none" is the reader's own doing, such as sending a form again after the browser was restarted.
OWN_SITES = ("same-origin", "none")

View = Callable[..., HttpResponseBase]


def is_from_this_site(request: HttpRequest) -> bool:
    """Whether a browser says, or at least does not deny, that the request comes from a page of this site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in OWN_SITES:
        return False
    own = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == own
    referer = request.headers.get("Referer")
    if site is not None or referer is None:
        return True
    try:
        parts = urlsplit(referer)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}" == own


def same_origin_only(view: View) -> View:
    """For the view of a reader's form: no token is asked for; what another site sends gets the 403 page."""

    @wraps(view)
    def judged(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE_METHODS and not is_from_this_site(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    judged.csrf_exempt = True
    return judged

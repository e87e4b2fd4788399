"""The headers every answer carries: what a browser may load, frame, tell others and keep."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin

from cms.operations.hosts import is_admin, is_shut
from cms.page_cache.address import PERSONAL_PATHS

MEDIA_PATH = "/media/"
PERSONAL = "private, no-store"
PUBLIC = "public, max-age=0, must-revalidate"

FILE_POLICY = "default-src 'none'"
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def is_preview(request: HttpRequest) -> bool:
    """True for the request Wagtail makes up inside another one to render a draft."""
    return getattr(request, "is_dummy", False)


@cache
def usual_policy(for_admin: bool) -> str:
    return build_policy(settings.ADMIN_POLICY if for_admin else settings.PUBLIC_POLICY)


class SecurityHeadersMiddleware(CSPMiddleware):
    """Sets the policies by the path of the outermost request, and so of what the browser has asked for."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # A preview's answer goes on as the admin's own: a public policy on it would blank the editor's frame.
        if is_preview(request):
            return response
        self.restrict_file(request, response)
        response = self.set_policy(request, response)
        if is_admin(request):
            response["X-Frame-Options"] = "SAMEORIGIN"
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        # Images of a bulletin are shown by mail programs that run in browsers.
        from_anywhere = request.path_info.startswith(MEDIA_PATH)
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if from_anywhere else "same-origin"
        )
        return response

    def set_policy(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """django-csp builds the policy anew for each answer; one that asks for no change gets a ready one."""
        asks_for_change = any(name.startswith("_csp") for name in vars(response))
        if asks_for_change or settings.DEBUG:
            return super().process_response(request, response)
        policy = usual_policy(is_admin(request))
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if is_admin(request) and not report_only:
            parts.config = parts.config or settings.ADMIN_POLICY
        return parts

    def restrict_file(self, request: HttpRequest, response: HttpResponseBase) -> None:
        """An uploaded file may load and run nothing; a PDF to be shown is not sandboxed, which blanks it."""
        if response.status_code != 200:
            return
        disposition = response.get("Content-Disposition", "")
        # The document view also answers with a form, where a collection asks for a password.
        is_document = getattr(request.resolver_match, "url_name", "") == "wagtaildocs_serve" and disposition
        if is_document or request.path_info.startswith(MEDIA_PATH):
            is_shown_pdf = response["Content-Type"] == "application/pdf" and disposition.startswith("inline")
            response["Content-Security-Policy"] = FILE_POLICY if is_shown_pdf else f"{FILE_POLICY}; sandbox"


class CacheControlMiddleware(MiddlewareMixin):
    """What every reader gets may be kept but is asked for again; what is one person's is kept nowhere.

    Stands inside ConditionalGetMiddleware, which answers 304 by the ETag set here. The ETag is weak from the
    start because the compressed and the plain answer share it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        asked = response.get("Cache-Control", "")
        if is_preview(request):
            response["Cache-Control"] = PERSONAL
            return response
        if self.is_personal(request, response):
            if "private" not in asked and "no-store" not in asked:
                response["Cache-Control"] = PERSONAL
            return response
        if asked:
            return response
        response["Cache-Control"] = PUBLIC
        self.forget_cookie(response)
        patch_vary_headers(response, ["Accept-Encoding"])
        if response.status_code == 200 and not response.streaming and not response.has_header("ETag"):
            response["ETag"] = f'W/"{sha256(response.content).hexdigest()[:32]}"'
        return response

    def is_personal(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        """True for what not every reader gets alike; a view that says how its answer keeps is believed."""
        if response.cookies or response.status_code >= 500 or request.method not in ("GET", "HEAD"):
            return True
        if response.has_header("Cache-Control"):
            return False
        return (
            settings.SESSION_COOKIE_NAME in request.COOKIES
            or (request.path_info.startswith(PERSONAL_PATHS) and not is_shut(request))
            or response.status_code in (401, 403, 429)
        )

    def forget_cookie(self, response: HttpResponseBase) -> None:
        """A page that only asked whether somebody is signed in is the same for every reader."""
        names = [name.strip() for name in response.get("Vary", "").split(",")]
        kept = [name for name in names if name and name.lower() != "cookie"]
        if kept:
            response["Vary"] = ", ".join(kept)
        else:
            response.headers.pop("Vary", None)

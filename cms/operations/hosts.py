"""Which host was asked, where the admin has one of its own (ADMIN_URL)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port

from cms.settings.addresses import host_names

ADMIN_PATH = "/admin/"
# Whoever takes up an invitation is signed in by it, and so on the host of the admin.
OF_STAFF = (ADMIN_PATH, "/directory/invitation/", "/gd/directory/invitation/")


def is_on_admin_host(request: HttpRequest) -> bool:
    """Whether the admin's own host was asked, in whatever letters and at whatever port."""
    try:
        name, _port = split_domain_port(request.get_host())
    except DisallowedHost:  # is answered further in
        return False
    return name in host_names(settings.ADMIN_URL)


def is_admin(request: HttpRequest) -> bool:
    """Whether the address is one of the admin, and on a host that has it."""
    return request.path_info.startswith(ADMIN_PATH) and not is_shut(request)


def is_shut(request: HttpRequest) -> bool:
    """Whether the address is for staff, and the host for readers."""
    return bool(settings.ADMIN_URL) and is_below(request, OF_STAFF) and not is_on_admin_host(request)


def is_below(request: HttpRequest, places: tuple[str, ...]) -> bool:
    """Also without the last slash, so that nobody is led on to an address by adding it."""
    path = request.path_info
    return path.startswith(places) or f"{path}/" in places

"""What production must not start without, whichever way it is started."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from cms.settings.environment import VARIABLES, read

PROVIDER = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")


def refuse_wrong_settings() -> None:
    """Raise ImproperlyConfigured with one clear line; settings for plain http are let through."""
    for variable in VARIABLES.values():
        if variable.default is not None:
            read(variable.name)  # also those that only one command needs
    _refuse_half_a_provider()
    site, admin = urlsplit(settings.SITE_URL), urlsplit(settings.ADMIN_URL)
    if site.hostname == admin.hostname:  # readers would be led from there to there
        raise ImproperlyConfigured("ADMIN_URL is not right. Expected: another host than that of SITE_URL.")
    if settings.DEBUG or not settings.SECURE_SSL_REDIRECT:
        return
    if settings.HASH_KEY == settings.SECRET_KEY:
        raise ImproperlyConfigured("HASH_KEY is not right. Expected: another key than SECRET_KEY.")
    if site.scheme != "https":
        raise ImproperlyConfigured("SITE_URL is not right. Expected in production: an address with https.")
    if settings.ADMIN_URL and admin.scheme != "https":
        raise ImproperlyConfigured("ADMIN_URL is not right. Expected in production: an address with https.")
    if not settings.ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS is not set. Expected: host names with commas between them.")
    if not validate_host(site.hostname or "", settings.ALLOWED_HOSTS):
        raise ImproperlyConfigured("ALLOWED_HOSTS is not right. Expected: the host of SITE_URL among them.")


def _refuse_half_a_provider() -> None:
    missing = [name for name in PROVIDER if not read(name)]
    if missing and len(missing) < len(PROVIDER):
        raise ImproperlyConfigured(f"{missing[0]} is not set. Expected: {', '.join(PROVIDER)}, all or none.")

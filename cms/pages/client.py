"""Who asks: the client's network address, told only as a keyed hash."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

IPV6_HOUSEHOLD = 64  # bits of an IPv6 address that one connection has for itself


def client_address(request: HttpRequest) -> str:
    """The address as seen by the outermost trusted proxy: whatever stands further left anybody can write."""
    direct = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:
        return direct
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    chain = [part for part in forwarded if part] + [direct]
    return without_port(chain[max(0, len(chain) - 1 - settings.TRUSTED_PROXIES)])


def without_port(text: str) -> str:
    """Some proxies write the port, another one for each connection: 192.0.2.8:5001, [2001:db8::1]:5001."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def client_network(request: HttpRequest) -> str:
    """The address of one client; for IPv6 its network, within which a client may choose any address."""
    text = client_address(request)
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, IPV6_HOUSEHOLD), strict=False))


def client_as_address(request: HttpRequest) -> str:
    """The keyed hash of the client in the form of an address (RFC 4193), where only one can be kept."""
    digest = bytes.fromhex(client_key(request, "address"))
    return str(IPv6Address(b"\xfd" + digest[:15]))


def client_key(request: HttpRequest, purpose: str) -> str:
    """A name for the client that leads back to nobody and is another one for each purpose."""
    return salted_hmac(f"client:{purpose}", client_network(request), algorithm="sha256").hexdigest()

"""Asking other sites whether something is at an address, without being led into our own network."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from cms.blocks.addresses import safe_address

TIME_OUT = 5.0  # seconds, for each step of one request
IN_ALL = 12.0  # seconds, for all addresses of an edition
AT_ONCE = 8
MOST_REDIRECTS = 3
AGENT = "Mozilla/5.0 (compatible; link check of the bulletin)"
STAYS = "/%:@!$&'()*+,;=~-._?[]"  # what is not written as a code in the path and query of an address
REDIRECTS = {301, 302, 303, 307, 308}
NOT_THERE = {404, 410}
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
# They carry an IPv4 address within, which a gateway may lead to.
CARRIES_ANOTHER = [ip_network(network) for network in ("64:ff9b::/96", "2002::/16", "2001::/32")]

Guard = Callable[[str], bool]


class Answer(Enum):
    THERE = "there"
    MISSING = "missing"
    NAMELESS = "nameless"  # no such site, as far as this machine can tell
    UNKNOWN = "unknown"  # no answer in time, one that may differ for a person, or an address we do not ask


class NotForUs(Exception):
    """The address leads to a machine that nobody outside may reach, or is none of the web."""


def is_public(address: str) -> bool:
    """Whether an IP address is on the open internet: not of this machine, its network, or a cloud itself."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if any(ip in network for network in CARRIES_ANOTHER):
            return False
        ip = ip.ipv4_mapped or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def ask_all(addresses: list[str], may_reach: Guard = is_public) -> dict[str, Answer]:
    """Several at once. What takes too long is unknown."""
    pool = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="link-check")
    asked = {pool.submit(ask, address, may_reach): address for address in addresses}
    done, _late = wait(asked, timeout=IN_ALL)
    pool.shutdown(wait=False, cancel_futures=True)
    answers = dict.fromkeys(addresses, Answer.UNKNOWN)
    return answers | {asked[each]: each.result() for each in done}


def ask(address: str, may_reach: Guard = is_public) -> Answer:
    """HEAD, and GET where that is not understood or says that nothing is there."""
    try:
        status = _status(address, "HEAD", may_reach)
        if status >= 400:
            status = _status(address, "GET", may_reach)
    except socket.gaierror as failure:
        return Answer.NAMELESS if failure.errno in NO_SUCH_NAME else Answer.UNKNOWN
    except (OSError, http.client.HTTPException, NotForUs, ValueError):
        return Answer.UNKNOWN
    if status in NOT_THERE:
        return Answer.MISSING
    return Answer.THERE if status < 400 else Answer.UNKNOWN


def _status(address: str, method: str, may_reach: Guard) -> int:
    """Of the last of at most three redirects, each looked at as closely as the first address."""
    for _hop in range(MOST_REDIRECTS + 1):
        address = safe_address(address, web_only=True)
        if not address:
            raise NotForUs
        status, location = _request(urlsplit(address), method, may_reach)
        if status not in REDIRECTS or not location:
            return status
        address = urljoin(address, location)
    raise NotForUs


def _request(parts: SplitResult, method: str, may_reach: Guard) -> tuple[int, str]:
    port = parts.port or (443 if parts.scheme == "https" else 80)
    make = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = make(parts.hostname, port, timeout=TIME_OUT)
    connection.sock = _connected(parts, port, may_reach)
    try:
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        connection.request(method, quote(target, safe=STAYS), headers=headers)
        response = connection.getresponse()
        return response.status, response.getheader("Location") or ""
    finally:
        connection.close()


def _connected(parts: SplitResult, port: int, may_reach: Guard) -> socket.socket:
    """To the very address that was looked at: a name may lead elsewhere a moment later."""
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(may_reach(address) for address in addresses):
        raise NotForUs
    failure: OSError | None = None
    for address in addresses[:3]:
        try:
            plain = socket.create_connection((address, port), timeout=TIME_OUT)
        except OSError as refused:
            failure = refused
            continue
        if parts.scheme != "https":
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
    raise failure or OSError

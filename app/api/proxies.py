"""The client's address, scheme and host behind proxies. Only the last `PROXY_HOPS` values are trusted.

Werkzeug's ProxyFix parses these headers as lists with quoted texts, so a client's quotation mark makes it drop the
proxies' values. It also keeps the port that some proxies add to an address, so every connection would have its own
limits. Here values are split at commas, and ports are removed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WARN_EVERY_S = 3_600.0
"""Seconds between two warnings about the same fault. For so long, readiness reports a fault after it was seen."""
FURTHER = 8
"""Values beyond `PROXY_HOPS` among which a client's address is looked for. A client chooses how many there are."""
INSIDE = [
    *map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8")),
    *map(ip_network, ("169.254.0.0/16", "fc00::/7", "fe80::/10", "::1")),
]
"""Networks of proxies, which no client on the Internet has (RFC 1918, 6598, 1122, 3927, 4193 and 4291)."""
LONGEST = 64
"""Characters of an address that are read. The longest has 45, beside a port and a zone."""
MOST_CHARS = {
    **dict.fromkeys(
        (
            "CONTENT_TYPE",
            "HTTP_ACCEPT",
            "HTTP_ACCEPT_ENCODING",
            "HTTP_ACCESS_CONTROL_REQUEST_HEADERS",
            "HTTP_IF_MATCH",
            "HTTP_IF_NONE_MATCH",
            "HTTP_IF_RANGE",
            "HTTP_PREFER",
            "HTTP_RANGE",
        ),
        1_024,
    ),
    "HTTP_COOKIE": 8_190,  # a browser sends one line of cookies, and gunicorn refuses a longer one
}
"""The most characters of a header that the application parses into a list, of all its lines together.

Werkzeug takes 50 to 200 ms of a processor for 56 KiB of separators, and the sender needs no sign-in.
"""
log = structlog.get_logger("portal")
_WITH_PORT = re.compile(r"\[(.+)\](?::\d+)?|([0-9.]+):\d+")


class Proxies:
    """WSGI middleware that puts the proxies' values into the environment, and the host in lower case.

    A header that is longer than `MOST_CHARS` counts as absent.

    In `trusted_hosts`, a leading dot includes all subdomains. /health/ accepts any host, because supervisors use an
    IP address. No response there depends on the host.

    If `PROXY_HOPS` does not fit the headers of a request, log a warning once an hour. With too many hops, clients can
    choose the address that limits count. With too few, all clients share one limit: the address that counts is that of
    a proxy, and a client's is before it. If the proxy has a public address too, this cannot be seen.
    """

    def __init__(
        self,
        app: WSGIApplication,
        *,
        hops: int,
        trusted_hosts: tuple[str, ...],
        https_only: bool,
        clock: Callable[[], float],
    ) -> None:
        """`https_only`: pages use HTTPS, so another scheme is a fault. `clock` returns seconds."""
        self._app = app
        self._hops = hops
        self._probed_as = trusted_hosts[0] if trusted_hosts else "localhost"
        self._https_only = https_only
        self._clock = clock
        self._warned_at: dict[str, float] = {}

    def faults(self) -> list[str]:
        """Return why, within the last hour, headers of requests did not fit `PROXY_HOPS`."""
        now = self._clock()
        return [fault for fault, warned_at in tuple(self._warned_at.items()) if now - warned_at < WARN_EVERY_S]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        for name, most in MOST_CHARS.items():
            if len(environ.get(name, "")) > most:
                del environ[name]
        peer = environ.get("REMOTE_ADDR", "")
        environ["REMOTE_ADDR"] = _address(self._forwarded(environ, "FOR")) or _address(peer) or peer
        if (scheme := self._forwarded(environ, "PROTO").lower()) in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        host = self._forwarded(environ, "HOST") or environ.get("HTTP_HOST", "")
        if environ["PATH_INFO"].startswith("/health/"):
            environ["HTTP_HOST"] = self._probed_as
        else:
            environ["HTTP_HOST"] = host.lower()
            if fault := self._fault(environ, scheme):
                self._warn(fault, peer)
        return self._app(environ, start_response)

    def _fault(self, environ: WSGIEnvironment, scheme: str) -> str | None:
        """Return the fault in a request's headers, or None."""
        header = environ.get("HTTP_X_FORWARDED_FOR", "")
        values = header.rsplit(",", self._hops + FURTHER) if header else []
        must_be = f"PROXY_HOPS must be the number of proxies in front. It is {self._hops}, and X-Forwarded-For has"
        if len(values) < self._hops or (values and not self._hops):
            return f"{must_be} {'1 value' if len(values) == 1 else f'{len(values)} values'}"
        if self._hops:
            counted = values[-self._hops]
            if _address(counted) is None:
                return f"{must_be} no address there"
            if _is_inside(counted) and any(
                _address(each) and not _is_inside(each) for each in values[-self._hops - FURTHER : -self._hops]
            ):
                return f"{must_be} an internal address there, after a public one"
            if scheme not in ("http", "https"):
                return "the proxy sends no X-Forwarded-Proto, so the portal cannot know that pages use HTTPS"
            if scheme == "http" and self._https_only:
                return "X-Forwarded-Proto is http, but pages must use HTTPS: pass on the value of the first proxy"
        return None

    def _warn(self, fault: str, peer: str) -> None:
        now = self._clock()
        if now - self._warned_at.get(fault, -WARN_EVERY_S) >= WARN_EVERY_S:
            self._warned_at[fault] = now
            # The address of a proxy is private as a rule; that of a person is not, and is not logged.
            log.warning("proxy_settings_in_doubt", why=fault, peer=peer if _is_inside(peer) else None)

    def _forwarded(self, environ: WSGIEnvironment, what: str) -> str:
        """Return the value of the outermost trusted proxy; empty if there is none.

        Each proxy adds an address. Most proxies replace the scheme and the host, so of these there may be fewer values
        than proxies.
        """
        values = environ.get(f"HTTP_X_FORWARDED_{what}", "").rsplit(",", self._hops)
        has_enough = len(values) >= self._hops or what != "FOR"
        return str(values[-min(self._hops, len(values))]).strip() if self._hops and has_enough else ""


def _is_inside(value: str) -> bool:
    address = _address(value)
    return address is not None and any(ip_address(address) in network for network in INSIDE)


def _address(value: str) -> str | None:
    """Return an IP address in its normal form, without port and zone; None if it is not an address."""
    return _parsed(value.strip()[:LONGEST])


@lru_cache(maxsize=1_024)
def _parsed(text: str) -> str | None:
    if with_port := _WITH_PORT.fullmatch(text):
        text = with_port[1] or with_port[2]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)

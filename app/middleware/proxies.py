"""The client's address, scheme and host behind proxies. Only the last `PROXY_HOPS` values are trusted.

Werkzeug's ProxyFix parses these headers as lists with quoted texts, so a client's quotation mark makes it drop the
proxies' values. It also keeps the port that some proxies add to an address, so every connection would have its own
limits. Here values are split at commas, and ports are removed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_WITH_PORT = re.compile(r"\[(.+)\](?::\d+)?|([0-9.]+):\d+")


class Proxies:
    """WSGI middleware that puts the proxies' values into the environment, and the host in lower case.

    In `trusted_hosts`, a leading dot includes all subdomains. /health/ accepts any host, because supervisors use an
    IP address. No response there depends on the host.
    """

    def __init__(self, app: WSGIApplication, *, hops: int, trusted_hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hops = hops
        self._probed_as = trusted_hosts[0] if trusted_hosts else "localhost"

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        peer = environ.get("REMOTE_ADDR", "")
        environ["REMOTE_ADDR"] = _address(self._forwarded(environ, "FOR")) or _address(peer) or peer
        if (scheme := self._forwarded(environ, "PROTO").lower()) in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        host = self._forwarded(environ, "HOST") or environ.get("HTTP_HOST", "")
        environ["HTTP_HOST"] = self._probed_as if environ["PATH_INFO"].startswith("/health/") else host.lower()
        return self._app(environ, start_response)

    def _forwarded(self, environ: WSGIEnvironment, what: str) -> str:
        """Return the value of the outermost trusted proxy; empty if there are fewer than `hops` values."""
        values = environ.get(f"HTTP_X_FORWARDED_{what}", "").split(",")
        return str(values[-self._hops]).strip() if 0 < self._hops <= len(values) else ""


@lru_cache(maxsize=1_024)
def _address(text: str) -> str | None:
    """Return an IP address in its normal form, without port and zone; None if it is not an address."""
    if with_port := _WITH_PORT.fullmatch(text):
        text = with_port[1] or with_port[2]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)

"""Who asks, by which scheme and under which name, where proxies stand in front: only the last `PROXY_HOPS` count.

Werkzeug's ProxyFix takes these headers for lists with quoted texts, so that a client who sends one quotation mark makes
it drop what the proxies added; and it keeps the port that some of them add to an address, which would give every
connection its own limits. Here a comma is a comma, and an address an address.
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
    """Around `app`: makes the environment say what the proxies said, and the host's name lower case.

    `trusted_hosts` as in the configuration, where a leading dot stands for any name below. /health/ is answered under
    any name, for supervisors ask by address; no answer there depends on it.
    """

    def __init__(self, app: WSGIApplication, *, hops: int, trusted_hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hops = hops
        self._probed_as = trusted_hosts[0] if trusted_hosts else "localhost"

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        peer = environ.get("REMOTE_ADDR", "")
        environ["REMOTE_ADDR"] = _address(self._said(environ, "FOR")) or _address(peer) or peer
        if (scheme := self._said(environ, "PROTO").lower()) in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        host = self._said(environ, "HOST") or environ.get("HTTP_HOST", "")
        environ["HTTP_HOST"] = self._probed_as if environ["PATH_INFO"].startswith("/health/") else host.lower()
        return self._app(environ, start_response)

    def _said(self, environ: WSGIEnvironment, what: str) -> str:
        """What the outermost proxy that is believed said of its client; empty if fewer than `hops` said anything."""
        values = environ.get(f"HTTP_X_FORWARDED_{what}", "").split(",")
        return str(values[-self._hops]).strip() if 0 < self._hops <= len(values) else ""


@lru_cache(maxsize=1_024)
def _address(said: str) -> str | None:
    """An IP address in its one spelling, without port and zone; None if it is none."""
    if found := _WITH_PORT.fullmatch(said):
        said = found[1] or found[2]
    try:
        address = ip_address(said.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)

"""Limits on the request headers that the application parses into lists.

Werkzeug takes 50 to 200 ms of a processor for 56 KiB of separators, and the sender needs no sign-in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST_COOKIE = 8_190
"""A browser sends one line of cookies, and gunicorn refuses a longer one."""
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
    "HTTP_COOKIE": MOST_COOKIE,
}
"""The most characters of a header, of all its lines together. proxies.py limits the values of `X-Forwarded-…`."""


class HeaderLimits:
    """WSGI middleware for which a longer header counts as absent."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        for name, most in MOST_CHARS.items():
            if len(environ.get(name, "")) > most:
                del environ[name]
        return self._app(environ, start_response)

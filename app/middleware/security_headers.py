"""What every answer tells a browser it must not do with it.

`secure` and Flask-Talisman would set these too, but in Flask's own hooks, which an answer can miss (a session store
that fails, an error while another is being answered). Around the whole application none does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_NOBODY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
DATA_POLICY = f"default-src 'none'; {_NOBODY}"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    f"connect-src 'self'; {_NOBODY}"
)
"""For HTML: everything it loads is ours and stands in a file of its own."""
FIXED = {
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that, browsers call the origin of our own forms "null", and we refuse those.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
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
            "publickey-credentials-get",
            "screen-wake-lock",
            "usb",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    # With ALLOWED_ORIGINS as well: this is about loading without CORS, and those pages ask with it.
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""X-Frame-Options is left out: every browser that is still in use goes by frame-ancestors."""
HSTS = "max-age=31536000"
"""A year. Not includeSubDomains: what else lives under the portal's name is not ours to decide."""


class SecurityHeaders:
    """Puts them around `app`; `https_only` tells browsers to come by HTTPS from now on."""

    def __init__(self, app: WSGIApplication, *, https_only: bool) -> None:
        self._app = app
        self._fixed = {**FIXED, **({"Strict-Transport-Security": HSTS} if https_only else {})}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, with the headers."""

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            given = {name.lower(): value for name, value in headers}
            is_page = given.get("content-type", "").startswith("text/html") and given.get("content-length") != "0"
            # A 304 renews the headers of what the browser holds: a page would lose its own policy to that of data.
            if not status.startswith("304") and "content-security-policy" not in given:
                headers.append(("Content-Security-Policy", PAGE_POLICY if is_page else DATA_POLICY))
            headers += ((name, value) for name, value in self._fixed.items() if name.lower() not in given)
            if "cache-control" not in given:
                headers.append(("Cache-Control", "no-store"))
            return start_response(status, headers, *more)

        return self._app(environ, start)

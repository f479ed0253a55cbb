"""Security headers of every response.

The packages `secure` and Flask-Talisman set such headers in Flask's hooks, which do not run if the session store or an
error handler fails. Middleware around the application sees every response.
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
"""The policy of HTML pages, which load only the portal's own files."""
_FEATURES = (
    "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment "
    "screen-wake-lock usb"
)
"""Features of browsers that no page may use."""
_PASSKEYS = ("publickey-credentials-create=(self)", "publickey-credentials-get=(self)")
"""Pages of the portal may use passkeys, but no page in a frame."""
FIXED = {
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then send the origin "null" with the portal's own forms, and it would be refused.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join((*(f"{feature}=()" for feature in _FEATURES.split()), *_PASSKEYS)),
    "Cross-Origin-Opener-Policy": "same-origin",
    # Right with ALLOWED_ORIGINS too: this header applies only to loading without CORS, and those pages use CORS.
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""X-Frame-Options is not needed, because every current browser supports frame-ancestors."""
HSTS = "max-age=31536000"
"""One year, without includeSubDomains, because other sites may use subdomains of the portal's name."""


class SecurityHeaders:
    """WSGI middleware that adds the headers. `https_only`: also tell browsers to use only HTTPS."""

    def __init__(self, app: WSGIApplication, *, https_only: bool) -> None:
        self._app = app
        self._fixed = {**FIXED, **({"Strict-Transport-Security": HSTS} if https_only else {})}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            present = {name.lower(): value for name, value in headers}
            is_page = present.get("content-type", "").startswith("text/html") and present.get("content-length") != "0"
            # A 304 updates the headers of the cached response: a page would get the policy of data.
            if not status.startswith("304") and "content-security-policy" not in present:
                headers.append(("Content-Security-Policy", PAGE_POLICY if is_page else DATA_POLICY))
            headers += ((name, value) for name, value in self._fixed.items() if name.lower() not in present)
            if "cache-control" not in present:
                headers.append(("Cache-Control", "no-store"))
            return start_response(status, headers, *more)

        return self._app(environ, start)

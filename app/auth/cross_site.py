"""Cross-site requests: refused if they would change something (CSRF), allowed for ALLOWED_ORIGINS (CORS)."""

import re
from typing import TYPE_CHECKING

from flask import Flask, current_app, request
from flask_cors import CORS

from app.domain.errors import CROSS_SITE, CrossSite

if TYPE_CHECKING:
    from app.settings.model import Config

CHANGING_METHODS = frozenset(("POST", "PUT", "PATCH", "DELETE"))
EXPOSED_HEADERS = (
    "X-Request-ID",
    "Retry-After",
    "ETag",
    "Last-Modified",
    "Location",
    "Submission-State",
    "Idempotency-Replayed",
    "Preference-Applied",
)
ALLOWED_HEADERS = (
    "Content-Type",
    "Portal-Account",
    "Idempotency-Key",
    "If-None-Match",
    "Prefer",
    "X-Allow-Duplicate",
    "X-Request-ID",
)


def install(app: Flask, config: "Config") -> None:
    """Store the allowed origins, and answer CORS requests from their browsers."""
    origins = frozenset(map(_normal, config.allowed_origins))
    app.extensions["allowed_origins"] = origins
    if origins:
        # As compiled patterns: flask-cors reads "*" or "[::1]" in a string as a pattern.
        exact = [re.compile(re.escape(origin) + r"\Z", re.IGNORECASE) for origin in sorted(origins)]
        CORS(
            app,
            resources=r"/api/.*",
            origins=exact,
            supports_credentials=True,
            methods=["GET", "HEAD", "POST", "PATCH", "DELETE"],
            allow_headers=list(ALLOWED_HEADERS),
            expose_headers=list(EXPOSED_HEADERS),
            max_age=600,
        )


def refuse_cross_site() -> None:
    """Raise CrossSite for a changing request from a page whose origin is neither the portal nor allowed."""
    if request.method not in CHANGING_METHODS:
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site in ("same-origin", "none") or (site is None and origin is None):
        return
    own_origin = _normal(f"{request.scheme}://{request.host}")
    if origin is None or _normal(origin) not in {own_origin, *current_app.extensions["allowed_origins"]}:
        raise CrossSite(CROSS_SITE)


def _normal(origin: str) -> str:
    return origin.strip().rstrip("/").lower()

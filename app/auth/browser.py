"""Two cookies that identify a browser before a sign-in: a nonce and a device.

The nonce ties a request for a code, a challenge for a passkey or a visit to the identity provider to one browser. So a
stranger's wrong tries cannot use up a person's code.

A browser in which a person has signed in before is a known device of that person, with limits of its own, so a stranger
cannot use up those either. The portal stores only hashes of both.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import timedelta

from flask import Response, after_this_request, current_app, g, request

from app.api.blueprint import services
from app.auth import devices, limits
from app.auth.session_store import cookie_name
from app.domain.client import Client
from app.domain.digests import lookup_digest
from app.store.rate_limit import Quota

NONCE, DEVICE = "portal_attempt", "portal_device"
NONCE_LIFETIME = timedelta(minutes=30)
"""Longer than a code is valid. Each request for a code begins it again."""
DEVICE_LIFETIME = timedelta(days=400)
"""Browsers keep no cookie longer (draft-ietf-httpbis-rfc6265bis, 5.5)."""
USER_AGENT_CHARACTERS = 400
"""The part of `User-Agent` that is read. Real ones are shorter."""
TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def nonce_digest() -> str | None:
    """Return the digest of this browser's nonce, or None if it has none."""
    return _digest(NONCE)


def client(*, device: str | None = None) -> Client:
    """Return the sender of this request. `device`: the hash of a device that this response creates."""
    return Client(
        address=str(request.remote_addr),
        software=software_of(request.user_agent.string[:USER_AGENT_CHARACTERS]),
        device=device or _digest(DEVICE),
        request_id=g.request_id,
    )


def network_quota(name: str) -> Callable[[], Quota]:
    """Return a function that returns the limit with this name (`limits.quota`) for the sender's network."""
    return lambda: limits.quota(services(), name, devices.network(client()))


BROWSERS = frozenset(
    (
        *("Chrome", "Chrome Mobile", "Chrome Mobile WebView", "Chrome Mobile iOS", "HeadlessChrome", "Chromium"),
        *("Safari", "Mobile Safari", "Mobile Safari UI/WKWebView", "Firefox", "Firefox Mobile", "Firefox iOS"),
        *("Edge", "Edge Mobile", "Opera", "Opera Mobile", "Samsung Internet", "DuckDuckGo Mobile", "Brave", "Vivaldi"),
        *("Python Requests", "Python-urllib", "aiohttp", "HTTPX", "curl", "okhttp", "axios"),
    )
)
SYSTEMS = frozenset(("Android", "iOS", "Windows", "Mac OS X", "Linux", "Ubuntu", "Debian", "Fedora", "Chrome OS"))
"""Names in `User-Agent` that people see. A request can contain any other text."""


def software_of(user_agent: str) -> str | None:
    """Return the name of a browser and of its system, or None if neither is known.

    The first call in a process takes up to 0.3 s, to load the patterns. The worker needs none.
    """
    from ua_parser import parse

    result = parse(user_agent)
    parts = ((result.user_agent, BROWSERS), (result.os, SYSTEMS))
    return " on ".join(part.family for part, known in parts if part is not None and part.family in known) or None


def nonce() -> str:
    """Return this browser's nonce, or a new one."""
    return _token(NONCE) or secrets.token_urlsafe(TOKEN_BYTES)


def device_token() -> str:
    """Return the token of this browser's device, or a new one.

    A device that everybody has forgotten gets a new one: a thief may have a copy of the cookie.
    """
    token = _token(DEVICE)
    if token is not None and devices.is_known_to_anybody(services().database, lookup_digest(token)):
        return token
    return secrets.token_urlsafe(TOKEN_BYTES)


def keep_nonce(value: str) -> None:
    """Store the nonce in the browser, with the response to this request."""
    _keep(NONCE, value, NONCE_LIFETIME)


def keep_device(token: str) -> None:
    """Store the device in the browser, with the response to this request, and delete the nonce."""
    _keep(DEVICE, token, DEVICE_LIFETIME)
    _keep(NONCE, "", timedelta(0))


def _keep(name: str, token: str, lifetime: timedelta) -> None:
    @after_this_request
    def set_cookie(response: Response) -> Response:
        if response.status_code < 400:
            secure = current_app.config["SESSION_COOKIE_SECURE"]
            name_here = cookie_name(current_app, name)
            response.set_cookie(name_here, token, max_age=lifetime, secure=secure, httponly=True, samesite="Lax")
        return response


def _token(name: str) -> str | None:
    value = request.cookies.get(cookie_name(current_app, name), "")
    return value if TOKEN.fullmatch(value) else None


def _digest(name: str) -> str | None:
    token = _token(name)
    return token and lookup_digest(token)

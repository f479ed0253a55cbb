"""The guards of requests: the signed-in person, the person's account, and the origin of the page.

Cross-site requests that would change something are refused (CSRF), except those from ALLOWED_ORIGINS (CORS). Hidden
requests for pages that begin or finish a sign-in are refused too.
"""

import re
from collections.abc import Mapping
from typing import Any, cast

import structlog
from flask import Flask, current_app, g, request
from flask_cors import CORS

from app.agentos.caller import Caller
from app.api.blueprint import portal_origin, route_facts, services
from app.auth import browser, service
from app.auth.service import Person
from app.auth.session_store import Session, current_session
from app.domain.clock import Deadline
from app.domain.errors import CROSS_SITE, CrossSite
from app.domain.limits import REQUEST_S
from app.observability.request_log import failed
from app.services import RequestContext
from app.settings.model import Config

CHANGING_METHODS = frozenset(("POST", "PUT", "PATCH", "DELETE"))
METHODS_OF_SIGNED_IN = frozenset(("GET", "HEAD", "PATCH"))
"""Methods that need a signed-in person where others sign in or out."""
EXPOSED_HEADERS = (
    "X-Request-ID",
    "Retry-After",
    "ETag",
    "Last-Modified",
    "Location",
    "Submission-State",
    "Idempotency-Replayed",
    "Preference-Applied",
    "RateLimit-Policy",
    "RateLimit",
)
ALLOWED_HEADERS = (
    "Content-Type",
    "Portal-Account",
    "Portal-Prefetch",
    "Idempotency-Key",
    "If-None-Match",
    "Prefer",
    "X-Allow-Duplicate",
    "X-Request-ID",
    # The portal ignores these. Browsers would not send a request with a header that is missing here.
    *("traceparent", "tracestate", "baggage", "sentry-trace"),  # tracing: W3C Trace Context and Baggage, Sentry
    *("b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled"),  # Zipkin
    *("x-datadog-trace-id", "x-datadog-parent-id", "x-datadog-origin", "x-datadog-sampling-priority"),  # Datadog
    *("newrelic", "request-id", "request-context"),  # New Relic, Azure Application Insights
    *("x-amzn-trace-id", "x-cloud-trace-context", "uber-trace-id", "elastic-apm-traceparent"),
    *("X-Requested-With", "Cache-Control", "Pragma"),  # libraries for requests
)
ORIGIN = re.compile(r"[a-z][a-z0-9+.-]{0,20}://[A-Za-z0-9.-]{1,100}(:[0-9]{1,5})?")
"""An origin that may be logged: a scheme, a host and an optional port."""


def require_person() -> Person:
    """Return the signed-in person. Raise Unauthenticated if there is none."""
    g.person = service.load_person(services(), current_session())
    return cast(Person, g.person)


def require_person_except_to_sign_in() -> None:
    """Require a signed-in person to read the session and to switch accounts, but not to sign in or out."""
    if request.method in METHODS_OF_SIGNED_IN:
        require_person()


def own_session() -> Session:
    """Return the session of the person whom `require_person` found."""
    return cast(Person, g.person).session


def is_prefetch(environ: Mapping[str, Any]) -> bool:
    """Return whether the client fetches the response before anybody asks for it, by the header `Portal-Prefetch`."""
    return environ.get("HTTP_PORTAL_PREFETCH") == "1"


def require_contractor() -> None:
    """Require a signed-in person. The account is that of the header `Portal-Account` or, by default, of the session."""
    person = require_person()
    account = service.choose_account(person, request.headers.get("Portal-Account"))
    deadline_s = route_facts(current_app, str(request.endpoint)).deadline_s or REQUEST_S
    caller = Caller(
        role="person",
        deadline=Deadline(services().clock, deadline_s),
        request_id=g.request_id,
        contractor_id=account.contractor.contractor_id,
        is_prefetch=request.method not in CHANGING_METHODS and is_prefetch(request.environ),
    )
    client = browser.client() if request.method in CHANGING_METHODS else None  # reads are not audited
    g.context = RequestContext(account.agency, account.contractor, caller, person.session.email, client)
    structlog.contextvars.bind_contextvars(agency=account.agency.short_name, contractor_id=g.context.contractor_id)


def install(app: Flask, config: "Config") -> None:
    """Store the allowed origins, and let their pages use the API (CORS)."""
    origins = frozenset(map(_normal, config.allowed_origins))
    app.extensions["allowed_origins"] = origins
    if origins:
        # Compiled patterns, because flask-cors takes "*" or "[::1]" in a string as a pattern.
        exact = [re.compile(re.escape(origin) + r"\Z", re.IGNORECASE) for origin in sorted(origins)]
        CORS(
            app,
            resources=r"/api/.*",
            origins=exact,
            supports_credentials=True,
            methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=list(ALLOWED_HEADERS),
            expose_headers=list(EXPOSED_HEADERS),
            max_age=600,
        )


def refuse_cross_site() -> None:
    """Raise CrossSite for a changing request from a page of another origin, unless that origin is allowed.

    Do the same for a request other than navigation, if the route is `RouteFacts.navigation_only`. No other origin is
    allowed if it is `portal_pages_only`.
    """
    is_hidden = route_facts(current_app, str(request.endpoint)).navigation_only and not _is_navigation()
    if request.method not in CHANGING_METHODS and not is_hidden:
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site in ("same-origin", "none") or (site is None and origin is None):
        return
    if _note_foreign(origin):
        raise CrossSite(CROSS_SITE)


def note_foreign_reader() -> None:
    """Log the origin of a preflight request or a read if it is not allowed: its page cannot read the response."""
    if "Origin" in request.headers and request.method not in CHANGING_METHODS:
        _note_foreign(request.headers["Origin"])


def _note_foreign(origin: str | None) -> bool:
    """Return whether this request's origin may not send it, and if so, note that for the log."""
    is_portal_only = route_facts(current_app, str(request.endpoint)).portal_pages_only
    allowed = () if is_portal_only else current_app.extensions["allowed_origins"]
    expected = {_normal(portal_origin()), *allowed}
    is_foreign = origin is None or _normal(origin) not in expected
    if is_foreign:
        failed("CrossSite", f"the origin is {_loggable(origin)}; expected: {', '.join(sorted(expected))}")
    return is_foreign


def _is_navigation() -> bool:
    """Return whether the browser shows the response in a tab. Old browsers and programs do not say, so assume it.

    Source: https://www.w3.org/TR/fetch-metadata/
    """
    headers = request.headers
    mode, destination = headers.get("Sec-Fetch-Mode", "navigate"), headers.get("Sec-Fetch-Dest", "document")
    return (mode, destination) == ("navigate", "document")


def _loggable(origin: str | None) -> str:
    """Return a foreign origin for the log. Other text in this header is not logged: anybody may have sent it."""
    if origin in (None, "null"):
        return "missing" if origin is None else "null"
    return origin if ORIGIN.fullmatch(origin) else "malformed"


def _normal(origin: str) -> str:
    return origin.strip().rstrip("/").lower()

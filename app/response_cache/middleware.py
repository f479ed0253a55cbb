"""The response cache of an application: views' responses are captured, and later served without Flask.

The shortcut around Flask exists because Flask alone would take as long as all other work for a response.

The guard's own functions (`load_person`, `choose_account`) decide who may see an account. If they refuse, if nothing is
cached, or if the request has a query or is from another site, the request goes to Flask. Only Flask's guard and views
refuse requests. The cache contains only responses of views.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

import msgspec
import structlog
from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.sansio.utils import host_is_trusted

from app.api.blueprint import context
from app.api.conditional_get import (
    PRIVATE,
    etag_of,
    freshness_suffix,
    is_known,
    last_modified,
    without_freshness,
)
from app.auth.guard import is_prefetch
from app.auth.service import choose_account, load_person
from app.auth.session_store import session_of
from app.domain.errors import PortalError
from app.observability.request_log import RULE
from app.response_cache.store import CachedResponse, CacheKey, ResponseStore
from app.services import Services
from app.store.code_fingerprint import code_fingerprint
from app.store.engine import DatabaseBusy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from app.domain.agency import Agency
    from app.domain.reading import Reading
    from app.settings.model import Config

ENDPOINTS = frozenset(
    (
        "account.get_account",
        "account.list_contacts",
        "jobs.list_jobs",
        "financial.list_historical_statements",
        "financial.list_pending_statements",
        "financial.get_insights",
        "financial.list_invoices",
    )
)
"""The views whose responses are cached, if the request has no query."""
VARY = "Cookie, Portal-Account"
WSGIResponse = tuple[str, list[tuple[str, str]], bytes]
"""Status, headers, body."""
log = structlog.get_logger("portal")


def store_of(app: Flask) -> ResponseStore:
    """Return the cache of `app`."""
    return cast(ResponseStore, app.extensions["response_cache"])


def is_cacheable(environ: WSGIEnvironment) -> bool:
    """Return whether a request to one of `ENDPOINTS` may use the cache: it is a GET or HEAD without query and body."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and environ.get("CONTENT_LENGTH") in (None, "", "0")
        and "HTTP_TRANSFER_ENCODING" not in environ
    )


class CacheShortcut:
    """WSGI middleware around `application`, which is the original `wsgi_app` of `app`."""

    def __init__(self, app: Flask, application: WSGIApplication) -> None:
        self._app = app
        self._application = application
        self._services: Services = app.extensions["services"]
        hosts = self._services.config.trusted_hosts
        self._trusts = lru_cache(maxsize=64)(lambda host: host_is_trusted(host, hosts))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Respond from the cache, or else by `application`."""
        path = environ["PATH_INFO"]
        if (
            path in self._endpoints
            and is_cacheable(environ)
            and "HTTP_ORIGIN" not in environ  # so it is from the portal's own pages
            and self._trusts(environ.get("HTTP_HOST", ""))
        ):
            try:
                response = self._respond(environ, self._endpoints[path])
            except Exception:
                log.exception("cache_shortcut_failed")
                response = None
            if response is not None:
                status, headers, body = response
                environ[RULE] = path
                start_response(status, headers)
                return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        return self._application(environ, start_response)

    @cached_property
    def _endpoints(self) -> dict[str, str]:
        return {rule.rule: rule.endpoint for rule in self._app.url_map.iter_rules() if rule.endpoint in ENDPOINTS}

    def _respond(self, environ: WSGIEnvironment, endpoint: str) -> WSGIResponse | None:
        try:
            person = load_person(self._services, session_of(self._app, environ.get("HTTP_COOKIE")))
            account = choose_account(person, environ.get("HTTP_PORTAL_ACCOUNT"))
        except PortalError:  # the guard will refuse the request for the same reason
            return None
        key = CacheKey(*account.key, endpoint)
        cached = store_of(self._app).find(key)
        return self._write(environ, key, account.agency, cached) if cached else None

    def _write(self, environ: WSGIEnvironment, key: CacheKey, agency: Agency, cached: CachedResponse) -> WSGIResponse:
        """Return the response to a request."""
        parts, store = self._services, store_of(self._app)
        now, freshness = parts.clock.now(), store.freshness(cached.states)
        if now >= freshness.refresh_from and not is_prefetch(environ):
            parts.reader.refresh_overdue(key.agency, store.sources(key))
        as_of = freshness.as_of or now
        stale = parts.reader.is_stale(agency, freshness)
        etag = etag_of(cached.etag, stale=stale)
        headers = [("Vary", VARY), ("Cache-Control", PRIVATE), ("Last-Modified", last_modified(as_of)), ("ETag", etag)]
        structlog.contextvars.bind_contextvars(agency=key.agency, contractor_id=key.contractor_id)
        if is_known(environ.get("HTTP_IF_NONE_MATCH"), etag):
            return "304 NOT MODIFIED", headers, b""
        body = cached.text + freshness_suffix(as_of, stale=stale)
        return "200 OK", [*headers, ("Content-Type", "application/json"), ("Content-Length", str(len(body)))], body


def begin_capture() -> None:
    """After the guard and before the view, record the version of the response's row in the cache."""
    if request.endpoint in ENDPOINTS and is_cacheable(request.environ):
        account = context()
        key = CacheKey(account.agency.short_name, account.contractor_id, request.endpoint)
        with _undisturbed():
            g.capture = key, store_of(current_app).begin(key)


def install(app: Flask) -> None:
    """Create the response cache of `app`, and capture the responses of its views after `begin_capture`."""
    services: Services = app.extensions["services"]
    app.extensions["response_cache"] = ResponseStore(
        services.database, services.clock, services.reader.ages, fingerprints(services.config)
    )

    @app.after_request
    def capture(response: Response) -> Response:
        reading: Reading[Any] | None = g.get("reading")
        if "capture" in g and response.status_code == 200 and reading and reading.sources:
            body = without_freshness(response.get_data(), reading)
            key, version = g.capture
            with _undisturbed():
                store_of(app).keep(key, version, body, reading.good_until, reading.sources)
        return response


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Continue if the database fails or is busy, because the response does not need the cache."""
    try:
        yield
    except DatabaseBusy:
        pass
    except SQLAlchemyError:
        log.exception("response_not_kept")


def fingerprints(config: Config) -> dict[str, str]:
    """Return a fingerprint of code and settings by agency. Cached responses with another fingerprint are never sent.

    No response depends on the key or the budget.
    """
    prints = {}
    for name, agency in config.agencies.items():
        values = (code_fingerprint(), replace(agency, api_key="", budget=0), config.contact_days)
        prints[name] = blake2b(msgspec.json.encode(values, order="deterministic"), digest_size=16).hexdigest()
    return prints

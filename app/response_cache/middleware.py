"""The short way of the reads that everybody makes: from the cookie to bytes that were prepared before.

It stands around Flask, whose request alone would cost as much as the whole answer. One statement finds the sign-in,
whether the account is theirs, and the answer with the ages of what it is made of; what asOf and stale say is put behind
the bytes, and they leave. Whatever is out of the ordinary (no good sign-in, an account that is not theirs, another
site's page, a query, nothing prepared) takes the long way, by the guard and the view, which know every refusal. What
the view answers is kept for the next look (`app.response_cache.capture`): bytes have one origin.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import structlog
from flask import Flask
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header
from werkzeug.sansio.utils import host_is_trusted

from app.api.conditional_get import PRIVATE, ending, etag_of, holds, last_modified
from app.auth import sign_ins
from app.auth.session import sign_in_of
from app.observability.request_log import RULE
from app.response_cache import gzip_member
from app.response_cache.store import Found
from app.services import Services
from app.store.timestamps import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

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
"""The views whose answers, without a query, are prepared."""
VARY = "Accept-Encoding, Cookie, Portal-Account"
NONE = (None, "", "0")
_OURS = re.compile(r'(?:W/)?"([0-9a-f]{32})(?:-stale)?"')

Answer = tuple[str, list[tuple[str, str]], bytes]
"""Status, headers, body."""

log = structlog.get_logger("portal")


def is_plain(environ: WSGIEnvironment) -> bool:
    """Whether a request to one of `ENDPOINTS` wants just what is prepared."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and environ.get("CONTENT_LENGTH") in NONE
        and "HTTP_TRANSFER_ENCODING" not in environ
    )


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether this `Accept-Encoding` wants gzip."""
    return bool(accepted) and parse_accept_header(accepted, Accept)["gzip"] > 0


class ShortWay:
    """Around `application`, which is Flask's own for `app`."""

    def __init__(self, app: Flask, application: WSGIApplication) -> None:
        self._app = app
        self._long = application
        self._services: Services = app.extensions["services"]
        config = self._services.config
        self._idle, self._most = timedelta(hours=config.session_idle_hours), timedelta(hours=config.session_max_hours)
        self._trusts = lru_cache(maxsize=64)(lambda host: host_is_trusted(host, config.trusted_hosts))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        path = environ["PATH_INFO"]
        if path in self._endpoints and is_plain(environ) and self._is_at_home(environ):
            try:
                left = self._answer(environ, self._endpoints[path])
            except Exception:
                log.exception("short_way_failed")
                left = None
            if left is not None:
                status, headers, whole = left
                environ[RULE] = path
                start_response(status, headers)
                return [] if environ["REQUEST_METHOD"] == "HEAD" else [whole]
        return self._long(environ, start_response)

    @cached_property
    def _endpoints(self) -> dict[str, str]:
        return {rule.rule: rule.endpoint for rule in self._app.url_map.iter_rules() if rule.endpoint in ENDPOINTS}

    def _is_at_home(self, environ: WSGIEnvironment) -> bool:
        """Whether our own pages ask, under a name that is ours."""
        return "HTTP_ORIGIN" not in environ and self._trusts(environ["HTTP_HOST"])

    def _answer(self, environ: WSGIEnvironment, endpoint: str) -> Answer | None:
        sign_in_id = sign_in_of(self._app, environ.get("HTTP_COOKIE"))
        if sign_in_id is None:
            return None
        held = _OURS.fullmatch(environ.get("HTTP_IF_NONE_MATCH", ""))
        # What they hold may be the same bytes, but as stale ones, or as fresh ones: then those are needed after all.
        for tag in (held[1], None) if held else (None,):
            found = self._find(environ, endpoint, sign_in_id, tag)
            left = found and self._leave(environ, found)
            if left or not found:
                break
        return left

    def _find(self, environ: WSGIEnvironment, endpoint: str, sign_in_id: str, held: str | None) -> Found | None:
        now = self._services.clock.now()
        account = environ.get("HTTP_PORTAL_ACCOUNT")
        agency, _, contractor_id = account.partition("/") if account is not None else (None, None, None)
        found = self._services.answers.find(
            sign_in_id,
            endpoint,
            (agency, contractor_id),
            begun_after=to_text(now - self._most),
            seen_after=to_text(now - self._idle),
            held=held,
            gzipped=takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")),
        )
        if found is not None:
            sign_ins.note_visit(self._services, sign_in_id, found.seen_at)
        return found

    def _leave(self, environ: WSGIEnvironment, found: Found) -> Answer | None:
        """What was found as it leaves; None if its bytes are needed and were not read."""
        parts, now = self._services, self._services.clock.now()
        fresh = parts.answers.freshness(found.states)
        if now >= fresh.refresh_from:
            parts.reader.refresh_overdue(found.agency, parts.answers.sources(found.key))
        as_of = fresh.as_of or now
        stale = bool(found.dated) and parts.reader.is_stale(parts.config.agencies[found.agency], fresh)
        tag = etag_of(found.etag, stale=stale)
        headers = [("Vary", VARY), ("Cache-Control", PRIVATE), ("Last-Modified", last_modified(as_of)), ("ETag", tag)]
        structlog.contextvars.bind_contextvars(agency=found.agency, contractor_id=found.contractor_id)
        if holds(environ.get("HTTP_IF_NONE_MATCH"), tag):
            return "304 NOT MODIFIED", headers, b""
        if found.bytes is None:
            return None
        end = ending(as_of, stale=stale) if found.dated else b""
        if found.is_gzipped:
            headers.append(("Content-Encoding", "gzip"))
            whole = gzip_member.ended(found.bytes, found.crc, found.size, end)
        else:
            whole = found.bytes + end
        return "200 OK", [*headers, ("Content-Type", "application/json"), ("Content-Length", str(len(whole)))], whole

"""Freshness of a response in its body and headers, and 304 if the client already has the response."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import msgspec
from flask import Flask, Response, g, request
from werkzeug.datastructures import Headers
from werkzeug.http import http_date, parse_etags

from app.api.fields import FreshSchema
from app.domain.paging import Page
from app.domain.reading import Reading

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

PRIVATE = "private, no-cache"


def with_freshness(reading: Reading[Any], **fields: Any) -> Reading[Any]:
    """Return the reading for a `FreshSchema`, and store it for the response's headers. `fields` replace its value."""
    g.reading = replace(reading, value=fields) if fields else reading
    return cast("Reading[Any]", g.reading)


def with_page(reading: Reading[Page[Any]], name: str) -> Reading[Any]:
    """Do the same for a page of a list. `name` is the field of its items."""
    page = reading.value
    return with_freshness(reading, **{name: page.items, "total": page.total, "next": page.next})


class FreshResponse(Response):
    """A response with `Last-Modified` on a 304 too. Werkzeug drops it, but it may change when the body does not."""

    def get_wsgi_headers(self, environ: WSGIEnvironment) -> Headers:
        headers = super().get_wsgi_headers(environ)
        if self.status_code == 304 and "Last-Modified" in self.headers:
            headers["Last-Modified"] = self.headers["Last-Modified"]
        return headers


def install(app: Flask) -> None:
    """Add `Vary`, `Cache-Control` and the freshness headers to responses of `app`."""
    app.response_class = FreshResponse

    @app.after_request
    def add_freshness(response: Response) -> Response:
        path = request.path
        if not path.startswith("/api/"):
            return response
        # As text: Werkzeug's own set of names would parse and write it all each time, and knows only the first header.
        # flask-cors adds a second one to error responses.
        response.headers["Vary"] = ", ".join([*response.headers.getlist("Vary"), "Cookie, Portal-Account"])
        if path.startswith("/api/contractor/") and request.method in ("GET", "HEAD"):
            response.headers["Cache-Control"] = PRIVATE
            reading: Reading[Any] | None = g.get("reading")
            if response.status_code == 200 and reading:
                body = without_freshness(response.get_data(), reading)
                etag = etag_of(digest_of(body), stale=reading.stale)
                response.headers["Last-Modified"] = last_modified(reading.as_of)
                response.headers["ETag"] = etag
                if is_known(request.headers.get("If-None-Match"), etag):
                    response.status_code = 304
                    response.set_data(b"")
        else:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def is_known(if_none_match: str | None, etag: str) -> bool:
    """Return whether a client that sends this `If-None-Match` already has the response.

    Only the ETag decides, because `Last-Modified` changes with every fetch from AgentOS, even if the data does not.
    """
    return parse_etags(if_none_match).contains_weak(etag[3:-1])


def without_freshness(text: bytes, reading: Reading[Any]) -> bytes:
    """Return a response's JSON without `asOf` and `stale` at its end."""
    return text.removesuffix(freshness_suffix(reading.as_of, stale=reading.stale))


@lru_cache(maxsize=4_096)
def freshness_suffix(as_of: datetime, *, stale: bool) -> bytes:
    """Return the end of a response's JSON (`asOf` and `stale`), as the schema would write it."""
    freshness: Any = FreshSchema().dump(Reading(None, as_of, stale))
    return b"," + msgspec.json.encode(freshness)[1:] + b"\n"


last_modified = lru_cache(maxsize=4_096)(http_date)
"""A function that returns a time in the format of HTTP headers."""


def digest_of(body: bytes) -> str:
    """Return the digest of a body without `asOf` and `stale`, which change even if the data does not."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def etag_of(digest: str, *, stale: bool) -> str:
    """Return the `ETag` of a response whose body has that digest."""
    return f'W/"{digest}-stale"' if stale else f'W/"{digest}"'

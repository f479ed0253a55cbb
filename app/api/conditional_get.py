"""How fresh an answer is, told in its body and headers; and 304 for who has it already."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from flask import Flask, Response, g, request
from werkzeug.datastructures import Headers
from werkzeug.http import http_date, parse_etags

from app.api.fields import FreshSchema
from app.domain.reading import Reading

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

PRIVATE = "private, no-cache"


def shown(reading: Reading[Any], **fields: Any) -> dict[str, Any]:
    """`fields` with the reading's freshness, which also goes into the answer's headers."""
    g.reading = reading
    return {**fields, "as_of": reading.as_of, "stale": reading.stale}


class FreshResponse(Response):
    """A response that keeps `Last-Modified` on a 304, which Werkzeug drops: the time moves though the body stands."""

    def get_wsgi_headers(self, environ: WSGIEnvironment) -> Headers:
        """The headers as they leave."""
        headers = super().get_wsgi_headers(environ)
        if self.status_code == 304 and self.last_modified:
            headers["Last-Modified"] = self.headers["Last-Modified"]
        return headers


def install(app: Flask) -> None:
    """Give every good GET under `/api/contractor` of `app` its freshness headers."""

    app.response_class = FreshResponse

    @app.after_request
    def tell(response: Response) -> Response:
        if not request.path.startswith("/api/"):
            return response
        response.vary.update(("Cookie", "Portal-Account"))
        if request.path.startswith("/api/contractor/") and request.method in ("GET", "HEAD"):
            response.headers["Cache-Control"] = PRIVATE
            reading: Reading[Any] | None = g.get("reading")
            if response.status_code == 200 and reading:
                body, dated = cut(response.get_data(), reading)
                tag = etag_of(digest(body), stale=dated and reading.stale)
                response.headers["Last-Modified"] = last_modified(reading.as_of)
                response.headers["ETag"] = tag
                # Only the ETag decides: Last-Modified moves with every reading, changed or not.
                if holds(request.headers.get("If-None-Match"), tag):
                    response.status_code = 304
                    response.set_data(b"")
        else:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def cut(text: bytes, reading: Reading[Any]) -> tuple[bytes, bool]:
    """An answer's JSON up to its asOf, and whether it has one."""
    end = ending(reading.as_of, stale=reading.stale)
    return (text.removesuffix(end), True) if text.endswith(end) else (text, False)


@lru_cache(maxsize=4_096)
def ending(as_of: datetime, *, stale: bool) -> bytes:
    """The end of an answer's JSON: the very text that its schema would write."""
    fresh: Any = FreshSchema().dump({"as_of": as_of, "stale": stale})
    return b"," + msgspec.json.encode(fresh)[1:] + b"\n"


@lru_cache(maxsize=4_096)
def last_modified(as_of: datetime) -> str:
    """The moment as headers write it."""
    return http_date(as_of)


def digest(body: bytes) -> str:
    """What tells one body from another: all of it but `asOf`, which moves while nothing else does, and `stale`."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def etag_of(body_digest: str, *, stale: bool) -> str:
    """The `ETag` of an answer."""
    return f'W/"{body_digest}-stale"' if stale else f'W/"{body_digest}"'


def holds(given: str | None, tag: str) -> bool:
    """Whether who sends this `If-None-Match` has the answer with that `ETag` already."""
    return given is not None and (given == tag or parse_etags(given).contains_weak(tag[3:-1]))

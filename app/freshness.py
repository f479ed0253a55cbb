"""How fresh an answer is, told in headers; and 304 for who has it already."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from flask import Flask, Response, g, request
from flask_smorest.utils import get_appcontext
from werkzeug.datastructures import Headers

from app.domain.reading import Reading

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


def shown(reading: Reading[Any], **fields: Any) -> dict[str, Any]:
    """`fields` with the reading's freshness, which also goes into the answer's headers."""
    g.as_of = reading.as_of
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
            response.headers["Cache-Control"] = "private, no-cache"
            as_of: datetime | None = g.get("as_of")
            if response.status_code == 200 and as_of:
                response.last_modified = as_of
                response.set_etag(_digest(get_appcontext()["result_dump"]), weak=True)
                # Only the ETag decides: Last-Modified moves with every reading, changed or not.
                if request.if_none_match.contains_weak(str(response.get_etag()[0])):
                    response.status_code = 304
                    response.set_data(b"")
        else:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _digest(body: dict[str, object]) -> str:
    """A digest of the answer without `asOf`, which moves while nothing else does."""
    rest = {name: value for name, value in body.items() if name != "asOf"}
    return hashlib.blake2b(msgspec.json.encode(rest), digest_size=16).hexdigest()

"""Files of pages. A process reads and compresses each once, so that all clients that take a file share its bytes."""

import gzip
import mimetypes
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

import brotli
from flask import Response, current_app, request

from app.domain.limits import KIB

LARGE = 256 * KIB
"""The size from which Brotli's best quality would keep the first client waiting for seconds."""
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=9 if len(content) >= LARGE else 11),
    "gzip": partial(gzip.compress, mtime=0),
}
"""The compressions, the best first."""


def file_response(file: Path) -> Response:
    """Return a file, compressed if the client accepts that. Raise OSError if it cannot be read."""
    return compressed_response(read(file), mimetypes.guess_type(file.name)[0] or "text/plain")


def compressed_response(content: bytes, kind: str) -> Response:
    """Return content of a media type, compressed if the client accepts that."""
    encoding = None if kind == "image/png" else request.accept_encodings.best_match(ENCODERS)
    response = Response(_compressed(content, encoding) if encoding else content, mimetype=kind)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    return response


@lru_cache(maxsize=64)
def read(file: Path) -> bytes:
    """Return the content of a file, which must not change. Raise OSError if it cannot be read."""
    return file.read_bytes()


@lru_cache(maxsize=128)
def _compressed(content: bytes, encoding: str) -> bytes:
    return ENCODERS[encoding](content)


def page_response(file: Path) -> Response:
    """Return an HTML page, which learns whether the request has a session cookie.

    Without a session, the page does not request data of one, because browsers show a 401 as an error.
    """
    page = read(file)
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        page = page.replace(b"<body>", b'<body data-session="yes">')
    return revalidated(compressed_response(page, "text/html"))


def revalidated(response: Response) -> Response:
    """Return a response that browsers may cache but must revalidate at each use, or 304 if the client has it."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response

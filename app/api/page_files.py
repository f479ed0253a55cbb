"""Files of pages. A process reads and compresses each once, so that all clients that take a file share its bytes."""

import gzip
import mimetypes
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, request


def file_response(file: Path) -> Response:
    """Return a file, compressed if the client accepts that. Raise OSError if it cannot be read."""
    kind = mimetypes.guess_type(file.name)[0]
    is_gzipped = request.accept_encodings["gzip"] > 0 and kind != "image/png"
    response = Response(_gzipped(file) if is_gzipped else read(file), mimetype=kind)
    if is_gzipped:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response


@lru_cache(maxsize=64)
def read(file: Path) -> bytes:
    """Return the content of a file, which must not change. Raise OSError if it cannot be read."""
    return file.read_bytes()


@lru_cache(maxsize=64)
def _gzipped(file: Path) -> bytes:
    return gzip.compress(read(file), mtime=0)


def page_response(file: Path) -> Response:
    """Return an HTML page, which learns whether the request has a session cookie.

    Without a session, the page does not request data of one, because browsers show a 401 as an error.
    """
    page = read(file)
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        page = page.replace(b"<body>", b'<body data-session="yes">')
    return revalidated(Response(page, mimetype="text/html"))


def revalidated(response: Response) -> Response:
    """Return a response that browsers may cache but must revalidate at each use, or 304 if the client has it."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response

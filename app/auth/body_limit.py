"""The number of bytes of a body that the web server stores before a thread handles the request."""

from __future__ import annotations

from functools import partial

from flask import Flask
from redis import RedisError
from werkzeug.exceptions import HTTPException

from app.api.blueprint import route_facts
from app.auth.session import sign_in_of
from app.domain.limits import BODY_BYTES
from app.server.client_socket import BodyLimit


def install(app: Flask) -> None:
    """Offer the limit to the web server (`app.server.client_socket.FindLimit`)."""
    app.extensions["body_limit"] = partial(find_limit, app)


def find_limit(app: Flask, method: str, path: str, cookies: str) -> BodyLimit:
    """Return the limit of a request's body. Only a request with a session may have more than `BODY_BYTES`.

    `cookies`: the header `Cookie`, or an empty text. If the session cannot be read, it may exist.
    """
    try:
        endpoint, _ = app.url_map.bind("").match(path, method)
    except HTTPException:
        return BodyLimit(BODY_BYTES)
    most = route_facts(app, endpoint).body_limit
    if most <= BODY_BYTES:
        return BodyLimit(most)
    try:
        sign_in_id = sign_in_of(app, cookies)
    except (OSError, RedisError):
        return BodyLimit(most)
    return BodyLimit(most, sign_in_id) if sign_in_id else BodyLimit(BODY_BYTES)

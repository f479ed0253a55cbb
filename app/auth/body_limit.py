"""The number of bytes of a body that the web server stores before a thread handles the request."""

from __future__ import annotations

from functools import partial

from flask import Flask
from redis import RedisError
from werkzeug.exceptions import HTTPException

from app.api.blueprint import route_facts
from app.auth.session import sign_in_of
from app.domain.limits import BODY_BYTES


def install(app: Flask) -> None:
    """Offer the limit to the web server (`app.server.client_socket.BodyLimit`)."""
    app.extensions["body_limit"] = partial(body_limit, app)


def body_limit(app: Flask, method: str, path: str, cookies: str) -> int:
    """Return the most bytes of a body that are stored. Only a request with a session may have more than `BODY_BYTES`.

    `cookies`: the header `Cookie`, or an empty text. If the session cannot be read, it may exist.
    """
    try:
        endpoint, _ = app.url_map.bind("").match(path, method)
    except HTTPException:
        return BODY_BYTES
    most = route_facts(app, endpoint).body_limit
    try:
        return most if most <= BODY_BYTES or sign_in_of(app, cookies) else BODY_BYTES
    except (OSError, RedisError):
        return most

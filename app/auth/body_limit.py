"""The number of bytes of a body that the web server stores before a thread handles the request."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from app.api.blueprint import route_facts
from app.auth import sign_ins
from app.auth.session import sign_in_of
from app.domain.limits import BODY_BYTES
from app.server.client_socket import BodyLimit

if TYPE_CHECKING:
    from app.services import Services


def install(app: Flask) -> None:
    """Offer the limit to the web server (`app.server.client_socket.FindLimit`)."""
    app.extensions["body_limit"] = partial(find_limit, app)


def find_limit(app: Flask, method: str, path: str, cookies: str) -> BodyLimit:
    """Return the limit of a request's body. Only a request with a valid sign-in may have more than `BODY_BYTES`.

    `cookies`: the header `Cookie`, or an empty text. The owner of the body is the person, who may have many sign-ins.
    If the sign-in cannot be read, it may be valid, and is the owner.

    A thread of the web server calls this, never its main thread: the database may take long.
    """
    try:
        endpoint, _ = app.url_map.bind("").match(path, method)
    except HTTPException:
        return BodyLimit(BODY_BYTES)
    most = route_facts(app, endpoint).body_limit
    if most <= BODY_BYTES:
        return BodyLimit(most)
    services: Services = app.extensions["services"]
    owner = None
    with suppress(SQLAlchemyError):
        owner = sign_in_of(app, cookies)
        if owner is not None:
            with services.database.read() as connection:
                owner = sign_ins.owner_of(services, connection, owner)
        if owner is None:
            return BodyLimit(BODY_BYTES)
    return BodyLimit(most, owner)

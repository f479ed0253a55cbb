"""`X-Request-ID`: taken over or made, logged, sent to AgentOS, echoed."""

import re
import uuid

import structlog
from flask import Flask, Response, g, request

_ACCEPTED = re.compile(r"[A-Za-z0-9-]{8,64}")


def install(app: Flask) -> None:
    """Give every request of `app` an id, first of all."""

    @app.before_request
    def take_or_make() -> None:
        given = request.headers.get("X-Request-ID", "")
        g.request_id = given if _ACCEPTED.fullmatch(given) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def echo(response: Response) -> Response:
        if "request_id" not in g:  # it failed before the first of the hooks
            take_or_make()
        response.headers["X-Request-ID"] = g.request_id
        return response

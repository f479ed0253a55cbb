"""A log line for each request, and its `X-Request-ID`: accepted or generated, logged, sent to AgentOS, returned."""

import re
from collections.abc import Iterable
from functools import partial
from secrets import token_hex
from time import perf_counter
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import structlog
from flask import Flask, g, request

_ACCEPTED = re.compile(r"[A-Za-z0-9-]{8,64}")
REQUEST_ID, RULE, FAILED = "portal.request_id", "portal.rule", "portal.failed"
"""Keys of the WSGI environment: the request's id, the rule of its route, and whether it failed."""
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))

log = structlog.get_logger("portal")


def install(app: Flask) -> None:
    """Add the middleware that gives each request of `app` an id first, and a log line last."""
    app.wsgi_app = partial(_serve, app.wsgi_app)  # type: ignore[method-assign]

    @app.before_request
    def note_rule() -> None:
        environ, rule = request.environ, request.url_rule
        g.request_id = environ[REQUEST_ID]
        environ[RULE] = rule and rule.rule


def _serve(
    application: "WSGIApplication", environ: "WSGIEnvironment", start_response: "StartResponse"
) -> "Iterable[bytes]":
    """Serve a request. As the outermost middleware, it also sees a session store that fails outside Flask's hooks."""
    began = perf_counter()
    client_id = environ.get("HTTP_X_REQUEST_ID", "")
    request_id = environ[REQUEST_ID] = client_id if client_id and _ACCEPTED.fullmatch(client_id) else token_hex(16)
    structlog.contextvars.bind_contextvars(request_id=request_id)
    status = 500

    def start(line: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        nonlocal status
        status = int(line[:3])
        return start_response(line, [*headers, ("X-Request-ID", request_id)], *error)

    try:
        return application(environ, start)
    finally:
        line = {
            "method": environ["REQUEST_METHOD"] if environ["REQUEST_METHOD"] in _METHODS else None,
            "rule": environ.get(RULE),
            "status": status,
            "milliseconds": round((perf_counter() - began) * 1_000, 1),
        }
        # A response that does not show its failure: a redirect, or one that a page of another origin cannot read.
        is_hidden = status not in (400, 403) and FAILED in environ
        write_log = log.warning if status >= 500 or is_hidden else log.info
        write_log("request", **line)
        structlog.contextvars.clear_contextvars()


def note_problem(problem: str) -> None:
    """Add the name of the type of a problem to this request's log line. Every error response has one."""
    structlog.contextvars.bind_contextvars(problem=problem)


def failed(error: str, reason: str | None = None) -> None:
    """Add the cause of a failure to this request's log line: an exception's type and a reason without personal data."""
    request.environ[FAILED] = True
    structlog.contextvars.bind_contextvars(error=error, **({"reason": reason} if reason else {}))

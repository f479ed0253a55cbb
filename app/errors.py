"""The one table of failures: exception -> status and `{"error": "<one sentence>"}`."""

import math
import sys
from typing import Any

import structlog
from flask import Flask, Response, current_app, jsonify, request
from werkzeug.exceptions import HTTPException, SecurityError

from app.agentos.errors import AgentOSError, Busy, Crowded, Rejected
from app.auth.cross_site import CHANGING
from app.domain import errors
from app.domain.submission import State
from app.observability.request_log import failed
from app.submissions.http import PLACE, unread

STATUS: dict[type[errors.PortalError], int] = {
    errors.Invalid: 400,
    errors.Unauthenticated: 401,
    errors.CrossSite: 403,
    errors.NotFound: 404,
    errors.NotOffered: 404,
    errors.Conflict: 409,
    errors.InProgress: 409,
    errors.TooLarge: 413,
    errors.TooMany: 429,
    errors.OutOfService: 503,
    errors.NotReady: 500,
    errors.NoWorker: 500,
    errors.Misconfigured: 500,
    errors.WriteFailed: 500,
    errors.Unkept: 500,
    errors.Unchecked: 500,
}

WORDS = {
    400: "The request is not valid.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "The request is too large.",
    500: "Something went wrong on our side. Please try again in a minute.",
}
"""Sentences for what the framework itself refuses; anything else is a bad request."""

HOST_TOLD = "host refused was told"
"""Where a process keeps that its log has a warning of it."""

log = structlog.get_logger("portal")


def install(app: Flask) -> None:
    """Let every failure of `app` leave in the one shape."""
    app.register_error_handler(errors.PortalError, _portal_error)
    app.register_error_handler(errors.UploadFailed, _unread)
    app.register_error_handler(AgentOSError, _agentos_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)
    app.log_exception = _trace  # type: ignore[method-assign] # what fails outside views; Flask's own quotes the path


def answer(status: int, sentence: str, retry_after_s: float | None = None) -> Response:
    """An error as the contract has it."""
    response = jsonify(error=sentence)
    response.status_code = status
    if retry_after_s is not None:
        response.headers["Retry-After"] = str(max(1, math.ceil(retry_after_s)))
    return response


def status_of(error: errors.PortalError) -> int:
    """The status of a failure's response. What the portal or AgentOS is to blame for stands in the log as well."""
    status = STATUS[type(error)]
    if status == 500:
        cause = error.__cause__
        reason = error.reason if isinstance(error, errors.Unchecked) else None
        failed(type(error).__name__, str(cause) if isinstance(cause, AgentOSError) else reason)
    return status


def _portal_error(error: errors.PortalError) -> Response:
    status = status_of(error)
    response = answer(status, error.sentence, error.retry_after_s)
    if isinstance(error, errors.WriteFailed):
        response.headers["Submission-State"] = "not-sent" if error.state is State.ABANDONED else error.state
    if isinstance(error, errors.WriteFailed | errors.InProgress) and error.submission_id is not None:
        response.headers["Location"] = PLACE.format(error.submission_id)
    return response


def _unread(error: errors.UploadFailed) -> Response:
    log.error("unread", exc_info=error)
    return _portal_error(unread(error.what))


def _agentos_error(error: AgentOSError) -> Response:
    failed(type(error).__name__, str(error))
    response = answer(500, _said_of(error), error.retry_after_s)
    if request.method in CHANGING:
        response.headers["Submission-State"] = "not-sent"
    return response


def _said_of(error: AgentOSError) -> str:
    if isinstance(error, Rejected):
        return "Your agency's system refuses the portal. Nothing was sent; please tell the agency."
    if isinstance(error, Busy | Crowded):
        return "Too many are asking your agency's system just now. Nothing was sent; please try again in a moment."
    return "Your agency's system cannot be reached just now. Nothing was sent; please try again in a minute."


def _http_error(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        failed(type(error).__name__, "the host is not among TRUSTED_HOSTS")
        if not current_app.extensions.get(HOST_TOLD):  # once: strangers can cause it as often as they like
            current_app.extensions[HOST_TOLD] = True
            log.warning("host_refused", why="a request came for a host that TRUSTED_HOSTS does not name")
    response = answer(error.code or 500, WORDS.get(error.code or 500, WORDS[400]))
    kept: list[Any] = [(name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After")]
    response.headers.extend(kept)
    return response


def _unexpected(_error: Exception) -> Response:
    _trace(sys.exc_info())
    return answer(500, WORDS[500])


def _trace(exc_info: Any) -> None:
    failed(exc_info[0].__name__)
    log.error("unexpected", exc_info=exc_info)

"""The error handlers: every failure becomes a response with a status and a sentence."""

import sys
from typing import Any

import structlog
from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, SecurityError

from app.agentos.errors import AgentOSError, Busy, Crowded, Rejected
from app.api.error_responses import SENTENCES, error_response, status_of
from app.auth.guard import CHANGING_METHODS
from app.domain import errors
from app.domain.submission import State
from app.observability.database_log import AWAY_RETRY_S, is_away
from app.observability.request_log import failed
from app.submissions.http import SUBMISSION_PATH, upload_failure

HOST_REFUSED = "host_refused"
"""The key in `app.extensions` that records that this process has logged a refused host."""

log = structlog.get_logger("portal")


def install(app: Flask) -> None:
    """Register the error handlers of `app`."""
    app.register_error_handler(errors.PortalError, _portal_error)
    app.register_error_handler(errors.UploadFailed, _upload_failed)
    app.register_error_handler(AgentOSError, _agentos_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)
    app.log_exception = _log_trace  # type: ignore[method-assign] # Flask's own function would log the path


def _portal_error(error: errors.PortalError) -> Response:
    status = status_of(error)
    response = error_response(status, error.sentence, error.retry_after_s)
    if isinstance(error, errors.WriteFailed):
        response.headers["Submission-State"] = "not-sent" if error.state is State.ABANDONED else error.state
    if isinstance(error, errors.WriteFailed | errors.InProgress) and error.submission_id is not None:
        response.headers["Location"] = SUBMISSION_PATH.format(error.submission_id)
    return response


def _upload_failed(error: errors.UploadFailed) -> Response:
    log.error("unread", exc_info=error)
    return _portal_error(upload_failure(error.what))


def _agentos_error(error: AgentOSError) -> Response:
    failed(type(error).__name__, str(error))
    response = error_response(500, _sentence_of(error), error.retry_after_s)
    if request.method in CHANGING_METHODS:
        response.headers["Submission-State"] = "not-sent"
    return response


def _sentence_of(error: AgentOSError) -> str:
    if isinstance(error, Rejected):
        return "Your agency's system refuses the portal's key. Nothing was sent; please tell the agency."
    if isinstance(error, Busy | Crowded):
        return "Your agency's system has too many requests just now. Nothing was sent; please try again in a moment."
    return f"Your agency's system cannot be reached just now. {errors.NOTHING_SENT}"


def _http_error(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        failed(type(error).__name__, "the host is not among TRUSTED_HOSTS")
        if not current_app.extensions.get(HOST_REFUSED):  # only once, because strangers can cause it at any rate
            current_app.extensions[HOST_REFUSED] = True
            log.warning("host_refused", why="a request came for a host that TRUSTED_HOSTS does not name")
    response = error_response(error.code or 500, SENTENCES.get(error.code or 500, SENTENCES[400]))
    headers: list[Any] = [(name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After")]
    response.headers.extend(headers)
    return response


def _unexpected(error: Exception) -> Response:
    _log_trace(sys.exc_info())
    return error_response(500, SENTENCES[500], AWAY_RETRY_S if is_away(error) else None)


def _log_trace(exc_info: Any) -> None:
    failed(exc_info[0].__name__)
    log.error("unexpected", exc_info=exc_info)

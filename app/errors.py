"""The error handlers: every failure becomes a response with a status and a sentence."""

import sys
from typing import Any

import structlog
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, SecurityError

from app.agentos.errors import AgentOSError, Busy, Crowded, Rejected
from app.api.error_responses import OF_STATUS, SENTENCES, error_response, faults_of, problem_type_of, status_of
from app.api.problem_types import ProblemType
from app.auth.guard import CHANGING_METHODS
from app.domain import errors
from app.observability.database_log import AWAY_RETRY_S, is_away
from app.observability.request_log import failed
from app.submissions.http import SUBMISSION_PATH, record_refusal, upload_failure

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
    response = error_response(
        problem_type_of(error),
        error.sentence,
        status=status_of(error),
        retry_after_s=error.retry_after_s,
        submission_state=_submission_state(error),
        faults=faults_of(error),
    )
    if isinstance(error, errors.WriteFailed | errors.InProgress) and error.submission_id is not None:
        response.headers["Location"] = SUBMISSION_PATH.format(error.submission_id)
    if response.status_code < 500 and error.submission_id is None:
        record_refusal(problem_type_of(error), faults_of(error))
    return response


def _submission_state(error: errors.PortalError) -> str | None:
    """Return the value of `Submission-State` for an error that tells what became of a submission."""
    if isinstance(error, errors.Unchecked):  # a document is checked before anything is sent
        return ProblemType.NOT_SENT.anchor
    return problem_type_of(error).anchor if isinstance(error, errors.WriteFailed) else None


def _upload_failed(error: errors.UploadFailed) -> Response:
    log.error("unread", exc_info=error)
    return _portal_error(upload_failure(error.what))


def _agentos_error(error: AgentOSError) -> Response:
    failed(type(error).__name__, str(error))
    return error_response(
        problem_type_of(error),
        _sentence_of(error),
        retry_after_s=error.retry_after_s,
        submission_state="not-sent" if request.method in CHANGING_METHODS else None,
    )


TRY_AGAIN = "Nothing was sent; please try again in a moment."


def _sentence_of(error: AgentOSError) -> str:
    if isinstance(error, Rejected):
        return "Your agency's system refuses the portal's key. Nothing was sent; please tell the agency."
    if isinstance(error, Crowded):
        return f"The portal is busy with other requests just now. {TRY_AGAIN}"
    if isinstance(error, Busy):
        return f"Your agency's system has too many requests just now. {TRY_AGAIN}"
    return f"Your agency's system cannot be reached just now. {errors.NOTHING_SENT}"


def _http_error(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        failed(type(error).__name__, "the host is not among TRUSTED_HOSTS")
    status = error.code or 500
    problem_type = OF_STATUS.get(status, ProblemType.INVALID_REQUEST)
    response = error_response(problem_type, SENTENCES.get(status, SENTENCES[400]), status=status)
    if status < 500:
        record_refusal(problem_type)
    headers: list[Any] = [(name, value) for name, value in error.get_headers() if name == "Allow"]
    response.headers.extend(headers)
    return response


def _unexpected(error: Exception) -> Response:
    _log_trace(sys.exc_info())
    retry_after_s = AWAY_RETRY_S if is_away(error) else None
    return error_response(ProblemType.INTERNAL_ERROR, SENTENCES[500], retry_after_s=retry_after_s)


def _log_trace(exc_info: Any) -> None:
    failed(exc_info[0].__name__)
    log.error("unexpected", exc_info=exc_info)

"""Statuses and sentences of failures, and their JSON: `{"error": "<one sentence>"}`."""

import math

from flask import Response, jsonify

from app.agentos.errors import AgentOSError
from app.domain import errors
from app.observability.request_log import failed

STATUS = {
    errors.Invalid: 400,
    errors.Unauthenticated: 401,
    errors.SignInRefused: 401,
    errors.CrossSite: 403,
    errors.NotFound: 404,
    errors.NotOffered: 404,
    errors.Conflict: 409,
    errors.InProgress: 409,
    errors.TooLarge: 413,
    errors.TooMany: 429,
    errors.OutOfService: 503,
}
"""Status by the type of a failure. Any other type is a 500."""

SENTENCES = {
    400: "The request is not valid.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "The request is too large.",
    500: "Something went wrong on our side. Please try again in a minute.",
}
"""Sentences for requests that the framework refuses. Any other status gets the sentence of 400."""


def error_response(status: int, sentence: str, retry_after_s: float | None = None) -> Response:
    """Return an error response. `retry_after_s` is rounded up to whole seconds."""
    response = jsonify(error=sentence)
    response.status_code = status
    if retry_after_s is not None:
        response.headers["Retry-After"] = str(max(1, math.ceil(retry_after_s)))
    return response


def status_of(error: errors.PortalError) -> int:
    """Return the status of a failure's response. Log failures of the portal or of AgentOS (500)."""
    status = STATUS.get(type(error), 500)
    if status == 500:
        cause = error.__cause__
        reason = error.reason if isinstance(error, errors.Unchecked | errors.ProviderAway) else None
        failed(type(error).__name__, str(cause) if isinstance(cause, AgentOSError) else reason)
    return status

"""Error responses: `{"error": "<one sentence>"}`, or a problem (RFC 9457) for clients that ask for it."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from flask import Response, jsonify, request
from werkzeug.datastructures import MIMEAccept

from app.agentos import errors as agentos
from app.api.faults import Fault, InvalidValues
from app.api.problem_types import ProblemType
from app.domain import errors
from app.domain.submission import State
from app.observability.request_log import REQUEST_ID, failed, note_problem

PROBLEM, JSON = "application/problem+json", "application/json"

TYPES: dict[type[BaseException], ProblemType] = {
    errors.Invalid: ProblemType.INVALID_REQUEST,
    errors.KeyReused: ProblemType.KEY_REUSED,
    errors.Unauthenticated: ProblemType.UNAUTHENTICATED,
    errors.WrongCode: ProblemType.WRONG_CODE,
    errors.WrongPasskey: ProblemType.WRONG_PASSKEY,
    errors.SignInTooOld: ProblemType.SIGN_IN_TOO_OLD,
    errors.NoAccount: ProblemType.NO_ACCOUNT,
    errors.SignInRefused: ProblemType.SIGN_IN_REFUSED,
    errors.ProviderAway: ProblemType.SIGN_IN_UNAVAILABLE,
    errors.CrossSite: ProblemType.CROSS_SITE,
    errors.NotFound: ProblemType.NO_SUCH_OBJECT,
    errors.NotOffered: ProblemType.NOT_OFFERED,
    errors.Conflict: ProblemType.CONFLICT,
    errors.ForeignAccount: ProblemType.FOREIGN_ACCOUNT,
    errors.DuplicateInvoice: ProblemType.DUPLICATE_INVOICE,
    errors.InProgress: ProblemType.IN_PROGRESS,
    errors.TooLarge: ProblemType.TOO_LARGE,
    errors.TooMany: ProblemType.TOO_MANY_REQUESTS,
    errors.NotReady: ProblemType.NOT_READY,
    errors.NoWorker: ProblemType.NO_WORKER,
    errors.OutOfService: ProblemType.OUT_OF_SERVICE,
    errors.Misconfigured: ProblemType.MISCONFIGURED,
    errors.UploadFailed: ProblemType.INTERNAL_ERROR,
    errors.Unchecked: ProblemType.DOCUMENT_UNCHECKED,
    agentos.AgentOSError: ProblemType.AGENTOS_UNREACHABLE,
    agentos.Busy: ProblemType.AGENTOS_BUSY,
    agentos.Crowded: ProblemType.AGENTOS_BUSY,
    agentos.Rejected: ProblemType.AGENTOS_REFUSES_KEY,
}
"""The type of a failure by its class, or else by its nearest base class. The type has the usual status."""

OF_STATE = {
    State.ABANDONED: ProblemType.NOT_SENT,
    State.UNCONFIRMED: ProblemType.UNCONFIRMED,
    State.REVIEW: ProblemType.REVIEW,
    State.REJECTED: ProblemType.REJECTED,
}
"""The type of a failed write by the state of its submission. Its name is the value of `Submission-State`."""

OF_STATUS = {
    404: ProblemType.NO_SUCH_ADDRESS,
    405: ProblemType.METHOD_NOT_ALLOWED,
    413: ProblemType.TOO_LARGE,
    500: ProblemType.INTERNAL_ERROR,
}
"""The type of a request that the framework refuses. Any other status is an invalid request."""

SENTENCES = {
    400: "The request is not valid.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "The request is too large.",
    500: "Something went wrong on our side. Please try again in a minute.",
}
"""Sentences for requests that the framework refuses. Any other status gets the sentence of 400."""


def problem_type_of(error: BaseException) -> ProblemType:
    """Return the type of a failure."""
    if isinstance(error, errors.WriteFailed):
        return OF_STATE[error.state]
    return next((TYPES[kind] for kind in type(error).__mro__ if kind in TYPES), ProblemType.INTERNAL_ERROR)


def problem_in_brief(problem_type: ProblemType, faults: Iterable[Fault] = ()) -> str:
    """Return the type and the values at fault for the audit, as in `invalid-request, document: damaged`.

    The outermost name of each fault must be one of the API's: senders choose the names of unknown values.
    """
    values = (f"{fault.path[0]}: {fault.word}" if fault.word else str(fault.path[0]) for fault in faults)
    return ", ".join(dict.fromkeys((problem_type.anchor, *values)))


def status_of(error: errors.PortalError) -> int:
    """Return the status of a failure's response. Log failures of the portal or of AgentOS (500)."""
    status = problem_type_of(error).status
    if status == 500:
        cause = error.__cause__
        reason = error.reason if isinstance(error, errors.Unchecked | errors.ProviderAway) else None
        failed(type(error).__name__, str(cause) if isinstance(cause, agentos.AgentOSError) else reason)
    return status


def error_response(
    problem_type: ProblemType,
    sentence: str,
    *,
    status: int | None = None,
    retry_after_s: float | None = None,
    submission_state: str | None = None,
    faults: Sequence[Fault] = (),
) -> Response:
    """Return an error response in the format that the client asks for. Add the problem to the request's log line.

    `status`: if it is not the type's usual status. `retry_after_s` is rounded up to whole seconds. `submission_state`:
    the value of `Submission-State`.
    """
    status = status or problem_type.status
    note_problem(problem_type.anchor)
    retry_after = None if retry_after_s is None else max(1, math.ceil(retry_after_s))
    if asks_for_problem(request.accept_mimetypes):
        response = jsonify(
            problem(
                problem_type,
                sentence,
                status=status,
                request_id=request.environ[REQUEST_ID],
                retry_after=retry_after,
                submission_state=submission_state,
                faults=faults,
            )
        )
        response.mimetype = PROBLEM
    else:
        response = jsonify(error=sentence)
    response.status_code = status
    response.vary.add("Accept")
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    if submission_state is not None:
        response.headers["Submission-State"] = submission_state
    return response


def asks_for_problem(accept: MIMEAccept) -> bool:
    """Return whether a header `Accept` names `application/problem+json`, and prefers plain JSON at most equally.

    A wildcard such as `*/*` does not name it, because clients that know only `{"error"}` send that. Parameters such as
    `charset` change nothing.
    """
    plain = MIMEAccept([(media.partition(";")[0], quality) for media, quality in accept])
    named = MIMEAccept([(media, quality) for media, quality in plain if "*" not in media])
    return 0 < named.quality(PROBLEM) >= plain.quality(JSON)


def problem(
    problem_type: ProblemType,
    sentence: str,
    *,
    status: int,
    request_id: str,
    retry_after: float | None = None,
    submission_state: str | None = None,
    faults: Sequence[Fault] = (),
) -> dict[str, Any]:
    """Return a problem as JSON, without the members that do not apply. `retry_after`: seconds."""
    members = {
        "type": problem_type.uri,
        "title": problem_type.title,
        "status": status,
        "detail": sentence,
        "requestId": request_id,
        "errors": [fault.as_json() for fault in faults] or None,
        "submissionState": submission_state,
        "retryAfter": retry_after,
    }
    return {name: value for name, value in members.items() if value is not None}


def faults_of(error: BaseException) -> Sequence[Fault]:
    """Return the faults of the request's values that an error lists."""
    return error.faults if isinstance(error, InvalidValues) else ()

"""What the headers of a write wish for, and how its outcome leaves."""

from __future__ import annotations

import json

from flask import Response, request
from sqlalchemy.exc import SQLAlchemyError

from app.api.context import context, services
from app.api.fields import as_json
from app.domain.errors import Invalid, NotFound, PortalError, Unkept
from app.domain.submission import State
from app.ledger.idempotency import WriteOptions
from app.submissions import failures
from app.submissions.schemas import SubmissionSchema
from app.submissions.submit import Outcome

LONGEST_KEY = 128
PLACE = "/api/contractor/submissions/{}"


def write_options() -> WriteOptions:
    """What this request wishes for. Raises `Invalid`."""
    return WriteOptions(
        route=f"{request.method} {request.path}",
        key=_key(),
        allow_duplicate=_allows_duplicate(),
        respond_async=_prefers_async(),
    )


def answered(outcome: Outcome) -> Response:
    """The outcome of a submission: what it became, or where that can be seen later."""
    submission = outcome.submission
    if submission.state is State.CONFIRMED and submission.result is None:
        response = _json(404, _error(NotFound("job").sentence))  # what was done is done, and the job is not theirs now
    elif submission.state is State.CONFIRMED:
        response = _json(submission.status or 200, submission.result or b"")
    elif submission.state is State.REJECTED:
        response = _json(submission.status or 500, _error(submission.message or ""))
        response.headers["Submission-State"] = State.REJECTED
    else:
        response = _json(202, as_json(SubmissionSchema, submission))
        response.headers["Location"] = PLACE.format(submission.submission_id)
        response.headers["Preference-Applied"] = "respond-async"
    if outcome.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def unread(what: str) -> PortalError:
    """What to say of a write that could not be read: its key may be that of one that was sent."""
    try:
        given, whose = write_options(), context()
    except Invalid as error:
        return error
    try:
        known = given.key is not None and services().ledger.knows(whose.agency.short_name, whose.contractor_id, given)
    except SQLAlchemyError:
        return failures.unknown(what)
    return failures.unknown(what) if known else Unkept(what)


def _json(status: int, body: bytes) -> Response:
    return Response(body, status, content_type="application/json")


def _error(sentence: str) -> bytes:
    return json.dumps({"error": sentence}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _key() -> str | None:
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return None
    key = given[1:-1] if len(given) >= 2 and given[0] == given[-1] == '"' else given
    if not 1 <= len(key) <= LONGEST_KEY or not (key.isascii() and key.isprintable()):
        raise Invalid(f"Idempotency-Key: must have 1 to {LONGEST_KEY} printable characters.")
    return key


def _allows_duplicate() -> bool:
    given = request.headers.get("X-Allow-Duplicate", "false").lower()
    if given not in ("true", "false"):
        raise Invalid("X-Allow-Duplicate: must be true or false.")
    return given == "true"


def _prefers_async() -> bool:
    """RFC 7240: preferences that are not known are passed over."""
    named = (one.partition(";")[0].strip().lower() for one in request.headers.get("Prefer", "").split(","))
    return "respond-async" in named

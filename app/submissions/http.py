"""The HTTP side of a submission: options from the request's headers, and the response to its sender."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import structlog
from flask import Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import context, route_facts, services
from app.api.error_responses import error_response, problem_in_brief
from app.api.faults import Fault, InvalidValues, Place
from app.api.fields import as_json
from app.api.problem_types import ProblemType
from app.audit.audit import Event
from app.domain.agency import LIST_INVOICES
from app.domain.clock import to_text
from app.domain.errors import Invalid, NotFound, PortalError, Unkept
from app.domain.limits import KEY_CHARACTERS
from app.domain.submission import State, Submission, SubmissionKind, lane_of
from app.ledger.idempotency import WriteOptions
from app.store.engine import DatabaseBusy
from app.store.rate_limit import Quota
from app.submissions import failures
from app.submissions.schemas import SingleSubmissionSchema
from app.submissions.service import as_reading, with_messages
from app.submissions.submit import Outcome, quota_of

MOST_REFUSALS, REFUSALS_PER_S = 30, 3_600
"""Entries of a contractor in the audit, and the time. A program may repeat a refused request at any rate."""
SUBMISSION_PATH = "/api/contractor/submissions/{}"
INVOICE_PATH = "/api/contractor/invoices/{}"

log = structlog.get_logger("submissions")


def submission_quota() -> Quota:
    """Return the limit of this contractor's new submissions."""
    return quota_of(services(), context())


def write_options() -> WriteOptions:
    """Return the options in the request's headers. Raise `InvalidValues` for malformed headers."""
    key, allow_duplicate = _key(), request.headers.get("X-Allow-Duplicate", "false")
    faults = []
    if key is not None and (not 1 <= len(key) <= KEY_CHARACTERS or not (key.isascii() and key.isprintable())):
        detail = f"must have 1 to {KEY_CHARACTERS} printable ASCII characters."
        faults.append(Fault(("Idempotency-Key",), detail, Place.HEADER))
    if allow_duplicate not in ("true", "false"):
        faults.append(Fault(("X-Allow-Duplicate",), "must be true or false.", Place.HEADER))
    if faults:
        raise InvalidValues(*faults)
    preferences = request.headers.get("Prefer", "").split(",")
    return WriteOptions(
        route=f"{request.method} {request.path}",
        key=key,
        allow_duplicate=allow_duplicate == "true",
        # Unknown preferences are ignored (RFC 7240, section 2).
        respond_async="respond-async" in (preference.partition(";")[0].strip().lower() for preference in preferences),
    )


def submission_response(outcome: Outcome) -> Response:
    """Return the response to the sender: the submission's result, its refusal, or 202 with the submission's address."""
    submission = outcome.submission
    if submission.state is State.CONFIRMED and submission.result is None:
        # AgentOS has the change, but the job now belongs to another contractor.
        response = error_response(ProblemType.NO_SUCH_OBJECT, NotFound("job").sentence)
    elif submission.state is State.CONFIRMED:
        response = _json(submission.status or 200, submission.result or b"")
        if submission.status == 201:
            response.headers["Location"] = _created(submission)
    elif submission.state is State.REJECTED:
        response = error_response(
            ProblemType.REJECTED,
            submission.message or "",
            status=submission.status,
            submission_state=State.REJECTED,
        )
    else:
        [submission] = with_messages(services(), context(), [submission])
        response = _json(202, as_json(SingleSubmissionSchema, as_reading(services(), submission)))
        response.headers["Location"] = SUBMISSION_PATH.format(submission.submission_id)
        response.headers["Preference-Applied"] = "respond-async"
    if outcome.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def note_lane(job_id: str | None, statement_id: str | None) -> None:
    """Note what the body says the submission is for, if that is valid, so that the audit knows if it is refused."""
    if job_id is not None or statement_id is not None:
        g.lane = lane_of(job_id, statement_id)


def record_refusal(problem_type: ProblemType, faults: Sequence[Fault] = ()) -> None:
    """Record in the audit that this request was refused, if a contractor sends a submission with it.

    A refusal after the submission was stored is recorded with it (`app.ledger.ledger.Ledger.discard`). Of the `faults`,
    record those of values that the route or `write_options` knows. The sender chose any other name. The sender gets the
    refusal in any case: if the database fails, or SQLite is busy, or after about `MOST_REFUSALS`, record nothing.
    """
    facts = route_facts(current_app, str(request.endpoint))
    kind = facts.submits
    if kind is None or "context" not in g:
        return
    job_id = (request.view_args or {}).get("job_id")
    lane = g.get("lane") if job_id is None else lane_of(job_id, None)
    names = {field.data_key for _, schema in facts.inputs for field in schema().fields.values()}
    known = [fault for fault in faults if fault.place is Place.HEADER or names.intersection(fault.path[:1])]
    problem, now = problem_in_brief(problem_type, known), services().clock.now()
    agency, contractor_id = context().agency.short_name, context().contractor_id
    key = f"refused:{agency}:{contractor_id}"
    try:
        with services().database.write(patient=False, alone=False) as connection:
            wait_s = services().rate_limit.take_within(connection, key, MOST_REFUSALS, REFUSALS_PER_S, now.timestamp())
            if wait_s is not None:
                return
            services().audit.record(
                connection,
                Event.NOT_ACCEPTED,
                at=to_text(now),
                email=context().email,
                client=context().client,
                account=(agency, contractor_id),
                detail=f"{kind} for {lane}, {problem}" if lane else f"{kind}, {problem}",
            )
    except (DatabaseBusy, SQLAlchemyError):
        log.warning("refusal_not_recorded", exc_info=True)


def upload_failure(what: str) -> PortalError:
    """Return the error for a request whose upload could not be stored. `what` is the upload's name in sentences.

    If an earlier submission may have the same key, the error does not say that nothing was sent.
    """
    try:
        options = write_options()
    except Invalid as error:
        return error
    agency, contractor_id = context().agency.short_name, context().contractor_id
    known = True
    with suppress(SQLAlchemyError):
        known = options.key is not None and services().ledger.has_key(agency, contractor_id, options)
    return failures.unknown(what) if known else Unkept(what)


def _created(submission: Submission) -> str:
    """Return the address of the resource that a submission created (RFC 9110, 15.3.2).

    A note has no address of its own, and its job existed before. So the address is that of the submission, whose
    `result` is the note. It stays valid if the job moves to another contractor. An invoice without an id from AgentOS
    has its submission's id.
    """
    if submission.kind is not SubmissionKind.INVOICE or not context().agency.offers(LIST_INVOICES):
        return SUBMISSION_PATH.format(submission.submission_id)
    return INVOICE_PATH.format(submission.agentos_id or submission.submission_id)


def _json(status: int, body: bytes) -> Response:
    return Response(body, status, content_type="application/json")


def _key() -> str | None:
    header = request.headers.get("Idempotency-Key")
    is_quoted = header is not None and len(header) >= 2 and header[0] == header[-1] == '"'
    return header[1:-1] if header is not None and is_quoted else header

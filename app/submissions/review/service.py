"""Settlement of submissions by hand, from the command line or the review page."""

from __future__ import annotations

import math
from functools import partial

import structlog

from app.agentos.caller import Caller
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.domain.errors import Conflict, NotFound
from app.domain.submission import Changes, State, Submission
from app.ledger.lease import Claimed, LeaseLost
from app.ledger.lists import list_by_state
from app.mail.queue import let_all_send
from app.services import RequestContext, Services
from app.submissions.kinds import HANDLERS
from app.submissions.notices import ABSENT, OUTCOMES
from app.submissions.review_link import belongs

LEASE_S = 60.0

log = structlog.get_logger("submissions")


def open_reviews(services: Services, agency: Agency, digest: str) -> list[Submission]:
    """Return the open reviews of the office with this digest of addresses, oldest first."""
    rows, _ = list_by_state(services.database, agency.short_name, [State.REVIEW], services.clock.now(), None)
    return [row for row in rows if belongs(services, agency, digest, row)]


def settle(
    services: Services, submission_id: str, *, arrived: bool, by: str, finding: str = "", agentos_id: str | None = None
) -> Submission:
    """Record whether a submission arrived. If not, abandon it and notify its sender, who may send it again.

    `agentos_id`: the id of its record in AgentOS, if known. Raise `NotFound` or SQLAlchemyError. Raise `Conflict` if
    the submission is neither unconfirmed nor in review, is being delivered or may still arrive, or if `agentos_id`
    belongs to another submission. A waiting submission can be settled if the configuration lacks its agency.
    """
    ledger = services.ledger
    if ledger.find(submission_id) is None:
        raise NotFound("submission")
    taken = ledger.take(submission_id, lease_s=LEASE_S)
    if taken is None:
        raise Conflict("The portal is sending it now. Please try again in a minute.")
    row, lease = taken
    is_served = row.agency in services.config.agencies
    settled: Changes = {"message": None, "resolved_by": by, "finding": finding}
    try:
        _check(services, row, arrived=arrived, is_served=is_served)
        if arrived:
            settled |= _confirmed(services, row, agentos_id)
        else:
            settled["state"] = State.ABANDONED
        mails = None if is_served else partial(let_all_send, services.database, agency=row.agency, kinds=OUTCOMES)
        ended = ledger.change(lease, settled, keep=False, notify=() if arrived else (ABSENT,), also=mails)
    except LeaseLost:
        raise Conflict("It has changed in the meantime. Please look again.") from None
    except Claimed:
        ledger.release_unchanged(lease)
        raise Conflict("That id is another submission's. Please look again.") from None
    except Exception:
        ledger.release_unchanged(lease)
        raise
    # The log does not have the name of the person who looked.
    log.info("settled_by_hand", agency=row.agency, submission_id=row.submission_id, arrived=arrived, id=agentos_id)
    return ended


def _check(services: Services, row: Submission, *, arrived: bool, is_served: bool) -> None:
    """Raise `Conflict` unless the submission can be settled now."""
    if row.state not in (State.UNCONFIRMED, State.REVIEW) and (is_served or row.state is not State.WAITING):
        raise Conflict(f"It is {row.state}; only an unconfirmed submission, or one in review, can be resolved.")
    now, proof, *_ = services.ledger.facts(row)
    settled_in_s = (row.ended_at or 0.0) + services.config.settle_s + proof.lag_s - now
    if not arrived and settled_in_s > 0:
        raise Conflict(f"AgentOS may still process it. Please look again in {math.ceil(settled_in_s)} seconds.")


def _confirmed(services: Services, row: Submission, agentos_id: str | None) -> Changes:
    """Return the changes of a confirmed row. The worker looks again, for a missing id and for duplicates."""
    caller = Caller(role="background", deadline=Deadline(services.clock, 0.0))
    agency, contractor = services.agency(row.agency), Contractor(contractor_id=row.contractor_id)
    handler = HANDLERS[row.kind](services, RequestContext(agency, contractor, caller), row)
    result = handler.apply(row, None, agentos_id)
    again: Changes = {"looks": 0, "looked_at": None, "absences": 0, "absent_at": None, "next_at": services.ledger.now()}
    return again | {"state": State.CONFIRMED, "agentos_id": agentos_id, "status": handler.status, "result": result}

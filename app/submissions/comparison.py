"""Comparison of accepted submissions with the mirror, without a call to AgentOS (page 4, section 3).

A proof says how AgentOS stores submissions. If AgentOS changes that, the portal must notice before it sends anything
again: so each accepted submission is compared once, as soon as its list or job was read late enough. The same
comparison, made again from time to time, keeps the proof of an agency that has sent nothing lately.
"""

from __future__ import annotations

from datetime import timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.caller import Caller
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.ledger.ledger import Comparable
from app.services import RequestContext, Services
from app.submissions.handler import Readings
from app.submissions.kinds import HANDLERS

MOST_AT_ONCE = 100

log = structlog.get_logger("submissions")


def compare_accepted(services: Services, agency: Agency) -> None:
    """Compare an agency's accepted submissions with the mirror. Log a fault: it must not stop the worker."""
    caller = Caller(role="background", deadline=Deadline(services.clock, 0.0))
    try:
        for compared in services.ledger.to_compare(agency.short_name, MOST_AT_ONCE):
            _compare(
                services,
                RequestContext(agency, Contractor(contractor_id=compared.submission.contractor_id), caller),
                compared,
            )
    except (SQLAlchemyError, TypeError, ValueError):  # the database is away, or a row cannot be decoded
        log.exception("not_compared", agency=agency.short_name)


def _compare(services: Services, context: RequestContext, compared: Comparable) -> None:
    """Compare one submission, if the mirror was read late enough, and since the portal itself last changed it."""
    row, readings = compared.submission, Readings()
    handler = HANDLERS[row.kind](services, context, row, readings)
    now, proof, *_ = services.ledger.facts(row)
    settled = timedelta(seconds=services.ledger.times.settle_s + proof.lag_s)
    read_at = handler.put_mirrored(readings, now)
    if read_at is None or read_at < compared.lane_changed_at + settled:
        return
    after = services.ledger.record_comparison(compared, handler.look(row, proof, now))
    if proof.proven_at is not None and after.proven_at is None:
        log.warning("proof_ended", agency=row.agency, kind=row.kind, submission_id=row.submission_id)

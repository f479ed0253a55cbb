"""The audit's entries about requests that the portal refused before it stored a submission.

A refusal after that is recorded with the submission (`app.ledger.ledger.Ledger.discard`).
"""

from __future__ import annotations

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.audit.audit import Event
from app.domain.clock import to_text
from app.domain.submission import SubmissionKind
from app.services import RequestContext, Services
from app.store.engine import DatabaseBusy

MOST_ENTRIES = 30
"""Entries of a contractor in an hour. A program may repeat a refused request at any rate."""
PER_S = 3_600

log = structlog.get_logger("submissions")


def record(services: Services, context: RequestContext, kind: SubmissionKind, lane: str | None, problem: str) -> None:
    """Record a refusal. `lane`: the job or statement, if the request names one. `problem`: as `problem_in_brief`.

    The sender gets the refusal in any case: if the database fails, or SQLite is busy, or after about `MOST_ENTRIES`,
    record nothing.
    """
    agency, contractor_id, now = context.agency.short_name, context.contractor_id, services.clock.now()
    key = f"refused:{agency}:{contractor_id}"
    try:
        with services.database.write(patient=False, alone=False) as connection:
            if services.rate_limit.take_within(connection, key, MOST_ENTRIES, PER_S, now.timestamp()) is not None:
                return
            services.audit.record(
                connection,
                Event.NOT_ACCEPTED,
                at=to_text(now),
                email=context.email,
                client=context.client,
                account=(agency, contractor_id),
                detail=f"{kind} for {lane}, {problem}" if lane else f"{kind}, {problem}",
            )
    except (DatabaseBusy, SQLAlchemyError):
        log.warning("refusal_not_recorded", exc_info=True)

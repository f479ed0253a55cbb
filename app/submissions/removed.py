"""Submissions of agencies that the configuration lacks: they are named, and end if no process knows the agency."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import structlog

from app.domain.delivery import PATIENCE_S, end_without_agency
from app.domain.submission import OPEN, State
from app.ledger.lease import LeaseLost
from app.ledger.lists import count_unsettled, list_by_state
from app.mail.queue import let_all_send, unsent_agencies
from app.services import Services
from app.submissions.notices import ABSENT, OUTCOMES, REVIEW

LEASE_S = 60.0
MOST_AT_ONCE = 1_000

log = structlog.get_logger("submissions")


def removed_agencies(services: Services) -> dict[str, str]:
    """Return a sentence about each agency that the configuration lacks but that has unfinished submissions, by name.

    Raise SQLAlchemyError.
    """
    numbers: Counter[str] = Counter()
    for name, _, _, number, _ in count_unsettled(services.database):
        numbers[name] += number
    return {
        name: f"{f'{number} submissions of {name} are' if number > 1 else f'1 submission of {name} is'} unfinished, "
        f"and agencies.toml has no {name}."
        for name, number in sorted(numbers.items())
        if name not in services.config.agencies
    }


def end_unserved(services: Services) -> None:
    """End the submissions of each agency that no living process has known for `PATIENCE_S`, and let its mails go.

    Raise SQLAlchemyError.
    """
    named = {*removed_agencies(services), *unsent_agencies(services.database)}
    for agency in named - services.config.agencies.keys():
        if services.processes.last_known(agency)[1] >= PATIENCE_S:
            rows, _ = list_by_state(services.database, agency, OPEN, services.clock.now(), MOST_AT_ONCE)
            for row in rows:
                _end(services, row.submission_id)
            with services.database.write() as connection:
                let_all_send(services.database, connection, agency, OUTCOMES)


def _end(services: Services, submission_id: str) -> None:
    """End a submission, unless another process works on it or has just ended it."""
    taken = services.ledger.take(submission_id, lease_s=LEASE_S)
    if taken is None:
        return
    row, lease = taken
    if row.state not in OPEN:
        services.ledger.release_unchanged(lease)
        return
    changes = end_without_agency(row, services.ledger.now())
    is_review = changes["state"] is State.REVIEW
    notices = (REVIEW,) if is_review else (ABSENT,) if row.promised else ()
    with suppress(LeaseLost):  # a later cleanup ends it
        ended = services.ledger.release(lease, changes, notify=notices)
        log.warning("agency_removed", agency=row.agency, kind=row.kind, submission_id=submission_id, state=ended.state)

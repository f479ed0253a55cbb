"""The progress of a submission in a sentence, for operators."""

from datetime import datetime, timedelta

from app.agentos.errors import AgentOSError
from app.domain.clock import to_london
from app.domain.submission import OPEN, Changes, State, Submission
from app.services import Services

UNCLEAR = "AgentOS gave no clear answer, or the portal failed: see its log"


def failure(cause: AgentOSError | None, at: datetime, *, in_vain: bool = False) -> Changes:
    """Return the changes to the row after a turn: when and why it stopped, or None if it did not.

    `in_vain`: it stopped, even without an error of AgentOS.
    """
    why = cause or (UNCLEAR if in_vain else None)
    return Changes(failure=f"Delivery stopped at {_text(at)} ({why})" if why else None)


def progress(services: Services, row: Submission) -> str:
    """Return the last event of a submission, what it waits for, and the next try. Raise SQLAlchemyError."""
    reason = f" ({row.finding})" if row.state is State.REVIEW and row.finding else ""
    state = f"It has been in the state {row.state} since {_text(row.updated_at)}{reason}"
    event = row.failure if row.failure and row.state in OPEN else state
    return f"{event}." if row.state.is_final else f"{event}; {_wait(services, row)}."


def moment(services: Services, at: float) -> datetime:
    """Return a time of the steady clock as a date and a time."""
    return services.clock.now() + timedelta(seconds=at - services.ledger.now())


def _wait(services: Services, row: Submission) -> str:
    agency = services.config.agencies.get(row.agency)
    if agency is None:
        return f"it waits, because agencies.toml has no {row.agency}"
    if not (services.heartbeat.is_alive() and services.heartbeat.has_run()):
        return "it waits for a worker, and none runs"
    facts = services.ledger.facts(row)
    if row.state is State.WAITING:
        if (rest_s := services.budget.resting(agency)) > 0:
            return f"the key of {row.agency} rests until {_text(moment(services, facts.now + rest_s))}"
        if facts.paused_until is not None:
            at = _text(moment(services, facts.paused_until))
            return f"AgentOS does not accept {row.kind}s at the moment; the next try is at {at} at the earliest"
        if facts.blocked:
            return f"it waits for an earlier submission for {row.lane}"
    verb = "it will be tried again" if row.state is State.WAITING else "the portal looks for it again"
    staff = "it waits for the agency's staff, and " if row.state is State.REVIEW else ""
    at = _text(moment(services, max(row.next_at or 0.0, row.lease_until or 0.0, facts.now)))
    return f"{staff}{verb} at {at}"


def _text(at: datetime) -> str:
    return f"{to_london(at):%H:%M on %-d %B}"

"""The errors for senders of submissions that did not succeed. `what` names the kind, such as "note"."""

from __future__ import annotations

from app.agentos.errors import AgentOSError, Behind
from app.domain.errors import InProgress, WriteFailed
from app.domain.submission import State, Submission

AGAIN_S = 2.0
"""Seconds after which a client may ask again about a submission in progress."""


def not_sent(what: str, cause: AgentOSError | None, *, never_left: bool) -> WriteFailed:
    """Return the error for a submission that is certainly not in AgentOS and is given up.

    `never_left`: no byte of it was sent. `cause`: the error of the last call.
    """
    again = "Nothing was sent; please try again." if never_left else "Please try again, or contact the agency."
    if isinstance(cause, Behind):
        sentence = f"An earlier submission for this {cause.place} is still being sent. {again}"
    elif never_left:
        sentence = f"Your agency's system cannot take the {what} just now. {again}"
    else:
        sentence = f"Your agency's system did not accept the {what}. {again}"
    return _because(cause, WriteFailed(sentence, retry_after_s=_retry_after_s(cause)))


def not_accepted(what: str, agency: str, cause: AgentOSError | None, submission_id: str) -> WriteFailed:
    """Return the error for a submission that AgentOS probably refused; looks will show whether it arrived."""
    sentence = f"{agency}'s system did not accept the {what}. We are checking that it did not arrive; please wait."
    return _kept(sentence, State.UNCONFIRMED, cause, submission_id)


def uncertain(what: str, cause: AgentOSError | None, submission_id: str) -> WriteFailed:
    """Return the error for a submission that may have arrived; the portal keeps it and looks for it."""
    sentence = (
        f"Your agency's system did not confirm the {what}. It may have arrived: we are checking, so please do "
        "not send it again for now."
    )
    return _kept(sentence, State.UNCONFIRMED, cause, submission_id)


def in_review(what: str, row: Submission, cause: AgentOSError | None) -> WriteFailed:
    """Return the error for a submission in review; the row's message says what the agency was asked."""
    may_be_there = f"The {what} may have arrived. " if row.ended_at is not None else ""
    sentence = f"{may_be_there}{row.message or ''} Please do not send it again for now."
    return _kept(sentence, State.REVIEW, cause, row.submission_id)


def on_its_way(what: str, cause: AgentOSError | None, submission_id: str) -> WriteFailed:
    """Return the error for a submission that was accepted for later and could not be sent now."""
    sentence = f"Your {what} was accepted, and will be sent as soon as possible. Please wait."
    return _kept(sentence, State.UNCONFIRMED, cause, submission_id)


def unknown(what: str) -> WriteFailed:
    """Return the error for a submission whose state the database cannot tell now."""
    return WriteFailed(
        f"The portal cannot check just now whether the {what} was sent. Please try again in a minute.",
        state=State.UNCONFIRMED,
        retry_after_s=60,
    )


def in_progress(submission_id: str) -> InProgress:
    """Return the error for a submission that another request or the worker is delivering."""
    return InProgress(submission_id, retry_after_s=AGAIN_S)


def _kept(sentence: str, state: State, cause: AgentOSError | None, submission_id: str) -> WriteFailed:
    failure = WriteFailed(sentence, state=state, submission_id=submission_id, retry_after_s=_retry_after_s(cause))
    return _because(cause, failure)


def _because(cause: AgentOSError | None, failure: WriteFailed) -> WriteFailed:
    failure.__cause__ = cause
    return failure


def _retry_after_s(cause: AgentOSError | None) -> float | None:
    return cause.retry_after_s if cause else None

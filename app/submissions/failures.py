"""Errors for the senders of submissions that did not succeed. `what` is the kind in sentences, such as "note"."""

from __future__ import annotations

from app.agentos.errors import AgentOSError, Behind, Crowded, OperationRests
from app.domain.attempt import AttemptResult
from app.domain.errors import WriteFailed
from app.domain.submission import State, Submission

AGAIN_S = 2.0
"""Seconds after which a client may repeat its request while the submission is in progress."""
DATABASE_AGAIN_S = 60.0
"""Seconds after which a client may repeat its request after a failure of the database."""


def not_sent(what: str, cause: AgentOSError | None, *, never_left: bool) -> WriteFailed:
    """Return the error for a submission that is given up and certainly not in AgentOS.

    `never_left`: no byte of it was sent. `cause`: the error of the last call to AgentOS.
    """
    again = "Nothing was sent; please try again." if never_left else "Please try again, or contact the agency."
    if isinstance(cause, Behind):
        sentence = f"An earlier submission for this {cause.place} is still being sent. {again}"
    elif isinstance(cause, Crowded):
        sentence = f"The portal cannot send the {what} just now. {again}"
    elif isinstance(cause, OperationRests) and never_left:
        sentence = "Nothing was sent. Please try again later."
    elif never_left:
        sentence = f"Your agency's system cannot take the {what} just now. {again}"
    else:
        sentence = f"Your agency's system did not accept the {what}. {again}"
    return WriteFailed(sentence, retry_after_s=cause.retry_after_s if cause else None)


def uncertain(what: str, agency: str, row: Submission, again_s: float | None) -> WriteFailed:
    """Return the error for a submission that may have arrived or will be sent later.

    For a submission in review, the row's message is part of the sentence. `again_s`: the seconds after which the client
    may repeat its request.
    """
    state = State.UNCONFIRMED
    if row.state is State.REVIEW:
        state = State.REVIEW
        may_be_there = f"The {what} may have arrived. " if row.ended_at is not None else ""
        sentence = f"{may_be_there}{row.message or ''} Please do not send it again for now."
    elif row.promised and row.state is State.WAITING:
        sentence = f"Your {what} was accepted, and will be sent as soon as possible. Please wait."
    elif row.last is AttemptResult.PROBABLY_TURNED_AWAY:
        sentence = f"{agency}'s system did not accept the {what}. We are checking that it did not arrive; please wait."
    else:
        sentence = (
            f"Your agency's system did not confirm the {what}. It may have arrived: we are checking, so please do "
            "not send it again for now."
        )
    return WriteFailed(sentence, state=state, submission_id=row.submission_id, retry_after_s=again_s)


def unknown(what: str) -> WriteFailed:
    """Return the error for a submission whose state is unknown, because the database has failed."""
    return WriteFailed(
        f"The portal cannot check just now whether the {what} was sent. Please try again in a minute.",
        state=State.UNCONFIRMED,
        retry_after_s=DATABASE_AGAIN_S,
    )

"""Submissions: their content, their states, and the possible changes of state (moves)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict

from app.domain.attempt import AttemptResult
from app.domain.invoice import InvoiceDraft, StoredDocument


class SubmissionKind(StrEnum):
    """The kind of a submission."""

    NOTE = "note"
    COMPLETION = "completion"
    INVOICE = "invoice"


class State(StrEnum):
    """The state of a submission (page 4 of the specification, section 4). `MOVES` has the possible changes.

    `waiting`: not in AgentOS, to be sent. `sending`: bytes may be on their way, or the process died while sending.
    `unconfirmed`: may be in AgentOS; read-backs (fetches of AgentOS's list) look for it. `review`: only agency staff
    can check. The other four states are final.
    """

    WAITING = "waiting"
    SENDING = "sending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"
    EXPIRED = "expired"
    ABANDONED = "abandoned"

    @property
    def is_final(self) -> bool:
        """True if it is finished. A confirmed submission still goes to review if it is missing from AgentOS."""
        return self in FINAL


def lane_of(job_id: str | None, statement_id: str | None) -> str:
    """Return the lane of a submission: its job or statement. A lane's submissions are sent in order of acceptance."""
    return f"job {job_id}" if job_id is not None else f"statement {statement_id}"


OPEN = (State.WAITING, State.SENDING, State.UNCONFIRMED)
"""The states in which the portal still works on a submission."""
UNSETTLED = (*OPEN, State.REVIEW)
"""The states of a submission that may still succeed."""
FINAL = (State.CONFIRMED, State.REJECTED, State.EXPIRED, State.ABANDONED)
MOVES: dict[State, tuple[State, ...]] = {
    State.WAITING: (
        State.SENDING,
        State.CONFIRMED,
        State.REJECTED,
        State.EXPIRED,
        State.ABANDONED,
        State.REVIEW,
    ),
    State.SENDING: (State.WAITING, State.CONFIRMED, State.UNCONFIRMED),
    State.UNCONFIRMED: (State.WAITING, State.CONFIRMED, State.ABANDONED, State.REVIEW),
    State.CONFIRMED: (State.REVIEW,),
    State.REVIEW: (State.CONFIRMED, State.ABANDONED),
    State.REJECTED: (),
    State.EXPIRED: (),
    State.ABANDONED: (),
}
ABSENCES = 2
"""Complete read-backs without the submission that prove its absence, `delivery.ABSENCES_APART_S` or more apart."""


class ImpossibleMove(Exception):
    """A change of state that `MOVES` does not allow, which is a fault of the portal. Nothing was written."""


def check_move(before: State, after: State) -> None:
    """Raise `ImpossibleMove` unless `MOVES` allows the change."""
    if after not in MOVES[before]:
        raise ImpossibleMove(f"{before} to {after}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """A copy of a row of the ledger, the table of submissions. Times as numbers are seconds of the steady clock.

    Accepting: `content` is the domain object of its kind. `lane` is the job or statement, whose submissions are sent in
    order. `promised`: the sender got a 202. `email` is the sender's address. `lease_until`: the end of the lease of the
    process that works on it.

    Sending: `attempts` counts all attempts, `doubts` the attempts that ended in doubt, and `refusals` equal refusals in
    a row since `refused_at`. `last` is the last attempt's result, `last_status` the status of its response. `ended_at`
    is the end of the last attempt that wrote a byte.

    Looking: `baseline` contains the ids in AgentOS's list before the first attempt that may have arrived (a completion:
    the job's status and ETag). It is None without a list. Since `ended_at`, `looks` counts read-backs with a response,
    and `absences` complete read-backs without the submission; `looked_at` and `absent_at` are the times of the last.

    Ending: `tries` counts failed turns in a row, and `tried_s` the seconds in which a worker tried, until `tried_at`.
    `attempted_at` is the end of the last attempt, or else the time of acceptance. `failure` says when and why the last
    turn stopped, or is None if it did not. `status` and `result` are the response to the sender. `resolved_by` is the
    person who finished the submission by hand, and `finding` is that person's observation.
    """

    submission_id: str
    kind: SubmissionKind
    agency: str
    contractor_id: str
    job_id: str | None
    lane: str
    content: Any
    document: StoredDocument | None = None
    email: str | None = None
    promised: bool = False
    state: State = State.WAITING
    agentos_id: str | None = None
    created_at: datetime
    updated_at: datetime
    attempts: int = 0
    doubts: int = 0
    refusals: int = 0
    refused_at: float | None = None
    last: AttemptResult | None = None
    last_status: int | None = None
    ended_at: float | None = None
    baseline: frozenset[str] | None = None
    looks: int = 0
    looked_at: float | None = None
    absences: int = 0
    absent_at: float | None = None
    tries: int = 0
    tried_s: float = 0.0
    tried_at: float | None = None
    attempted_at: float | None = None
    next_at: float | None = None
    lease_until: float | None = None
    failure: str | None = None
    message: str | None = None
    office_asked: bool = False
    status: int | None = None
    result: bytes | None = None
    resolved_by: str | None = None
    finding: str | None = None

    @property
    def is_bare(self) -> bool:
        """True if nothing was sent or promised yet. The portal may still be checking the request."""
        return self.state is State.WAITING and not (self.promised or self.attempts)

    @property
    def may_be_sent(self) -> bool:
        """True if no attempt can have arrived: none wrote a byte, or absence was proven since."""
        return self.ended_at is None or self.absences >= ABSENCES

    def is_confirmed_as_other_than(self, agentos_id: str) -> bool:
        """Return True if the submission was sent more than once, and is confirmed with a different id.

        Always return False for a completion, which has no id, and for an id from staff, which may be mistyped.
        """
        if self.kind is SubmissionKind.COMPLETION or self.agentos_id is None or self.resolved_by is not None:
            return False
        return self.state is State.CONFIRMED and self.attempts > 1 and self.agentos_id != agentos_id


class Changes(TypedDict, total=False):
    """New values of a submission's fields. Of the `document`, only the folder may be new."""

    content: Any
    document: StoredDocument
    promised: bool
    state: State
    agentos_id: str | None
    attempts: int
    doubts: int
    refusals: int
    refused_at: float | None
    last: AttemptResult
    last_status: int | None
    ended_at: float
    baseline: frozenset[str] | None
    looks: int
    looked_at: float | None
    absences: int
    absent_at: float | None
    tries: int
    tried_s: float
    tried_at: float
    attempted_at: float
    next_at: float | None
    failure: str | None
    message: str | None
    status: int | None
    result: bytes | None
    resolved_by: str
    finding: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NewNote:
    """A note to send."""

    text: str
    author: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WantedEnd:
    """The state that a job should get: completed or open. A toggle becomes one of these when it is accepted."""

    completed: bool


CONTENT: dict[SubmissionKind, Any] = {
    SubmissionKind.NOTE: NewNote,
    SubmissionKind.COMPLETION: WantedEnd,
    SubmissionKind.INVOICE: InvoiceDraft,
}
"""The class of a submission's `content`."""

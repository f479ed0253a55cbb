"""What a contractor sends to their agency, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain.invoice import InvoiceDraft, StoredDocument


class SubmissionKind(StrEnum):
    """What is sent."""

    NOTE = "note"
    COMPLETION = "completion"
    INVOICE = "invoice"


class State(StrEnum):
    """Where a submission stands. The moves between them are `MOVES`, and there are no others.

    ```
                 ┌──────────── certainly not there ─────────────┐
                 ▼                                              │
    accepted ─▶ waiting ───▶ sending ───▶ no certain answer ─▶ unconfirmed ─▶ found ─▶ confirmed
                 │  ▲           ├─ taken by AgentOS ────────▶ confirmed         │
                 │  └─ not sent ┤                                               └─ by hand ─▶ abandoned
                 │              └─ refused by AgentOS ──────▶ rejected
                 ├─ so already ─▶ confirmed
                 ├─ not this contractor's (any more) ─▶ rejected
                 ├─ told "not sent" ─▶ abandoned
                 └─ 72 hours ─▶ expired
    ```

    `waiting`: certainly not in AgentOS. `sending`: bytes may be on their way, or were when a process died.
    `unconfirmed`: it may be in AgentOS; only a look can tell. The other four are ends.
    """

    WAITING = "waiting"
    SENDING = "sending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNCONFIRMED = "unconfirmed"
    EXPIRED = "expired"
    ABANDONED = "abandoned"

    @property
    def is_final(self) -> bool:
        """Whether nothing will move it any more."""
        return not MOVES[self]


MOVES: dict[State, frozenset[State]] = {
    State.WAITING: frozenset((State.SENDING, State.CONFIRMED, State.REJECTED, State.EXPIRED, State.ABANDONED)),
    State.SENDING: frozenset((State.CONFIRMED, State.REJECTED, State.UNCONFIRMED, State.WAITING)),
    State.UNCONFIRMED: frozenset((State.CONFIRMED, State.WAITING, State.ABANDONED)),
    State.CONFIRMED: frozenset(),
    State.REJECTED: frozenset(),
    State.EXPIRED: frozenset(),
    State.ABANDONED: frozenset(),
}
OPEN = tuple(state for state in State if MOVES[state])
"""The states that are no ends."""


class ImpossibleMove(Exception):
    """A submission was to go where its state does not lead: a fault of ours, and nothing was written."""


def check_move(before: State, after: State) -> None:
    """Raise `ImpossibleMove` unless `MOVES` has it."""
    if after not in MOVES[before]:
        raise ImpossibleMove(f"{before} to {after}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """One row of the ledger, as it was when it was read.

    `content` is the domain's own object of its kind; None while its request is still being looked at. `baseline` holds
    the ids of what AgentOS had before that looks just like it. `lookable`: whether a look can tell if it is there; if
    not, it is never sent a second time by itself. `attempts`: how often it was sent; `tries`: turns in vain since its
    last move. `promised`: its sender was told that it will be delivered. `lane`: what it is for, whose submissions go
    one after the other. `result`: the answer's JSON once it is confirmed. `resolved_by` and `finding`: by whose hand it
    ended, and what they saw.
    """

    submission_id: str
    number: int
    kind: SubmissionKind
    agency: str
    contractor_id: str
    job_id: str | None
    lane: str
    content: Any
    document: StoredDocument | None
    state: State
    baseline: frozenset[str] | None
    lookable: bool
    agentos_id: str | None
    attempts: int
    tries: int
    promised: bool
    created_at: datetime
    updated_at: datetime
    message: str | None
    status: int | None
    result: bytes | None
    resolved_by: str | None
    finding: str | None

    @property
    def is_bare(self) -> bool:
        """Whether nothing was sent or promised yet: nobody may have checked it, or kept its document."""
        return self.state is State.WAITING and not (self.promised or self.attempts)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewNote:
    """A note to send."""

    text: str
    author: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WantedEnd:
    """What a job is to become: completed, or open again. A toggle was turned into it as it was accepted."""

    completed: bool


CONTENT: dict[SubmissionKind, Any] = {
    SubmissionKind.NOTE: NewNote,
    SubmissionKind.COMPLETION: WantedEnd,
    SubmissionKind.INVOICE: InvoiceDraft,
}
"""What a submission's `content` is."""

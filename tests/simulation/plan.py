"""The plan of a history. Each part can be left out, to find the part that causes a failure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.simulation.agentos import FaultPeriod, WriteOutcome
from tests.simulation.records import Storage

SETTLE_S = 120.0
JOBS = {"JOB-1": "CON-1", "JOB-2": "CON-1", "JOB-3": "CON-2"}

Kind = Literal["note", "completion", "invoice"]


@dataclass(frozen=True, slots=True)
class Request:
    """A request that a person sends, once or until the client gets a response that it understands.

    `later`: the response may be 202. `response_lost`: the client does not get the first response, and sends the request
    again. `again_after_s`: seconds until a repeat, after a response without a final result. `text_of`: the number of
    the request with the same text. `style`: the style of the text.
    """

    number: int
    at: float
    kind: Kind
    job_id: str
    later: bool
    keyed: bool
    has_document: bool = False
    response_lost: bool = False
    repeats: int = 2
    again_after_s: float = 7.0
    completed: bool = True
    text_of: int = 0
    style: Literal["long", "short", "accented"] = "long"

    def __str__(self) -> str:
        return f"{self.kind} {self.number} for {self.job_id}"

    @property
    def text(self) -> str:
        """Return the text. Its first words identify the request."""
        begin = f"{self.kind.capitalize()} {self.text_of or self.number}"
        if self.style == "short":
            return begin
        if self.style == "accented":
            return f"{begin} – I’ve left the key at the café"
        return (
            f"{begin}: the part for the boiler was ordered & comes on Tuesday.\n"
            "Access is by the side door, please call before."
        )


@dataclass(frozen=True, slots=True)
class ProcessFault:
    """A process is killed or frozen at its n-th step, or frozen between the check of the clocks and a write."""

    process: str
    what: Literal["crash", "freeze", "gap"]
    step: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.process}: {self.what} at step {self.step} for {self.seconds:.0f} s"


@dataclass(frozen=True, slots=True)
class Office:
    """An action of agency staff in AgentOS. `request`: they enter its record, or change its job."""

    at: float
    what: Literal["same record", "other note", "other status", "same status", "gives the job away", "deletes a record"]
    request: int


@dataclass(frozen=True, slots=True)
class DiskFull:
    """A time in which the database cannot write. `how`: the write fails before or after the commit."""

    begin: float
    end: float
    how: Literal["before the commit", "after the commit"]


@dataclass(frozen=True, slots=True)
class ClockStep:
    """A step of a clock: of a process's wall clock, or of the database's clock."""

    at: float
    clock: str
    seconds: float


@dataclass(frozen=True, slots=True)
class DocumentLost:
    """The loss of all documents' files."""

    at: float


@dataclass(frozen=True, slots=True)
class Restore:
    """A restore of the backup that began at `backup_at`. All processes end at `at`, and start again after it."""

    backup_at: float
    at: float


@dataclass(frozen=True, slots=True)
class Answers:
    """The office's answers to all reviews at a moment. `right`: they tell what AgentOS has."""

    at: float
    right: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """The agency is removed from the configuration. All processes end at `at`, and 72 hours count as over after it."""

    at: float


Part = Request | ProcessFault | Office | DiskFull | ClockStep | DocumentLost | FaultPeriod | Restore | Answers | Removed


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one history. `beyond`: its effects are outside the guarantees, so doubles are allowed."""

    seed: int
    parts: tuple[Part, ...]
    fates: tuple[WriteOutcome, ...]
    storage: tuple[tuple[float, Storage], ...]
    is_proven: bool
    lists_invoices: bool
    quiet_at: float
    beyond: bool

    def of(self, kind: type) -> list[Part]:
        """Return the parts of a kind."""
        return [part for part in self.parts if isinstance(part, kind)]

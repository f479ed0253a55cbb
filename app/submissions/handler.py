"""The way of one submission to AgentOS and back: what is common to all kinds. A subclass in each area has the rest."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.agentos import errors as agentos
from app.agentos.gateway import Gateway, WriteAnswer
from app.api.fields import as_json
from app.domain.attempt import AttemptResult
from app.domain.clock import LeaseEnd
from app.domain.delivery import Standing
from app.domain.job import Job
from app.domain.recognition import Listing, Look, Proof, Sent, recognise
from app.domain.submission import State, Submission, SubmissionKind
from app.mirror.kinds import Kind
from app.mirror.mirror import number_anew
from app.services import RequestContext, Services
from app.submissions.notices.notices import office_addresses

READING_HOLDS_S = 10.0
"""How long one reading of AgentOS serves the looks of several submissions."""

T = TypeVar("T")

log = structlog.get_logger("submissions")


class Readings:
    """Readings of AgentOS that the submissions of one job or contractor share."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, ...], tuple[float, Any]] = {}

    def get(self, key: tuple[str, ...], now: float, read: Callable[[], T]) -> tuple[float, T]:
        """What `read` returns, or has returned a moment ago, and when that reading began.

        Raises the `AgentOSError` that `read` raises, or has raised a moment ago.
        """
        if key not in self._made or not 0 <= now - self._made[key][0] < READING_HOLDS_S:
            try:
                self._made[key] = (now, read())
            except agentos.AgentOSError as error:
                self._made[key] = (now, error)
        began_at, found = self._made[key]
        if isinstance(found, agentos.AgentOSError):
            raise found
        return began_at, found


class Handler(ABC):
    """One submission of a kind: how it is checked, sent, looked for, and applied to the mirror.

    `job` is its job as the portal knows it, once it was read and is this contractor's; `fresh_job` is the job as
    AgentOS alone told it, whosever it is.
    """

    kind: ClassVar[SubmissionKind]
    what: ClassVar[str]
    """Its name in sentences."""
    status: ClassVar[int]
    """The status of the response to its sender."""

    def __init__(
        self, services: Services, context: RequestContext, submission: Submission, readings: Readings | None = None
    ) -> None:
        self.services = services
        self.context = context
        self.submission = submission
        self.job: Job | None = None
        self.fresh_job: Job | None = None
        self._readings = readings if readings is not None else Readings()

    @property
    def agentos(self) -> Gateway:
        """AgentOS, on behalf of the visit's caller."""
        return self.context.gateway(self.services)

    # before it is sent ----------------------------------------------------------------------------------------------

    def read_job(self) -> Standing:
        """Read the job from AgentOS. Raises any `AgentOSError` but `NotFound`.

        The job and its branch's list must both say that it is another contractor's; the list speaks through the mirror.
        Notes that the mirror has stay there if this reading lacks some: it may be false, and a baseline is held
        against them.
        """
        if self.submission.job_id is None:
            return Standing.OWN
        agency, job_id, mine = self.submission.agency, self.submission.job_id, self.submission.contractor_id
        self.fresh_job = None
        noted = self.services.mirror.number()
        known: Job | None = self.services.mirror.get_record(agency, Kind.JOB, job_id)
        try:
            job = self.agentos.job(job_id)
        except agentos.NotFound:
            return Standing.GONE if known is None else self._doubted(Standing.MISSING)
        self.fresh_job = job
        is_listed = self.services.mirror.lists_job_of(agency, job_id, mine)
        shown = job if job.holds_notes_of(known) else replace(job, notes=None)
        taken = self.services.mirror.take_job(agency, shown, noted)
        if job.contractor_id != mine:
            return self._doubted(Standing.OTHERS) if is_listed else Standing.GONE
        self.job = taken
        return Standing.OWN

    def _doubted(self, standing: Standing) -> Standing:
        agency, job_id = self.submission.agency, self.submission.job_id or ""
        with remembered():
            self.services.mirror.ask(self.services.mirror.lists_of(agency, Kind.JOB, job_id))
        return standing

    def content(self) -> Any:
        """What is sent, where only the job can tell; None if the request told it. Raises `Invalid`."""
        return None

    def objection(self) -> str | None:
        """Why the portal must not send it, as its job is now, in words for the contractor."""
        return None

    def is_so_already(self) -> bool:
        """Whether AgentOS has what is wanted without anything being sent."""
        return False

    @abstractmethod
    def baseline(self) -> frozenset[str] | None:
        """Read the state before the attempt, which looks are compared with; None if it cannot be had whole.

        Raises any `AgentOSError`.
        """

    @abstractmethod
    def send(self, lease: LeaseEnd) -> WriteAnswer:
        """Send it, until the end of the lease. Raises any `AgentOSError`."""

    @abstractmethod
    def prepare(self) -> None:
        """Make ready all that `send` needs. Raises `DocumentLost`, OSError; nothing was sent then."""

    def guard_job(self, connection: Connection) -> None:
        """Let no reading of the job that began before come over the change that is about to be made."""
        if self.submission.job_id is not None:
            number_anew(connection, self.submission.agency, Kind.JOB, self.submission.job_id)

    # afterwards -----------------------------------------------------------------------------------------------------

    @abstractmethod
    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        """Look for it in AgentOS. Raises any `AgentOSError`: then the look was not answered."""

    def read_anew(self) -> None:
        """Let the next look read AgentOS itself: the reading that submissions share may be some seconds old."""
        self._readings = Readings()

    def read_job_again(self, now: float) -> float:
        """Read the job anew, once for all submissions of it; return when that began. Raises any `AgentOSError`."""

        def read() -> tuple[Job | None, Job | None]:
            self.read_job()
            return self.fresh_job, self.job

        key = ("job", self.submission.agency, self.submission.job_id or "")
        began_at, (self.fresh_job, self.job) = self._readings.get(key, now, read)
        return began_at

    def response(self, record: object) -> bytes:
        """Return the JSON of `record`, which is what the submission became, as its sender gets it."""
        return as_json(self.services.response_schemas[self.kind], record)

    def can_ask_the_office(self) -> bool:
        """Return True if the agency has an address for manual review."""
        return bool(office_addresses(self.services, self.context.agency, self.submission))

    @abstractmethod
    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """Change the mirror as AgentOS has changed, and return the JSON of the response to its sender.

        `answer` is AgentOS's response, None after a look. A failing database may keep the mirror from changing, and
        nothing else.
        """


class RecordHandler(Handler):
    """A submission that becomes a record in a list of AgentOS's: a note in its job, an invoice of its contractor."""

    def baseline(self) -> frozenset[str] | None:
        """The ids of all records in AgentOS's list; None if it cannot be had whole. Raises any `AgentOSError`.

        A list that lacks a record that the mirror has is not whole.
        """
        try:
            listing = self.listing()
        except (agentos.NotFound, agentos.Rejected):
            return None
        ids = listing.ids if listing is not None else None
        return ids if ids is not None and ids >= self.mirrored() else None

    @abstractmethod
    def sent(self) -> Sent:
        """The submission as it is compared with AgentOS's records."""

    @abstractmethod
    def listing(self) -> Listing | None:
        """AgentOS's list, from `fresh_job` if it is there; None if it has none. Raises any `AgentOSError`."""

    @abstractmethod
    def mirrored(self) -> frozenset[str]:
        """The ids of the records of that list that the mirror knows."""

    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        began_at, listing = self.read_back(now)
        if listing is None:
            return Look.unclear(began_at)
        ledger = self.services.ledger
        new = frozenset(one.record_id for one in listing.records if one.record_id) - (row.baseline or frozenset())
        # In this order: a sibling that is named in between has claimed its record by then.
        has_unnamed_sibling = bool(new) and ledger.has_unnamed_sibling(row)
        in_doubt = row.state is not State.CONFIRMED
        is_accepted = not in_doubt and row.last is AttemptResult.DONE
        return recognise(
            self.sent(),
            listing,
            began_at=began_at,
            baseline=row.baseline,
            claimed=ledger.claimed(row, new),
            # What AgentOS accepted may prove anew, in another way than before.
            kept=frozenset() if is_accepted and proof.proven_at is None else proof.kept,
            agentos_id=row.agentos_id,
            has_unnamed_sibling=has_unnamed_sibling,
            in_doubt=in_doubt,
            had_records=bool(self.mirrored()),
        )

    @abstractmethod
    def read_back(self, now: float) -> tuple[float, Listing | None]:
        """AgentOS's list, read anew, and when that began. Raises any `AgentOSError`."""


@contextmanager
def remembered() -> Iterator[None]:
    """Let a failing database not undo what AgentOS has taken: told "try again", people would send it twice."""
    try:
        yield
    except SQLAlchemyError:
        log.exception("not_remembered")

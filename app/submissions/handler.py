"""Delivering one submission to AgentOS: the part that all kinds share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
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
from app.domain.recognition import Backup, Finding, Listing, Look, Proof, Reason, Sent, look_for_news, recognise
from app.domain.submission import State, Submission, SubmissionKind
from app.mirror.kinds import Kind
from app.mirror.mirror import renumber
from app.services import RequestContext, Services

READING_HOLDS_S = 10.0
"""Seconds for which several submissions share one fetch from AgentOS."""

T = TypeVar("T")

log = structlog.get_logger("submissions")


class Readings:
    """Fetches from AgentOS that the submissions of one job or contractor share."""

    def __init__(self) -> None:
        self._readings: dict[tuple[str, ...], tuple[float, Any]] = {}

    def put(self, key: tuple[str, ...], now: float, outcome: Any) -> None:
        """Store the result of a fetch that began at `now`."""
        self._readings[key] = (now, outcome)

    def get(self, key: tuple[str, ...], now: float, read: Callable[[], T]) -> tuple[float, T]:
        """Return the start time and the result of `read`, called now or within the last `READING_HOLDS_S`.

        Raise the `AgentOSError` of that call.
        """
        if key not in self._readings or not 0 <= now - self._readings[key][0] < READING_HOLDS_S:
            try:
                self._readings[key] = (now, read())
            except agentos.AgentOSError as error:
                self._readings[key] = (now, error)
        began_at, outcome = self._readings[key]
        if isinstance(outcome, agentos.AgentOSError):
            raise outcome
        return began_at, outcome


class Handler(ABC):
    """Checks, sends and looks for one submission, and applies its result to the mirror.

    `job`: the job in the mirror after a fetch; None if the job was not fetched or belongs to another contractor.
    `fresh_job`: the job as AgentOS returned it, even another contractor's.
    """

    kind: ClassVar[SubmissionKind]
    what: ClassVar[str]
    """The kind's name in sentences."""
    status: ClassVar[int]
    """The HTTP status of the response to the sender after a success."""
    calls_after_job: ClassVar[int] = 1
    """The calls that sending takes after the job was fetched, without second attempts."""

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
        """The gateway to this agency's AgentOS, for the context's caller."""
        return self.context.gateway(self.services)

    # before it is sent ----------------------------------------------------------------------------------------------

    def read_job(self, *, calls_to_follow: int = 0) -> Standing:
        """Fetch the job from AgentOS and return whose job it is. Raise `AgentOSError` but `NotFound`.

        The fetch is made only if the budget also has the `calls_to_follow`: `calls_after_job` before sending.
        They are not reserved, so others may take them meanwhile.
        The job counts as another contractor's only if the job itself and its branch's list in the mirror both say so.
        If notes in the mirror are missing from the fetched job, the mirror's notes stay: the response may be
        incomplete, and baselines are compared with these notes.
        """
        if self.submission.job_id is None:
            return Standing.OWN
        agency, job_id, contractor_id = self.submission.agency, self.submission.job_id, self.submission.contractor_id
        self.fresh_job = None
        number_before = self.services.mirror.current_sequence()
        known: Job | None = self.services.mirror.get_record(agency, Kind.JOB, job_id)
        try:
            job = self.context.gateway(self.services, calls_to_follow=calls_to_follow).job(job_id)
        except agentos.NotFound:
            return Standing.GONE if known is None else self._recheck_listing(Standing.MISSING)
        self.fresh_job = job
        is_listed = self.services.mirror.lists_job_for(agency, job_id, contractor_id)
        if job.contractor_id != contractor_id and not is_listed:
            return Standing.GONE  # not stored, which would take longer than the answer for an unknown id
        complete_job = job if job.holds_notes_of(known) else replace(job, notes=None)
        mirrored_job = self.services.mirror.store_job(agency, complete_job, number_before)
        if job.contractor_id != contractor_id:
            return self._recheck_listing(Standing.OTHERS)
        self.job = mirrored_job
        return Standing.OWN

    def _recheck_listing(self, standing: Standing) -> Standing:
        agency, job_id = self.submission.agency, self.submission.job_id or ""
        with tolerate_database_failure():
            self.services.mirror.request_refresh(self.services.mirror.lists_containing(agency, Kind.JOB, job_id))
        return standing

    def content(self) -> Any:
        """Return content that depends on the job, or None if the request contains it all. Raise `Misconfigured`."""
        return None

    def objection(self) -> str | None:
        """Return a sentence for the contractor if the job's present state forbids the submission, else None."""
        return None

    def is_already_done(self) -> bool:
        """Return True if the job already has the target state in AgentOS. Then nothing is sent."""
        return False

    @abstractmethod
    def baseline(self) -> frozenset[str] | None:
        """Return AgentOS's state before the attempt, for later comparison, or None if that state is not fully known.

        Raise `AgentOSError`.
        """

    @abstractmethod
    def send(self, lease: LeaseEnd) -> WriteAnswer:
        """Send the submission before the lease ends. Raise `AgentOSError`."""

    def prepare(self) -> None:  # noqa: B027 - only an invoice has something to load
        """Load everything that `send` needs, before anything is sent. Raise `DocumentLost` or OSError."""

    def fence_job(self, connection: Connection) -> None:
        """Prevent earlier fetches of the job from overwriting the change that is about to be sent."""
        if self.submission.job_id is not None:
            renumber(connection, self.submission.agency, Kind.JOB, self.submission.job_id)

    def put_mirrored(self, readings: Readings, now: float) -> datetime | None:
        """Put the mirror's copy of the job into `readings`, for a look without a call. Return when it was fetched."""
        mirror, agency, job_id = self.services.mirror, self.submission.agency, self.submission.job_id or ""
        job: Job | None = mirror.get_record(agency, Kind.JOB, job_id)
        readings.put(("job", agency, job_id), now, (job, job))
        return mirror.job_read_at(agency, job_id)

    # afterwards -----------------------------------------------------------------------------------------------------

    @abstractmethod
    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        """Look for the submission in AgentOS. Raise `AgentOSError`."""

    @abstractmethod
    def look_for_news(self, row: Submission, backup: Backup, now: float) -> Look:
        """After a restore from `backup`, look for changes in AgentOS that may be lost submissions' effects.

        The look never finds the submission. Raise `AgentOSError`.
        """

    def forget_readings(self) -> None:
        """Discard the shared fetches, which may be some seconds old. The next look fetches again."""
        self._readings = Readings()

    def read_job_again(self, now: float) -> float:
        """Fetch the job once, for all submissions about it. Return when the fetch began. Raise `AgentOSError`."""

        def read() -> tuple[Job | None, Job | None]:
            self.read_job()
            return self.fresh_job, self.job

        key = ("job", self.submission.agency, self.submission.job_id or "")
        began_at, (self.fresh_job, self.job) = self._readings.get(key, now, read)
        return began_at

    def response(self, record: object) -> bytes:
        """Return the body of the response to the sender: the submission's `record` as JSON."""
        return as_json(self.services.response_schemas[self.kind], record)

    @abstractmethod
    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """Apply the submission to the mirror, and return the body of the response to its sender.

        `answer` is AgentOS's response, or None after a look. If the database fails, the mirror does not change.
        """


class RecordHandler(Handler):
    """The handler of a submission that becomes a record in a list: a job's note, a contractor's invoice."""

    def baseline(self) -> frozenset[str] | None:
        """Return the ids of all records in AgentOS's list; None if the list is incomplete. Raise `AgentOSError`.

        A list is incomplete if a record in the mirror is missing from it.
        """
        try:
            listing = self.listing()
        except (agentos.NotFound, agentos.Rejected):
            return None
        ids = listing.ids if listing is not None else None
        return ids if ids is not None and ids >= self.mirrored_ids() else None

    @abstractmethod
    def sent(self) -> Sent:
        """Return the submission in the form that is compared with AgentOS's records."""

    @abstractmethod
    def listing(self) -> Listing | None:
        """Return AgentOS's list (notes: the list in `fresh_job`), or None without a list. Raise `AgentOSError`."""

    @abstractmethod
    def mirrored_ids(self) -> frozenset[str]:
        """Return the ids of the records in the mirror's copy of the list."""

    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        began_at, listing = self.read_back(now)
        if listing is None:
            return Look.unclear(began_at)
        ledger = self.services.ledger
        new = frozenset(record.record_id for record in listing.records if record.record_id) - (
            row.baseline or frozenset()
        )
        # The order matters: if a sibling gets its id between the two queries, `claimed_ids` returns that id.
        has_unnamed_sibling = bool(new) and ledger.has_unnamed_sibling(row)
        in_doubt = row.state is not State.CONFIRMED
        is_accepted = not in_doubt and row.last is AttemptResult.DONE
        return recognise(
            self.sent(),
            listing,
            began_at=began_at,
            baseline=row.baseline,
            claimed=ledger.claimed_ids(row, new),
            # After a failed proof, an accepted submission may prove recognition with other fields.
            kept=frozenset() if is_accepted and proof.proven_at is None else proof.kept,
            agentos_id=row.agentos_id,
            has_unnamed_sibling=has_unnamed_sibling,
            in_doubt=in_doubt,
            had_records=bool(self.mirrored_ids()),
        )

    def look_for_news(self, row: Submission, backup: Backup, now: float) -> Look:
        if not self.has_list:
            return Look(finding=Finding.POSSIBLE, began_at=now, reason=Reason.RESTORED_BLINDLY)
        began_at, listing = self.read_back(now)
        if listing is None:
            return Look.unclear(began_at)
        ids = frozenset(record.record_id for record in listing.records if record.record_id)
        return look_for_news(
            listing,
            began_at=began_at,
            backup=backup,
            claimed=self.services.ledger.claimed_ids(row, ids),
            had_records=bool(self.mirrored_ids()),
        )

    @property
    def has_list(self) -> bool:
        """Return False if AgentOS offers no list in which the portal can look for the submission."""
        return True

    @abstractmethod
    def read_back(self, now: float) -> tuple[float, Listing | None]:
        """Fetch AgentOS's list; return when the fetch began, and the list. Raise `AgentOSError`."""


@contextmanager
def tolerate_database_failure() -> Iterator[None]:
    """Log a database failure and continue: AgentOS has the submission, and an error would make people send it again."""
    try:
        yield
    except SQLAlchemyError:
        log.exception("not_remembered")

"""A model of AgentOS and its proxies: the results of writes, and the responses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.agentos.errors import (
    AgentOSError,
    Busy,
    Failed,
    LeaseEnded,
    Malformed,
    NotFound,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos.gateway import WriteAnswer
from app.domain.attempt import AttemptResult
from app.domain.clock import LeaseEnd
from app.domain.job import Job, Note
from tests.simulation.records import Record, Records, Storage, without_id
from tests.simulation.world import Process, World, running

REST_S = 60.0
ACCEPTED = ("ok", "no id", "foreign id", "stored twice")
"""Successes: with an id, without one, with the id of an older record, and with two records for one write."""
READ_S, WRITE_S = 0.08, 0.12
"""Durations of calls without delay."""
LIMIT, WINDOW_S = 50, 60.0
OUR_BUDGET = 45


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """The result of one write.

    `how`: "no connection", "cut", "timeout", "html", "truncated", an HTTP status, or one of `ACCEPTED`. `effect_s`: the
    time of its effect, in seconds after the response or the end of the connection (negative: before); None if never.
    `takes_s`: seconds until the response.
    """

    how: str | int = "ok"
    effect_s: float | None = None
    takes_s: float = WRITE_S

    def __str__(self) -> str:
        phrases = {
            "ok": "is accepted",
            "no id": "is accepted without an id",
            "foreign id": "is accepted with the id of an older record",
            "stored twice": "is accepted, and stored twice",
            "cut": "is cut off",
            "timeout": "times out",
        }
        what = phrases.get(str(self.how), f"is answered with {self.how}")
        if self.how in ACCEPTED or self.how == "no connection":
            return what
        if self.effect_s is None:
            return f"{what}, without effect"
        when = f"{self.effect_s:.1f} s later" if self.effect_s > 0 else "before that"
        return f"{what}, and takes effect {when}"


OK = WriteOutcome()


@dataclass(frozen=True, slots=True)
class FaultPeriod:
    """A fault of AgentOS from `begin` to `end`.

    `what`: "away", or "reads …" or "writes …" with the kind of failure.
    """

    begin: float
    end: float
    what: str

    def __str__(self) -> str:
        return f"{self.what} from {self.begin:.0f} to {self.end:.0f} s"


@dataclass(frozen=True, slots=True)
class Reading:
    """A response to a read of a job or of a contractor's invoices, as AgentOS sent it. Without a list, `items` is None.

    `scope`: the id of the job or the contractor. `status`: the job's status and version.
    """

    at: float
    scope: str
    items: tuple[Any, ...] | None
    is_whole: bool = True
    status: tuple[str | None, int] = (None, 0)


class AgentOS(Records):
    """The model: its records, the results of writes and reads, and a log of everything."""

    def __init__(
        self,
        world: World,
        *,
        fates: Sequence[WriteOutcome],
        weather: Sequence[FaultPeriod],
        storage: list[tuple[float, Storage]],
        quiet_at: float,
    ) -> None:
        super().__init__(world, storage)
        self._quiet_at = quiet_at
        self.calls: list[float] = []
        self.writes = 0
        self.rest_until = 0.0
        self.raced = False
        """True if a write began after its sender had been frozen between the check of the clocks and the write."""
        self.begun = Counter[str | None]()
        """The number of each submission's writes that sent a byte."""
        self.refused = Counter[str | None]()
        """The number of each submission's writes that were refused or turned away."""
        self.doubtful = Counter[str | None]()
        """The number of each submission's writes that ended in doubt."""
        self.takeovers = Counter[str | None]()
        """The number of each submission's senders that died, as far as a process discovered this."""
        self.accepted: set[str | None] = set()
        """The submissions that a write was accepted for."""
        self.ended: dict[str | None, float] = {}
        """The end of each submission's last write, or the time when a process discovered its sender's death."""
        self.sent_at: dict[str | None, float] = {}
        """The time of each submission's first write."""
        self.readings: list[Reading] = []
        self.for_others: list[int] = []
        """Writes for a job that had already been given to another contractor."""
        self.orphans: dict[str, list[tuple[Callable[[], Any], int, float]]] = {}
        """Effects of writes with a dead sender. They happen after a process discovers its death."""
        self._fates = fates
        self._weather = weather

    def taken_over(self, submission_id: str) -> None:
        """Note that a process discovered the death of a submission's sender. Its writes may still take effect."""
        self.ended[submission_id] = self.world.now
        self.takeovers[submission_id] += 1
        for act, number, after_s in self.orphans.pop(submission_id, ()):

            def take_effect(act: Callable[[], Any] = act, number: int = number, after_s: float = after_s) -> None:
                self.world.tell("AgentOS", f"write {number} takes effect")
                self._effect(submission_id, number, after_s)
                act()

            self.world.at(self.world.now + after_s, take_effect)

    # writes ----------------------------------------------------------------------------------------------------------

    def write(
        self, process: Process, what: str, lease: LeaseEnd, timeout_s: float, act: Callable[[], Any]
    ) -> WriteAnswer:
        """Make one write, as the transport does. `act` makes the effect, and returns the response of a success."""
        world = self.world
        self._begin(process, what, is_write=True)
        self.writes += 1
        number = self.writes
        fate = self._fate(number)
        task = running()
        submission_id = task.sending if task is not None else None
        if fate.how == "no connection":
            world.tell(process.name, f"write {number} ({what}): no connection")
            raise Unreachable(what, result=AttemptResult.NOT_SENT)
        process.step()
        if lease.is_past(process):
            world.tell(process.name, f"write {number} ({what}): the lease has ended, so nothing is sent")
            raise LeaseEnded(what, result=AttemptResult.NOT_SENT)
        if process.gap_freezes:  # between the check and the write
            process.freeze(process.gap_freezes.pop())
            self.raced = self.raced or lease.is_past(process)
        self._count()
        self.begun[submission_id] += 1
        self.sent_at.setdefault(submission_id, world.now)
        self.ended[submission_id] = world.now + min(fate.takes_s, timeout_s)
        world.tell(process.name, f"write {number} ({what}) {fate}")
        job = self.jobs.get(what.rpartition(" ")[2])
        if job is not None and job.given_away_at is not None and job.given_away_at < world.now - 1.0:
            self.for_others.append(number)
        began = world.now
        if fate.how in ACCEPTED:
            self.accepted.add(submission_id)
            answer: list[WriteAnswer] = []

            def accept() -> None:
                self._effect(submission_id, number, 0.0)
                answer.append(act())
                if fate.how == "stored twice":
                    first = self.effects[-1].record_id
                    act()
                    self.effects[-1].record_id = first

            world.at(began + fate.takes_s / 2, accept)
            self._wait(process, fate.takes_s)
            if fate.how == "foreign id" and answer[0].object_id is not None:
                return WriteAnswer(object_id="NOTE-1" if answer[0].note is not None else "INV-4")
            return WriteAnswer() if fate.how == "no id" else answer[0]
        ended = self.ended[submission_id]
        if not isinstance(fate.how, int) or fate.how in (302, 408, 409, 423, 425) or fate.how >= 500:
            self.doubtful[submission_id] += 1
        else:
            self.refused[submission_id] += 1
        has_ended = False
        is_orphan = False
        if fate.effect_s is not None:

            def take_effect() -> None:
                if is_orphan and fate.effect_s is not None and fate.effect_s > 0:
                    return  # it happens when a process discovers that its sender died
                if world.now > ended:
                    world.tell("AgentOS", f"write {number} takes effect")
                self._effect(submission_id, number, world.now - ended)
                act()

            world.at(max(began, ended + fate.effect_s), take_effect)
        try:
            self._wait(process, ended - began)
            has_ended = True
        finally:
            is_to_come = fate.effect_s is not None and fate.effect_s > 0 and world.now < ended + fate.effect_s
            if not has_ended and is_to_come and submission_id is not None:
                is_orphan = True
                self.orphans.setdefault(submission_id, []).append((act, number, fate.effect_s))
        raise self._error(what, fate.how)

    def _wait(self, process: Process, seconds: float) -> None:
        self.world.sleep(seconds)
        process.step()

    def _fate(self, number: int) -> WriteOutcome:
        if self.world.now >= self._quiet_at:
            return OK
        for weather in self._weather:
            if weather.begin <= self.world.now < weather.end and weather.what.startswith("writes "):
                how = weather.what.removeprefix("writes ")
                return WriteOutcome(int(how) if how.isdigit() else how)
        return self._fates[number - 1] if number <= len(self._fates) else OK

    def _error(self, what: str, how: str | int) -> AgentOSError:
        if how == "cut":
            return Unreachable(what, result=AttemptResult.IN_DOUBT)
        if how == "timeout":
            return TimedOut(what, result=AttemptResult.IN_DOUBT)
        if how in ("html", "truncated"):
            return Malformed(str(how), status=200)
        return self._judged(what, int(how))

    def _judged(self, what: str, status: int) -> AgentOSError:
        """Return the error for a status, as `app.agentos.transport` does."""
        if status in (403, 429):
            self.rest_until = self.world.now + REST_S
            return RateLimited(REST_S, status=status)
        if status == 404:
            return NotFound(what, status=status)
        if 400 <= status < 500 and status != 408:
            return Rejected(what, status)
        return Failed(what, status)

    def _begin(self, process: Process, what: str, *, is_write: bool = False) -> None:
        """Take a slot of the budget, which is a plain count here. Raise an AgentOSError if the call cannot begin."""
        process.step()
        now = self.world.now
        if self.rest_until > now:
            raise RateLimited(self.rest_until - now)
        recent = [call_at for call_at in self.calls[-OUR_BUDGET:] if call_at > now - WINDOW_S]
        if len(recent) >= OUR_BUDGET:
            raise Busy(recent[0] + WINDOW_S - now)
        if any(weather.begin <= now < weather.end and weather.what == "away" for weather in self._weather):
            raise Unreachable(what, result=AttemptResult.NOT_SENT)

    def _count(self) -> None:
        self.calls.append(self.world.now)

    # reads -----------------------------------------------------------------------------------------------------------

    def read(self, process: Process, what: str) -> str | None:
        """Make a read. Raise its failure, or return the fault of its response, or None if the response is true."""
        self._begin(process, what)
        self._count()
        false = None
        for weather in self._weather:
            if weather.begin <= self.world.now < weather.end and weather.what.startswith("reads "):
                false = weather.what.removeprefix("reads ")
        self._wait(process, 30.0 if false == "timeout" else READ_S)
        if false == "timeout":
            raise TimedOut(what, result=AttemptResult.IN_DOUBT)
        if false == "cut":
            raise Unreachable(what, result=AttemptResult.IN_DOUBT)
        if false == "html":
            raise Malformed("html", status=200)
        if false is not None and false.isdigit():
            raise self._judged(what, int(false))
        return false

    def job(self, process: Process, job_id: str) -> Job:
        """Return a job as in AgentOS's response."""
        try:
            false = self.read(process, "job")
        except NotFound:
            self.readings.append(Reading(self.world.now - READ_S, job_id, None))
            raise
        job = self.jobs.get(job_id)
        if job is None:
            self.world.tell(process.name, f"reads {job_id}: 404")
            raise NotFound("job", status=404)
        notes: tuple[Note, ...] | None = self._listed(job.notes, false)
        if false == "without notes":
            notes = None
        status_id: str | None = job.status_id if false != "without status" else None
        if self.world.story is not None:
            note_count = "no notes" if notes is None else f"{len(notes)} notes"
            self.world.tell(process.name, f"reads {job_id}: {note_count}, {status_id}{f' ({false})' if false else ''}")
        self.readings.append(Reading(self.world.now - READ_S, job_id, notes, status=(status_id, job.version)))
        return Job(
            job_id=job_id,
            contractor_id="CON-OTHER" if false == "other contractor" else job.contractor_id,
            status_id=status_id,
            notes=notes,
            etag=f"v{job.version}",
        )

    def list_invoices(self, process: Process, contractor_id: str) -> tuple[tuple[Any, ...], bool]:
        """Return a contractor's invoices as in AgentOS's response, and whether the list is complete."""
        try:
            false = self.read(process, "invoices")
        except (NotFound, Rejected):
            self.readings.append(Reading(self.world.now - READ_S, contractor_id, None, is_whole=False))
            raise
        records = self.invoices.get(contractor_id, [])
        if false == "without notes":
            raise Malformed("a list that is none", status=200)
        listed = self._listed(records, false)
        if self.world.story is not None:
            extra = f" ({false})" if false else ""
            self.world.tell(process.name, f"reads the invoices of {contractor_id}: {len(listed)}{extra}")
        is_whole = false != "incomplete"
        self.readings.append(Reading(self.world.now - READ_S, contractor_id, listed, is_whole))
        return listed, is_whole

    def _listed(self, records: list[Record], false: str | None) -> tuple[Any, ...]:
        seen = [record.item for record in records if record.visible_at <= self.world.now]
        if false == "empty":
            return ()
        if false == "short":
            return tuple(seen[1:])
        if false == "without the newest":
            return tuple(seen[:-1]) if len(seen) > 1 else tuple(seen)
        if false == "without ids":
            return tuple(without_id(item) for item in seen)
        return tuple(seen)

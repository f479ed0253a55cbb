"""Liveness: people decide only what page 4 of the specification leaves to them, and no submission waits without reason.

Each reason for a review has the condition under which page 4 gives it, in terms of the model's own log: AgentOS's
responses to reads, the results of writes, and the events of the history.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from app.domain.attempt import AttemptResult
from app.domain.recognition import Reason
from app.domain.submission import OPEN, State, Submission, SubmissionKind
from tests.simulation.agentos import WINDOW_S, FaultPeriod, Reading
from tests.simulation.plan import SETTLE_S, ClockStep, DiskFull, Restore
from tests.simulation.promises import MOST_IN_DOUBT
from tests.simulation.records import DONE_STATUS
from tests.simulation.world import BOOT_S, Process, running, seconds_of

if TYPE_CHECKING:
    from tests.simulation.history import History

LAG_S = 60.0
"""The least lag. A longer one is learned only from a row that AgentOS lists late."""
ABSENCES_APART_S = 10.0
MOST_LOOKS = 10
RETRY_AFTER_S = (0.0, 0.0, 600.0, 1_800.0)
"""Seconds from a proof of absence to the next attempt, by the number of attempts in doubt."""
HALF_HOUR_S = 1_800.0
"""Seconds from the first refusal to the third attempt, and from a pause's beginning until a trial may be a retry."""
TRIALS_APART_S = 300.0
"""The longest time between two trials of a paused operation."""
LOOKS_APART_S = 240.0
"""The longest time between two looks, after AgentOS's responses or failures."""
REMOVED_S = 600.0
"""The longest time until a submission of a removed agency ends, because the cleanup runs every few minutes."""
NOTICED_S = 100.0
"""Seconds until the portal notices that AgentOS responds again."""
FEW_CALLS = 20
"""So many calls within a minute leave slots free for every submission."""
STEP = ("state", "attempts", "looks", "absences", "paused_at")
"""The columns of which each step changes one."""
CLAIMED_S = 1.0
"""Seconds within which a process may not know yet that another submission has claimed a record."""
POLL_S = 35.0
"""The longest wait without a reason: the time between two turns of an idle worker."""


class Case:
    """A submission that people are to decide, and the facts that the portal could know."""

    def __init__(self, history: History, row: Submission) -> None:
        agentos, submission_id = history.agentos, row.submission_id
        self.history = history
        self.row = row
        restored = [part.at for part in history.plan.of(Restore) if part.at <= history.world.now]
        self.is_restored = bool(restored)
        self.ended = max([agentos.ended.get(submission_id, 0.0), *restored])
        self.doubts = agentos.doubtful[submission_id] + agentos.takeovers[submission_id]
        rows = [each for each in history.tables.rows() if each.kind is row.kind]
        self.others = [each for each in rows if each.submission_id != submission_id]
        scope = row.contractor_id if row.kind is SubmissionKind.INVOICE else row.job_id
        self.readings = [reading for reading in agentos.readings if reading.scope == scope]
        self.findings = [(each.at, self._find(each)) for each in self.readings if each.at >= self.ended]

    def times_of(self, finding: str) -> list[float]:
        """Return when AgentOS showed something about the submission, after its last attempt."""
        return [at for at, what in self.findings if what == finding]

    def is_shown(self) -> bool:
        """Return whether the last response shows it. Earlier ones may be answers to requests for other submissions."""
        return bool(self.findings) and self.findings[-1][1] == "exact"

    def is_absent(self) -> bool:
        """Return whether AgentOS showed absence twice."""
        at = self.times_of("absent")
        return bool(at) and at[-1] - at[0] >= ABSENCES_APART_S

    def had_baseline(self) -> bool:
        """Return whether the portal had the whole list before it sent the submission, as far as the mirror knows."""
        row, mirror = self.row, self.history.mirror
        sent_at = self.history.agentos.sent_at.get(row.submission_id, 0.0)
        before = [each for each in self.readings if each.at <= sent_at][-2:]  # one may be for another request
        if row.kind is SubmissionKind.COMPLETION:
            return bool(before) and all(each.status[0] is not None for each in before)
        is_note = row.kind is SubmissionKind.NOTE
        known = mirror.jobs[row.job_id or ""].notes if is_note else mirror.invoices.get(row.contractor_id)
        return bool(before) and all(each.is_whole and _ids(each.items) >= _ids(known) for each in before)

    def is_recognised(self) -> bool:
        """Return whether the portal surely recognises the kind: it began with a proof, and saw all accepted records."""
        agentos = self.history.agentos
        accepted = [
            each for each in self.others if each.submission_id in agentos.accepted and each.last is AttemptResult.DONE
        ]
        before = self.history.world.now - SETTLE_S - LAG_S  # by now, its own look has come
        shown = {_id(item): item for each in agentos.readings if each.at < before for item in each.items or ()}
        are_exact = all(each.agentos_id in shown and _is_exact(each, shown[each.agentos_id]) for each in accepted)
        return are_exact and self.row.kind in self.history.proven

    def _find(self, reading: Reading) -> Literal["exact", "possible", "absent", "nothing"]:
        """Return what a response shows about the submission."""
        baseline = self.row.baseline or frozenset()
        is_late = reading.at >= self.ended + SETTLE_S + LAG_S
        if self.row.kind is SubmissionKind.COMPLETION:
            status_id, version = reading.status
            if baseline and status_id is not None and (status_id == DONE_STATUS) == self.row.content.completed:
                return "exact"
            if status_id is not None and f"status {status_id}" not in baseline:
                return "possible"
            return "absent" if is_late and f"etag v{version}" in baseline else "nothing"
        ids = _ids(reading.items)
        known_since = self.history.world.now - CLAIMED_S
        old = baseline | {each.agentos_id for each in self.others if seconds_of(each.updated_at) < known_since} - {None}
        alike = [item for item in reading.items or () if _id(item) not in old and _is_alike(self.row, item)]
        exact = [item for item in alike if _id(item) and _is_exact(self.row, item)]
        if exact and self.row.baseline is not None:
            return "nothing" if self._has_unnamed_sibling() else "exact"
        if alike:
            return "possible"
        is_complete = reading.is_whole and None not in ids and ids >= (baseline or {None})
        return "absent" if is_late and is_complete else "nothing"

    def _has_unnamed_sibling(self) -> bool:
        """Return whether a match may be another submission's record, whose id is unknown."""
        return any(
            each.agentos_id is None
            and each.contractor_id == self.row.contractor_id
            and (each.state is State.CONFIRMED or each.content == self.row.content)
            for each in self.others
        )


REASONS: dict[Reason, Callable[[Case], bool]] = {
    Reason.DOCUMENT_LOST: lambda case: (
        case.row.document is not None and case.row.submission_id not in case.history.files
    ),
    Reason.DOUBTFUL_MATCH: lambda case: bool(case.times_of("possible")),
    Reason.DOCUMENT_MISSING: lambda case: bool(case.row.document and case.times_of("possible")),
    Reason.OTHER_STATUS: lambda case: bool(case.times_of("possible")),
    Reason.NOBODY_CAN_LOOK: lambda case: not case.had_baseline(),
    Reason.NO_RESULT: lambda case: len(case.findings) >= MOST_LOOKS and case.findings[-1][1] != "absent",
    Reason.UNPROVEN: lambda case: not case.is_recognised(),
    Reason.SENT_OFTEN: lambda case: case.is_restored or case.doubts >= MOST_IN_DOUBT[case.row.kind],
    Reason.DONE_BUT_ABSENT: Case.is_absent,
    Reason.TOO_LONG: lambda case: case.history.world.now - case.ended >= 72 * 3_600.0,
    Reason.NOT_TRIED: lambda case: False,  # no history lasts for two weeks
    Reason.AGENCY_REMOVED: lambda case: case.history.is_removed,
    Reason.RESTORED: lambda case: case.is_restored,
    Reason.RESTORED_BLINDLY: lambda case: case.is_restored,
}
"""The reasons for a review, and the condition under which page 4 gives each."""


@dataclass(slots=True)
class Holding:
    """The lease of a row: its `owner` in the database, its `process`, and its beginning and end.

    `idle_until`: until when an earlier lease belonged to a frozen or dead process.
    """

    owner: str | None = None
    process: Process | None = None
    since: float = 0.0
    lease_until: float = 0.0
    idle_until: float = 0.0


class Liveness:
    """The checker of a history."""

    def __init__(self, history: History) -> None:
        self.violations: list[str] = []
        self._history = history
        self._since: dict[str, tuple[object, float]] = {}
        """The next step of each open submission, and since when it waits for it."""
        self._holdings: dict[str, Holding] = {}
        is_stepped = any(part.clock != "database" for part in history.plan.of(ClockStep))
        # A wrong clock does not know what is newer. After failing reads, unlike after an absence, each wait goes on.
        self._faults = [
            (part.begin, part.end + NOTICED_S + (LOOKS_APART_S if is_stepped or "reads" in str(part) else 0.0))
            for part in history.plan.parts
            if isinstance(part, FaultPeriod | DiskFull)
        ]

    def waiting(self) -> None:
        """Check that each open submission took its next step in time, while AgentOS answered and slots were free."""
        agentos, now = self._history.agentos, self._history.world.now
        is_busy = len(agentos.calls) >= FEW_CALLS and agentos.calls[-FEW_CALLS] > now - WINDOW_S
        disturbed_at = max([end for begin, end in self._faults if begin <= now], default=0.0)
        worked_since = min(self._history.processes[name].frozen_until for name in ("worker1", "worker2"))
        calm_since = now if is_busy else min(now, max(disturbed_at, agentos.rest_until, worked_since))
        lanes: set[tuple[str, ...]] = set()
        for row in self._history.tables.open_rows(now + BOOT_S - SETTLE_S):
            lane = (row["lane"], row["kind"])
            is_held = lane in lanes or lane[:1] in lanes
            lanes.add(lane[:1] if row["state"] in OPEN else lane)
            step = None if is_held or row["state"] not in OPEN else tuple(row[name] for name in STEP)
            before, since = self._since.get(row["id"], (None, now))
            waited_s = now - max(since, calm_since, self._held_until(row))
            is_late = step == before is not None and waited_s > self._longest_wait_s(row)
            if is_late or step is None or step != before:
                self._since[row["id"]] = step, now
            if is_late:
                self._violated(row["id"], row["kind"], f"is {row['state']}, and took no step for {waited_s:.0f} s")

    def _held_until(self, row: Any) -> float:
        """Return until when a lease keeps other processes from a row, or a frozen or dead process did so. 0.0: never.

        A new lease does not excuse the wait before it. The running process has made it, because each change of a row is
        checked at once.
        """
        holding, now = self._holdings.setdefault(row["id"], Holding()), self._history.world.now
        if row["lease_owner"] == holding.owner:
            return max(holding.lease_until, holding.idle_until)
        process = holding.process
        if holding.owner is not None and row["lease_owner"] is not None:  # its owner has not released it
            holding.idle_until = max(holding.idle_until, min(holding.lease_until, now))
        elif process is not None and process.frozen_until > holding.since:
            holding.idle_until = max(holding.idle_until, min(process.frozen_until, holding.lease_until, now))
        task = running() if row["lease_owner"] is not None else None
        holding.owner, holding.process, holding.since = row["lease_owner"], task and task.process, now
        holding.lease_until = (row["lease_until"] or 0.0) - BOOT_S
        return holding.idle_until

    def _longest_wait_s(self, row: Any) -> float:
        """Return the longest time until a submission's next step that page 4 allows."""
        if self._history.is_removed:
            return REMOVED_S
        if row["ended_at"] is not None and row["absences"] < 2:
            return POLL_S + max(LOOKS_APART_S, SETTLE_S + (row["lag_s"] or LAG_S))
        job = self._history.agentos.jobs[row["lane"].removeprefix("job ")]
        # A turn without a result is repeated: the job was given away, there was no connection, or the last look failed.
        is_repeated = job.given_away_at is not None or row["looks"] or row["last_result"] == AttemptResult.NOT_SENT
        pause_s = TRIALS_APART_S if row["ended_at"] is None else HALF_HOUR_S + TRIALS_APART_S
        return POLL_S + max(
            LOOKS_APART_S if is_repeated else 0.0,
            pause_s if row["paused_at"] is not None else 0.0,
            HALF_HOUR_S if row["refusals"] > 1 else 0.0,
            RETRY_AFTER_S[min(row["doubts"], 3)],
        )

    def review(self, row: Submission) -> None:
        """Check the reason of a review that has just begun."""
        case, reason = Case(self._history, row), Reason(row.finding or "")
        may_be_shown = reason in (Reason.DOCUMENT_LOST, Reason.AGENCY_REMOVED) or not case.is_shown()
        is_right = REASONS[reason](case) or self._history.agentos.raced
        if not (is_right and may_be_shown):
            self._violated(row.submission_id, row.kind, f"is in review, but not because {reason}")

    def _violated(self, submission_id: str, kind: str, what: str) -> None:
        self.violations.append(f"not alive: submission {submission_id} ({kind}) {what}")


def _is_exact(row: Submission, item: Any) -> bool:
    """Return whether a record is stored as the submission was sent."""
    content = row.content
    if row.kind is SubmissionKind.NOTE:
        return (_words(item.note), item.author) == (_words(content.text), content.author)
    return (
        (item.job_id, item.amount, item.invoice_date) == (content.job_id, content.amount, content.invoice_date)
        and _words(item.description) == _words(content.description)
        and _words(item.invoice_number) == _words(content.invoice_number)
        and item.document_name == (row.document and row.document.name)
    )


def _is_alike(row: Submission, item: Any) -> bool:
    """Return whether a record begins as the submission, or has its author, or its gross or net amount.

    The author is more careful than page 4: AgentOS may have changed the whole text.
    """
    content = row.content
    if row.kind is SubmissionKind.NOTE:
        return item.author == content.author or _words(item.note)[:2] == _words(content.text)[:2]
    is_same_amount = item.amount in (content.amount, content.amount - content.vat)
    return is_same_amount or _words(item.description)[:2] == _words(content.description)[:2]


def _words(text: str | None) -> list[str]:
    """Return the words of a text. The first two identify a submission."""
    return re.findall(r"\w+", html.unescape(text or "").casefold())


def _ids(items: Iterable[Any] | None) -> set[str | None]:
    return {_id(item) for item in items or ()}


def _id(item: Any) -> str | None:
    return getattr(item, "note_id", None) or getattr(item, "invoice_id", None)

"""The promises of page 4, checked on a history that has run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.domain.attempt import AttemptResult
from app.domain.delivery import HOUR_S, PATIENCE_S
from app.domain.submission import OPEN, State, Submission, SubmissionKind
from tests.simulation.agentos import LIMIT, WINDOW_S
from tests.simulation.plan import SETTLE_S, ClockStep, Part, Request
from tests.simulation.records import DONE_STATUS
from tests.simulation.world import BEGINNING, BOOT_S

if TYPE_CHECKING:
    from tests.simulation.history import History

MOST_IN_DOUBT = {SubmissionKind.NOTE: 4, SubmissionKind.COMPLETION: 4, SubmissionKind.INVOICE: 2}
"""Attempts that may end in doubt, the first included."""


class Promises:
    """Checks a history. `violations` are the promises that it broke, in words."""

    def __init__(self, history: History) -> None:
        self.violations: list[str] = []
        plan = history.plan
        self._plan = plan
        self._tables = history.tables
        self._world = history.world
        self._agentos = history.agentos
        self._tellings = history.tellings
        self._processes = history.processes
        self._requests = [one for one in plan.parts if isinstance(one, Request)]
        self._wall_steps_s = sum(abs(one.seconds) for one in _wall_steps(plan.parts))

    def patience(self) -> None:
        """A submission that workers have tried for 72 hours has ended."""
        for row in self._tables.rows():
            if row.state in OPEN and row.tried_s >= PATIENCE_S:
                self._violated("still open", row, f"is {row.state}, and was tried for {row.tried_s / HOUR_S:.0f} hours")

    def quiet(self) -> None:
        """Ten minutes after the last fault nothing is open except reviews."""
        refused, settling_since = set(), BOOT_S + self._world.now - SETTLE_S
        for row in self._tables.rows():  # in the order of acceptance
            # It is tried for half an hour; what comes after it waits, a completion until the last try is settled.
            if row.refusals and (row.state in OPEN or (row.ended_at or 0.0) > settling_since):
                refused.add(row.lane)
            if row.state in OPEN and row.lane not in refused:
                self._violated("still open", row, f"is {row.state} ten minutes after the last fault")

    def end(self) -> None:
        """What must hold in the end."""
        told = self._tables.notices()
        agentos = self._agentos
        may_double = self._plan.beyond or agentos.raced
        rows = self._tables.rows()
        for row in rows:
            effects = [one for one in agentos.effects if one.submission_id == row.submission_id]
            kinds = {kind for submission_id, kind in told if submission_id == row.submission_id}
            if row.state in OPEN:
                self._violated("still open", row, f"is {row.state} an hour after the last fault")
            self._check_told(row, kinds)
            if may_double:
                continue
            if len(effects) > 1:
                self._violated("doubled", row, f"has {len(effects)} effects")
            if agentos.doubtful.get(row.submission_id, 0) > MOST_IN_DOUBT[row.kind]:
                self._violated("sent too often", row, f"{agentos.doubtful[row.submission_id]} attempts ended in doubt")
            if row.state is State.REJECTED:
                self._check_rejected(row)
            if row.state in (State.REJECTED, State.EXPIRED, State.ABANDONED) and effects:
                self._violated("told wrong", row, f"is {row.state}, and took effect")
            if row.state is State.CONFIRMED and not self._is_there(row):
                self._violated("told wrong", row, "is confirmed, and AgentOS does not have it")
        if not may_double:
            self._check_identities(rows)
            self._check_order(rows)
            self._check_tellings()
            self._check_claims(rows)
            if agentos.for_others and not any(process.has_frozen for process in self._processes.values()):
                self.violations.append(f"not theirs: write {agentos.for_others[0]} was for another contractor's job")
        self._check_promises(rows)
        self._check_calls()

    def doubled(self) -> list[Submission]:
        """Confirmed submissions that are there twice, in a way in which the portal can notice it.

        It was sent twice, or it was in doubt and is confirmed as a record that the office entered; and AgentOS keeps
        everything as it is sent.
        """
        if any(storage.changes for _, storage in self._plan.storage):
            return []
        effects = Counter(one.submission_id for one in self._agentos.effects)
        made = {one.record_id for one in self._agentos.effects} | {None}
        rows = [row for row in self._tables.rows() if row.kind is not SubmissionKind.COMPLETION]
        confirmed = [row for row in rows if row.state is State.CONFIRMED]
        sent_twice = [row for row in confirmed if row.attempts > 1 and effects[row.submission_id] > 1]
        found = [row for row in confirmed if row.last is not AttemptResult.DONE and row.agentos_id not in made]
        return sent_twice + [row for row in found if effects[row.submission_id] == 1]

    def twins(self) -> None:
        """The office is told of every submission that is there twice.

        If there are no more records than submissions that say the same, nobody can tell that one is there twice.
        """
        told = {submission_id for submission_id, kind in self._tables.notices() if kind == "twin"}
        alike, there = self._alike(self._tables.rows()), self._there()
        for row in self.doubled():
            text = _text(row)
            if row.submission_id not in told and there[text] > len(alike[text]):
                self._violated("twin", row, "is there twice, and nobody was told")

    def _there(self) -> Counter[str]:
        """The number of AgentOS's records of each text."""
        records = [one for job in self._agentos.jobs.values() for one in job.notes]
        records += [one for invoices in self._agentos.invoices.values() for one in invoices]
        return Counter(one.identity for one in records)

    @staticmethod
    def _alike(rows: list[Submission]) -> dict[str, list[Submission]]:
        """Submissions that are or may be there, by what they say."""
        alike: dict[str, list[Submission]] = {}
        for row in rows:
            if row.kind is not SubmissionKind.COMPLETION and row.state in (State.CONFIRMED, State.REVIEW):
                alike.setdefault(_text(row), []).append(row)
        return alike

    def _check_told(self, row: Submission, kinds: set[str]) -> None:
        """Whether the people that page 4 names are told."""
        needed: set[str] = set()
        if row.state is State.REVIEW:
            needed = {"review", "office"}
        elif row.state is State.EXPIRED:
            needed = {"expired"}
        elif row.state is State.REJECTED and row.promised:
            needed = {"rejected"}
        elif row.state is State.ABANDONED and row.promised:
            needed = {"lost"}
        if not needed <= kinds:
            self._violated("nobody told", row, f"is {row.state}, and nobody was told {sorted(needed - kinds)}")

    def _check_rejected(self, row: Submission) -> None:
        """A promised submission is rejected after three refusals over half an hour, or if its job is another's."""
        if row.status == 404:
            if self._agentos.jobs[row.job_id or ""].given_away_at is None:
                self._violated("told wrong", row, "is rejected as if its job were another contractor's")
        elif row.promised and row.status == 500:
            ended_s = (row.updated_at - BEGINNING).total_seconds() + BOOT_S + self._wall_steps_s
            refused_for_s = ended_s - (row.refused_at or 0.0)
            if row.refusals < 3 or refused_for_s < 1_799.0:
                self._violated("rejected early", row, f"{row.refusals} refusals over {refused_for_s:.0f} s")

    def _check_claims(self, rows: list[Submission]) -> None:
        """No more submissions are confirmed than AgentOS has records, and none as the record of another one.

        If there are as many records as submissions that say the same, nobody can tell which record is whose.
        """
        agentos, there = self._agentos, self._there()
        made_by = {one.record_id: one.submission_id for one in agentos.effects if one.record_id is not None}
        for text, same in self._alike(rows).items():
            confirmed = [row for row in same if row.state is State.CONFIRMED]
            if len(confirmed) > there[text]:
                what = f"{text[:12]!r} is confirmed {len(confirmed)} times, and is there {there[text]} times"
                self.violations.append(f"told wrong: {what}")
            for row in confirmed if len(same) > there[text] else ():
                if made_by.get(row.agentos_id, row.submission_id) != row.submission_id:
                    self._violated("told wrong", row, "is confirmed as the record of another submission")

    def _check_identities(self, rows: list[Submission]) -> None:
        """What was wanted once must not be there twice, whatever the rows say.

        Without a key, a request that comes again after a minute is a new one.
        """
        wanted = Counter(one.text for one in self._requests if one.kind != "completion")
        unkeyed = {one.text for one in self._requests if not one.keyed}
        there = Counter(one.identity for one in self._agentos.effects)
        for text, number in wanted.items():
            if there[text] > number and text not in unkeyed:
                what = f"{text[:12]!r} was sent {number} times, and is there {there[text]} times"
                self.violations.append(f"doubled: {what}")

    def _check_order(self, rows: list[Submission]) -> None:
        """Completions of a job take effect in the order of their acceptance."""
        accepted = enumerate(rows, 1)
        numbers = {row.submission_id: number for number, row in accepted if row.kind is SubmissionKind.COMPLETION}
        jobs = {row.submission_id: row.job_id for row in rows}
        last: dict[str | None, int] = {}
        for one in self._agentos.effects:
            if one.submission_id in numbers:
                job_id, number = jobs[one.submission_id], numbers[one.submission_id]
                if number < last.get(job_id, 0):
                    self.violations.append(f"undone: completion {number} took effect after a later one of {job_id}")
                last[job_id] = max(number, last.get(job_id, 0))

    def _check_tellings(self) -> None:
        shared = Counter(one.text for one in self._requests)
        for told in self._tellings:
            is_unique = told.request.keyed and told.request.kind != "completion" and shared[told.request.text] == 1
            if told.what != "not-sent" or not is_unique:
                continue
            if any(one.identity == told.request.text and one.write <= told.writes for one in self._agentos.effects):
                self.violations.append(f"told wrong: {told.request} is told as not sent, and is in AgentOS")

    def _check_promises(self, rows: list[Submission]) -> None:
        """A submission that was acknowledged has a row that ended."""
        known = {row.submission_id: row for row in rows}
        for told in self._tellings:
            if told.what == "202" and told.submission_id not in known:
                self.violations.append(f"lost: {told.request} was acknowledged, and has no row")
            elif told.what == "202" and not known[told.submission_id or ""].promised:
                row = known[told.submission_id or ""]
                if row.state not in (State.CONFIRMED, State.REVIEW):
                    self._violated("lost", row, "was acknowledged, and its row does not say so")

    def _check_calls(self) -> None:
        calls = self._agentos.calls
        for earlier, later in zip(calls, calls[LIMIT:], strict=False):
            if later - earlier < WINDOW_S:
                self.violations.append(f"over the limit: {LIMIT + 1} calls within {later - earlier:.1f} s")
                return

    def _is_there(self, row: Submission) -> bool:
        """Whether AgentOS has what a row says."""
        if row.kind is SubmissionKind.COMPLETION:
            history = self._agentos.jobs[row.job_id or ""].history
            began = (row.created_at - BEGINNING).total_seconds() - self._wall_steps_s
            since = [status for at, status in history if at >= began]
            before = [status for at, status in history if at < began][-1:]
            return any((status == DONE_STATUS) == row.content.completed for status in before + since)
        began = (row.created_at - BEGINNING).total_seconds() - self._wall_steps_s
        if row.kind is SubmissionKind.NOTE:
            storages = [storage for _, storage in self._plan.storage]
            is_proven = self._plan.is_proven and not storages[0].changes & {"truncated", "shortened"}
            keeps_author = is_proven and not any("author" in one.changes for one in storages)
            return any(
                one.identity == row.content.text and one.visible_at >= began and not (one.by_office and keeps_author)
                for one in self._agentos.jobs[row.job_id or ""].notes
            )
        return any(
            one.identity == row.content.description
            and one.visible_at >= began
            and (row.document is None or not one.by_office)
            for one in self._agentos.invoices[row.contractor_id]
        )

    def _violated(self, promise: str, row: Submission, what: str) -> None:
        self.violations.append(f"{promise}: submission {row.submission_id} ({row.kind}) {what}")


def _wall_steps(parts: tuple[Part, ...]) -> list[ClockStep]:
    return [one for one in parts if isinstance(one, ClockStep) and one.clock != "database"]


def _text(row: Submission) -> str:
    """The words of a note, or the description of an invoice."""
    return str(row.content.text if row.kind is SubmissionKind.NOTE else row.content.description)

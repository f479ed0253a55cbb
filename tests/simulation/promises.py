"""Checks of the portal's guarantees on a finished history."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.domain.attempt import AttemptResult
from app.domain.delivery import HOUR_S, PATIENCE_S
from app.domain.submission import OPEN, State, Submission, SubmissionKind
from tests.simulation.agentos import LIMIT, WINDOW_S
from tests.simulation.plan import ClockStep, Part, Request, Restore
from tests.simulation.records import DONE_STATUS
from tests.simulation.world import BOOT_S, seconds_of

if TYPE_CHECKING:
    from tests.simulation.history import History

MOST_IN_DOUBT = {SubmissionKind.NOTE: 4, SubmissionKind.COMPLETION: 4, SubmissionKind.INVOICE: 2}
"""The most attempts that may end in doubt, including the first."""


class Promises:
    """A checker of a history. `violations` describe the broken guarantees."""

    def __init__(self, history: History) -> None:
        self.violations: list[str] = []
        plan = history.plan
        self._plan = plan
        self._tables = history.tables
        self._world = history.world
        self._agentos = history.agentos
        self._answers = history.answers
        self._processes = history.processes
        self._answered = history.answered
        self._misled_at = history.misled_at
        self._is_removed = history.is_removed
        self._restores = [part for part in plan.parts if isinstance(part, Restore)]
        self._requests = [part for part in plan.parts if isinstance(part, Request)]
        self._wall_steps_s = sum(abs(part.seconds) for part in _wall_steps(plan.parts))

    def patience(self) -> None:
        """Check that submissions tried for 72 hours have ended."""
        for row in self._tables.rows():
            if row.state in OPEN and row.tried_s >= PATIENCE_S:
                self._violated("still open", row, f"is {row.state}, and was tried for {row.tried_s / HOUR_S:.0f} hours")

    def end(self) -> None:
        """Check the guarantees at the end."""
        notices = self._tables.notices()
        agentos = self._agentos
        may_double = self._plan.beyond or agentos.raced
        rows = self._tables.rows()
        for row in rows:
            effects = [effect for effect in agentos.effects if effect.submission_id == row.submission_id]
            kinds = {kind for submission_id, kind in notices if submission_id == row.submission_id}
            if row.state in OPEN:
                self._violated("still open", row, f"is {row.state} an hour after the last fault")
            self._check_told(row, kinds)
            if may_double or not self._is_undisputed(row):
                continue
            if len(effects) > 1:
                self._violated("doubled", row, f"has {len(effects)} effects")
            if agentos.doubtful[row.submission_id] > MOST_IN_DOUBT[row.kind]:
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
            self._check_answers()
            self._check_claims(rows)
            if agentos.for_others and not any(process.has_frozen for process in self._processes.values()):
                self.violations.append(f"not theirs: write {agentos.for_others[0]} was for another contractor's job")
        self._check_promises(rows)
        self._check_calls()

    def doubled(self) -> list[Submission]:
        """Return confirmed submissions that exist twice, if the portal can notice that.

        Such a submission was sent twice, or it was in doubt and is confirmed as the office's record. In both cases,
        AgentOS stores everything as sent.
        """
        if self._is_removed or any(storage.changes for _, storage in self._plan.storage):
            return []
        effects = Counter(effect.submission_id for effect in self._agentos.effects)
        made = {effect.record_id for effect in self._agentos.effects} | {None}
        rows = [row for row in self._tables.rows() if row.kind is not SubmissionKind.COMPLETION]
        confirmed = [row for row in rows if row.state is State.CONFIRMED]
        sent_twice = [row for row in confirmed if row.attempts > 1 and effects[row.submission_id] > 1]
        entered_by_office = [
            row for row in confirmed if row.last is not AttemptResult.DONE and row.agentos_id not in made
        ]
        return sent_twice + [row for row in entered_by_office if effects[row.submission_id] == 1]

    def twins(self) -> None:
        """Check that the office is notified of every submission that exists twice.

        If records with a text are no more than submissions with that text, the portal cannot notice a double. If one of
        the submissions is in review, the office looks for that text itself.
        """
        reported = {submission_id for submission_id, kind in self._tables.notices() if kind == "twin"}
        alike, there = self._alike(self._tables.rows()), self._there()
        for row in self.doubled():
            text = _text(row)
            is_in_review = any(each.state is State.REVIEW for each in alike[text])
            if row.submission_id not in reported and there[text] > len(alike[text]) and not is_in_review:
                self._violated("twin", row, "is there twice, and nobody was told")

    def _there(self) -> Counter[str]:
        """Return the number of AgentOS's records of each text."""
        records = [record for job in self._agentos.jobs.values() for record in job.notes]
        records += [record for invoices in self._agentos.invoices.values() for record in invoices]
        return Counter(record.identity for record in records)

    @staticmethod
    def _alike(rows: list[Submission]) -> dict[str, list[Submission]]:
        """Return submissions that AgentOS has or may have, by their text."""
        alike: dict[str, list[Submission]] = {}
        for row in rows:
            if row.kind is not SubmissionKind.COMPLETION and row.state in (State.CONFIRMED, State.REVIEW):
                alike.setdefault(_text(row), []).append(row)
        return alike

    def _check_told(self, row: Submission, kinds: set[str]) -> None:
        """Check that all required notices exist."""
        needed: set[str] = set()
        if row.state is State.REVIEW:
            needed = {"review"} if self._is_removed else {"review", "office"}
        elif row.state is State.EXPIRED:
            needed = {"expired"}
        elif row.state is State.REJECTED and row.promised:
            needed = {"rejected"}
        elif row.submission_id in self._answered:
            needed = set() if row.state is State.CONFIRMED else {"absent"}
        elif row.state is State.ABANDONED and row.promised:
            needed = {"absent"} if self._is_removed and "lost" not in kinds else {"lost"}
        if not needed <= kinds:
            self._violated("nobody told", row, f"is {row.state}, and nobody was told {sorted(needed - kinds)}")

    def _is_undisputed(self, row: Submission) -> bool:
        """Return whether the office has not given a wrong answer about a row."""
        return self._answered.get(row.submission_id, True)

    def _check_rejected(self, row: Submission) -> None:
        """Check that a promised submission was rejected only for good reasons.

        It needs three refusals over half an hour, or its job went to another contractor.
        """
        if row.status == 404:
            if self._agentos.jobs[row.job_id or ""].given_away_at is None:
                self._violated("told wrong", row, "is rejected as if its job were another contractor's")
        elif row.promised and row.status == 500:
            ended_s = seconds_of(row.updated_at) + BOOT_S + self._wall_steps_s
            refused_for_s = ended_s - (row.refused_at or 0.0)
            if row.refusals < 3 or refused_for_s < 1_799.0:
                self._violated("rejected early", row, f"{row.refusals} refusals over {refused_for_s:.0f} s")

    def _check_claims(self, rows: list[Submission]) -> None:
        """Check that each confirmed submission has a record of its own in AgentOS, and not another submission's record.

        If there are as many records as submissions of a text, the portal cannot know which record belongs to which.
        """
        agentos, there = self._agentos, self._there()
        made_by = {effect.record_id: effect.submission_id for effect in agentos.effects if effect.record_id is not None}
        for text, same in self._alike(rows).items():
            confirmed = [row for row in same if row.state is State.CONFIRMED and self._is_undisputed(row)]
            if len(confirmed) > there[text]:
                what = f"{text[:12]!r} is confirmed {len(confirmed)} times, and is there {there[text]} times"
                self.violations.append(f"told wrong: {what}")
            for row in confirmed if len(same) > there[text] else ():
                if made_by.get(row.agentos_id, row.submission_id) != row.submission_id:
                    self._violated("told wrong", row, "is confirmed as the record of another submission")

    def _check_identities(self, rows: list[Submission]) -> None:
        """Check that AgentOS has no text more often than it was requested, independent of the rows.

        Without a key, a request repeated after a minute is a new request. So is a request after the office said wrongly
        that it did not arrive.
        """
        sent = Counter(request.text for request in self._requests if request.kind != "completion")
        new_again = {request.text for request in self._requests if not request.keyed}
        disputed = [row for row in rows if row.kind is not SubmissionKind.COMPLETION and not self._is_undisputed(row)]
        new_again |= {_text(row) for row in disputed}
        there = Counter(effect.identity for effect in self._agentos.effects)
        for text, number in sent.items():
            if there[text] > number and text not in new_again:
                what = f"{text[:12]!r} was sent {number} times, and is there {there[text]} times"
                self.violations.append(f"doubled: {what}")

    def _check_order(self, rows: list[Submission]) -> None:
        """Check that completions of a job take effect in the order of their acceptance."""
        accepted = enumerate(rows, 1)
        numbers = {row.submission_id: number for number, row in accepted if row.kind is SubmissionKind.COMPLETION}
        jobs = {row.submission_id: row.job_id for row in rows}
        last: dict[str | None, int] = {}
        for effect in self._agentos.effects:
            if effect.submission_id in numbers:
                job_id, number = jobs[effect.submission_id], numbers[effect.submission_id]
                if number < last.get(job_id, 0):
                    self.violations.append(f"undone: completion {number} took effect after a later one of {job_id}")
                last[job_id] = max(number, last.get(job_id, 0))

    def _check_answers(self) -> None:
        """Check that AgentOS has nothing that was told as not sent, unless the office had said so wrongly before."""
        shared = Counter(request.text for request in self._requests)
        for answer in self._answers:
            is_unique = (
                answer.request.keyed and answer.request.kind != "completion" and shared[answer.request.text] == 1
            )
            if answer.what != "not-sent" or not is_unique:
                continue
            if any(
                effect.identity == answer.request.text
                and effect.write <= answer.writes
                and not self._is_forgotten(self._agentos.sent_at[effect.submission_id or ""])
                and self._misled_at.get(effect.submission_id or "", answer.at) >= answer.at
                for effect in self._agentos.effects
            ):
                self.violations.append(f"told wrong: {answer.request} is told as not sent, and is in AgentOS")

    def _check_promises(self, rows: list[Submission]) -> None:
        """Check that each submission with a 202 response has a row that ended."""
        known = {row.submission_id: row for row in rows}
        for answer in self._answers:
            if self._is_forgotten(answer.at):
                continue
            if answer.what == "202" and answer.submission_id not in known:
                self.violations.append(f"lost: {answer.request} was acknowledged, and has no row")
            elif answer.what == "202" and not known[answer.submission_id or ""].promised:
                row = known[answer.submission_id or ""]
                if row.state not in (State.CONFIRMED, State.REVIEW) and row.submission_id not in self._answered:
                    self._violated("lost", row, "was acknowledged, and its row does not say so")

    def _is_forgotten(self, at: float) -> bool:
        """Return whether a restore lost the rows of this time."""
        return any(restore.backup_at <= at <= restore.at for restore in self._restores)

    def _check_calls(self) -> None:
        calls = self._agentos.calls
        for earlier, later in zip(calls, calls[LIMIT:], strict=False):
            if later - earlier < WINDOW_S:
                self.violations.append(f"over the limit: {LIMIT + 1} calls within {later - earlier:.1f} s")
                return

    def _is_there(self, row: Submission) -> bool:
        """Return whether AgentOS has the content of a row."""
        began = seconds_of(row.created_at) - self._wall_steps_s
        if row.kind is SubmissionKind.COMPLETION:
            history = self._agentos.jobs[row.job_id or ""].history
            since = [status for at, status in history if at >= began]
            before = [status for at, status in history if at < began][-1:]
            return any((status == DONE_STATUS) == row.content.completed for status in before + since)
        if self._restores:
            began = 0.0  # a backup cannot know the records that came just before it
        if row.kind is SubmissionKind.NOTE:
            storages = [storage for _, storage in self._plan.storage]
            is_proven = self._plan.is_proven and not storages[0].changes & {"truncated", "shortened"}
            keeps_author = is_proven and not any("author" in storage.changes for storage in storages)
            return any(
                record.identity == row.content.text
                and record.visible_at >= began
                and not (record.by_office and keeps_author)
                for record in self._agentos.jobs[row.job_id or ""].notes
            )
        return any(
            record.identity == row.content.description
            and record.visible_at >= began
            and (row.document is None or not record.by_office)
            for record in self._agentos.invoices[row.contractor_id]
        )

    def _violated(self, promise: str, row: Submission, what: str) -> None:
        self.violations.append(f"{promise}: submission {row.submission_id} ({row.kind}) {what}")


def _wall_steps(parts: tuple[Part, ...]) -> list[ClockStep]:
    return [part for part in parts if isinstance(part, ClockStep) and part.clock != "database"]


def _text(row: Submission) -> str:
    """Return the text of a note, or the description of an invoice."""
    return str(row.content.text if row.kind is SubmissionKind.NOTE else row.content.description)

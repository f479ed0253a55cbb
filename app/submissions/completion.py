"""Delivery of completions and reopenings. The portal recognises them by the job's status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.agentos.gateway import WriteAnswer
from app.domain.clock import LeaseEnd
from app.domain.job import Job, PresentedJob
from app.domain.job_status import JobStatuses
from app.domain.recognition import Backup, Finding, Look, Proof, Reason, recognise_status, status_id_of, status_of
from app.domain.submission import Submission, SubmissionKind, WantedEnd
from app.mirror.job_view import job_statuses
from app.submissions.handler import Handler, tolerate_database_failure


class CompletionHandler(Handler):
    """Delivers a completion or a reopening."""

    kind = SubmissionKind.COMPLETION
    what = "change"
    status = 200
    _views: tuple[Callable[[Job], PresentedJob], JobStatuses] | None = None
    """Views of the database for `apply`, read before anything is sent: the database may be away afterwards."""

    def content(self) -> WantedEnd:
        """Return the target state of a toggle: the opposite of the job's present state."""
        return WantedEnd(completed=not self._statuses.is_completed(self._known_job))

    def objection(self) -> str | None:
        """Return a sentence if the job was cancelled: such a job cannot be completed."""
        if self.submission.content.completed and self.job is not None and self._statuses.is_cancelled(self.job):
            return "This job was cancelled, so it cannot be completed."
        return None

    def is_already_done(self) -> bool:
        return self._is_at_end(self._known_job)

    def baseline(self) -> frozenset[str] | None:
        return self._status_now() or None

    def prepare(self) -> None:
        """Store the job's present status in the mirror. A later reopening restores this status."""
        status_id = self._statuses.status_id(self._known_job)
        completes = self.submission.content.completed
        self._target_id = self._statuses.completing_id() if completes else self._statuses.reopening_id(self._known_job)
        self._views = self._read_views()
        self.services.mirror.change_job(
            self.submission.agency, self._known_job, lambda known: replace(known, status_id=status_id)
        )

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        return self.agentos.set_status(self.submission.job_id or "", self._target_id, lease=lease)

    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        began_at = self.read_job_again(now)
        job = self.fresh_job
        # If the office cancelled the job meanwhile, its status proves nothing about a reopening.
        has_end = job is not None and self._is_at_end(job) and not self._statuses.is_cancelled(job)
        return recognise_status(
            now=self._status_now(), baseline=row.baseline, has_wanted_end=has_end, began_at=began_at
        )

    def look_for_news(self, row: Submission, backup: Backup, now: float) -> Look:
        """Return a possible match if the job has another status since the backup, and never had the target state."""
        began_at = self.read_job_again(now)
        job = self.fresh_job
        status_id, status_id_before = map(status_id_of, (self._status_now(), backup.known or frozenset()))
        if job is None or status_id is None:
            return Look.unclear(began_at)
        before = replace(job, status_id=status_id_before or status_id, status=None)
        if before.status_id == status_id or self._is_at_end(job) or self._is_at_end(before):
            return Look(finding=Finding.ABSENT, began_at=began_at)
        return Look(finding=Finding.POSSIBLE, began_at=began_at, reason=Reason.OTHER_STATUS)

    def _status_now(self) -> frozenset[str]:
        if self.fresh_job is None:
            return frozenset()
        return status_of(self._statuses.status_id(self.fresh_job), self.fresh_job.etag)

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """Update the job in the mirror and return it as JSON, or None if the job is now another contractor's."""
        if self.job is None:
            return None
        job = self.job
        present, statuses = self._views or self._read_views()
        if answer is None:
            return self.response(present(job))
        after = answer.job
        if after is None or after.status_id != self._target_id:
            # AgentOS accepted the change, but does not show it, or not yet.
            after = replace(job, status_id=self._target_id, status=None, completed_at=None)
        # Take only the fields that the change affects: others may be missing in the response, even the contractor.
        is_completed = statuses.is_completed(after)
        completed_at = after.completed_at or (self.services.clock.now() if is_completed else None)

        def change(known: Job) -> Job:
            return replace(
                known, status_id=after.status_id, status=after.status, completed_at=completed_at, etag=after.etag
            )

        with tolerate_database_failure():
            self.services.mirror.change_job(row.agency, job, change)
        return self.response(present(change(job)))

    @property
    def _statuses(self) -> JobStatuses:
        return job_statuses(self.services.mirror, self.context.agency)

    def _read_views(self) -> tuple[Callable[[Job], PresentedJob], JobStatuses]:
        """Return the presenter and the statuses of the agency's jobs."""
        return self.services.job_presenter(self.context.agency, self.submission.contractor_id), self._statuses

    @property
    def _known_job(self) -> Job:
        assert self.job is not None  # noqa: S101 # fetched before anything is sent
        return self.job

    def _is_at_end(self, job: Job) -> bool:
        """Return True if the job is in the target state; False if one of them is unknown, which proves nothing.

        The target state of a toggle is unknown if a restored backup was made before the toggle's job was fetched.
        """
        target: WantedEnd | None = self.submission.content
        if target is None or self._statuses.status(job) is None:
            return False
        return self._statuses.is_completed(job) == target.completed

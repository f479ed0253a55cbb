"""A completion or reopening on its way to AgentOS: found in its job's status."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.errors import AgentOSError
from app.agentos.gateway import WriteAnswer
from app.domain.clock import LeaseEnd
from app.domain.job import Job
from app.domain.recognition import (
    Look,
    Proof,
    recognise_status,
    status_of,
)
from app.domain.submission import Submission, SubmissionKind, WantedEnd
from app.domain.words import JobStatuses
from app.mirror.job_view import job_statuses
from app.submissions.handler import Handler, remembered


class CompletionHandler(Handler):
    """Completions: found in their job's status."""

    kind = SubmissionKind.COMPLETION
    what = "change"
    status = 200

    def content(self) -> WantedEnd:
        """What a toggle means, as the job is now."""
        return WantedEnd(completed=not self._words.is_completed(self._known_job))

    def objection(self) -> str | None:
        """A cancelled job cannot be completed."""
        if self._wanted.completed and self.job is not None and self._words.is_cancelled(self.job):
            return "This job was cancelled, so it cannot be completed."
        return None

    def is_so_already(self) -> bool:
        return self._is_at_end(self._known_job)

    def baseline(self) -> frozenset[str] | None:
        return self._status_now() or None

    def prepare(self) -> None:
        """Remember the status that the job has now, for reopening it."""
        now = self._words.status_id(self._known_job)
        agency = self.submission.agency
        self._wanted_id = self._id_of(self._known_job)
        self.services.mirror.change_job(agency, self._known_job, lambda known: replace(known, status_id=now))

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        return self.agentos.set_status(self.submission.job_id or "", self._wanted_id, lease=lease)

    def look(self, row: Submission, proof: Proof, now: float) -> Look:
        began_at = self.read_job_again(now)
        job = self.fresh_job
        # A job that the office cancelled meanwhile shows nothing of a reopening.
        has_end = job is not None and self._is_at_end(job) and not self._words.is_cancelled(job)
        return recognise_status(
            now=self._status_now(), baseline=row.baseline, has_wanted_end=has_end, began_at=began_at
        )

    def _status_now(self) -> frozenset[str]:
        if self.fresh_job is None:
            return frozenset()
        return status_of(self._words.status_id(self.fresh_job), self.fresh_job.etag)

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """The job as it is now, in its rows as well; a job that is somebody else's now is not shown."""
        if self.job is None:
            return None
        job, show = self.job, self.services.job_presenter(self.context.agency)
        if answer is None:
            return self.response(show(job))
        after = answer.job or self._read_back()
        if after is None or after.status_id != self._wanted_id:
            # AgentOS took the change but does not show it yet: the next refresh will.
            after = replace(job, status_id=self._wanted_id, status=None, completed_at=None)
        # Only what the change is about: an answer may leave out the rest, whose job it is included.
        is_completed = self._words.is_completed(after)
        completed_at = after.completed_at or (self.services.clock.now() if is_completed else None)

        def change(known: Job) -> Job:
            return replace(
                known, status_id=after.status_id, status=after.status, completed_at=completed_at, etag=after.etag
            )

        with remembered():
            self.services.mirror.change_job(row.agency, job, change)
        return self.response(show(change(job)))

    def _read_back(self) -> Job | None:
        """The job once more; None if it cannot be read, which does not undo the write before."""
        try:
            return self.agentos.job(self.submission.job_id or "")
        except AgentOSError:
            return None

    @property
    def _words(self) -> JobStatuses:
        return job_statuses(self.services.mirror, self.context.agency)

    @property
    def _known_job(self) -> Job:
        assert self.job is not None  # noqa: S101 # read before anything is sent
        return self.job

    @property
    def _wanted(self) -> WantedEnd:
        end: WantedEnd = self.submission.content
        return end

    def _is_at_end(self, job: Job) -> bool:
        """A reading without a status shows nothing, least of all that the job is open."""
        is_known = self._words.status(job) is not None
        return is_known and self._words.is_completed(job) == self._wanted.completed

    def _id_of(self, job: Job) -> str:
        return self._words.completing_id() if self._wanted.completed else self._words.reopening_id(job)

"""Changes that a contractor makes to a job: its completion, its notes. Always to the job as AgentOS has it now."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.errors import AgentOSError
from app.agentos.gateway import WriteAnswer
from app.api.fields import as_json
from app.domain.agency import ADD_NOTE, COMPLETE
from app.domain.clock import LeaseEnd
from app.domain.job import Job, Note
from app.domain.recognition import (
    Listing,
    Look,
    Proof,
    Sent,
    listed_note,
    recognise_status,
    sent_note,
    status_of,
)
from app.domain.submission import NewNote, State, Submission, SubmissionKind, WantedEnd
from app.domain.words import Words
from app.jobs.schemas import JobSchema, NoteSchema
from app.jobs.service import shower, words_of
from app.ledger.idempotency import Wish
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import fixed
from app.services import Portal, Visit
from app.submissions.handler import Handler, RecordHandler, remembered
from app.submissions.submit import Outcome, new_submission, submit


def complete(portal: Portal, visit: Visit, job_id: str, wanted: bool | None, wish: Wish) -> Outcome:
    """Complete or reopen a job; `wanted` None toggles. Already so: nothing is sent.

    Raises `NotOffered`, `NotFound`, `Invalid` for a cancelled job, `Misconfigured`, `NotReady`, and as `submit`.
    """
    visit.agency.require(COMPLETE, "marking jobs as complete")
    new = new_submission(
        visit,
        SubmissionKind.COMPLETION,
        wish,
        job_id=job_id,
        request={"completed": wanted},
        content=None if wanted is None else WantedEnd(completed=wanted),
    )

    def check() -> None:
        status_types = fixed([Collection(visit.agency.short_name, Kind.STATUS)])
        portal.reader.wait(visit.agency, status_types, visit.asker)

    return _with_job(portal, visit, submit(portal, visit, CompletionHandler, new, check=check))


def _with_job(portal: Portal, visit: Visit, outcome: Outcome) -> Outcome:
    """A repeat whose first response is kept no more gets the job as it is now, if it is theirs."""
    submission = outcome.submission
    if submission.state is not State.CONFIRMED or submission.result is not None:
        return outcome
    job: Job | None = portal.mirror.thing(submission.agency, Kind.JOB, submission.job_id or "")
    if job is None or job.contractor_id != submission.contractor_id:
        return outcome
    return replace(outcome, submission=replace(submission, result=as_json(JobSchema, shower(portal, visit)(job))))


def add_note(portal: Portal, visit: Visit, job_id: str, text: str, wish: Wish) -> Outcome:
    """Append a note, signed with the contractor's name.

    Raises `NotOffered`, `NotFound`, and as `submit`.
    """
    visit.agency.require(ADD_NOTE, "adding notes")
    new = new_submission(
        visit,
        SubmissionKind.NOTE,
        wish,
        job_id=job_id,
        request={"note": text},
        content=NewNote(text=text, author=visit.contractor.display_name),
        likeness=[job_id, text],
    )
    return submit(portal, visit, NoteHandler, new)


class NoteHandler(RecordHandler):
    """Notes: found in their job by their text."""

    kind = SubmissionKind.NOTE
    what = "note"
    status = 201

    @property
    def _note(self) -> NewNote:
        note: NewNote = self.submission.content
        return note

    def prepare(self) -> None:
        """A note needs nothing else."""

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        return self.agentos.add_note(self.submission.job_id or "", self._note.text, self._note.author, lease=lease)

    def sent(self) -> Sent:
        return sent_note(self._note)

    def listing(self) -> Listing | None:
        if self.fresh_job is None or self.fresh_job.notes is None:
            return None
        return Listing(records=[listed_note(note) for note in self.fresh_job.notes], whole=True)

    def read_back(self, now: float) -> tuple[float, Listing | None]:
        return self.read_job_again(now), self.listing()

    def mirrored(self) -> frozenset[str]:
        known: Job | None = self.portal.mirror.thing(self.submission.agency, Kind.JOB, self.submission.job_id or "")
        return frozenset(note.note_id for note in (known and known.notes) or () if note.note_id)

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """The note, in the job's rows as well."""
        held = (self.fresh_job and self.fresh_job.notes) or ()
        note = next((one for one in held if agentos_id and one.note_id == agentos_id), None)
        created_at = note.created_at if note else (answer.note.created_at if answer and answer.note else None)
        note = Note(
            note_id=agentos_id,
            note=self._note.text,
            author=self._note.author,
            created_at=created_at or self.portal.clock.now(),
        )
        if self.job is not None:
            with remembered():
                self.portal.mirror.change_job(row.agency, self.job, lambda known: _with_note(known, note))
        return as_json(NoteSchema, note)


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
        self.portal.mirror.change_job(agency, self._known_job, lambda known: replace(known, status_id=now))

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
        job, show = self.job, shower(self.portal, self.visit)
        if answer is None:
            return as_json(JobSchema, show(job))
        after = answer.job or self._read_back()
        if after is None or after.status_id != self._wanted_id:
            # AgentOS took the change but does not show it yet: the next refresh will.
            after = replace(job, status_id=self._wanted_id, status=None, completed_at=None)
        # Only what the change is about: an answer may leave out the rest, whose job it is included.
        is_completed = self._words.is_completed(after)
        completed_at = after.completed_at or (self.portal.clock.now() if is_completed else None)

        def change(known: Job) -> Job:
            return replace(
                known, status_id=after.status_id, status=after.status, completed_at=completed_at, etag=after.etag
            )

        with remembered():
            self.portal.mirror.change_job(row.agency, job, change)
        return as_json(JobSchema, show(change(job)))

    def _read_back(self) -> Job | None:
        """The job once more; None if it cannot be read, which does not undo the write before."""
        try:
            return self.agentos.job(self.submission.job_id or "")
        except AgentOSError:
            return None

    @property
    def _words(self) -> Words:
        return words_of(self.portal, self.visit)

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


def _with_note(job: Job, note: Note) -> Job:
    """The job with the note, unless a reading brought it meanwhile."""
    notes = job.notes or ()
    there = note.note_id is not None and any(one.note_id == note.note_id for one in notes)
    return job if there else replace(job, notes=(*notes, note))

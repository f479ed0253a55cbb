"""Delivery of notes. The portal recognises a note by its text among the notes of the job."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.gateway import WriteAnswer
from app.domain.clock import LeaseEnd
from app.domain.job import Job, Note
from app.domain.recognition import Listing, Sent, listed_note, sent_note
from app.domain.submission import NewNote, Submission, SubmissionKind
from app.mirror.kinds import Kind
from app.submissions.handler import RecordHandler, tolerate_database_failure


class NoteHandler(RecordHandler):
    """Delivers a note."""

    kind = SubmissionKind.NOTE
    what = "note"
    status = 201

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        note: NewNote = self.submission.content
        return self.agentos.add_note(self.submission.job_id or "", note.text, note.author, lease=lease)

    def sent(self) -> Sent:
        return sent_note(self.submission.content)

    def listing(self) -> Listing | None:
        if self.fresh_job is None or self.fresh_job.notes is None:
            return None
        return Listing(records=[listed_note(note) for note in self.fresh_job.notes], whole=True)

    def read_back(self, now: float) -> tuple[float, Listing | None]:
        return self.read_job_again(now), self.listing()

    def mirrored_ids(self) -> frozenset[str]:
        agency, job_id = self.submission.agency, self.submission.job_id or ""
        job: Job | None = self.services.mirror.get_record(agency, Kind.JOB, job_id)
        return frozenset(note.note_id for note in (job and job.notes) or () if note.note_id)

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """Return the note, and add it to the job in the mirror."""
        notes = (self.fresh_job and self.fresh_job.notes) or ()
        listed = next((note for note in notes if agentos_id and note.note_id == agentos_id), None)
        created_at = listed.created_at if listed else (answer.note.created_at if answer and answer.note else None)
        content: NewNote = self.submission.content
        created_at = created_at or self.services.clock.now()
        note = Note(note_id=agentos_id, note=content.text, author=content.author, created_at=created_at)
        if self.job is not None:
            with tolerate_database_failure():
                self.services.mirror.change_job(row.agency, self.job, lambda known: _with_note(known, note))
        return self.response(note)


def _with_note(job: Job, note: Note) -> Job:
    """Return the job with the note added, unless a fetch has added it meanwhile."""
    notes = job.notes or ()
    is_listed = note.note_id is not None and any(listed.note_id == note.note_id for listed in notes)
    return job if is_listed else replace(job, notes=(*notes, note))

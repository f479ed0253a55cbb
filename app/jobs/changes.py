"""What a contractor changes about a job: its completion, its notes. Always on the job as AgentOS has it now."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.errors import AgentOSError
from app.agentos.gateway import WriteAnswer
from app.domain import errors
from app.domain.agency import ADD_NOTE, COMPLETE
from app.domain.job import Job, Note
from app.domain.submission import NewNote, State, SubmissionKind, WantedEnd
from app.fields import as_json
from app.jobs.schemas import JobSchema, NoteSchema
from app.jobs.service import shower, words_of
from app.mirror.kinds import Collection, Kind
from app.mirror.reading import fixed
from app.portal import Portal, Visit
from app.submissions.prepared import Prepared, new_submission, own_job
from app.submissions.repeats import Wish
from app.submissions.sendable import Send, Work, remembered
from app.submissions.submit import Told, submit


def complete(portal: Portal, visit: Visit, job_id: str, wanted: bool | None, wish: Wish) -> Told:
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

    def prepare(known: WantedEnd | None) -> Prepared:
        status_types = fixed([Collection(visit.agency.short_name, Kind.STATUS)])
        portal.reader.wait(visit.agency, status_types, visit.asker)
        job, is_fresh = own_job(portal, visit, new)
        end = known or WantedEnd(completed=not words_of(portal, visit).is_completed(job))
        _require_open(portal, visit, job, completing=end.completed)
        return Prepared(content=end, job=job if is_fresh else None, is_fresh=is_fresh)

    return _shown(portal, visit, submit(portal, visit, Completions(), new, prepare))


def _shown(portal: Portal, visit: Visit, told: Told) -> Told:
    """A repeat of what was done, whose first answer is kept no more, shows the job as it is now, if it is theirs."""
    one = told.submission
    if one.state is not State.CONFIRMED or one.result is not None:
        return told
    job: Job | None = portal.mirror.thing(one.agency, Kind.JOB, one.job_id or "")
    if job is None or job.contractor_id != one.contractor_id:
        return told
    return replace(told, submission=replace(one, result=as_json(JobSchema(), shower(portal, visit)(job))))


def add_note(portal: Portal, visit: Visit, job_id: str, text: str, wish: Wish) -> Told:
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

    def prepare(_known: NewNote) -> Prepared:
        job, is_fresh = own_job(portal, visit, new)
        return Prepared(job=job if is_fresh else None, is_fresh=is_fresh)

    return submit(portal, visit, Notes(), new, prepare)


class Notes:
    """Notes on their way."""

    kind = SubmissionKind.NOTE
    what = "note"
    status = 201
    is_set = False
    in_job = True

    def check(self, work: Work) -> None:
        """A note may go to any job of one's own."""

    def look(self, work: Work) -> frozenset[str] | None:
        """The notes in the job with the same words by the same author."""
        if work.job is None or work.job.notes is None:
            return None
        like = [note.note_id for note in work.job.notes if _is_like(note, work.content)]
        return None if None in like else frozenset(one for one in like if one)

    def prepare(self, work: Work) -> Send:
        """There is nothing to make ready."""
        job_id, note = work.submission.job_id or "", work.content
        return lambda: work.agentos.add_note(job_id, note.text, note.author, lease=work.lease)

    def take_over(self, work: Work, answer: WriteAnswer | None, found: str | None) -> tuple[str | None, bytes | None]:
        """The note, in the job's rows as well."""
        note = Note(note_id=found, note=work.content.text, author=work.content.author)
        if answer is not None:
            note = self._taken(work, note, answer)
        elif work.job is not None:
            note = next((one for one in work.job.notes or () if one.note_id == found), note)
        note = replace(note, created_at=note.created_at or work.portal.clock.now())
        if work.job is not None:
            with remembered():
                work.portal.mirror.change_job(work.submission.agency, work.job, lambda known: _with_note(known, note))
        return note.note_id, as_json(NoteSchema(), note)

    def _taken(self, work: Work, note: Note, answer: WriteAnswer) -> Note:
        """As AgentOS has it: by the id it answered, else by the one that is new in the job."""
        if answer.object_id:
            return replace(note, note_id=answer.object_id, created_at=answer.note.created_at if answer.note else None)
        after = _read_back(work)
        old = {one.note_id for one in (work.job and work.job.notes) or ()}
        new = [one for one in (after and after.notes) or () if one.note_id and one.note_id not in old]
        by_id = [one for one in new if one.note_id == answer.reference]
        like = [one for one in new if _is_like(one, work.content)]
        free: frozenset[str] = frozenset()
        with remembered():
            free = work.portal.ledger.unclaimed(work.submission, frozenset(one.note_id or "" for one in like))
        return next(iter([*by_id, *(one for one in like if one.note_id in free)]), note)


class Completions:
    """Jobs on their way to being completed, or open again."""

    kind = SubmissionKind.COMPLETION
    what = "change"
    status = 200
    is_set = True
    in_job = True

    def check(self, work: Work) -> None:
        """What was cancelled cannot be completed."""
        if work.job is not None:
            _require_open(work.portal, work.visit, work.job, completing=work.content.completed)

    def look(self, work: Work) -> frozenset[str] | None:
        """Whether it is so already."""
        if work.job is None:
            return None
        done = words_of(work.portal, work.visit).is_completed(work.job)
        return frozenset(("so",)) if done == work.content.completed else frozenset()

    def prepare(self, work: Work) -> Send:
        """The status to set; the one that the job has now is remembered, for reopening it."""
        job, words = _job(work), words_of(work.portal, work.visit)
        now, wanted = words.status_id(job), self._wanted_id(work)
        work.portal.mirror.change_job(work.submission.agency, job, lambda known: replace(known, status_id=now))
        return lambda: work.agentos.set_status(job.job_id, wanted, lease=work.lease)

    def take_over(self, work: Work, answer: WriteAnswer | None, found: str | None) -> tuple[str | None, bytes | None]:
        """The job as it is now, in its rows as well; a job that is somebody else's now is not shown."""
        if answer is None and not work.is_own:
            return None, None
        job, show = _job(work), shower(work.portal, work.visit)
        if answer is None:
            return None, as_json(JobSchema(), show(job))
        words, status_id = words_of(work.portal, work.visit), self._wanted_id(work)
        after = answer.job or _read_back(work)
        if after is None or after.status_id != status_id:
            # AgentOS took the change but does not show it yet: the next refresh will.
            after = replace(job, status_id=status_id, status=None, completed_at=None)
        # Only what the change is about: an answer may leave out the rest, whose job it is included.
        completed_at = after.completed_at or (work.portal.clock.now() if words.is_completed(after) else None)

        def change(known: Job) -> Job:
            return replace(
                known, status_id=after.status_id, status=after.status, completed_at=completed_at, etag=after.etag
            )

        with remembered():
            work.portal.mirror.change_job(work.submission.agency, job, change)
        return None, as_json(JobSchema(), show(change(job)))

    def _wanted_id(self, work: Work) -> str:
        words = words_of(work.portal, work.visit)
        return words.completing_id() if work.content.completed else words.reopening_id(_job(work))


def _require_open(portal: Portal, visit: Visit, job: Job, *, completing: bool) -> None:
    if completing and words_of(portal, visit).is_cancelled(job):
        raise errors.Invalid("This job was cancelled, so it cannot be completed.")


def _job(work: Work) -> Job:
    assert work.job is not None  # noqa: S101 # checked before anything is sent
    return work.job


def _is_like(note: Note, sent: NewNote) -> bool:
    return (note.note, note.author) == (sent.text, sent.author)


def _with_note(job: Job, note: Note) -> Job:
    """The job with the note, unless a reading brought it meanwhile."""
    notes = job.notes or ()
    there = note.note_id is not None and any(one.note_id == note.note_id for one in notes)
    return job if there else replace(job, notes=(*notes, note))


def _read_back(work: Work) -> Job | None:
    """The job once more; None where it cannot be read, which does not undo the write before."""
    try:
        return work.agentos.job(work.submission.job_id or "")
    except AgentOSError:
        return None

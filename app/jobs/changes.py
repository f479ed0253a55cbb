"""What a contractor changes about a job: its completion, its notes. Always on the job as AgentOS has it now."""

from dataclasses import replace

from app.agentos.errors import AgentOSError, NotFound
from app.agentos.gateway import WriteAnswer
from app.domain import errors
from app.domain.agency import ADD_NOTE, COMPLETE
from app.domain.job import Job, Note
from app.domain.words import Words
from app.jobs.service import ShownJob, shower, words_of
from app.mirror.kinds import Collection, Kind
from app.mirror.reading import fixed
from app.portal import Portal, Visit
from app.submissions.sending import (
    count_write,
    own_job_now,
    remembered,
    require_offered,
    sending,
    waits_for_agentos,
)


@waits_for_agentos
def complete(portal: Portal, visit: Visit, job_id: str, wanted: bool | None) -> ShownJob:
    """Complete or reopen a job; `wanted` None toggles. Already so: nothing is sent.

    Raises `NotOffered`, `TooMany`, `NotFound`, `Invalid` for a cancelled job, `Misconfigured`, `WriteFailed`.
    """
    require_offered(visit.agency, COMPLETE, "marking jobs as complete")
    count_write(portal, visit)
    status_types = fixed([Collection(visit.agency.short_name, Kind.STATUS)])
    portal.reader.wait(visit.agency, status_types, visit.asker)
    job = own_job_now(portal, visit, job_id)
    words = words_of(portal, visit)
    done = words.is_completed(job)
    target = not done if wanted is None else wanted
    if target and words.is_cancelled(job):
        raise errors.Invalid("This job was cancelled, so it cannot be completed.")
    if target != done:
        now = words.status_id(job)
        portal.mirror.change_job(visit.agency.short_name, job, lambda known: replace(known, status_id=now))
        job = _set_status(portal, visit, job, words, words.completing_id() if target else words.reopening_id(job))
    return shower(portal, visit)(job)


@waits_for_agentos
def add_note(portal: Portal, visit: Visit, job_id: str, text: str) -> Note:
    """Append a note, signed with the contractor's name. Its id is None where AgentOS does not tell it.

    Raises `NotOffered`, `TooMany`, `NotFound`, `WriteFailed`.
    """
    require_offered(visit.agency, ADD_NOTE, "adding notes")
    count_write(portal, visit)
    job = own_job_now(portal, visit, job_id)
    agency, author = visit.agency.short_name, visit.contractor.display_name
    portal.mirror.guard(agency, Kind.JOB, job_id)
    with sending("note"):
        answer = visit.gateway(portal).add_note(job_id, text, author)
    note = Note(note_id=answer.object_id, note=text, author=author, created_at=portal.clock.now())
    if answer.note is not None:
        note = replace(note, created_at=answer.note.created_at or note.created_at)
    after = None if answer.object_id else _read_back(portal, visit, job_id)
    if after is not None:
        note = _arrived(job, after, note, answer) or note
    with remembered():
        portal.mirror.change_job(agency, job, lambda known: _with_note(known, note))
    return note


def _set_status(portal: Portal, visit: Visit, job: Job, words: Words, status_id: str) -> Job:
    agency = visit.agency.short_name
    portal.mirror.guard(agency, Kind.JOB, job.job_id)
    try:
        with sending("change"):
            answer = visit.gateway(portal).set_status(job.job_id, status_id)
    except errors.WriteFailed as failure:
        if isinstance(failure.__cause__, NotFound):
            raise errors.NotFound("job") from None
        raise
    after = answer.job or _read_back(portal, visit, job.job_id)
    if after is None or after.status_id != status_id:
        # AgentOS took the change but does not show it yet: the next refresh will.
        after = replace(job, status_id=status_id, status=None, completed_at=None)
    # Only what the change is about: an answer may leave out the rest, whose job it is included.
    completed_at = after.completed_at or (portal.clock.now() if words.is_completed(after) else None)

    def change(known: Job) -> Job:
        return replace(
            known, status_id=after.status_id, status=after.status, completed_at=completed_at, etag=after.etag
        )

    changed = change(job)
    with remembered():
        portal.mirror.change_job(agency, job, change)
    return changed


def _with_note(job: Job, note: Note) -> Job:
    """The job with the note, unless a reading brought it meanwhile."""
    notes = job.notes or ()
    there = note.note_id is not None and any(one.note_id == note.note_id for one in notes)
    return job if there else replace(job, notes=(*notes, note))


def _read_back(portal: Portal, visit: Visit, job_id: str) -> Job | None:
    """The job once more; None where it cannot be read, which does not undo the write before."""
    try:
        return visit.gateway(portal).job(job_id)
    except AgentOSError:
        return None


def _arrived(before: Job, after: Job, note: Note, answer: WriteAnswer) -> Note | None:
    """The note among those that are new since `before`: by the id AgentOS answered, else by its content."""
    old = {one.note_id for one in before.notes or ()}
    new = [one for one in after.notes or () if one.note_id not in old]
    by_id = [one for one in new if answer.reference is not None and one.note_id == answer.reference]
    by_content = [one for one in new if (one.note, one.author) == (note.note, note.author)]
    return next(iter(by_id + by_content), None)

"""Changes that a contractor makes to a job: its completion, its notes. Always to the job as AgentOS has it now."""

from __future__ import annotations

from dataclasses import replace

from app.api.fields import as_json
from app.domain.agency import ADD_NOTE, COMPLETE
from app.domain.job import Job
from app.domain.submission import NewNote, State, SubmissionKind, WantedEnd
from app.jobs.schemas import JobSchema
from app.ledger.idempotency import Wish
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import fixed
from app.services import Portal, Visit
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

    return _with_job(portal, visit, submit(portal, visit, new, check=check))


def _with_job(portal: Portal, visit: Visit, outcome: Outcome) -> Outcome:
    """A repeat whose first response is kept no more gets the job as it is now, if it is theirs."""
    submission = outcome.submission
    if submission.state is not State.CONFIRMED or submission.result is not None:
        return outcome
    job: Job | None = portal.mirror.thing(submission.agency, Kind.JOB, submission.job_id or "")
    if job is None or job.contractor_id != submission.contractor_id:
        return outcome
    present = portal.job_presenter(visit.agency)
    return replace(outcome, submission=replace(submission, result=as_json(JobSchema, present(job))))


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
    return submit(portal, visit, new)

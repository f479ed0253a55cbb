"""A contractor's changes to a job: its completion, its notes, and the mark that it needs no invoice.

Completions and notes apply to the job's present state in AgentOS, which gets no marks.
"""

from __future__ import annotations

from dataclasses import replace

from app.api.fields import as_json
from app.auth import limits
from app.domain.agency import ADD_NOTE, COMPLETE
from app.domain.job import InvoicingMark, Job, PresentedJob
from app.domain.submission import NewNote, State, SubmissionKind, WantedEnd
from app.jobs.schemas import JobSchema
from app.jobs.service import get_job
from app.ledger.idempotency import WriteOptions
from app.ledger.invoicing_marks import set_mark
from app.mirror.kinds import Collection, Kind
from app.services import RequestContext, Services
from app.submissions.submit import Outcome, new_submission, submit

TOO_MANY_MARKS = "Too many changes. Please try again later."


def complete(
    services: Services, context: RequestContext, job_id: str, target: bool | None, options: WriteOptions
) -> Outcome:
    """Complete or reopen a job, or toggle it if `target` is None. Send nothing if the job already has the status.

    Raise `Invalid` for a cancelled job, `NotOffered`, `NotFound`, `Misconfigured`, `NotReady`, or as `submit` does.
    """
    context.agency.require(COMPLETE, "marking jobs as complete")
    new = new_submission(
        context,
        SubmissionKind.COMPLETION,
        options,
        job_id=job_id,
        request={"completed": target},
        content=None if target is None else WantedEnd(completed=target),
    )

    def check() -> None:
        status_types = Collection(context.agency.short_name, Kind.STATUS)
        services.reader.wait_until_read(context.agency, lambda: [status_types], context.caller)

    return _with_job(services, context, submit(services, context, new, check=check))


def _with_job(services: Services, context: RequestContext, outcome: Outcome) -> Outcome:
    """Add the job to the outcome, if the stored response was deleted and the job is still this contractor's."""
    submission = outcome.submission
    if submission.state is not State.CONFIRMED or submission.result is not None:
        return outcome
    job: Job | None = services.mirror.get_record(submission.agency, Kind.JOB, submission.job_id or "")
    if job is None or job.contractor_id != submission.contractor_id:
        return outcome
    present = services.job_presenter(context.agency, submission.contractor_id)
    return replace(outcome, submission=replace(submission, result=as_json(JobSchema, present(job))))


def add_note(services: Services, context: RequestContext, job_id: str, text: str, options: WriteOptions) -> Outcome:
    """Append a note, signed with the contractor's name. Raise `NotOffered`, `NotFound`, or as `submit` does."""
    context.agency.require(ADD_NOTE, "adding notes")
    new = new_submission(
        context,
        SubmissionKind.NOTE,
        options,
        job_id=job_id,
        request={"note": text},
        content=NewNote(text=text, author=context.contractor.display_name),
        likeness=[job_id, text],
    )
    return submit(services, context, new)


def mark_invoicing(
    services: Services, context: RequestContext, job_id: str, state: str, invoice_number: str | None
) -> PresentedJob:
    """Mark a job as one that needs no invoice, and return it. Raise `TooMany`, or as `get_job` does."""
    return _set_mark(
        services,
        context,
        job_id,
        InvoicingMark(state=state, invoice_number=invoice_number, at=services.clock.now()),
    )


def unmark_invoicing(services: Services, context: RequestContext, job_id: str) -> None:
    """Delete the mark of a job, if it has one. Raise `TooMany`, or as `get_job` does."""
    _set_mark(services, context, job_id, None)


def _set_mark(services: Services, context: RequestContext, job_id: str, mark: InvoicingMark | None) -> PresentedJob:
    quota = limits.quota_of_person(services, limits.MARKS, str(context.email))
    limits.limit(services, quota, TOO_MANY_MARKS)
    job = get_job(services, context, job_id).value
    set_mark(services.database, context.agency.short_name, context.contractor_id, job_id, mark)
    return replace(job, invoicing=mark)

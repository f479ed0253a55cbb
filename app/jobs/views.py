"""Maintenance Jobs."""

from typing import Any

from flask import Response

from app.api.blueprint import Blueprint, RouteFacts, context, no_content, services
from app.api.conditional_get import with_freshness, with_page
from app.auth import limits
from app.domain.job import PresentedJob
from app.domain.limits import NOTE_REPEAT_S
from app.domain.reading import Reading
from app.domain.submission import SubmissionKind
from app.jobs import service, writes
from app.jobs.schemas import (
    CompletionSchema,
    JobFilterSchema,
    JobSchema,
    JobsSchema,
    NewInvoicingSchema,
    NewNoteSchema,
    NoteSchema,
    SingleJobSchema,
)
from app.submissions.http import submission_quota, submission_response, write_options

blueprint = Blueprint("jobs", __name__, description="The contractor's maintenance jobs and their notes.")

MARKING = RouteFacts(
    failures={429: None},
    quota=lambda: limits.quota_of_person(services(), limits.MARKS, str(context().email)),
)
"""The facts of the routes that set or delete a mark."""


@blueprint.route("/jobs")
@blueprint.arguments(JobFilterSchema, location="query")
@blueprint.response(200, JobsSchema)
def list_jobs(filters: dict[str, Any]) -> Reading[Any]:
    """List maintenance jobs with their notes

    All jobs assigned to the contractor, newest reported first. With `status=completed` or `toInvoice=true`, the order
    is that of `completedAt`, newest first. Without `limit`, the answer has all of them. `from` and `to` select by the
    London date of `reportedAt`.
    """
    return with_page(service.list_jobs(services(), context(), **filters), "jobs")


@blueprint.route("/jobs/<id:job_id>")
@blueprint.response(200, SingleJobSchema)
def get_job(job_id: str) -> Reading[PresentedJob]:
    """Get a job

    A maintenance job with its notes. For another contractor's job, the answer is 404, as for a job that does not exist.
    """
    return with_freshness(service.get_job(services(), context(), job_id))


@blueprint.route(
    "/jobs/<id:job_id>/complete",
    methods=["PATCH"],
    facts=RouteFacts(quota=submission_quota, submits=SubmissionKind.COMPLETION),
)
@blueprint.arguments(CompletionSchema, required=False)
@blueprint.response(200, JobSchema)
def complete_job(body: dict[str, Any], job_id: str) -> Response:
    """Complete or reopen a job

    Without a body, or with `{}`, it toggles the job. With `completed` it sets the status, which is safe to repeat.
    A cancelled job cannot be completed (400).
    """
    return submission_response(writes.complete(services(), context(), job_id, body["completed"], write_options()))


@blueprint.route("/jobs/<id:job_id>/invoicing", methods=["PUT"], facts=MARKING)
@blueprint.arguments(NewInvoicingSchema)
@blueprint.response(200, JobSchema)
def mark_invoicing(body: dict[str, Any], job_id: str) -> PresentedJob:
    """Mark a job as one that needs no invoice

    The job is no longer in `listJobs` with `toInvoice`. The mark replaces an earlier one. Only the portal keeps it:
    AgentOS does not get it.
    """
    return writes.mark_invoicing(services(), context(), job_id, **body)


@blueprint.route("/jobs/<id:job_id>/invoicing", methods=["DELETE"], facts=MARKING)
@blueprint.response(204, description="The job has no mark.")
def unmark_invoicing(job_id: str) -> Response:
    """Delete the mark of a job

    If the job is completed and has no invoice, it is in `listJobs` with `toInvoice` again.
    """
    writes.unmark_invoicing(services(), context(), job_id)
    return no_content()


@blueprint.route(
    "/jobs/<id:job_id>/notes",
    methods=["POST"],
    facts=RouteFacts(quota=submission_quota, submits=SubmissionKind.NOTE),
)
@blueprint.arguments(NewNoteSchema)
@blueprint.doc(
    description="The agency and the landlord may read it. The same words again within "
    f"{NOTE_REPEAT_S} seconds are a repeat, not a second note. So is any request with the same `Idempotency-Key`."
)
@blueprint.response(201, NoteSchema)
def add_note(body: dict[str, Any], job_id: str) -> Response:
    """Add a note to a job"""
    return submission_response(writes.add_note(services(), context(), job_id, body["note"], write_options()))

"""Maintenance Jobs."""

from typing import Any

from app.api import Blueprint, portal
from app.auth.guard import visit
from app.domain.job import Note
from app.freshness import shown
from app.jobs import changes, service
from app.jobs.schemas import CompletionSchema, JobFilterSchema, JobSchema, JobsSchema, NewNoteSchema, NoteSchema

blueprint = Blueprint("jobs", __name__)


@blueprint.route("/jobs")
@blueprint.arguments(JobFilterSchema, location="query")
@blueprint.response(200, JobsSchema)
def list_jobs(filters: dict[str, Any]) -> dict[str, Any]:
    """All maintenance jobs assigned to the contractor, newest first, with their notes."""
    reading = service.list_jobs(portal(), visit(), **filters)
    return shown(reading, jobs=reading.value.items, total=reading.value.total)


@blueprint.route("/jobs/<id:job_id>")
@blueprint.response(200, JobSchema)
def get_job(job_id: str) -> service.ShownJob:
    """One maintenance job with its notes."""
    reading = service.get_job(portal(), visit(), job_id)
    shown(reading)
    return reading.value


@blueprint.route("/jobs/<id:job_id>/complete", methods=["PATCH"])
@blueprint.arguments(CompletionSchema, required=False)
@blueprint.response(200, JobSchema)
def complete_job(body: dict[str, Any], job_id: str) -> service.ShownJob:
    """Toggle a job's completion, or set the wanted end, which is safe to repeat."""
    return changes.complete(portal(), visit(), job_id, body["completed"])


@blueprint.route("/jobs/<id:job_id>/notes", methods=["POST"])
@blueprint.arguments(NewNoteSchema)
@blueprint.response(201, NoteSchema)
def add_note(body: dict[str, Any], job_id: str) -> Note:
    """Append a note to a job; the agency and the landlord may read it."""
    return changes.add_note(portal(), visit(), job_id, body["note"])

"""Views of a contractor's submissions."""

from typing import Any

from app.api.blueprint import Blueprint, context, services
from app.api.conditional_get import with_freshness, with_page
from app.domain.reading import Reading
from app.domain.submission import Submission
from app.submissions import service
from app.submissions.schemas import SingleSubmissionSchema, SubmissionFilterSchema, SubmissionsSchema

blueprint = Blueprint("submissions", __name__, description="The contractor's submissions and their states.")


@blueprint.route("/submissions")
@blueprint.arguments(SubmissionFilterSchema, location="query")
@blueprint.response(200, SubmissionsSchema)
def list_submissions(filters: dict[str, Any]) -> Reading[Any]:
    """List submissions

    Every note, completion and invoice that this contractor sent through the portal, newest first. They come from the
    portal's own table, so `stale` is always false.
    """
    return with_page(service.list_submissions(services(), context(), **filters), "submissions")


@blueprint.route("/submissions/<id:submission_id>")
@blueprint.response(200, SingleSubmissionSchema)
def get_submission(submission_id: str) -> Reading[Submission]:
    """Get a submission

    The address is in `Location` of the 202, of an error after which the outcome was uncertain, or of a new note.
    `stale` is always false.
    """
    return with_freshness(service.get_submission(services(), context(), submission_id))

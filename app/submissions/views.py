"""Views of a contractor's submissions."""

from typing import Any

from app.api.blueprint import Blueprint, context, services
from app.api.conditional_get import with_freshness
from app.domain.reading import Reading
from app.domain.submission import Submission
from app.submissions import service
from app.submissions.schemas import SubmissionFilterSchema, SubmissionSchema, SubmissionsSchema

blueprint = Blueprint("submissions", __name__, description="The contractor's submissions and their states.")


@blueprint.route("/submissions")
@blueprint.arguments(SubmissionFilterSchema, location="query")
@blueprint.response(200, SubmissionsSchema)
def list_submissions(filters: dict[str, Any]) -> dict[str, Any]:
    """List submissions

    Every note, completion and invoice that this contractor sent through the portal, newest first.
    """
    submissions, total = service.list_submissions(services(), context(), **filters)
    return with_freshness(_now(), submissions=submissions, total=total)


@blueprint.route("/submissions/<id:submission_id>")
@blueprint.response(200, SubmissionSchema)
def get_submission(submission_id: str) -> Submission:
    """Get a submission

    The address is in `Location` of the 202, or of an error after which the outcome was uncertain.
    """
    submission = service.get_submission(services(), context(), submission_id)
    with_freshness(_now())
    return submission


def _now() -> Reading[None]:
    """Return the freshness of the ledger, which is always current."""
    return Reading(None, services().clock.now(), stale=False)

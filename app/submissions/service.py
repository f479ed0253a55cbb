"""A contractor's own submissions."""

from app.domain.errors import NotFound
from app.domain.submission import State, Submission
from app.services import RequestContext, Services


def list_submissions(
    services: Services, context: RequestContext, *, state: str | None = None, offset: int = 0, limit: int | None = None
) -> tuple[list[Submission], int]:
    """Return a slice of this contractor's submissions, newest first, and the number of all matches."""
    agency, contractor_id = context.agency.short_name, context.contractor_id
    return services.ledger.list_by_contractor(
        agency, contractor_id, state=State(state) if state else None, offset=offset, limit=limit
    )


def get_submission(services: Services, context: RequestContext, submission_id: str) -> Submission:
    """Return one of this contractor's submissions. Raise `NotFound` for any other id."""
    submission = services.ledger.find(submission_id)
    owner = (context.agency.short_name, context.contractor_id)
    if submission is None or (submission.agency, submission.contractor_id) != owner:
        raise NotFound("submission")
    return submission

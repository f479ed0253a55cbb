"""A contractor's own submissions."""

from app.domain.errors import NotFound
from app.domain.submission import State, Submission
from app.services import RequestContext, Services


def list_submissions(
    services: Services, context: RequestContext, *, state: str | None = None, offset: int = 0, limit: int | None = None
) -> tuple[list[Submission], int]:
    """A slice of what this contractor sent, newest first, and how many match."""
    wanted = State(state) if state else None
    return services.ledger.of(
        context.agency.short_name, context.contractor_id, state=wanted, offset=offset, limit=limit
    )


def get_submission(services: Services, context: RequestContext, submission_id: str) -> Submission:
    """One of this contractor's. Raises `NotFound`."""
    found = services.ledger.find(submission_id)
    if found is None or (found.agency, found.contractor_id) != (context.agency.short_name, context.contractor_id):
        raise NotFound("submission")
    return found

"""A contractor's own submissions."""

from app.domain.errors import NotFound
from app.domain.submission import State, Submission
from app.services import Portal, Visit


def list_submissions(
    portal: Portal, visit: Visit, *, state: str | None = None, offset: int = 0, limit: int | None = None
) -> tuple[list[Submission], int]:
    """A slice of what this contractor sent, newest first, and how many match."""
    wanted = State(state) if state else None
    return portal.ledger.of(visit.agency.short_name, visit.contractor_id, state=wanted, offset=offset, limit=limit)


def get_submission(portal: Portal, visit: Visit, submission_id: str) -> Submission:
    """One of this contractor's. Raises `NotFound`."""
    found = portal.ledger.find(submission_id)
    if found is None or (found.agency, found.contractor_id) != (visit.agency.short_name, visit.contractor_id):
        raise NotFound("submission")
    return found

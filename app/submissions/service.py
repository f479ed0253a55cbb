"""A contractor's own submissions."""

from typing import TypeVar

from app.domain.errors import NotFound
from app.domain.paging import WHOLE, Page, PageQuery
from app.domain.reading import Reading
from app.domain.submission import Submission
from app.ledger.lists import list_by_contractor
from app.services import RequestContext, Services

T = TypeVar("T")


def list_submissions(
    services: Services, context: RequestContext, *, state: str | None = None, page: PageQuery = WHOLE
) -> Reading[Page[Submission]]:
    """Return a page of this contractor's submissions, newest first."""
    owner = (context.agency.short_name, context.contractor_id)
    return as_reading(services, list_by_contractor(services.database, *owner, state=state, page=page))


def get_submission(services: Services, context: RequestContext, submission_id: str) -> Reading[Submission]:
    """Return one of this contractor's submissions. Raise `NotFound` for any other id."""
    submission = services.ledger.find(submission_id)
    owner = (context.agency.short_name, context.contractor_id)
    if submission is None or (submission.agency, submission.contractor_id) != owner:
        raise NotFound("submission")
    return as_reading(services, submission)


def as_reading(services: Services, value: T) -> Reading[T]:
    """Return a value from the ledger, which is never stale: the ledger is the portal's own, and always current."""
    return Reading(value, services.clock.now(), stale=False)

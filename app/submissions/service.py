"""A contractor's own submissions."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from app.domain.errors import NotFound
from app.domain.paging import WHOLE, Page, PageQuery
from app.domain.reading import Reading
from app.domain.submission import State, Submission
from app.ledger.lists import list_by_contractor
from app.ledger.pauses import paused_kinds
from app.services import RequestContext, Services
from app.submissions.kinds import HANDLERS
from app.submissions.notices import with_office

T = TypeVar("T")


def list_submissions(
    services: Services, context: RequestContext, *, state: str | None = None, page: PageQuery = WHOLE
) -> Reading[Page[Submission]]:
    """Return a page of this contractor's submissions, newest first."""
    owner = (context.agency.short_name, context.contractor_id)
    some = list_by_contractor(services.database, *owner, state=state, page=page)
    return as_reading(services, replace(some, items=with_messages(services, context, some.items)))


def get_submission(services: Services, context: RequestContext, submission_id: str) -> Reading[Submission]:
    """Return one of this contractor's submissions. Raise `NotFound` for any other id."""
    submission = services.ledger.find(submission_id)
    owner = (context.agency.short_name, context.contractor_id)
    if submission is None or (submission.agency, submission.contractor_id) != owner:
        raise NotFound("submission")
    [submission] = with_messages(services, context, [submission])
    return as_reading(services, submission)


def with_messages(services: Services, context: RequestContext, rows: Sequence[Submission]) -> list[Submission]:
    """Return the submissions with messages about the present: that of a review, and that of a pause."""
    rows = [with_office(services, context.agency, row) for row in rows]
    if not any(map(_may_be_paused, rows)):
        return rows
    paused = paused_kinds(services.database, context.agency.short_name)
    return [_with_pause(context, row) if row.kind in paused and _may_be_paused(row) else row for row in rows]


def _may_be_paused(row: Submission) -> bool:
    return row.state is State.WAITING and row.promised and row.message is None


def _with_pause(context: RequestContext, row: Submission) -> Submission:
    what = HANDLERS[row.kind].what
    sentence = (
        f"{context.agency.name}'s system does not accept {what}s at the moment. Yours is safe, and will be sent as "
        "soon as it does."
    )
    return replace(row, message=sentence)


def as_reading(services: Services, value: T) -> Reading[T]:
    """Return a value from the ledger, which is never stale: the ledger is the portal's own, and always current."""
    return Reading(value, services.clock.now(), stale=False)

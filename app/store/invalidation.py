"""Invalidation of cached responses when their rows change, and the deletion of invalid ones."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, update

from app.domain.clock import to_text
from app.store.engine import Database, batches, delete_rows, next_number
from app.store.tables import cached_responses, response_sources

NO_BODY = ""
"""The `good_until` of a row without a body: it sorts before any time."""
INVALIDATE_AGENCY = (
    update(cached_responses)
    .where(cached_responses.c.agency == bindparam("of_agency"))
    .values(good_until=NO_BODY, body=None, version=bindparam("new_version"))
)
"""Removes a response's body until it is rendered again, and sets a version that no row had before."""
INVALIDATE_CONTRACTORS = INVALIDATE_AGENCY.where(cached_responses.c.contractor_id.in_(bindparam("ids", expanding=True)))


def invalidate(connection: Connection, agency: str, contractor_ids: Iterable[str] | None) -> None:
    """Remove the cached responses of these contractors (None: all), in the transaction that changes their rows."""
    if contractor_ids is None:
        values = {"of_agency": agency, "new_version": next_number(connection)}
        connection.execute(INVALIDATE_AGENCY, values)
        return
    for ids in batches(sorted(contractor_ids)):
        values = {"of_agency": agency, "ids": ids, "new_version": next_number(connection)}
        connection.execute(INVALIDATE_CONTRACTORS, values)


def delete_invalid(database: Database, now: datetime) -> None:
    """Delete the rows without a valid body, and the sources of deleted rows. The worker does this."""
    delete_rows(database, cached_responses, cached_responses.c.good_until < to_text(now))
    is_kept = exists().where(
        cached_responses.c.agency == response_sources.c.agency,
        cached_responses.c.contractor_id == response_sources.c.contractor_id,
        cached_responses.c.kind == response_sources.c.response,
    )
    delete_rows(database, response_sources, ~is_kept)

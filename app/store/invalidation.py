"""Invalidation of cached responses whose rows change."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, update

from app.store.engine import batches, next_number
from app.store.tables import answers

NO_BODY = ""
"""A `good_until` earlier than the text of any time."""
EMPTY = dict.fromkeys(("recipe", "dated", "etag", "crc", "size", "gzipped", "body"))
INVALIDATE = update(answers).values(**EMPTY, good_until=NO_BODY, version=bindparam("new_version"))
"""Empties the row of a response until it is rendered again, under a version that no row had before."""
INVALIDATE_AGENCY = INVALIDATE.where(answers.c.agency == bindparam("of_agency"))
INVALIDATE_CONTRACTORS = INVALIDATE_AGENCY.where(answers.c.contractor_id.in_(bindparam("ids", expanding=True)))


def invalidate(connection: Connection, agency: str, contractor_ids: Iterable[str] | None) -> None:
    """Remove the cached responses of these contractors (None: of all), in the transaction that changes their rows."""
    if contractor_ids is None:
        connection.execute(INVALIDATE_AGENCY, {"of_agency": agency, "new_version": next_number(connection)})
        return
    for ids in batches(sorted(contractor_ids)):
        values = {"of_agency": agency, "ids": ids, "new_version": next_number(connection)}
        connection.execute(INVALIDATE_CONTRACTORS, values)

"""Taking away prepared answers whose rows change."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, update

from app.store.engine import BATCH_ROWS
from app.store.sequence import next_number
from app.store.tables import answers

UNPREPARED = ""
"""A `good_until` before every moment's text."""
NOTHING = dict.fromkeys(("recipe", "dated", "etag", "crc", "size", "gzipped", "body"))
OUTDATE = update(answers).values(**NOTHING, good_until=UNPREPARED, version=bindparam("new_version"))
"""A row of `answers` waits to be prepared from then on, of a version that none ever had."""
OF_AGENCY = OUTDATE.where(answers.c.agency == bindparam("of_agency"))
OF_CONTRACTORS = OF_AGENCY.where(answers.c.contractor_id.in_(bindparam("ids", expanding=True)))


def outdate(connection: Connection, agency: str, contractor_ids: Iterable[str] | None) -> None:
    """Take away what was prepared for these contractors (None: all of the agency), in the transaction of the change."""
    if contractor_ids is None:
        connection.execute(OF_AGENCY, {"of_agency": agency, "new_version": next_number(connection)})
        return
    ids = sorted(contractor_ids)
    for start in range(0, len(ids), BATCH_ROWS):
        those = {"of_agency": agency, "ids": ids[start : start + BATCH_ROWS]}
        connection.execute(OF_CONTRACTORS, {**those, "new_version": next_number(connection)})

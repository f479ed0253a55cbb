"""Taking away prepared answers whose rows change."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, update

from app.mirror.rows import BATCH, next_number
from app.store.tables import answers

UNPREPARED = ""
"""A `good_until` before every moment's text."""


def outdate(connection: Connection, agency: str, contractor_ids: Iterable[str] | None) -> None:
    """Take away what was prepared for these contractors (None: all of the agency), in the transaction of the change."""
    if contractor_ids is None:
        connection.execute(update(answers).where(answers.c.agency == agency).values(**nothing(connection)))
        return
    ids = sorted(contractor_ids)
    for start in range(0, len(ids), BATCH):
        theirs = (answers.c.agency == agency, answers.c.contractor_id.in_(ids[start : start + BATCH]))
        connection.execute(update(answers).where(*theirs).values(**nothing(connection)))


def nothing(connection: Connection) -> dict[str, Any]:
    """What a row of `answers` holds that waits to be prepared, of a version that none ever had."""
    empty = dict.fromkeys(("recipe", "dated", "etag", "crc", "size", "gzipped", "body"))
    return {**empty, "good_until": UNPREPARED, "version": next_number(connection)}

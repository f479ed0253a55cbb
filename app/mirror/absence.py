"""What a list leaves out: when to believe that it is gone, and deleting it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import ColumnElement, delete, select

from app.agentos.gateway import Listing
from app.mirror.kinds import AGENCY_LISTS, Collection, Kind
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror
from app.mirror.rows import MATCHES_COLLECTION, collection_params, in_collection, visible
from app.store.engine import BATCH_ROWS
from app.store.tables import collections, records

SUSPICION = timedelta(minutes=5)
"""How long a whole-agency list must go on leaving out too much before it is believed."""
SMALL = 20
"""Rows up to which a list may lose more than half without suspicion."""

OTHER = {Kind.HISTORICAL: Kind.PENDING, Kind.PENDING: Kind.HISTORICAL}
"""Where a statement goes that leaves a list."""

log = structlog.get_logger("mirror")


class AbsentRows:
    """Of the rows of `lease`'s collection, those that one reading of it, begun at `began`, has left out.

    Rows with a higher number than `noted` were written by us since and are not missed.
    """

    def __init__(self, mirror: Mirror, lease: Lease, generation: int, noted: int, began: datetime) -> None:
        self._mirror = mirror
        self._lease = lease
        self._collection = lease.collection
        self._generation = generation
        self._noted = noted
        self._began = began
        self._absent: set[str] = set()

    def check(self, listing: Listing[Any], added: set[str]) -> str | None:
        """Since when the list has left out too much to be believed; None where it may be believed.

        `added` are rows that this reading has brought.
        """
        since = self._mirror.suspect_at(self._collection)
        if not listing.complete:
            return since
        mine = (*in_collection(self._collection), records.c.generation == self._generation)
        with self._mirror.database.read() as connection:
            held = connection.execute(select(records.c.record_id, records.c.sequence).where(*mine)).all()
        absent = {row.record_id for row in held if row.sequence <= self._noted}
        self._absent = absent - listing.ids
        rows = len(held) - len(added)
        patience = SUSPICION if self._collection.kind in AGENCY_LISTS else timedelta(0)
        if not self._too_much(rows, empty=not listing.ids):
            return None
        if since is not None and self._began - datetime.fromisoformat(since) >= patience:
            return None
        log.warning(
            "suspicious_list",
            agency=self._collection.agency,
            kind=self._collection.kind,
            rows=rows,
            absent=len(self._absent),
        )
        return since or self._began.isoformat()

    def delete(self) -> int:
        """Delete them, `BATCH_ROWS` at a time; there are none unless the list was complete. Returns how many rows went.

        Raises `LeaseLost`.
        """
        gone = 0
        if self._collection.kind is Kind.BRANCH:
            for identity in self._absent:
                for kind in (Kind.CONTRACTOR, Kind.JOB):
                    gone += delete_collection(
                        self._mirror, Collection(self._collection.agency, kind, identity), self._lease
                    )
        left = sorted(self._absent)
        for start in range(0, len(left), BATCH_ROWS):
            with self._mirror.transaction(self._collection.agency) as changes:
                self._lease.renew_in(changes.connection)
                changes.remove(self._collection, left[start : start + BATCH_ROWS], records.c.sequence <= self._noted)
            gone += changes.rows
        return gone

    def _too_much(self, rows: int, *, empty: bool) -> bool:
        if not self._absent:
            return False
        if self._collection.kind in AGENCY_LISTS:
            whole = empty or self._collection.kind is Kind.BRANCH
            return whole or (rows > SMALL and len(self._absent) * 2 > rows)
        return empty and not self._moved()

    def _moved(self) -> bool:
        """Whether every absent statement is in the other list now."""
        other = OTHER.get(self._collection.kind)
        return other is not None and self._absent <= _ids(
            self._mirror, *in_collection(replace(self._collection, kind=other)), visible(records, other)
        )


def delete_collection(mirror: Mirror, collection: Collection, lease: Lease | None = None) -> int:
    """Delete a whole list that nobody will read again, and all that is known of it. Returns how many rows it had.

    The row that says it was read goes first: whoever is reading it has lost it then. Raises `LeaseLost` if `lease` is
    given and is another's now.
    """
    gone = 0
    with mirror.transaction(collection.agency) as changes:
        if lease is not None:
            lease.renew_in(changes.connection)
        forgotten = changes.connection.execute(
            delete(collections).where(*MATCHES_COLLECTION), collection_params(collection)
        )
        changes.everyone = forgotten.rowcount > 0
    while ids := _ids(mirror, *in_collection(collection), limit=BATCH_ROWS):
        with mirror.transaction(collection.agency) as changes:
            if lease is not None:
                lease.renew_in(changes.connection)
            changes.remove(collection, ids)
        gone += changes.rows
    return gone


def _ids(mirror: Mirror, *where: ColumnElement[bool], limit: int | None = None) -> set[str]:
    with mirror.database.read() as connection:
        ids: Iterable[str] = connection.scalars(select(records.c.record_id).where(*where).limit(limit))
        return set(ids)

"""Rows that a list of AgentOS no longer contains: when to believe it, and how to delete them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import ColumnElement, delete, select

from app.agentos.gateway import Listing
from app.domain.clock import from_text, to_text
from app.mirror.kinds import AGENCY_LISTS, Collection, Kind
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror
from app.mirror.rows import MATCHES_COLLECTION, collection_params, in_collection, visible
from app.store.engine import BATCH_ROWS
from app.store.tables import collections, records

SUSPICION_PERIOD = timedelta(minutes=5)
"""Time for which a whole-agency list must lack a suspicious number of rows before the portal believes it."""
SMALL_LIST_ROWS = 20
"""A list with at most this many rows may lose more than half of them without suspicion."""

OTHER_STATEMENT_LIST = {Kind.HISTORICAL: Kind.PENDING, Kind.PENDING: Kind.HISTORICAL}
"""The list to which a statement moves when it leaves its own."""

log = structlog.get_logger("mirror")


class AbsentRows:
    """Rows of the collection of `lease` that one reading of the list, begun at `began`, does not contain.

    Rows with a sequence number above `as_of_sequence` were written by the portal since then, and do not count.
    """

    def __init__(self, mirror: Mirror, lease: Lease, generation: int, as_of_sequence: int, began: datetime) -> None:
        self._mirror = mirror
        self._lease = lease
        self._collection = lease.collection
        self._generation = generation
        self._as_of_sequence = as_of_sequence
        self._began = began
        self._absent: set[str] = set()

    def check(self, listing: Listing[Any], added: set[str]) -> str | None:
        """Return the time since which the list is suspicious, or None if the portal may believe it.

        `added`: the ids of rows that this reading added.
        """
        since = self._mirror.suspect_at(self._collection)
        if not listing.complete:
            return since
        in_generation = (*in_collection(self._collection), records.c.generation == self._generation)
        with self._mirror.database.read() as connection:
            stored = connection.execute(select(records.c.record_id, records.c.sequence).where(*in_generation)).all()
        older = {row.record_id for row in stored if row.sequence <= self._as_of_sequence}
        self._absent = older - listing.ids
        rows = len(stored) - len(added)
        wait = SUSPICION_PERIOD if self._collection.kind in AGENCY_LISTS else timedelta(0)
        if not self._is_suspicious(rows, empty=not listing.ids):
            return None
        if since is not None and self._began - from_text(since) >= wait:
            return None
        log.warning(
            "suspicious_list",
            agency=self._collection.agency,
            kind=self._collection.kind,
            rows=rows,
            absent=len(self._absent),
        )
        return since or to_text(self._began)

    def delete(self) -> int:
        """Delete the absent rows, `BATCH_ROWS` in a transaction, and return how many rows were deleted.

        There are none if the list was not complete. Raise `LeaseLost`.
        """
        deleted = 0
        if self._collection.kind is Kind.BRANCH:
            for identity in self._absent:
                for kind in (Kind.CONTRACTOR, Kind.JOB):
                    deleted += delete_collection(
                        self._mirror, Collection(self._collection.agency, kind, identity), self._lease
                    )
        ids = sorted(self._absent)
        for start in range(0, len(ids), BATCH_ROWS):
            with self._mirror.transaction(self._collection.agency) as transaction:
                self._lease.renew_in(transaction.connection)
                transaction.remove(
                    self._collection, ids[start : start + BATCH_ROWS], records.c.sequence <= self._as_of_sequence
                )
            deleted += transaction.rows
        return deleted

    def _is_suspicious(self, rows: int, *, empty: bool) -> bool:
        if not self._absent:
            return False
        if self._collection.kind in AGENCY_LISTS:
            is_suspicious = empty or self._collection.kind is Kind.BRANCH
            return is_suspicious or (rows > SMALL_LIST_ROWS and len(self._absent) * 2 > rows)
        return empty and not self._all_moved()

    def _all_moved(self) -> bool:
        """Return whether every absent statement is in the other list now."""
        other = OTHER_STATEMENT_LIST.get(self._collection.kind)
        return other is not None and self._absent <= _ids(
            self._mirror, *in_collection(replace(self._collection, kind=other)), visible(records, other)
        )


def delete_collection(mirror: Mirror, collection: Collection, lease: Lease | None = None) -> int:
    """Delete a list that will not be read again, with its state, and return how many rows it had.

    Its state is deleted first, so a refresher that is reading the list loses its lease. Raise `LeaseLost` if `lease`
    has been taken over.
    """
    deleted = 0
    with mirror.transaction(collection.agency) as transaction:
        if lease is not None:
            lease.renew_in(transaction.connection)
        deleted_state = transaction.connection.execute(
            delete(collections).where(*MATCHES_COLLECTION), collection_params(collection)
        )
        transaction.everyone = deleted_state.rowcount > 0
    while ids := _ids(mirror, *in_collection(collection), limit=BATCH_ROWS):
        with mirror.transaction(collection.agency) as transaction:
            if lease is not None:
                lease.renew_in(transaction.connection)
            transaction.remove(collection, ids)
        deleted += transaction.rows
    return deleted


def _ids(mirror: Mirror, *where: ColumnElement[bool], limit: int | None = None) -> set[str]:
    with mirror.database.read() as connection:
        ids: Iterable[str] = connection.scalars(select(records.c.record_id).where(*where).limit(limit))
        return set(ids)

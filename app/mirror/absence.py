"""Rows that are missing from AgentOS's list. The portal deletes them only if it believes the list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Select, bindparam, delete, select

from app.agentos.gateway import Listing
from app.domain.clock import from_text, to_text
from app.mirror.kinds import AGENCY_LISTS, Collection, Kind
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror
from app.mirror.rows import IN_COLLECTION, MATCHES_COLLECTION, collection_params, visible
from app.store.engine import BATCH_ROWS, batches
from app.store.tables import collections, records

SUSPICION_PERIOD = timedelta(minutes=5)
"""Time for which many rows must be missing from a whole-agency list before the portal believes the list."""
SMALL_LIST_ROWS = 20
"""A list with at most this many rows may lose more than half of them without suspicion."""

OTHER_STATEMENT_LIST = {Kind.HISTORICAL: Kind.PENDING, Kind.PENDING: Kind.HISTORICAL}
"""For each list of statements, the list to which its statements may move."""

IDS = select(records.c.record_id).where(*IN_COLLECTION)
VISIBLE_IDS = IDS.where(visible(records, bindparam("of_kind")))
STORED = select(records.c.record_id, records.c.sequence).where(
    *IN_COLLECTION, records.c.generation == bindparam("of_generation")
)
DELETE_STATE = delete(collections).where(*MATCHES_COLLECTION)

log = structlog.get_logger("mirror")


@dataclass
class AbsentRows:
    """Stored rows of the lease's collection that are missing from AgentOS's list. The fetch started at `began`.

    Rows with a sequence number above `as_of_sequence` were written by the portal since then, and do not count.
    """

    mirror: Mirror
    lease: Lease
    generation: int
    as_of_sequence: int
    began: datetime
    ids: set[str] = field(init=False, default_factory=set)

    def check(self, listing: Listing[Any], added: set[str]) -> str | None:
        """Return the time since which the list is suspicious, or None if it is credible.

        `added`: the ids that this fetch has stored.
        """
        collection, since = self.lease.collection, self.lease.suspect_at
        if not listing.complete:
            return since
        with self.mirror.database.read() as connection:
            values = {**collection_params(collection), "of_generation": self.generation}
            stored = connection.execute(STORED, values).all()
        self.ids = {row.record_id for row in stored if row.sequence <= self.as_of_sequence} - listing.ids
        rows = sum(row.record_id not in added for row in stored)
        if not self._is_suspicious(rows, empty=not listing.ids):
            return None
        wait = SUSPICION_PERIOD if collection.kind in AGENCY_LISTS else timedelta(0)
        if since is not None and self.began - from_text(since) >= wait:
            return None
        log.warning("suspicious_list", agency=collection.agency, kind=collection.kind, rows=rows, absent=len(self.ids))
        return since or to_text(self.began)

    def delete(self) -> int:
        """Delete the absent rows, at most `BATCH_ROWS` in a transaction. Return the number of deleted rows.

        If the list was not complete, delete nothing. Raise `LeaseLost` if the lease has been taken over.
        """
        collection, deleted = self.lease.collection, 0
        if collection.kind is Kind.BRANCH:
            for branch_id in self.ids:
                for kind in (Kind.CONTRACTOR, Kind.JOB):
                    branch_list = Collection(collection.agency, kind, branch_id)
                    deleted += delete_collection(self.mirror, branch_list, self.lease)
        for ids in batches(sorted(self.ids)):
            with self.mirror.transaction(collection.agency) as transaction:
                self.lease.renew_in(transaction.connection)
                transaction.remove(collection, ids, records.c.sequence <= self.as_of_sequence)
            deleted += transaction.rows
        return deleted

    def _is_suspicious(self, rows: int, *, empty: bool) -> bool:
        kind = self.lease.collection.kind
        if not self.ids:
            return False
        if kind in AGENCY_LISTS:
            return empty or kind is Kind.BRANCH or (rows > SMALL_LIST_ROWS and len(self.ids) * 2 > rows)
        return empty and not self._all_moved()

    def _all_moved(self) -> bool:
        """Return True if every absent statement is in the other list now."""
        other = OTHER_STATEMENT_LIST.get(self.lease.collection.kind)
        return other is not None and self.ids <= _ids(
            self.mirror, VISIBLE_IDS, replace(self.lease.collection, kind=other)
        )


def delete_collection(mirror: Mirror, collection: Collection, lease: Lease | None = None) -> int:
    """Delete a list that will not be fetched again, with its state, and return the number of its rows.

    The state is deleted first, so a refresher that is fetching the list loses its lease. Raise `LeaseLost` if `lease`
    has been taken over.
    """
    with mirror.transaction(collection.agency) as transaction:
        if lease is not None:
            lease.renew_in(transaction.connection)
        state = transaction.connection.execute(DELETE_STATE, collection_params(collection))
        transaction.everyone = state.rowcount > 0
    return delete_all_rows(mirror, collection, lease)


def delete_all_rows(mirror: Mirror, collection: Collection, lease: Lease | None) -> int:
    """Delete the rows of a collection, visible or not, and return their number. Exceptions: see `delete_collection`."""
    deleted = 0
    while ids := _ids(mirror, IDS.limit(BATCH_ROWS), collection):
        with mirror.transaction(collection.agency) as transaction:
            if lease is not None:
                lease.renew_in(transaction.connection)
            transaction.remove(collection, ids)
        deleted += transaction.rows
    return deleted


def _ids(mirror: Mirror, query: Select[Any], collection: Collection) -> set[str]:
    with mirror.database.read() as connection:
        return set(connection.scalars(query, collection_params(collection)))

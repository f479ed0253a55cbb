"""Deletion of whole collections of the mirror."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, delete, select

from app.mirror.kinds import Collection
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror
from app.mirror.rows import IN_COLLECTION, MATCHES_COLLECTION, collection_params
from app.store.engine import BATCH_ROWS
from app.store.tables import collections, records

IDS = select(records.c.record_id).where(*IN_COLLECTION)


def delete_collection(mirror: Mirror, collection: Collection, lease: Lease | None = None) -> int:
    """Delete a list that will not be fetched again, with its state, and return the number of its rows.

    The state is deleted first, so a refresher that is fetching the list loses its lease. Raise `LeaseLost` if `lease`
    has been taken over.
    """
    with mirror.transaction(collection.agency) as transaction:
        if lease is not None:
            lease.renew_in(transaction.connection)
        state = transaction.connection.execute(
            delete(collections).where(*MATCHES_COLLECTION), collection_params(collection)
        )
        transaction.everyone = state.rowcount > 0
    return delete_all_rows(mirror, collection, lease)


def delete_all_rows(mirror: Mirror, collection: Collection, lease: Lease | None) -> int:
    """Delete the rows of a collection, visible or not, and return their number. Exceptions: see `delete_collection`."""
    deleted = 0
    while ids := ids_of(mirror, IDS.limit(BATCH_ROWS), collection):
        with mirror.transaction(collection.agency) as transaction:
            if lease is not None:
                lease.renew_in(transaction.connection)
            transaction.remove(collection, ids)
        deleted += transaction.rows
    return deleted


def ids_of(mirror: Mirror, query: Select[Any], collection: Collection) -> set[str]:
    """Return the record ids that a query selects for a collection."""
    with mirror.database.read() as connection:
        return set(connection.scalars(query, collection_params(collection)))

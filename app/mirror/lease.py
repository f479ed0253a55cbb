"""Leases of collections: among all processes, only one refresher at a time fetches a collection."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import structlog
from sqlalchemy import Connection, Executable, bindparam, or_, select, update

from app.domain.clock import Clock, to_text
from app.domain.slots import ROUNDING_S
from app.domain.worker_lease import LEASE_S
from app.mirror.kinds import Collection
from app.mirror.rows import MATCHES_COLLECTION, collection_params
from app.store.engine import Database, next_number, upsert
from app.store.steady_clock import SteadyClock
from app.store.tables import collections

OWN_LEASE = (*MATCHES_COLLECTION, collections.c.lease_owner == bindparam("of_owner"))
RENEW = update(collections).where(*OWN_LEASE).values(lease_until=bindparam("until"))
RELEASE = update(collections).where(*OWN_LEASE).values(lease_owner=None, lease_until=None)
RELEASE_FAILED = RELEASE.values(failed_at=bindparam("at"), asked_at=None)
RELEASE_READ = RELEASE.values(
    read_at=bindparam("at"),
    failed_at=None,
    asked_at=None,
    suspect_at=bindparam("suspect"),
    generation=bindparam("shown"),
)
OWNER = select(collections.c.lease_owner).where(*MATCHES_COLLECTION)

log = structlog.get_logger("mirror")


class LeaseLost(Exception):
    """Another refresher has taken over; the fetched data is discarded."""


@dataclass(frozen=True)
class Lease:
    """The right to refresh `collection`, for `LEASE_S` from its last renewal.

    `sequence`: a sequence number, new when the lease was acquired. `generation`: the collection's visible generation.
    `was_read`: True if it was ever fetched. `suspect_at`: the time since which it is suspicious, or None. Only the
    lease's owner changes these three.
    """

    collection: Collection
    owner: str
    database: Database
    clock: Clock
    sequence: int
    generation: int
    was_read: bool
    suspect_at: str | None

    def renew(self) -> int:
        """Renew the lease for `LEASE_S`, and return a new sequence number. Raise `LeaseLost` if it is taken over."""
        with self.database.write() as connection:
            self.renew_in(connection)
            return next_number(connection)

    def renew_in(self, connection: Connection) -> None:
        """Renew the lease within a transaction, as its fence. Raise `LeaseLost` if the lease has been taken over."""
        until = SteadyClock(self.database).seconds(connection) + LEASE_S
        if not connection.execute(RENEW, {**self._key(), "until": until}).rowcount:
            raise LeaseLost

    def release_read(
        self, connection: Connection, began: datetime, *, generation: int = 0, suspect_at: str | None = None
    ) -> None:
        """Record a fetch that began at `began`, and release the lease, within a transaction, as its fence.

        Raise `LeaseLost` if the lease has been taken over.
        """
        values = {"at": to_text(began), "suspect": suspect_at, "shown": generation}
        if not connection.execute(RELEASE_READ, {**self._key(), **values}).rowcount:
            raise LeaseLost

    def release_failed(self) -> None:
        """Release the lease after a failed fetch, and record the failure."""
        with self.database.write() as connection:
            connection.execute(RELEASE_FAILED, {**self._key(), "at": to_text(self.clock.now())})

    def release(self) -> None:
        """Release the lease without a fetch."""
        with self.database.write() as connection:
            connection.execute(RELEASE, self._key())

    def _key(self) -> dict[str, str]:
        return {**collection_params(self.collection), "of_owner": self.owner}


def acquire(database: Database, clock: Clock, collection: Collection) -> Lease | None:
    """Return the lease of `collection`, or None while another refresher has it."""
    owner = secrets.token_hex(8)
    with database.write() as connection:
        now = SteadyClock(database).seconds(connection)
        values: dict[str, Any] = {**collection_params(collection), "owner": owner, "until": now + LEASE_S}
        values |= {"now": now, "latest": now + LEASE_S + ROUNDING_S}
        former_owner = connection.scalar(OWNER, collection_params(collection))
        # With RETURNING, because not every driver reports how many rows such an insert has written.
        row = connection.execute(_acquire(connection.dialect.name), values).first()
        if row is None:
            return None
        lease = Lease(
            collection,
            owner,
            database,
            clock,
            sequence=next_number(connection),
            generation=row.generation,
            was_read=row.read_at is not None,
            suspect_at=row.suspect_at,
        )
    if former_owner:  # a released lease has no owner
        log.warning("lease_taken_over", agency=collection.agency, kind=collection.kind)
    return lease


@cache
def _acquire(dialect: str) -> Executable:
    """Return the statement that takes a lease."""
    # If the end is further ahead than any lease's, it was written before the machine restarted.
    until = collections.c.lease_until
    where = or_(until.is_(None), ~until.between(bindparam("now"), bindparam("latest")))
    values: dict[str, Any] = {"lease_owner": bindparam("owner"), "lease_until": bindparam("until")}
    name: dict[str, Any] = {column: bindparam(f"of_{column}") for column in ("agency", "kind", "scope")}
    return (
        upsert(dialect, collections)
        .values(**name, **values)
        .on_conflict_do_update(index_elements=list(name), set_=values, where=where)
        .returning(collections.c.generation, collections.c.read_at, collections.c.suspect_at)
    )

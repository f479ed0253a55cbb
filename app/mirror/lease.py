"""One refresher for each collection, over all processes: a lease that is renewed, and checked when it counts."""

import secrets
from dataclasses import dataclass

import structlog
from sqlalchemy import ColumnElement, Connection, or_, select, update

from app.domain.clock import Clock
from app.domain.slots import ROUNDING_S
from app.mirror.kinds import Collection
from app.mirror.rows import named, next_number
from app.mirror.store import LastRead
from app.store.engine import Database
from app.store.tables import collections
from app.store.upsert import upsert

LEASE_S = 30.0
"""Longer than one attempt at AgentOS, so that renewing it for each page is enough."""

log = structlog.get_logger("mirror")


class LeaseLost(Exception):
    """Another refresher has taken over; what was read is thrown away."""


@dataclass(frozen=True)
class Lease:
    """The right to refresh `collection`, for `LEASE_S` from its last renewal."""

    collection: Collection
    owner: str
    database: Database
    clock: Clock

    def renew(self) -> int:
        """Hold it for another `LEASE_S`; returns the database's number of now. Raises `LeaseLost`."""
        with self.database.write() as connection:
            self.hold(connection)
            return next_number(connection)

    def hold(self, connection: Connection) -> None:
        """Renew it within a transaction, whose fence this is: raises `LeaseLost` unless it is still ours."""
        mine = (*named(self.collection), collections.c.lease_owner == self.owner)
        held = connection.execute(update(collections).where(*mine).values(lease_until=self._until(connection)))
        if not held.rowcount:
            raise LeaseLost

    def fail(self) -> None:
        """Give it back after a reading that failed, and remember that."""
        with self.database.write() as connection:
            connection.execute(
                update(collections)
                .where(*named(self.collection), collections.c.lease_owner == self.owner)
                .values(failed_at=self.clock.now().isoformat(), asked_at=None, lease_owner=None, lease_until=None)
            )

    def release(self) -> None:
        """Give it back without having read."""
        with self.database.write() as connection:
            connection.execute(
                update(collections)
                .where(*named(self.collection), collections.c.lease_owner == self.owner)
                .values(lease_owner=None, lease_until=None)
            )

    def _until(self, connection: Connection) -> float:
        return self.database.seconds(connection) + LEASE_S


def take(database: Database, clock: Clock, collection: Collection, seen: LastRead | None = None) -> Lease | None:
    """The lease of `collection`, or None while somebody else holds it.

    `seen` is what it was judged due by: None too if it was read, or failed, since then.
    """
    lease = Lease(collection, secrets.token_hex(8), database, clock)
    with database.write() as connection:
        now = database.seconds(connection)
        values, latest = {"lease_owner": lease.owner, "lease_until": now + LEASE_S}, now + LEASE_S + ROUNDING_S
        earlier = connection.scalar(select(collections.c.lease_owner).where(*named(collection)))
        # One further ahead than any can be was written before the machine restarted.
        free = or_(collections.c.lease_until.is_(None), ~collections.c.lease_until.between(now, latest))
        # Asked for by RETURNING: how many rows such an insert has written, not every driver says.
        taken = connection.scalar(
            upsert(connection, collections)
            .values(agency=collection.agency, kind=collection.kind, scope=collection.scope, **values)
            .on_conflict_do_update(
                index_elements=["agency", "kind", "scope"],
                set_=values,
                where=free if seen is None else free & _is_as(seen),
            )
            .returning(collections.c.lease_owner)
        )
    if taken is None:
        return None
    if earlier:  # who gives a lease back leaves no name
        log.warning("lease_taken_over", agency=collection.agency, kind=collection.kind)
    return lease


def _is_as(seen: LastRead) -> ColumnElement[bool]:
    """Whether nobody has read the collection, or tried to, since it looked like this."""
    read, failed = (moment and moment.isoformat() for moment in (seen.read_at, seen.failed_at))
    return collections.c.read_at.is_not_distinct_from(read) & collections.c.failed_at.is_not_distinct_from(failed)

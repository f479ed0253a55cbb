"""One refresher for each collection, over all processes: a lease that is renewed, and checked when it counts."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import structlog
from sqlalchemy import Connection, Executable, bindparam, or_, select, update

from app.domain.clock import Clock
from app.domain.slots import ROUNDING_S
from app.mirror.kinds import Collection
from app.mirror.mirror import CollectionState
from app.mirror.rows import MATCHES_COLLECTION, collection_params
from app.store.engine import Database, upsert
from app.store.sequence import next_number
from app.store.tables import collections

LEASE_S = 30.0
"""Longer than one attempt at AgentOS, so that renewing it for each page is enough."""

MINE = (*MATCHES_COLLECTION, collections.c.lease_owner == bindparam("of_owner"))
HOLD = update(collections).where(*MINE).values(lease_until=bindparam("until"))
RELEASE = update(collections).where(*MINE).values(lease_owner=None, lease_until=None)
FAIL = RELEASE.values(failed_at=bindparam("at"), asked_at=None)
OWNER = select(collections.c.lease_owner).where(*MATCHES_COLLECTION)

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
            self.renew_in(connection)
            return next_number(connection)

    def renew_in(self, connection: Connection) -> None:
        """Renew it within a transaction, whose fence this is: raises `LeaseLost` unless it is still ours."""
        until = self.database.seconds(connection) + LEASE_S
        if not connection.execute(HOLD, {**self._mine(), "until": until}).rowcount:
            raise LeaseLost

    def release_failed(self) -> None:
        """Give it back after a reading that failed, and remember that."""
        with self.database.write() as connection:
            connection.execute(FAIL, {**self._mine(), "at": self.clock.now().isoformat()})

    def release(self) -> None:
        """Give it back without having read."""
        with self.database.write() as connection:
            connection.execute(RELEASE, self._mine())

    def _mine(self) -> dict[str, str]:
        return {**collection_params(self.collection), "of_owner": self.owner}


def acquire(
    database: Database, clock: Clock, collection: Collection, seen: CollectionState | None = None
) -> Lease | None:
    """The lease of `collection`, or None while somebody else holds it.

    `seen` is what it was judged due by: None too if it was read, or failed, since then.
    """
    lease = Lease(collection, secrets.token_hex(8), database, clock)
    with database.write() as connection:
        now = database.seconds(connection)
        values: dict[str, Any] = {**collection_params(collection), "owner": lease.owner, "until": now + LEASE_S}
        values |= {"now": now, "latest": now + LEASE_S + ROUNDING_S}
        if seen is not None:
            values |= {"read": _text(seen.read_at), "failed": _text(seen.failed_at)}
        earlier = connection.scalar(OWNER, collection_params(collection))
        # Asked for by RETURNING: how many rows such an insert has written, not every driver says.
        taken = connection.scalar(_take(connection.dialect.name, is_as_seen=seen is not None), values)
    if taken is None:
        return None
    if earlier:  # who gives a lease back leaves no name
        log.warning("lease_taken_over", agency=collection.agency, kind=collection.kind)
    return lease


@cache
def _take(dialect: str, *, is_as_seen: bool) -> Executable:
    """`is_as_seen`: only if nobody has read the collection, or tried to, since it looked as the parameters say."""
    # One further ahead than any can be was written before the machine restarted.
    until = collections.c.lease_until
    where = or_(until.is_(None), ~until.between(bindparam("now"), bindparam("latest")))
    if is_as_seen:
        where &= collections.c.read_at.is_not_distinct_from(bindparam("read"))
        where &= collections.c.failed_at.is_not_distinct_from(bindparam("failed"))
    values: dict[str, Any] = {"lease_owner": bindparam("owner"), "lease_until": bindparam("until")}
    name: dict[str, Any] = {column: bindparam(f"of_{column}") for column in ("agency", "kind", "scope")}
    return (
        upsert(dialect, collections)
        .values(**name, **values)
        .on_conflict_do_update(index_elements=list(name), set_=values, where=where)
        .returning(collections.c.lease_owner)
    )


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

"""Taking over what a refresh has read: differences only, absence believed only with care, never over a newer write."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog
from sqlalchemy import Connection, delete, select, update

from app.agentos.gateway import Listing
from app.mirror.kinds import AGENCY_LISTS, TYPES, Collection, Kind, record_id
from app.mirror.lease import Lease
from app.mirror.store import delete_row, next_number, write_row
from app.store.tables import collections, records

SUSPICION = timedelta(minutes=5)
"""How long a whole-agency list must go on leaving out too much before it is believed."""
SMALL = 20
"""Rows up to which a list may lose more than half without suspicion."""

OTHER = {Kind.HISTORICAL: Kind.PENDING, Kind.PENDING: Kind.HISTORICAL}
"""Where a statement goes that leaves a list."""

log = structlog.get_logger("mirror")


def apply(connection: Connection, lease: Lease, listing: Listing[Any], noted: int, began: datetime) -> int:
    """Store one complete or partial reading of `lease.collection`.

    `noted` is the database's number just before the first request: rows with a newer one were written by us since
    and stay. `began` is when that request was made. Returns how many of its rows were written or deleted. Raises
    `LeaseLost` if another refresher has taken over.
    """
    lease.check(connection)
    collection = lease.collection
    old = {
        row.record_id: row
        for row in connection.execute(
            select(records.c.record_id, records.c.body, records.c.sequence).where(*_in(collection))
        )
    }
    read = {record_id(collection.kind, thing): thing for thing in listing.rows}
    elsewhere = _elsewhere(connection, collection, read.keys() - old.keys())
    number = next_number(connection)
    changed = 0
    for identity, thing in read.items():
        before = old.get(identity) or elsewhere.get(identity)
        if before is not None and before.sequence > noted:
            continue
        merged = _merged(collection.kind, before, thing)
        if identity not in old or old[identity].body != msgspec.json.encode(merged):
            write_row(connection, collection, merged, _owner(collection, merged), number)
            changed += 1
            if identity in elsewhere:
                _leave_other_branches(connection, collection, identity)
    absent = {identity for identity in old.keys() - read.keys() if old[identity].sequence <= noted}
    suspect_at = (
        _suspicion(connection, collection, began, len(old), absent, empty=not read)
        if listing.complete
        else _since(connection, collection)
    )
    if listing.complete and suspect_at is None:
        _delete(connection, collection, absent)
        changed += len(absent)
    connection.execute(
        update(collections)
        .where(*_at(collection))
        .values(
            read_at=began.isoformat(),
            failed_at=None,
            asked_at=None,
            suspect_at=suspect_at,
            lease_owner=None,
            lease_until=None,
        )
    )
    return changed


def _leave_other_branches(connection: Connection, collection: Collection, identity: str) -> None:
    """Delete a job's rows in the lists it has left: one may name a contractor whose job it is no more."""
    connection.execute(
        delete(records).where(
            records.c.agency == collection.agency,
            records.c.kind == collection.kind,
            records.c.record_id == identity,
            records.c.scope != collection.scope,
        )
    )


def _merged(kind: Kind, before: Any, thing: Any) -> Any:
    """A job's list row with what an earlier reading knew better: its notes, and the status it had before."""
    if kind is not Kind.JOB or before is None:
        return thing
    return thing.after(msgspec.json.decode(before.body, type=TYPES[kind]))


def _suspicion(
    connection: Connection, collection: Collection, began: datetime, rows: int, absent: set[str], *, empty: bool
) -> str | None:
    """Since when this list has left out too much to be believed; None where it may be believed."""
    since = _since(connection, collection)
    if collection.kind in AGENCY_LISTS:
        whole = empty or collection.kind is Kind.BRANCH
        suspicious = bool(absent) and (whole or (rows > SMALL and len(absent) * 2 > rows))
        patience = SUSPICION
    else:
        other = OTHER.get(collection.kind)
        moved = other is not None and absent <= _ids(connection, replace(collection, kind=other))
        suspicious = bool(absent) and empty and not moved
        patience = timedelta(0)
    if not suspicious or (since is not None and began - datetime.fromisoformat(since) >= patience):
        return None
    log.warning("suspicious_list", agency=collection.agency, kind=collection.kind, rows=rows, absent=len(absent))
    return since or began.isoformat()


def _delete(connection: Connection, collection: Collection, absent: Iterable[str]) -> None:
    for identity in absent:
        delete_row(connection, collection, identity)
        if collection.kind is Kind.BRANCH:
            for kind in (Kind.CONTRACTOR, Kind.JOB):
                gone = Collection(collection.agency, kind, identity)
                _delete(connection, gone, _ids(connection, gone))
                connection.execute(delete(collections).where(*_at(gone)))


def _since(connection: Connection, collection: Collection) -> str | None:
    return connection.scalar(select(collections.c.suspect_at).where(*_at(collection)))


def _ids(connection: Connection, collection: Collection) -> set[str]:
    return set(connection.scalars(select(records.c.record_id).where(*_in(collection))))


def _elsewhere(connection: Connection, collection: Collection, ids: Iterable[str]) -> dict[str, Any]:
    """Rows of other branches' lists for jobs that are new to this one: they moved, or we wrote them first."""
    if collection.kind is not Kind.JOB:
        return {}
    wanted, found = sorted(ids), {}
    for start in range(0, len(wanted), 500):
        rows = connection.execute(
            select(records.c.record_id, records.c.body, records.c.sequence)
            .where(
                records.c.agency == collection.agency,
                records.c.kind == collection.kind,
                records.c.record_id.in_(wanted[start : start + 500]),
            )
            .order_by(records.c.sequence)
        )
        found.update({row.record_id: row for row in rows})
    return found


def _owner(collection: Collection, thing: Any) -> str | None:
    if collection.kind is Kind.JOB:
        owner: str | None = thing.contractor_id
        return owner
    return collection.scope if collection.kind in (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE) else None


def _in(collection: Collection) -> tuple[Any, ...]:
    return (
        records.c.agency == collection.agency,
        records.c.kind == collection.kind,
        records.c.scope == collection.scope,
    )


def _at(collection: Collection) -> tuple[Any, ...]:
    return (
        collections.c.agency == collection.agency,
        collections.c.kind == collection.kind,
        collections.c.scope == collection.scope,
    )

"""Taking over what a refresh reads: differences only, in short fenced transactions, never over a newer write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import bindparam, select, update

from app.agentos.errors import Malformed
from app.agentos.gateway import Listing, Row
from app.mirror.absence import AbsentRows
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, TYPES, Kind, record_id
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror, store_job
from app.mirror.rows import (
    MATCHES_COLLECTION,
    MirrorTransaction,
    RowWrite,
    collection_params,
    in_collection,
    visible,
)
from app.store.engine import BATCH_ROWS
from app.store.sequence import next_number
from app.store.tables import collections, records

T = TypeVar("T")
COLUMNS = (
    records.c.record_id,
    records.c.contractor_id,
    records.c.body,
    records.c.digest,
    records.c.sequence,
    records.c.lacks_notes,
)
STATE = select(collections.c.generation, collections.c.read_at).where(*MATCHES_COLLECTION)
MARK_READ = (
    update(collections)
    .where(*MATCHES_COLLECTION)
    .values(
        read_at=bindparam("at"),
        failed_at=None,
        asked_at=None,
        suspect_at=bindparam("suspect"),
        generation=bindparam("shown"),
        lease_owner=None,
        lease_until=None,
    )
)


class Intake:
    """Takes one list over, page by page as it comes; `began` is when its first page is asked for.

    What was read before changes as the pages come. What never was is filled in unseen, under a generation of its own,
    and shown all at once at the end; what an earlier filling has left behind is swept away first. A row written by us
    since its page was asked for stays. Every method raises `LeaseLost` once another refresher has taken over, with
    nothing changed.
    """

    def __init__(self, mirror: Mirror, lease: Lease, listing: Listing[Any], began: datetime) -> None:
        self._mirror = mirror
        self._lease = lease
        self._listing = listing
        self._began = began
        self._collection = lease.collection
        self._added: set[str] = set()
        self._moved: set[str] = set()
        self.changed = 0
        with mirror.database.write() as connection:
            lease.renew_in(connection)
            self._first = self._noted = next_number(connection)
            state = connection.execute(STATE, collection_params(self._collection)).one()
            there = select(records.c.record_id).where(
                *in_collection(self._collection), records.c.generation == state.generation
            )
            self._fills = state.read_at is None and connection.execute(there.limit(1)).first() is None
        self._generation = self._first if self._fills else state.generation
        if self._fills:
            self._sweep()

    def store_page(self, rows: list[Row]) -> None:
        """Store a page. The next one may be asked for after that."""
        noted = 0
        for batch in _batches(rows):
            if things := self._news(batch):
                noted = self._write(things)
        self._noted = noted or self._lease.renew()

    def finish(self) -> None:
        """Delete what the list left out, as far as that can be believed; note it as read, and give the lease back.

        Raises Malformed for a list that cannot be what AgentOS has.
        """
        self._listing.check()
        if self._collection.kind in (Kind.BRANCH, Kind.STATUS) and not self._listing.ids:
            raise Malformed("an empty list")  # no agency is without; a key short of rights gets such answers
        absence = AbsentRows(self._mirror, self._lease, self._generation, self._first, self._began)
        suspect_at = absence.check(self._listing, self._added)
        if suspect_at is None:
            self.changed += absence.delete()
        with self._mirror.transaction(self._collection.agency) as changes:
            self._lease.renew_in(changes.connection)
            if self._fills:
                self._flip(changes)
            mark_read(changes, self._lease, self._began, generation=self._generation, suspect_at=suspect_at)
        self.changed += changes.rows

    def _sweep(self) -> None:
        """Delete what a filling that was given up has left."""
        left = select(records.c.record_id).where(*in_collection(self._collection)).limit(BATCH_ROWS)
        while True:
            with self._mirror.transaction(self._collection.agency) as changes:
                self._lease.renew_in(changes.connection)
                ids = changes.connection.scalars(left).all()
                changes.remove(self._collection, ids)
            if not ids:
                return

    def _news(self, rows: tuple[Row, ...]) -> dict[str, tuple[Any, bytes]]:
        """What differs from what is held, read; outside of any transaction that writes, for reading takes its time."""
        wanted = {row.identity: row for row in rows}
        with self._mirror.database.read() as connection:
            digests = select(records.c.record_id, records.c.digest).where(*self._rows())
            rows_held = connection.execute(digests.where(records.c.record_id.in_(wanted)))
            held = {row.record_id: row.digest for row in rows_held}
        fresh = [row for row in wanted.values() if held.get(row.identity) != row.digest]
        read = ((row, self._listing.read(row)) for row in fresh)
        return {row.identity: (thing, row.digest) for row, thing in read if thing is not None}

    def _write(self, things: dict[str, tuple[Any, bytes]]) -> int:
        """Write one batch; returns the transaction's number."""
        collection = self._collection
        with self._mirror.transaction(collection.agency) as changes:
            connection = changes.connection
            self._lease.renew_in(connection)
            number = next_number(connection)
            held = select(*COLUMNS).where(*self._rows(), records.c.record_id.in_(things))
            old = {row.record_id: row for row in connection.execute(held)}
            elsewhere = self._elsewhere(changes, things.keys() - old.keys())
            puts = []
            for identity, (thing, digest) in things.items():
                before = old.get(identity) or elsewhere.get(identity)
                if before is not None and before.sequence > self._noted:
                    continue
                puts.append(self._put(thing, digest, before, there=identity in old))
            changes.put(collection, puts, number, unseen=self._fills)
            added = {record_id(collection.kind, put.record) for put in puts} - old.keys()
            if self._fills:
                self._moved |= added & elsewhere.keys()
            else:
                self._added |= added
                changes.remove_from_other_lists(collection, added & elsewhere.keys())
        self.changed += changes.rows
        return number

    def _put(self, thing: Any, digest: bytes, before: Any, *, there: bool) -> RowWrite:
        """A row to write: a job's with what an earlier reading knew better, its notes and the status it had before."""
        job = self._collection.kind is Kind.JOB
        lacks_notes = job and thing.notes is None
        if job and before is not None:
            thing = thing.after(msgspec.json.decode(before.body, type=TYPES[Kind.JOB]))
        same = there and before.body == msgspec.json.encode(thing)
        return RowWrite(
            record=thing,
            generation=self._generation,
            former=before.contractor_id if before is not None else None,
            digest=digest,
            lacks_notes=lacks_notes,
            sequence=before.sequence if same else None,
            same=same,
        )

    def _elsewhere(self, changes: MirrorTransaction, ids: Iterable[str]) -> dict[str, Any]:
        """Other lists' rows of jobs that are new to this one: they moved, or we wrote them first."""
        if self._collection.kind is not Kind.JOB or not ids:
            return {}
        rows = changes.connection.execute(
            select(*COLUMNS)
            .where(
                records.c.agency == self._collection.agency,
                records.c.kind == Kind.JOB,
                records.c.record_id.in_(ids),
                visible(records, Kind.JOB),
            )
            .order_by(records.c.sequence)
        )
        return {row.record_id: row for row in rows}

    def _flip(self, changes: MirrorTransaction) -> None:
        """Show what was filled in; a job that was shown in another list, or in none, leaves that."""
        collection = self._collection
        if collection.kind is Kind.JOB:
            in_no_list = select(records.c.record_id).where(
                records.c.agency == collection.agency, records.c.kind == Kind.JOB, records.c.scope == ""
            )
            for batch in _batches(changes.connection.scalars(in_no_list).all()):
                mine = select(records.c.record_id).where(*self._rows(), records.c.record_id.in_(batch))
                self._moved.update(changes.connection.scalars(mine))
            for batch in _batches(sorted(self._moved)):
                changes.remove_from_other_lists(collection, batch)
        changes.everyone = changes.everyone or collection.kind in AGENCY_LISTS
        if collection.kind in PERSONAL_LISTS:
            changes.contractors.add(collection.scope)

    def _rows(self) -> tuple[Any, ...]:
        return (*in_collection(self._collection), records.c.generation == self._generation)


def store_single(mirror: Mirror, lease: Lease, thing: Any | None, noted: int, began: datetime) -> int:
    """Store one single thing that was read after `noted`, None if AgentOS has it no more.

    Of notes, their job, unless its list has lost it meanwhile. Returns how many rows changed. Raises `LeaseLost` if
    another refresher has taken over.
    """
    collection = lease.collection
    with mirror.transaction(collection.agency) as changes:
        lease.renew_in(changes.connection)
        if collection.kind is Kind.NOTES:
            if thing is not None:
                store_job(changes, thing, noted, anew=False)
        elif thing is None:
            changes.remove(collection, [collection.scope])
        else:
            held = select(records.c.body).where(*in_collection(collection), records.c.record_id == collection.scope)
            if changes.connection.scalar(held) != msgspec.json.encode(thing):
                changes.put(collection, [RowWrite(record=thing)], next_number(changes.connection))
        mark_read(changes, lease, began)
    return changes.rows


def mark_read(
    changes: MirrorTransaction, lease: Lease, began: datetime, *, generation: int = 0, suspect_at: str | None = None
) -> None:
    """Note a collection as read, and give its lease back."""
    noted = {"at": began.isoformat(), "suspect": suspect_at, "shown": generation}
    changes.connection.execute(MARK_READ, {**collection_params(lease.collection), **noted})


def _batches(things: Iterable[T]) -> Iterator[tuple[T, ...]]:
    left = iter(things)
    while batch := tuple(islice(left, BATCH_ROWS)):
        yield batch

"""Storage of fetched rows: only changed rows, in short transactions under the lease, never over a newer write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select, update

from app.agentos.errors import Malformed
from app.agentos.gateway import Listing, Row
from app.domain.clock import to_text
from app.mirror.absence import AbsentRows
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, TYPES, Kind, record_id
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror, store_job
from app.mirror.rows import MATCHES_COLLECTION, MirrorTransaction, RowWrite, collection_params, in_collection, visible
from app.store.engine import BATCH_ROWS, batches, next_number
from app.store.tables import collections, records

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
    """Stores one list, page by page. `began` is the time of the request for its first page.

    A list with visible rows is updated by each page. The first fill of a list has its own generation, and is invisible
    until complete. Rows of an abandoned fill are deleted first. A row is not overwritten if the portal wrote it after
    the page was requested. If another refresher has taken over, every method raises `LeaseLost`, and changes nothing.
    """

    def __init__(self, mirror: Mirror, lease: Lease, listing: Listing[Any], began: datetime) -> None:
        self._mirror = mirror
        self._lease = lease
        self._listing = listing
        self._began = began
        self._collection = lease.collection
        self._added: set[str] = set()
        self._from_other_lists: set[str] = set()
        self.changed = 0
        with mirror.database.write() as connection:
            lease.renew_in(connection)
            self._first = self._sequence = next_number(connection)
            state = connection.execute(STATE, collection_params(self._collection)).one()
            stored_rows = select(records.c.record_id).where(
                *in_collection(self._collection), records.c.generation == state.generation
            )
            self._is_first_fill = state.read_at is None and connection.execute(stored_rows.limit(1)).first() is None
        self._generation = self._first if self._is_first_fill else state.generation
        if self._is_first_fill:
            self._delete_abandoned_fill()

    def store_page(self, rows: list[Row]) -> None:
        """Store a page. Call this before requesting the next page."""
        sequence = 0
        for batch in batches(rows):
            if changed := self._changed_rows(batch):
                sequence = self._write(changed)
        self._sequence = sequence or self._lease.renew()

    def finish(self) -> None:
        """Delete rows that are absent from the list, record the fetch, and release the lease.

        Keep absent rows while the list is suspicious. Raise Malformed if the list is unreadable or impossibly empty.
        """
        self._listing.check()
        if self._collection.kind in (Kind.BRANCH, Kind.STATUS) and not self._listing.ids:
            raise Malformed("an empty list")  # every agency has rows; a key without rights gets an empty list
        absence = AbsentRows(self._mirror, self._lease, self._generation, self._first, self._began)
        suspect_at = absence.check(self._listing, self._added)
        if suspect_at is None:
            self.changed += absence.delete()
        with self._mirror.transaction(self._collection.agency) as transaction:
            self._lease.renew_in(transaction.connection)
            if self._is_first_fill:
                self._publish(transaction)
            mark_read(transaction, self._lease, self._began, generation=self._generation, suspect_at=suspect_at)
        self.changed += transaction.rows

    def _delete_abandoned_fill(self) -> None:
        leftover = select(records.c.record_id).where(*in_collection(self._collection)).limit(BATCH_ROWS)
        while True:
            with self._mirror.transaction(self._collection.agency) as transaction:
                self._lease.renew_in(transaction.connection)
                ids = transaction.connection.scalars(leftover).all()
                transaction.remove(self._collection, ids)
            if not ids:
                return

    def _changed_rows(self, rows: tuple[Row, ...]) -> dict[str, tuple[Any, bytes]]:
        """Parse the rows that differ from the stored rows, outside write transactions, because parsing is slow."""
        rows_by_id = {row.identity: row for row in rows}
        with self._mirror.database.read() as connection:
            digests = select(records.c.record_id, records.c.digest).where(*self._rows())
            digest_rows = connection.execute(digests.where(records.c.record_id.in_(rows_by_id)))
            stored = {row.record_id: row.digest for row in digest_rows}
        changed_rows = [row for row in rows_by_id.values() if stored.get(row.identity) != row.digest]
        parsed = ((row, self._listing.read(row)) for row in changed_rows)
        return {row.identity: (record, row.digest) for row, record in parsed if record is not None}

    def _write(self, changed: dict[str, tuple[Any, bytes]]) -> int:
        """Write one batch and return the transaction's sequence number."""
        collection = self._collection
        with self._mirror.transaction(collection.agency) as transaction:
            connection = transaction.connection
            self._lease.renew_in(connection)
            number = next_number(connection)
            stored = select(*COLUMNS).where(*self._rows(), records.c.record_id.in_(changed))
            stored_rows = {row.record_id: row for row in connection.execute(stored)}
            elsewhere = self._rows_in_other_lists(transaction, changed.keys() - stored_rows.keys())
            writes = []
            for identity, (record, digest) in changed.items():
                known = stored_rows.get(identity) or elsewhere.get(identity)
                if known is None or known.sequence <= self._sequence:
                    writes.append(self._row_to_write(record, digest, known, is_stored=identity in stored_rows))
            transaction.put(collection, writes, number, unseen=self._is_first_fill)
            added = {record_id(collection.kind, put.record) for put in writes} - stored_rows.keys()
            if self._is_first_fill:
                self._from_other_lists |= added & elsewhere.keys()
            else:
                self._added |= added
                transaction.remove_from_other_lists(collection, added & elsewhere.keys())
        self.changed += transaction.rows
        return number

    def _row_to_write(self, record: Any, digest: bytes, known: Any, *, is_stored: bool) -> RowWrite:
        """Return the row to write. A job keeps notes and a former status from earlier responses."""
        job = self._collection.kind is Kind.JOB
        lacks_notes = job and record.notes is None
        if job and known is not None:
            record = record.after(msgspec.json.decode(known.body, type=TYPES[Kind.JOB]))
        same = is_stored and known.body == msgspec.json.encode(record)
        return RowWrite(
            record=record,
            generation=self._generation,
            former=known.contractor_id if known is not None else None,
            digest=digest,
            lacks_notes=lacks_notes,
            sequence=known.sequence if same else None,
            same=same,
        )

    def _rows_in_other_lists(self, transaction: MirrorTransaction, ids: Iterable[str]) -> dict[str, Any]:
        """Return other lists' rows of jobs that are new here: they moved, or the portal stored them earlier."""
        if self._collection.kind is not Kind.JOB or not ids:
            return {}
        rows = transaction.connection.execute(
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

    def _publish(self, transaction: MirrorTransaction) -> None:
        """Make the first fill visible. Remove the fill's jobs from other lists, and from the list "no branch"."""
        collection = self._collection
        if collection.kind is Kind.JOB:
            in_no_list = select(records.c.record_id).where(
                records.c.agency == collection.agency, records.c.kind == Kind.JOB, records.c.scope == ""
            )
            for batch in batches(transaction.connection.scalars(in_no_list).all()):
                own_rows = select(records.c.record_id).where(*self._rows(), records.c.record_id.in_(batch))
                self._from_other_lists.update(transaction.connection.scalars(own_rows))
            for batch in batches(sorted(self._from_other_lists)):
                transaction.remove_from_other_lists(collection, batch)
        transaction.everyone = transaction.everyone or collection.kind in AGENCY_LISTS
        if collection.kind in PERSONAL_LISTS:
            transaction.contractors.add(collection.scope)

    def _rows(self) -> tuple[Any, ...]:
        return (*in_collection(self._collection), records.c.generation == self._generation)


def store_single(mirror: Mirror, lease: Lease, record: Any | None, sequence: int, began: datetime) -> int:
    """Store a single record that was fetched at sequence number `sequence`, and return how many rows changed.

    `record` is None if it is gone from AgentOS. For notes, `record` is their job, which is stored only if a list
    still contains the job. Raise `LeaseLost` if another refresher has taken over.
    """
    collection = lease.collection
    with mirror.transaction(collection.agency) as transaction:
        lease.renew_in(transaction.connection)
        if collection.kind is Kind.NOTES:
            if record is not None:
                store_job(transaction, record, sequence, anew=False)
        elif record is None:
            transaction.remove(collection, [collection.scope])
        else:
            stored = select(records.c.body).where(*in_collection(collection), records.c.record_id == collection.scope)
            if transaction.connection.scalar(stored) != msgspec.json.encode(record):
                transaction.put(collection, [RowWrite(record=record)], next_number(transaction.connection))
        mark_read(transaction, lease, began)
    return transaction.rows


def mark_read(
    transaction: MirrorTransaction, lease: Lease, began: datetime, *, generation: int = 0, suspect_at: str | None = None
) -> None:
    """Record that a collection was fetched, and release its lease."""
    values = {"at": to_text(began), "suspect": suspect_at, "shown": generation}
    transaction.connection.execute(MARK_READ, {**collection_params(lease.collection), **values})

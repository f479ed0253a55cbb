"""Storage of fetched rows: only changed rows, in short transactions under the lease, never over a newer write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog
from sqlalchemy import Connection, Select, bindparam, select

from app.agentos.errors import Malformed
from app.agentos.gateway import Listing
from app.agentos.responses import Row
from app.domain.clock import from_text, to_text
from app.domain.invoice import Invoice, InvoiceState
from app.mirror.deletion import IDS, delete_all_rows, delete_collection, ids_of
from app.mirror.kinds import AGENCY_LISTS, DECODERS, PERSONAL_LISTS, Collection, Kind, record_id
from app.mirror.lease import Lease
from app.mirror.mirror import Mirror, store_job
from app.mirror.rows import IN_COLLECTION, MirrorTransaction, RowWrite, collection_params, is_unchanged, visible
from app.store.engine import batches, next_number, upsert
from app.store.tables import invoice_sightings, records

SUSPICION_PERIOD = timedelta(minutes=5)
"""Time for which many jobs, or any branch, contractor or status, must be missing before the portal believes a list."""
SMALL_LIST_ROWS = 20
"""A list with at most this many rows may lose more than half of them without suspicion."""
OTHER_STATEMENT_LIST = {Kind.HISTORICAL: Kind.PENDING, Kind.PENDING: Kind.HISTORICAL}
"""For each list of statements, the list to which its statements may move."""

LATER_STATES = (InvoiceState.AUTHORISED, InvoiceState.REJECTED, InvoiceState.PAID)
"""The states of an invoice after AgentOS took it."""

HAS_ID = records.c.record_id.in_(bindparam("ids", expanding=True))
IN_GENERATION = (*IN_COLLECTION, records.c.generation == bindparam("of_generation"))
DIGESTS = select(records.c.record_id, records.c.digest).where(*IN_GENERATION, HAS_ID)
STORED = select(records).where(*IN_GENERATION, HAS_ID)
STORED_SEQUENCES = select(records.c.record_id, records.c.sequence).where(*IN_GENERATION)
STORED_IDS = select(records.c.record_id).where(*IN_GENERATION)
STORED_IDS_AMONG = STORED_IDS.where(HAS_ID)
STORED_BODY = select(records.c.body).where(*IN_COLLECTION, records.c.record_id == bindparam("of_scope"))
IS_JOB = (records.c.agency == bindparam("of_agency"), records.c.kind == Kind.JOB)
JOBS_ANYWHERE = select(records).where(*IS_JOB, HAS_ID, visible(records, Kind.JOB)).order_by(records.c.sequence)

log = structlog.get_logger("mirror")


class Intake:
    """Stores one list, page by page. `began` is the time of the request for its first page.

    A list with visible rows is updated by each page. The first fill of a list has its own generation, and is invisible
    until complete. Rows of an abandoned fill are deleted first. The last changes of a list are written by `finish`, in
    the transaction that records the fetch. A row is not overwritten if the portal wrote it after the page was
    requested. If another refresher has taken over, every method raises `LeaseLost`, and changes nothing.
    """

    def __init__(self, mirror: Mirror, lease: Lease, listing: Listing[Any], began: datetime) -> None:
        self._mirror = mirror
        self._lease = lease
        self._listing = listing
        self._began = began
        self._collection = lease.collection
        self._generation = lease.generation
        self._first = self._sequence = lease.sequence
        self._pending: dict[str, tuple[Any, bytes]] = {}
        self._added: set[str] = set()
        self._absent: set[str] = set()
        self._from_other_lists: set[str] = set()
        self.changed = 0
        self._is_first_fill = not lease.was_read and not self._read(STORED_IDS.limit(1))
        if self._is_first_fill:
            self._generation = self._first
            delete_all_rows(mirror, self._collection, lease)  # of an abandoned fill

    def store_page(self, rows: list[Row]) -> None:
        """Store a page, except the last changes of the list. Call this before requesting the next page."""
        sequence = 0
        for batch in batches(rows):
            sequence = self._write_pending() or sequence
            self._pending = self._changed_rows(batch)
        if not self._listing.ended:
            self._sequence = self._write_pending() or sequence or self._lease.renew()

    def finish(self) -> None:
        """Delete rows that are absent from the list, record the fetch, and release the lease.

        Keep absent rows while the list is suspicious. Raise Malformed if the list is unreadable or impossibly empty.
        """
        self._listing.check()
        if self._collection.kind in (Kind.BRANCH, Kind.STATUS) and not self._listing.ids:
            raise Malformed("an empty list")  # every agency has rows; a key without rights gets an empty list
        suspect_at = self._suspect_at()
        if suspect_at is None:
            self._delete_absent()
        with self._mirror.transaction(self._collection.agency) as transaction:
            self._write(transaction, self._pending)
            if self._is_first_fill:
                self._publish(transaction)
            self._lease.release_read(
                transaction.connection, self._began, generation=self._generation, suspect_at=suspect_at
            )
        self.changed += transaction.rows

    def _suspect_at(self) -> str | None:
        """Find the absent rows. Return the time since which the list is suspicious, or None if it is credible.

        Rows that the portal wrote after the request for the first page do not count as absent.
        """
        collection, since = self._collection, self._lease.suspect_at
        if not self._listing.complete:
            return since
        stored = self._read(STORED_SEQUENCES)
        self._absent = {row.record_id for row in stored if row.sequence <= self._first} - self._listing.ids
        rows = sum(row.record_id not in self._added for row in stored)
        if not self._is_suspicious(rows):
            return None
        wait = SUSPICION_PERIOD if collection.kind in AGENCY_LISTS else timedelta(0)
        if since is not None and self._began - from_text(since) >= wait:
            return None
        absent = len(self._absent)
        log.warning("suspicious_list", agency=collection.agency, kind=collection.kind, rows=rows, absent=absent)
        return since or to_text(self._began)

    def _is_suspicious(self, rows: int) -> bool:
        kind, absent, is_empty = self._collection.kind, self._absent, not self._listing.ids
        if not absent:
            return False
        if kind in AGENCY_LISTS:
            # Branches and statuses seldom disappear, and AgentOS still lists archived contractors.
            is_stable = kind is not Kind.JOB
            return is_empty or is_stable or (rows > SMALL_LIST_ROWS and len(absent) * 2 > rows)
        if not is_empty:
            return False
        if kind not in OTHER_STATEMENT_LIST:
            return True
        other = replace(self._collection, kind=OTHER_STATEMENT_LIST[kind])
        in_other_list = ids_of(self._mirror, IDS.where(visible(records, other.kind)), other)
        return not absent <= in_other_list

    def _delete_absent(self) -> None:
        """Delete the absent rows, at most `BATCH_ROWS` in a transaction."""
        collection = self._collection
        if collection.kind is Kind.BRANCH:
            for branch_id in self._absent:
                for kind in (Kind.CONTRACTOR, Kind.JOB):
                    branch_list = Collection(collection.agency, kind, branch_id)
                    self.changed += delete_collection(self._mirror, branch_list, self._lease)
        for ids in batches(sorted(self._absent)):
            with self._mirror.transaction(collection.agency) as transaction:
                self._lease.renew_in(transaction.connection)
                transaction.remove(collection, ids, records.c.sequence <= self._first)
            self.changed += transaction.rows

    def _params(self, **more: Any) -> dict[str, Any]:
        return {**collection_params(self._collection), "of_generation": self._generation, **more}

    def _read(self, query: Select[Any], **more: Any) -> Sequence[Any]:
        with self._mirror.database.read() as connection:
            return connection.execute(query, self._params(**more)).all()

    def _changed_rows(self, rows: tuple[Row, ...]) -> dict[str, tuple[Any, bytes]]:
        """Parse the rows that differ from the stored rows, outside write transactions, because parsing is slow."""
        rows_by_id = {row.identity: row for row in rows}
        stored = {row.record_id: row.digest for row in self._read(DIGESTS, ids=list(rows_by_id))}
        changed_rows = [row for row in rows_by_id.values() if stored.get(row.identity) != row.digest]
        parsed = ((row, self._listing.read(row)) for row in changed_rows)
        return {row.identity: (record, row.digest) for row, record in parsed if record is not None}

    def _write_pending(self) -> int:
        """Write the pending changes in a transaction. Return its sequence number, or 0 if nothing was pending."""
        if not self._pending:
            return 0
        with self._mirror.transaction(self._collection.agency) as transaction:
            self._lease.renew_in(transaction.connection)
            number = self._write(transaction, self._pending)
        self._pending = {}
        self.changed += transaction.rows
        return number

    def _write(self, transaction: MirrorTransaction, changed: dict[str, tuple[Any, bytes]]) -> int:
        """Write one batch within a transaction that renews or releases the lease. Return its sequence number."""
        if not changed:
            return 0
        collection, connection = self._collection, transaction.connection
        number = next_number(connection)
        stored = connection.execute(STORED, self._params(ids=list(changed)))
        stored_rows = {row.record_id: row for row in stored}
        elsewhere = self._rows_in_other_lists(transaction, changed.keys() - stored_rows.keys())
        writes = []
        for identity, (record, digest) in changed.items():
            known = stored_rows.get(identity) or elsewhere.get(identity)
            if known is None or known.sequence <= self._sequence:
                writes.append(self._row_to_write(record, digest, known))
        transaction.put(collection, writes, number, unseen=self._is_first_fill)
        if collection.kind is Kind.INVOICE:
            self._record_sightings(connection, [put.record for put in writes])
        added = {record_id(collection.kind, put.record) for put in writes} - stored_rows.keys()
        if self._is_first_fill:
            self._from_other_lists |= added & elsewhere.keys()
        else:
            self._added |= added
            transaction.remove_from_other_lists(collection, added & elsewhere.keys())
        return number

    def _record_sightings(self, connection: Connection, invoices: Sequence[Invoice]) -> None:
        """Store the time at which an invoice is seen in a later state for the first time. AgentOS keeps no history."""
        owner, seen_at = {"agency": self._collection.agency, "contractor_id": self._collection.scope}, self._began
        rows = [
            {**owner, "invoice_id": invoice.invoice_id, "state": invoice.state, "seen_at": to_text(seen_at)}
            for invoice in invoices
            if invoice.state in LATER_STATES
        ]
        if rows:
            connection.execute(upsert(connection.dialect.name, invoice_sightings).on_conflict_do_nothing(), rows)

    def _row_to_write(self, record: Any, digest: bytes, known: Any) -> RowWrite:
        """Return the row to write. A job keeps notes and a former status from earlier responses."""
        job = self._collection.kind is Kind.JOB
        lacks_notes = job and record.notes is None
        if job and known is not None:
            record = record.after(DECODERS[Kind.JOB].decode(known.body))
        return RowWrite(
            record=record,
            generation=self._generation,
            former=known.contractor_id if known is not None else None,
            digest=digest,
            lacks_notes=lacks_notes,
            is_unchanged=is_unchanged(known, record),
        )

    def _rows_in_other_lists(self, transaction: MirrorTransaction, ids: Iterable[str]) -> dict[str, Any]:
        """Return other lists' rows of jobs that are new here: they moved, or the portal stored them earlier."""
        if self._collection.kind is not Kind.JOB or not ids:
            return {}
        rows = transaction.connection.execute(JOBS_ANYWHERE, self._params(ids=list(ids)))
        return {row.record_id: row for row in rows}

    def _publish(self, transaction: MirrorTransaction) -> None:
        """Make the first fill visible. Remove the fill's jobs from other lists, and from the list "no branch"."""
        collection = self._collection
        if collection.kind is Kind.JOB:
            in_no_list = select(records.c.record_id).where(*IS_JOB, records.c.scope == "")
            for batch in batches(transaction.connection.scalars(in_no_list, self._params()).all()):
                own_rows = transaction.connection.scalars(STORED_IDS_AMONG, self._params(ids=batch))
                self._from_other_lists.update(own_rows)
            for batch in batches(sorted(self._from_other_lists)):
                transaction.remove_from_other_lists(collection, batch)
        transaction.everyone = transaction.everyone or collection.kind in AGENCY_LISTS
        if collection.kind in PERSONAL_LISTS:
            transaction.contractors.add(collection.scope)


def store_single(mirror: Mirror, lease: Lease, record: Any | None, sequence: int, began: datetime) -> int:
    """Store a single record that was fetched at sequence number `sequence`, and return how many rows changed.

    `record` is None if it is gone from AgentOS. For notes, `record` is their job, which is stored only if a list
    still contains the job. Raise `LeaseLost` if another refresher has taken over.
    """
    collection = lease.collection
    with mirror.transaction(collection.agency) as transaction:
        if collection.kind is Kind.NOTES:
            if record is not None:
                store_job(transaction, record, sequence, anew=False)
        elif record is None:
            transaction.remove(collection, [collection.scope])
        else:
            stored_body = transaction.connection.scalar(STORED_BODY, collection_params(collection))
            if stored_body != msgspec.json.encode(record):
                transaction.put(collection, [RowWrite(record=record)], next_number(transaction.connection))
        lease.release_read(transaction.connection, began)
    return transaction.rows

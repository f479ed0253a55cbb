"""Transactions that change the mirror's rows, and the conditions that select rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select, update

from app.domain.account import Contractor
from app.domain.job import Job
from app.mirror.kinds import AGENCY_LISTS, DECODERS, PERSONAL_LISTS, Collection, Kind, record_id
from app.store.engine import upsert
from app.store.tables import collections, emails, erased_contractors, records

KEY = ("agency", "kind", "scope", "record_id")


def _of_collection(table: Table) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(f"of_{name}") for name in ("agency", "kind", "scope")]


MATCHES_COLLECTION = _of_collection(collections)
"""Condition: a row of `collections` has the key that `collection_params` returns."""
IN_COLLECTION = _of_collection(records)
"""Condition: a record is in the collection that `collection_params` describes, visible or not."""
DELETE_ROWS = (
    delete(records)
    .where(*IN_COLLECTION, records.c.record_id.in_(bindparam("ids", expanding=True)))
    .returning(records.c.record_id, records.c.contractor_id)
)
ERASED = select(erased_contractors.c.contractor_id).where(erased_contractors.c.agency == bindparam("of_agency"))
READ_AGAIN = b""
"""The digest of a row that the next fetch of its list writes again, although AgentOS has not changed it."""


def visible(table: Table, kind: Any) -> ColumnElement[bool]:
    """Return the condition that a row of `records` or `contractor_emails` has its collection's current generation."""
    current = select(collections.c.generation).where(
        collections.c.agency == table.c.agency, collections.c.kind == kind, collections.c.scope == table.c.scope
    )
    return table.c.generation == func.coalesce(current.correlate(table).scalar_subquery(), 0)


def is_unchanged(row: Any, job: Any) -> bool:
    """Return True if a stored row has this job, except perhaps its ETag, which no response contains.

    AgentOS may name another ETag in a list, or after a change, than for the single job.
    """
    return (
        row is not None and isinstance(job, Job) and job == replace(DECODERS[Kind.JOB].decode(row.body), etag=job.etag)
    )


def collection_params(collection: Collection) -> dict[str, str]:
    """Return the parameters of `MATCHES_COLLECTION` and `IN_COLLECTION`."""
    return {"of_agency": collection.agency, "of_kind": collection.kind, "of_scope": collection.scope}


@dataclass(frozen=True, kw_only=True, slots=True)
class RowWrite:
    """A row to write.

    `former`: the contractor of the stored row, if any. `digest`: the digest of the row in AgentOS's list.
    `is_unchanged`: the stored row has the same job, except perhaps its ETag, so no response changes.
    """

    record: Any
    generation: int = 0
    former: str | None = None
    digest: bytes | None = None
    lacks_notes: bool = False
    is_unchanged: bool = False


@dataclass
class MirrorTransaction:
    """A transaction that changes rows of one agency. It collects the contractors whose responses change.

    `contractors`: their ids. `everyone`: True for all of the agency. `lists_changed`: an agency's list has new rows.
    `rows`: the number of rows written or deleted.
    Rows that are not visible yet change no response.
    """

    connection: Connection
    agency: str
    contractors: set[str] = field(default_factory=set)
    everyone: bool = False
    lists_changed: bool = False
    rows: int = 0

    def put(self, collection: Collection, writes: Sequence[RowWrite], number: int, *, unseen: bool = False) -> None:
        """Write at most `BATCH_ROWS` rows, and contractors' e-mail addresses. `unseen`: no response changes."""
        writes = self._without_erased(collection, writes)
        if not writes:
            return
        rows = [_values(collection, write, number) for write in writes]
        statement = upsert(self.connection.dialect.name, records)
        updated = {name: statement.excluded[name] for name in rows[0] if name not in KEY}
        self.connection.execute(statement.on_conflict_do_update(index_elements=KEY, set_=updated), rows)
        if collection.kind is Kind.CONTRACTOR:
            self._replace_emails(collection, writes)
        self.rows += len(writes)
        if not unseen:
            self.lists_changed = self.lists_changed or collection.kind in AGENCY_LISTS
            changed = [write for write in writes if not write.is_unchanged]
            self.mark_changed(
                collection,
                {record_id(collection.kind, write.record) for write in changed},
                [owner for write in changed for owner in (write.former, _owner(collection, write.record))],
            )

    def remove(self, collection: Collection, ids: Iterable[str], *where: ColumnElement[bool]) -> None:
        """Delete at most `BATCH_ROWS` rows of a collection. `where`: further conditions on the rows."""
        values = {**collection_params(collection), "ids": list(ids)}
        deleted_rows = self.connection.execute(DELETE_ROWS.where(*where), values).all()
        if collection.kind is Kind.CONTRACTOR:
            self._delete_emails(collection, [row.record_id for row in deleted_rows])
        self.rows += len(deleted_rows)
        self.mark_changed(
            collection, {row.record_id for row in deleted_rows}, [row.contractor_id for row in deleted_rows]
        )

    def remove_from_other_lists(self, collection: Collection, ids: Iterable[str]) -> None:
        """Delete the jobs' rows in lists that the jobs have left. Such a row may be for a former contractor."""
        if not (id_list := list(ids)):
            return
        deleted_rows = self.connection.execute(
            delete(records)
            .where(
                records.c.agency == collection.agency,
                records.c.kind == collection.kind,
                records.c.record_id.in_(id_list),
                records.c.scope != collection.scope,
                visible(records, collection.kind),
            )
            .returning(records.c.contractor_id)
        )
        self.contractors.update(owner for owner in deleted_rows.scalars() if owner is not None)

    def mark_changed(self, collection: Collection, ids: set[str], owners: Iterable[str | None] = ()) -> None:
        """Add the contractors whose responses change with these records of a collection."""
        if collection.kind in (Kind.BRANCH, Kind.STATUS):
            self.everyone = self.everyone or bool(ids)
        elif collection.kind is Kind.CONTRACTOR:
            self.contractors |= ids
        elif collection.kind in (Kind.STAFF, Kind.PROPERTY):
            column = records.c.staff_id if collection.kind is Kind.STAFF else records.c.property_id
            owners = self.connection.scalars(
                select(records.c.contractor_id).where(records.c.agency == self.agency, column.in_(ids)).distinct()
            )
        self.contractors.update(owner for owner in owners if owner is not None)

    def _without_erased(self, collection: Collection, writes: Sequence[RowWrite]) -> Sequence[RowWrite]:
        """Return the writes without the data of erased contractors: of the contractor and of jobs, only the id remains.

        AgentOS may still list an erased contractor as archived. If it lists the contractor as active, the erasure is
        over, and the next fetch of the jobs writes them again.
        """
        if not writes or collection.kind not in (Kind.CONTRACTOR, Kind.JOB):
            return writes
        erased = set(self.connection.scalars(ERASED, {"of_agency": self.agency}))
        if erased and collection.kind is Kind.CONTRACTOR:
            active = {write.record.contractor_id for write in writes if not write.record.archived} & erased
            self._end_erasure(active)
            erased -= active
        return [_emptied(write) if write.record.contractor_id in erased else write for write in writes]

    def _end_erasure(self, contractor_ids: set[str]) -> None:
        table, jobs = erased_contractors, (records.c.agency == self.agency, records.c.kind == Kind.JOB)
        own = (table.c.agency == self.agency, table.c.contractor_id.in_(contractor_ids))
        if self.connection.execute(delete(table).where(*own)).rowcount:
            again = update(records).where(*jobs, records.c.contractor_id.in_(contractor_ids))
            self.connection.execute(again.values(digest=READ_AGAIN))

    def _replace_emails(self, collection: Collection, writes: Sequence[RowWrite]) -> None:
        """Replace the addresses of contractors. Archived contractors have none."""
        self._delete_emails(collection, [write.record.contractor_id for write in writes])
        in_list = {"agency": collection.agency, "scope": collection.scope}
        if rows := [
            {**in_list, "email": email, "contractor_id": write.record.contractor_id, "generation": write.generation}
            for write in writes
            if not write.record.archived
            for email in write.record.emails
        ]:
            self.connection.execute(insert(emails), rows)

    def _delete_emails(self, collection: Collection, ids: list[str]) -> None:
        in_list = delete(emails).where(emails.c.agency == collection.agency, emails.c.scope == collection.scope)
        self.connection.execute(in_list.where(emails.c.contractor_id.in_(ids)))


def _emptied(write: RowWrite) -> RowWrite:
    """Return a write of a contractor or a job with the ids alone."""
    record: Contractor | Job = write.record
    if isinstance(record, Job):
        return replace(
            write,
            record=Job(job_id=record.job_id, contractor_id=record.contractor_id),
            lacks_notes=False,
            is_unchanged=False,
        )
    return replace(write, record=Contractor(contractor_id=record.contractor_id, archived=True))


def _values(collection: Collection, write: RowWrite, number: int) -> dict[str, Any]:
    record, job = write.record, collection.kind is Kind.JOB
    return {
        "agency": collection.agency,
        "kind": collection.kind,
        "scope": collection.scope,
        "record_id": record_id(collection.kind, record),
        "contractor_id": _owner(collection, record),
        "staff_id": record.staff_id if job else None,
        "property_id": record.property_id if job else None,
        "lacks_address": job and not record.address and record.property_id is not None,
        "lacks_notes": write.lacks_notes,
        "body": msgspec.json.encode(record),
        "digest": write.digest,
        "sequence": number,
        "generation": write.generation,
    }


def _owner(collection: Collection, record: Any) -> str | None:
    if collection.kind is Kind.JOB:
        owner: str | None = record.contractor_id
        return owner
    return collection.scope if collection.kind in PERSONAL_LISTS else None

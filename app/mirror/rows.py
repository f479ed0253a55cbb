"""Changing the mirror's rows, a transaction at a time; and which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select

from app.mirror.kinds import PERSONAL_LISTS, Collection, Kind, record_id
from app.store.engine import upsert
from app.store.tables import collections, emails, records

KEY = ("agency", "kind", "scope", "record_id")
MATCHES_COLLECTION = (
    collections.c.agency == bindparam("of_agency"),
    collections.c.kind == bindparam("of_kind"),
    collections.c.scope == bindparam("of_scope"),
)
"""That a row of `collections` is the one that `collection_params` gives."""


def visible(table: Table, kind: Any) -> ColumnElement[bool]:
    """That a row of `records` or `contractor_emails` is of its collection's current generation."""
    current = select(collections.c.generation).where(
        collections.c.agency == table.c.agency, collections.c.kind == kind, collections.c.scope == table.c.scope
    )
    return table.c.generation == func.coalesce(current.correlate(table).scalar_subquery(), 0)


def in_collection(collection: Collection) -> tuple[ColumnElement[bool], ...]:
    """That a record is in the collection, shown or not."""
    return (
        records.c.agency == collection.agency,
        records.c.kind == collection.kind,
        records.c.scope == collection.scope,
    )


def collection_params(collection: Collection) -> dict[str, str]:
    """The parameters of `MATCHES_COLLECTION`."""
    return {"of_agency": collection.agency, "of_kind": collection.kind, "of_scope": collection.scope}


@dataclass(frozen=True, kw_only=True, slots=True)
class RowWrite:
    """A row to be written. `former` is whose it was, where it was there.

    `digest` is of the list's row it was read from. `same`: as it was, to the letter; nobody's answer changes.
    """

    record: Any
    generation: int = 0
    former: str | None = None
    digest: bytes | None = None
    lacks_notes: bool = False
    sequence: int | None = None
    same: bool = False


@dataclass
class MirrorTransaction:
    """One transaction's changes of an agency's rows; it collects whose answers they change.

    `contractors`: their ids; `everyone`: all of the agency's. What a fill writes unseen changes nobody's. `rows`:
    how many were written or deleted.
    """

    connection: Connection
    agency: str
    contractors: set[str] = field(default_factory=set)
    everyone: bool = False
    rows: int = 0

    def put(self, collection: Collection, puts: Sequence[RowWrite], number: int, *, unseen: bool = False) -> None:
        """Write rows of a collection, `BATCH_ROWS` at most, and what is looked up by them."""
        if not puts:
            return
        rows = [_values(collection, put, number) for put in puts]
        statement = upsert(self.connection.dialect.name, records)
        kept = {name: statement.excluded[name] for name in rows[0] if name not in KEY}
        self.connection.execute(statement.on_conflict_do_update(index_elements=KEY, set_=kept), rows)
        if collection.kind is Kind.CONTRACTOR:
            self._find_by_email(collection, puts)
        changed = [put for put in puts if not put.same]
        self.rows += len(changed)
        if not unseen:
            owners = [owner for put in changed for owner in (put.former, _owner(collection, put.record))]
            self.touch(collection, {record_id(collection.kind, put.record) for put in changed}, owners)

    def remove(self, collection: Collection, ids: Iterable[str], *where: ColumnElement[bool]) -> None:
        """Delete rows of a collection, `BATCH_ROWS` at most, those `where` something else is true as well."""
        wanted = list(ids)
        gone = self.connection.execute(
            delete(records)
            .where(*in_collection(collection), records.c.record_id.in_(wanted), *where)
            .returning(records.c.record_id, records.c.contractor_id)
        ).all()
        if collection.kind is Kind.CONTRACTOR:
            self._forget_emails(collection, [row.record_id for row in gone])
        self.rows += len(gone)
        self.touch(collection, {row.record_id for row in gone}, [row.contractor_id for row in gone])

    def remove_from_other_lists(self, collection: Collection, ids: Iterable[str]) -> None:
        """Delete jobs' rows in the lists they have left: one may name a contractor whose job it is no more."""
        if not (wanted := list(ids)):
            return
        gone = self.connection.execute(
            delete(records)
            .where(
                records.c.agency == collection.agency,
                records.c.kind == collection.kind,
                records.c.record_id.in_(wanted),
                records.c.scope != collection.scope,
                visible(records, collection.kind),
            )
            .returning(records.c.contractor_id)
        )
        self.contractors.update(owner for owner in gone.scalars() if owner is not None)

    def touch(self, collection: Collection, ids: set[str], owners: Iterable[str | None] = ()) -> None:
        """Count in those whose answers change with these records of a collection."""
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

    def _find_by_email(self, collection: Collection, puts: Sequence[RowWrite]) -> None:
        """Archived contractors are found by no address."""
        self._forget_emails(collection, [put.record.contractor_id for put in puts])
        rows = [
            {
                "email": email,
                "agency": collection.agency,
                "scope": collection.scope,
                "contractor_id": put.record.contractor_id,
                "generation": put.generation,
            }
            for put in puts
            if not put.record.archived
            for email in put.record.emails
        ]
        if rows:
            self.connection.execute(insert(emails), rows)

    def _forget_emails(self, collection: Collection, ids: list[str]) -> None:
        mine = (emails.c.agency == collection.agency, emails.c.scope == collection.scope)
        self.connection.execute(delete(emails).where(*mine, emails.c.contractor_id.in_(ids)))


def _values(collection: Collection, put: RowWrite, number: int) -> dict[str, Any]:
    thing, job = put.record, collection.kind is Kind.JOB
    return {
        "agency": collection.agency,
        "kind": collection.kind,
        "scope": collection.scope,
        "record_id": record_id(collection.kind, thing),
        "contractor_id": _owner(collection, thing),
        "staff_id": thing.staff_id if job else None,
        "property_id": thing.property_id if job else None,
        "lacks_address": job and not thing.address and thing.property_id is not None,
        "lacks_notes": put.lacks_notes,
        "body": msgspec.json.encode(thing),
        "digest": put.digest,
        "sequence": number if put.sequence is None else put.sequence,
        "generation": put.generation,
    }


def _owner(collection: Collection, thing: Any) -> str | None:
    if collection.kind is Kind.JOB:
        owner: str | None = thing.contractor_id
        return owner
    return collection.scope if collection.kind in PERSONAL_LISTS else None

"""The mirror's rows: what was read, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.account import Contractor, normal_email
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.domain.job import Job
from app.mirror.kinds import TYPES, Collection, Kind, record_id
from app.store.engine import Database
from app.store.tables import collections, counters, emails, records
from app.store.upsert import upsert


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a collection's readings; None where it never happened."""

    read_at: datetime | None = None
    failed_at: datetime | None = None
    asked_at: datetime | None = None


NEVER = State()


class Mirror:
    """Rows by agency and kind. Whoever shows them says whose they must be."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    # reading ----------------------------------------------------------------------------------------------------

    def things(self, agency: str, kind: Kind, *, contractor_id: str | None = None) -> list[Any]:
        """The domain objects of a kind, or of one contractor; each once, though two lists may hold it."""
        query = _newest_last(agency, kind)
        if contractor_id is not None:
            query = query.where(records.c.contractor_id == contractor_id)
        with self.database.read() as connection:
            rows = connection.execute(query).all()
        return list({row.record_id: msgspec.json.decode(row.body, type=TYPES[kind]) for row in rows}.values())

    def thing(self, agency: str, kind: Kind, identity: str) -> Any | None:
        """One domain object, or None."""
        with self.database.read() as connection:
            rows = connection.execute(_newest_last(agency, kind).where(records.c.record_id == identity)).all()
        return msgspec.json.decode(rows[-1].body, type=TYPES[kind]) if rows else None

    def lists_of(self, agency: str, kind: Kind, identity: str) -> list[Collection]:
        """The lists that hold a record."""
        with self.database.read() as connection:
            scopes = list(connection.scalars(_newest_last(agency, kind, records.c.scope, identity)))
        return [Collection(agency, kind, scope) for scope in scopes]

    def contractors_by_email(self, email: str) -> list[tuple[str, Contractor]]:
        """Every contractor, not archived, who has that address: agency short name and record."""
        query = (
            select(records.c.agency, records.c.record_id, records.c.body)
            .join(
                emails,
                (emails.c.agency == records.c.agency)
                & (emails.c.scope == records.c.scope)
                & (emails.c.contractor_id == records.c.record_id),
            )
            .where(emails.c.email == normal_email(email), records.c.kind == Kind.CONTRACTOR)
            .order_by(records.c.sequence)
        )
        with self.database.read() as connection:
            rows = connection.execute(query).all()
        found = {(row.agency, row.record_id): msgspec.json.decode(row.body, type=Contractor) for row in rows}
        return [(agency, contractor) for (agency, _), contractor in found.items() if not contractor.archived]

    def contractors_were_read(self, agency: Agency) -> bool:
        """Whether the contractors of every branch were read at least once."""
        lists = self.branch_lists(agency, Kind.CONTRACTOR)
        return lists is not None and all(self.state(one).read_at for one in lists)

    def branch_lists(self, agency: Agency, kind: Kind) -> list[Collection] | None:
        """The lists of that kind, one a branch; None while the agency's branches are not known."""
        ids: tuple[str, ...] | list[str] = agency.branches
        if not ids:
            if self.state(Collection(agency.short_name, Kind.BRANCH)).read_at is None:
                return None
            ids = [branch.branch_id for branch in self.things(agency.short_name, Kind.BRANCH)]
        return [Collection(agency.short_name, kind, branch_id) for branch_id in ids]

    # collections ------------------------------------------------------------------------------------------------

    def state(self, collection: Collection) -> State:
        """What is known of one collection."""
        return self.states([collection])[collection]

    def states(self, wanted: list[Collection]) -> dict[Collection, State]:
        """What is known of several collections of one agency."""
        if not wanted:
            return {}
        found = {}
        with self.database.read() as connection:
            rows = connection.execute(
                select(collections).where(
                    collections.c.agency == wanted[0].agency,
                    collections.c.kind.in_({one.kind for one in wanted}),
                    collections.c.scope.in_({one.scope for one in wanted}),
                )
            )
            for row in rows:
                found[Collection(row.agency, Kind(row.kind), row.scope)] = _state(row)
        return {one: found.get(one, NEVER) for one in wanted}

    def all_states(self, agency: str) -> dict[Collection, State]:
        """What is known of every collection of an agency."""
        with self.database.read() as connection:
            rows = connection.execute(select(collections).where(collections.c.agency == agency)).all()
        return {Collection(row.agency, Kind(row.kind), row.scope): _state(row) for row in rows}

    def ask(self, wanted: list[Collection]) -> None:
        """Write a due row for each: the worker reads them soon."""
        now = self.clock.now().isoformat()
        with self.database.write() as connection:
            for one in wanted:
                connection.execute(
                    upsert(connection, collections)
                    .values(agency=one.agency, kind=one.kind, scope=one.scope, asked_at=now)
                    .on_conflict_do_update(
                        index_elements=["agency", "kind", "scope"],
                        set_={"asked_at": func.coalesce(collections.c.asked_at, now)},
                    )
                )

    # what we wrote ------------------------------------------------------------------------------------------------

    def guard(self, agency: str, kind: Kind, identity: str) -> None:
        """Number a record's rows anew, just before we change it in AgentOS: no older refresh may touch them."""
        with self.database.write() as connection:
            connection.execute(
                update(records)
                .where(records.c.agency == agency, records.c.kind == kind, records.c.record_id == identity)
                .values(sequence=next_number(connection))
            )

    def number(self) -> int:
        """A number to hold against rows that are written after now."""
        with self.database.write() as connection:
            return next_number(connection)

    def take_job(self, agency: str, job: Job, noted: int) -> Job:
        """Store a job that was read after `noted`, unless it was written since; returns what is known of it now."""
        with self.database.write() as connection:
            rows = _job_rows(connection, agency, job.job_id)
            merged = job.after(msgspec.json.decode(rows[-1].body, type=Job)) if rows else job
            if all(row.sequence <= noted for row in rows):
                _write_job(connection, agency, merged, rows)
        return merged

    def change_job(self, agency: str, job: Job, change: Callable[[Job], Job]) -> Job:
        """Store what was just changed in AgentOS, on the rows as they stand (`job`, where there is none)."""
        with self.database.write() as connection:
            rows = _job_rows(connection, agency, job.job_id)
            known = msgspec.json.decode(rows[-1].body, type=Job) if rows else job
            changed = change(known).after(known)
            _write_job(connection, agency, changed, rows)
        return changed

    def keep_only(self, agency: Agency) -> None:
        """Forget what was read of branches that are not configured (any more): nobody would read it again."""
        if not agency.branches:
            return
        kept = ("", *agency.branches)
        with self.database.write() as connection:
            for table in (records, collections):
                elsewhere = (table.c.kind.in_((Kind.CONTRACTOR, Kind.JOB)), table.c.scope.not_in(kept))
                connection.execute(delete(table).where(table.c.agency == agency.short_name, *elsewhere))
            gone = (emails.c.agency == agency.short_name, emails.c.scope.not_in(kept))
            connection.execute(delete(emails).where(*gone))


def _job_rows(connection: Connection, agency: str, job_id: str) -> Sequence[Any]:
    columns = (records.c.scope, records.c.body, records.c.sequence)
    mine = (records.c.agency == agency, records.c.kind == Kind.JOB, records.c.record_id == job_id)
    return connection.execute(select(*columns).where(*mine).order_by(records.c.sequence)).all()


def _write_job(connection: Connection, agency: str, job: Job, rows: Sequence[Any]) -> None:
    number = next_number(connection)
    for scope in [row.scope for row in rows] or [""]:
        write_row(connection, Collection(agency, Kind.JOB, scope), job, job.contractor_id, number)


def next_number(connection: Connection) -> int:
    """The database's next number: later writes have higher ones, whatever the clocks say."""
    return int(
        connection.execute(
            upsert(connection, counters)
            .values(name="sequence", value=1)
            .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
            .returning(counters.c.value)
        ).scalar_one()
    )


def write_row(
    connection: Connection, collection: Collection, thing: Any, contractor_id: str | None, number: int
) -> None:
    """Insert or replace one row of a collection, and what is looked up by it."""
    identity = record_id(collection.kind, thing)
    job = collection.kind is Kind.JOB
    values = {
        "contractor_id": contractor_id,
        "staff_id": thing.staff_id if job else None,
        "property_id": thing.property_id if job and not thing.address else None,
        "body": msgspec.json.encode(thing),
        "sequence": number,
    }
    key = {"agency": collection.agency, "kind": collection.kind, "scope": collection.scope, "record_id": identity}
    connection.execute(
        upsert(connection, records)
        .values(**key, **values)
        .on_conflict_do_update(index_elements=["agency", "kind", "scope", "record_id"], set_=values)
    )
    if collection.kind is Kind.CONTRACTOR:
        forget_emails(connection, collection, identity)
        rows = [
            {"email": email, "agency": collection.agency, "scope": collection.scope, "contractor_id": identity}
            for email in thing.emails
        ]
        if rows:
            connection.execute(insert(emails), rows)


def delete_row(connection: Connection, collection: Collection, identity: str) -> None:
    """Delete one row of a collection, and what is looked up by it."""
    connection.execute(
        delete(records).where(
            records.c.agency == collection.agency,
            records.c.kind == collection.kind,
            records.c.scope == collection.scope,
            records.c.record_id == identity,
        )
    )
    if collection.kind is Kind.CONTRACTOR:
        forget_emails(connection, collection, identity)


def forget_emails(connection: Connection, collection: Collection, identity: str) -> None:
    """Delete the addresses that a contractor's row of this collection was found by."""
    connection.execute(
        delete(emails).where(
            emails.c.agency == collection.agency,
            emails.c.scope == collection.scope,
            emails.c.contractor_id == identity,
        )
    )


def _newest_last(agency: str, kind: Kind, column: Any = None, identity: str | None = None) -> Any:
    columns = (records.c.record_id, records.c.body) if column is None else (column,)
    query = select(*columns).where(records.c.agency == agency, records.c.kind == kind)
    if identity is not None:
        query = query.where(records.c.record_id == identity)
    return query.order_by(records.c.sequence)


def _state(row: Row[Any]) -> State:
    def moment(text: str | None) -> datetime | None:
        return datetime.fromisoformat(text) if text else None

    return State(read_at=moment(row.read_at), failed_at=moment(row.failed_at), asked_at=moment(row.asked_at))

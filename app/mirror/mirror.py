"""The mirror: rows of AgentOS records, and the state of each collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, exists, func, select, update

from app.domain.account import Contractor, normal_email
from app.domain.agency import Agency
from app.domain.clock import WRONG_CLOCK_S, Clock, from_optional_text, from_text, to_optional_text, to_text
from app.domain.invoice import InvoiceEvent, InvoiceState
from app.domain.job import Job
from app.mirror.kinds import AGENCY_LISTS, DECODERS, Collection, Kind
from app.mirror.rows import MirrorTransaction, RowWrite, is_unchanged, visible
from app.store.engine import SEQUENCE, Database, next_number, upsert
from app.store.invalidation import invalidate
from app.store.tables import collections, counters, emails, invoice_sightings, records
from app.store.worker_tasks import Task, request


@dataclass(frozen=True, slots=True)
class CollectionState:
    """The times of a collection's last fetch, of a failed fetch and of a requested refresh. None means never."""

    read_at: datetime | None = None
    failed_at: datetime | None = None
    asked_at: datetime | None = None


NEVER_READ = CollectionState()
UNKNOWN_AGE = timedelta(days=1)
"""The age of a list that was fetched in the future: a clock was ahead, so its age is unknown."""


def _newest_last(*columns: Any) -> Select[Any]:
    """Return a query for columns of an agency's visible records of a kind, in the order of writing."""
    kind: Any = bindparam("kind")
    return (
        select(*columns)
        .where(records.c.agency == bindparam("agency"), records.c.kind == kind, visible(records, kind))
        .order_by(records.c.sequence)
    )


CURRENT_SEQUENCE = select(counters.c.value).where(counters.c.name == SEQUENCE)
ALL = _newest_last(records.c.record_id, records.c.body)
OF_CONTRACTOR = ALL.where(records.c.contractor_id == bindparam("contractor_id"))
BY_ID = ALL.where(records.c.record_id == bindparam("record_id"))
HAS_EMAIL = (
    (records.c.agency == emails.c.agency)
    & (records.c.kind == Kind.CONTRACTOR)
    & (records.c.scope == emails.c.scope)
    & (records.c.record_id == emails.c.contractor_id)
    & visible(records, Kind.CONTRACTOR)
)
"""Condition: a row of `records` is the contractor to whom a row of `contractor_emails` belongs."""
BY_EMAIL = (
    select(records.c.agency, records.c.record_id, records.c.body)
    .select_from(records.join(emails, HAS_EMAIL))
    .where(emails.c.email == bindparam("email"))
    .order_by(records.c.sequence)
)
ALL_STATES = select(collections).where(
    collections.c.agency.in_(bindparam("agencies", expanding=True)),
    collections.c.kind.in_(bindparam("kinds", expanding=True)),
)
ASKED = ALL_STATES.where(collections.c.asked_at.is_not(None))
STATES = ALL_STATES.where(collections.c.scope.in_(bindparam("scopes", expanding=True)))
RENUMBER = update(records).where(
    records.c.agency == bindparam("of_agency"),
    records.c.kind == bindparam("of_kind"),
    records.c.record_id == bindparam("of_record"),
)
"""Change the columns that the parameters name, in a record's rows."""
SIGHTINGS = select(invoice_sightings).where(
    invoice_sightings.c.agency == bindparam("agency"), invoice_sightings.c.contractor_id == bindparam("contractor_id")
)
JOB_ROWS = (
    select(records, visible(records, Kind.JOB).label("shown"))
    .where(
        records.c.agency == bindparam("agency"),
        records.c.kind == Kind.JOB,
        records.c.record_id == bindparam("record_id"),
    )
    .order_by(records.c.sequence)
)
"""A job's rows, including rows that are not visible yet."""


class Mirror:
    """Rows by agency and kind. Callers must check that a contractor may see a row."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    # reads ------------------------------------------------------------------------------------------------------

    def list_records(self, agency: str, kind: Kind, *, contractor_id: str | None = None) -> list[Any]:
        """Return the domain objects of a kind, or of a kind and contractor. An object in two lists is returned once."""
        values = {"agency": agency, "kind": kind, "contractor_id": contractor_id}
        with self.database.read() as connection:
            rows = connection.execute(ALL if contractor_id is None else OF_CONTRACTOR, values).all()
        decode = DECODERS[kind].decode
        return list({row.record_id: decode(row.body) for row in rows}.values())

    def get_record(self, agency: str, kind: Kind, identity: str) -> Any | None:
        """Return the domain object with this id, or None."""
        with self.database.read() as connection:
            rows = connection.execute(BY_ID, {"agency": agency, "kind": kind, "record_id": identity}).all()
        return DECODERS[kind].decode(rows[-1].body) if rows else None

    def invoice_sightings(self, agency: str, contractor_id: str) -> dict[str, list[InvoiceEvent]]:
        """Return when a contractor's invoices were first seen in each later state, by AgentOS's id."""
        events: dict[str, list[InvoiceEvent]] = {}
        with self.database.read() as connection:
            for row in connection.execute(SIGHTINGS, {"agency": agency, "contractor_id": contractor_id}):
                event = InvoiceEvent(status=InvoiceState(row.state), at=from_text(row.seen_at), exact=False)
                events.setdefault(row.invoice_id, []).append(event)
        return events

    def lists_containing(self, agency: str, kind: Kind, identity: str) -> list[Collection]:
        """Return the lists that contain a record."""
        with self.database.read() as connection:
            query = _newest_last(records.c.scope).where(records.c.record_id == identity)
            scopes = connection.scalars(query, {"agency": agency, "kind": kind})
            return [Collection(agency, kind, scope) for scope in scopes]

    def contractors_by_email(self, email: str) -> list[tuple[str, Contractor]]:
        """Return (agency's short name, contractor) for every unarchived contractor with this e-mail address."""
        with self.database.read() as connection:
            rows = connection.execute(BY_EMAIL, {"email": normal_email(email)}).all()
        return contractors_of(rows)

    def job_read_at(self, agency: str, job_id: str) -> datetime | None:
        """Return when the last fetch of a job with its notes began: of the job itself, or of a list. None: never."""
        job_alone = Collection(agency, Kind.NOTES, job_id)
        with self.database.read() as connection:
            rows = connection.execute(JOB_ROWS, {"agency": agency, "record_id": job_id}).all()
        lists = [Collection(agency, Kind.JOB, row.scope) for row in rows if row.shown and not row.lacks_notes]
        read = [state.read_at for state in self.states([job_alone, *lists]).values() if state.read_at]
        return max(read, default=None)

    def has_read_since(self, agency: str, moment: datetime) -> bool:
        """Return True if a fetch of any collection of the agency began after `moment`, and was applied."""
        newer = (collections.c.agency == agency, collections.c.read_at > to_text(moment))
        with self.database.read() as connection:
            return bool(connection.scalar(select(exists().where(*newer))))

    def branch_lists(self, agency: Agency, kind: Kind) -> list[Collection] | None:
        """Return the lists of this kind, one for each branch, or None while the agency's branches are unknown."""
        ids: tuple[str, ...] | list[str] = agency.branches
        if not ids:
            if self.state(Collection(agency.short_name, Kind.BRANCH)).read_at is None:
                return None
            ids = [branch.branch_id for branch in self.list_records(agency.short_name, Kind.BRANCH)]
        return [Collection(agency.short_name, kind, branch_id) for branch_id in ids]

    def all_jobs_were_read(self, agency: str) -> bool:
        """Return True if the jobs of all branches were fetched at some time."""
        return self.state(Collection(agency, Kind.JOB)).read_at is not None

    def note_all_jobs_read(self, agency: Agency) -> None:
        """If the jobs of all branches were fetched, record this in the row for "no branch"."""
        if self.all_jobs_were_read(agency.short_name):
            return
        lists = self.branch_lists(agency, Kind.JOB)
        if lists and all(state.read_at for state in self.states(lists).values()):
            row = {"agency": agency.short_name, "kind": Kind.JOB, "scope": "", "read_at": to_text(self.clock.now())}
            with self.database.write() as connection:
                connection.execute(upsert(connection.dialect.name, collections).values(row).on_conflict_do_nothing())

    # collections ------------------------------------------------------------------------------------------------

    def state(self, collection: Collection) -> CollectionState:
        """Return the state of a collection."""
        return self.states([collection])[collection]

    def states(self, collection_list: list[Collection]) -> dict[Collection, CollectionState]:
        """Return the states of several collections of one agency."""
        if not collection_list:
            return {}
        names = {
            "agencies": [collection_list[0].agency],
            "kinds": list({collection.kind for collection in collection_list}),
            "scopes": list({collection.scope for collection in collection_list}),
        }
        with self.database.read() as connection:
            known_states = _states(connection.execute(STATES, names))
        return {collection: known_states.get(collection, NEVER_READ) for collection in collection_list}

    def all_states(
        self, agencies: Iterable[Agency], kinds: Iterable[Kind] = tuple(Kind), *, asked: bool = False
    ) -> dict[Collection, CollectionState]:
        """Return the states of agencies' collections of these kinds. `asked`: only with a requested refresh."""
        values = {"agencies": [agency.short_name for agency in agencies], "kinds": list(kinds)}
        with self.database.read() as connection:
            return _states(connection.execute(ASKED if asked else ALL_STATES, values))

    def request_refresh(
        self,
        collection_list: list[Collection],
        seen: Mapping[Collection, CollectionState] | None = None,
        *,
        patient: bool = True,
    ) -> None:
        """Request a refresh of each collection: the worker fetches the collection soon.

        `seen`: the states on which the caller's decision is based. Skip a collection that was fetched since then.
        `patient`, and exceptions: see `Database.write`.
        """
        now = to_text(self.clock.now())
        with self.database.write(patient=patient) as connection:
            for agency, task, is_awaited in {
                (
                    each.agency,
                    Task.LISTS if each.kind in AGENCY_LISTS else Task.RECORDS,
                    seen is not None and seen[each].read_at is None,
                )
                for each in collection_list
            }:
                request(self.database, connection, agency, task, is_awaited=is_awaited)
            for collection in collection_list:
                read_at = seen[collection].read_at if seen else None
                is_as_seen = collections.c.read_at.is_not_distinct_from(to_optional_text(read_at))
                key = {"agency": collection.agency, "kind": collection.kind, "scope": collection.scope}
                row = upsert(connection.dialect.name, collections).values(**key, asked_at=now)
                asked = {"asked_at": func.coalesce(collections.c.asked_at, now)}
                where = is_as_seen if seen else None
                connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=asked, where=where))

    def age_future_fetches(self, agency: str, states: Iterable[CollectionState]) -> bool:
        """Set the times of fetches that are in the future back to a day ago. Return whether `states` have any."""
        now = self.clock.now()
        ahead = now + timedelta(seconds=WRONG_CLOCK_S)
        if not any(moment and moment > ahead for state in states for moment in (state.read_at, state.failed_at)):
            return False
        with self.database.write() as connection:
            for column in (collections.c.read_at, collections.c.failed_at):
                wrong = update(collections).where(collections.c.agency == agency, column > to_text(ahead))
                connection.execute(wrong.values({column: to_text(now - UNKNOWN_AGE)}))
        return True

    @contextmanager
    def transaction(self, agency: str) -> Iterator[MirrorTransaction]:
        """Open a transaction that changes rows of an agency. At its end, delete cached responses made from these rows.

        Every change of rows needs such a transaction.
        """
        with self.database.write() as connection:
            transaction = MirrorTransaction(connection, agency)
            yield transaction
            invalidate(connection, agency, None if transaction.everyone else transaction.contractors)
            if transaction.everyone or transaction.lists_changed:  # their rows name the single records to fetch
                request(self.database, connection, agency, Task.RECORDS)

    def lists_job_for(self, agency: str, job_id: str, contractor_id: str) -> bool:
        """Return True if a list has the job for this contractor, or if the portal changed the job after the fetch."""
        with self.database.read() as connection:
            rows = connection.execute(JOB_ROWS, {"agency": agency, "record_id": job_id}).all()
        return any(row.digest is None or row.contractor_id == contractor_id for row in rows)

    # writes -------------------------------------------------------------------------------------------------------

    def current_sequence(self) -> int:
        """Return the current sequence number. Rows that are written later have higher numbers."""
        with self.database.read() as connection:
            return connection.scalar(CURRENT_SEQUENCE) or 0

    def store_job(self, agency: str, job: Job, as_of_sequence: int) -> Job:
        """Store a job fetched at `as_of_sequence`, unless a row was written since. Return the merged job."""
        with self.transaction(agency) as transaction:
            return store_job(transaction, job, as_of_sequence)

    def change_job(self, agency: str, job: Job, change: Callable[[Job], Job]) -> Job:
        """Apply a change made in AgentOS to the stored job, or to `job` if there is none. Return the changed job."""
        with self.transaction(agency) as transaction:
            rows = _job_rows(transaction, job.job_id)
            known = DECODERS[Kind.JOB].decode(rows[-1].body) if rows else job
            changed = change(known).after(known)
            _write_job(transaction, changed, rows)
        return changed


def contractors_of(rows: Iterable[Sequence[Any]]) -> list[tuple[str, Contractor]]:
    """Return each unarchived contractor once, from rows of agency, record id and body. The last row decides."""
    decode = DECODERS[Kind.CONTRACTOR].decode
    contractors = {(agency, record_id): decode(body) for agency, record_id, body in rows}
    return [(agency, contractor) for (agency, _), contractor in contractors.items() if not contractor.archived]


def store_job(transaction: MirrorTransaction, job: Job, as_of_sequence: int, *, anew: bool = True) -> Job:
    """Store a job within a transaction, like `Mirror.store_job`. `anew`: also store a job that is in no list."""
    rows = _job_rows(transaction, job.job_id)
    merged = job.after(DECODERS[Kind.JOB].decode(rows[-1].body)) if rows else job
    if (rows or anew) and all(row.sequence <= as_of_sequence for row in rows):
        _write_job(transaction, merged, rows)
    return merged


def _job_rows(transaction: MirrorTransaction, job_id: str) -> Sequence[Any]:
    return transaction.connection.execute(JOB_ROWS, {"agency": transaction.agency, "record_id": job_id}).all()


def _write_job(transaction: MirrorTransaction, job: Job, rows: Sequence[Any]) -> None:
    """Write a job into every list that contains the job. If none is visible, add the job to the list "no branch"."""
    if rows and all(row.shown and row.body == msgspec.json.encode(job) for row in rows):
        renumber(transaction.connection, transaction.agency, Kind.JOB, job.job_id)
        return
    number = next_number(transaction.connection)
    for row in rows:
        put = RowWrite(
            record=job,
            generation=row.generation,
            former=row.contractor_id,
            lacks_notes=row.lacks_notes,
            is_unchanged=is_unchanged(row, job),
        )
        transaction.put(Collection(transaction.agency, Kind.JOB, row.scope), [put], number)
    if not any(row.shown for row in rows):
        transaction.put(Collection(transaction.agency, Kind.JOB), [RowWrite(record=job)], number)


def renumber(connection: Connection, agency: str, kind: Kind, identity: str) -> None:
    """Renumber a record's rows before the record is changed in AgentOS, so an older refresh skips the rows."""
    connection.execute(
        RENUMBER,
        {"of_agency": agency, "of_kind": kind, "of_record": identity, "sequence": next_number(connection)},
    )


def _states(rows: Iterable[Row[Any]]) -> dict[Collection, CollectionState]:
    return {
        Collection(row.agency, Kind(row.kind), row.scope): CollectionState(
            *map(from_optional_text, (row.read_at, row.failed_at, row.asked_at))
        )
        for row in rows
    }

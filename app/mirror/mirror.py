"""The mirror's rows: what was read, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, exists, func, select, update

from app.domain.account import Contractor, normal_email
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.domain.job import Job
from app.mirror.kinds import TYPES, Collection, Kind
from app.mirror.rows import MATCHES_COLLECTION, MirrorTransaction, RowWrite, collection_params, visible
from app.store.engine import Database, upsert
from app.store.invalidation import outdate
from app.store.sequence import SEQUENCE, next_number
from app.store.tables import collections, counters, emails, records


@dataclass(frozen=True, slots=True)
class CollectionState:
    """What is known of a collection's readings; None where it never happened."""

    read_at: datetime | None = None
    failed_at: datetime | None = None
    asked_at: datetime | None = None


NEVER_READ = CollectionState()


def _newest_last(*columns: Any) -> Select[Any]:
    """A query for columns of the records of an agency and a kind that are shown."""
    kind: Any = bindparam("kind")
    return (
        select(*columns)
        .where(records.c.agency == bindparam("agency"), records.c.kind == kind, visible(records, kind))
        .order_by(records.c.sequence)
    )


ALL = _newest_last(records.c.record_id, records.c.body)
OF_CONTRACTOR = ALL.where(records.c.contractor_id == bindparam("contractor_id"))
ONE = ALL.where(records.c.record_id == bindparam("record_id"))
SCOPES = _newest_last(records.c.scope).where(records.c.record_id == bindparam("record_id"))
BY_EMAIL = (
    select(records.c.agency, records.c.record_id, records.c.body)
    .join(
        emails,
        (emails.c.agency == records.c.agency)
        & (emails.c.scope == records.c.scope)
        & (emails.c.contractor_id == records.c.record_id),
    )
    .where(emails.c.email == bindparam("email"), records.c.kind == Kind.CONTRACTOR, visible(records, Kind.CONTRACTOR))
    .order_by(records.c.sequence)
)
ALL_STATES = select(collections).where(
    collections.c.agency == bindparam("agency"), collections.c.kind.in_(bindparam("kinds", expanding=True))
)
ASKED = ALL_STATES.where(collections.c.asked_at.is_not(None))
STATES = ALL_STATES.where(collections.c.scope.in_(bindparam("scopes", expanding=True)))
OF_JOB = (
    records.c.agency == bindparam("agency"),
    records.c.kind == Kind.JOB,
    records.c.record_id == bindparam("record_id"),
)
JOB_ROWS = (
    select(
        records.c.scope,
        records.c.body,
        records.c.contractor_id,
        records.c.sequence,
        records.c.lacks_notes,
        records.c.generation,
        visible(records, Kind.JOB).label("shown"),
    )
    .where(*OF_JOB)
    .order_by(records.c.sequence)
)
"""A job's rows, those that are being filled in among them."""
OWNERS = select(records.c.contractor_id, records.c.digest).where(*OF_JOB)
NUMBER_ANEW = (
    update(records)
    .where(
        records.c.agency == bindparam("of_agency"),
        records.c.kind == bindparam("of_kind"),
        records.c.record_id == bindparam("of_record"),
    )
    .values(sequence=bindparam("number"))
)
NUMBER = select(counters.c.value).where(counters.c.name == SEQUENCE)
SUSPECT_AT = select(collections.c.suspect_at).where(*MATCHES_COLLECTION)


class Mirror:
    """Rows by agency and kind. Whoever shows them says whose they must be."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    # reading ----------------------------------------------------------------------------------------------------

    def list_records(self, agency: str, kind: Kind, *, contractor_id: str | None = None) -> list[Any]:
        """The domain objects of a kind, or of one contractor; each once, though two lists may hold it."""
        values = {"agency": agency, "kind": kind, "contractor_id": contractor_id}
        with self.database.read() as connection:
            rows = connection.execute(ALL if contractor_id is None else OF_CONTRACTOR, values).all()
        return list({row.record_id: msgspec.json.decode(row.body, type=TYPES[kind]) for row in rows}.values())

    def get_record(self, agency: str, kind: Kind, identity: str) -> Any | None:
        """One domain object, or None."""
        with self.database.read() as connection:
            rows = connection.execute(ONE, {"agency": agency, "kind": kind, "record_id": identity}).all()
        return msgspec.json.decode(rows[-1].body, type=TYPES[kind]) if rows else None

    def lists_containing(self, agency: str, kind: Kind, identity: str) -> list[Collection]:
        """The lists that hold a record."""
        with self.database.read() as connection:
            scopes = list(connection.scalars(SCOPES, {"agency": agency, "kind": kind, "record_id": identity}))
        return [Collection(agency, kind, scope) for scope in scopes]

    def contractors_by_email(self, email: str) -> list[tuple[str, Contractor]]:
        """Every contractor, not archived, who has that address: agency short name and record."""
        with self.database.read() as connection:
            rows = connection.execute(BY_EMAIL, {"email": normal_email(email)}).all()
        found = {(row.agency, row.record_id): msgspec.json.decode(row.body, type=Contractor) for row in rows}
        return [(agency, contractor) for (agency, _), contractor in found.items() if not contractor.archived]

    def contractors_were_read(self, agency: Agency) -> bool:
        """Whether the contractors of every branch were read at least once."""
        lists = self.branch_lists(agency, Kind.CONTRACTOR)
        return lists is not None and all(self.state(one).read_at for one in lists)

    def has_read_since(self, agency: str, moment: datetime) -> bool:
        """Whether a reading of anything of an agency's that began after `moment` was applied."""
        newer = (collections.c.agency == agency, collections.c.read_at > moment.isoformat())
        with self.database.read() as connection:
            return bool(connection.scalar(select(exists().where(*newer))))

    def branch_lists(self, agency: Agency, kind: Kind) -> list[Collection] | None:
        """The lists of that kind, one a branch; None while the agency's branches are not known."""
        ids: tuple[str, ...] | list[str] = agency.branches
        if not ids:
            if self.state(Collection(agency.short_name, Kind.BRANCH)).read_at is None:
                return None
            ids = [branch.branch_id for branch in self.list_records(agency.short_name, Kind.BRANCH)]
        return [Collection(agency.short_name, kind, branch_id) for branch_id in ids]

    def all_jobs_were_read(self, agency: str) -> bool:
        """Whether the jobs of all branches there were had been read at some time."""
        return self.state(Collection(agency, Kind.JOB)).read_at is not None

    def note_all_jobs_read(self, agency: Agency) -> None:
        """Note it, in a row for the list of no branch, if so it is now."""
        lists = self.branch_lists(agency, Kind.JOB)
        if not lists or self.all_jobs_were_read(agency.short_name):
            return
        if all(state.read_at for state in self.states(lists).values()):
            row = {"agency": agency.short_name, "kind": Kind.JOB, "scope": "", "read_at": self.clock.now().isoformat()}
            with self.database.write() as connection:
                connection.execute(upsert(connection.dialect.name, collections).values(row).on_conflict_do_nothing())

    # collections ------------------------------------------------------------------------------------------------

    def state(self, collection: Collection) -> CollectionState:
        """What is known of one collection."""
        return self.states([collection])[collection]

    def states(self, wanted: list[Collection]) -> dict[Collection, CollectionState]:
        """What is known of several collections of one agency."""
        if not wanted:
            return {}
        found = {}
        with self.database.read() as connection:
            names = {"kinds": list({one.kind for one in wanted}), "scopes": list({one.scope for one in wanted})}
            for row in connection.execute(STATES, {"agency": wanted[0].agency, **names}):
                found[Collection(row.agency, Kind(row.kind), row.scope)] = _state(row)
        return {one: found.get(one, NEVER_READ) for one in wanted}

    def all_states(
        self, agency: str, kinds: Iterable[Kind] = tuple(Kind), *, asked: bool = False
    ) -> dict[Collection, CollectionState]:
        """What is known of every collection of an agency, of some kinds; or of those alone that are `asked` for."""
        with self.database.read() as connection:
            rows = connection.execute(ASKED if asked else ALL_STATES, {"agency": agency, "kinds": list(kinds)}).all()
        return {Collection(row.agency, Kind(row.kind), row.scope): _state(row) for row in rows}

    def request_refresh(
        self,
        wanted: list[Collection],
        seen: Mapping[Collection, CollectionState] | None = None,
        *,
        patient: bool = True,
    ) -> None:
        """Write a due row for each: the worker reads them soon. `patient` and raises as `Database.write`.

        `seen`: what they were judged by. What was read since then is not asked for: it would be read twice.
        """
        now = self.clock.now().isoformat()
        with self.database.write(patient=patient) as connection:
            for one in wanted:
                read_at = seen[one].read_at if seen else None
                connection.execute(
                    upsert(connection.dialect.name, collections)
                    .values(agency=one.agency, kind=one.kind, scope=one.scope, asked_at=now)
                    .on_conflict_do_update(
                        index_elements=["agency", "kind", "scope"],
                        set_={"asked_at": func.coalesce(collections.c.asked_at, now)},
                        where=collections.c.read_at.is_not_distinct_from(read_at and read_at.isoformat())
                        if seen
                        else None,
                    )
                )

    def suspect_at(self, collection: Collection) -> str | None:
        """Since when its list has left out too much to be believed."""
        with self.database.read() as connection:
            return connection.scalar(SUSPECT_AT, collection_params(collection))

    @contextmanager
    def transaction(self, agency: str) -> Iterator[MirrorTransaction]:
        """A transaction in which rows of an agency change: all of them do in such a one.

        It takes away the answers that were prepared of them.
        """
        with self.database.write() as connection:
            changes = MirrorTransaction(connection, agency)
            yield changes
            outdate(connection, agency, None if changes.everyone else changes.contractors)

    def lists_job_for(self, agency: str, job_id: str, contractor_id: str) -> bool:
        """Whether a branch's list has a job as this contractor's, or has not been read since we changed its row."""
        with self.database.read() as connection:
            rows = connection.execute(OWNERS, {"agency": agency, "record_id": job_id}).all()
        return any(row.digest is None or row.contractor_id == contractor_id for row in rows)

    # what we wrote ------------------------------------------------------------------------------------------------

    def current_sequence(self) -> int:
        """A number to hold against rows that are written after now: whoever writes takes a higher one."""
        with self.database.read() as connection:
            return connection.scalar(NUMBER) or 0

    def store_job(self, agency: str, job: Job, noted: int) -> Job:
        """Store a job that was read after `noted`, unless it was written since; returns what is known of it now."""
        with self.transaction(agency) as changes:
            return store_job(changes, job, noted)

    def change_job(self, agency: str, job: Job, change: Callable[[Job], Job]) -> Job:
        """Store what was just changed in AgentOS, on the rows as they stand (`job`, where there is none)."""
        with self.transaction(agency) as changes:
            rows = _job_rows(changes, job.job_id)
            known = msgspec.json.decode(rows[-1].body, type=Job) if rows else job
            changed = change(known).after(known)
            _write_job(changes, changed, rows)
        return changed


def store_job(changes: MirrorTransaction, job: Job, noted: int, *, anew: bool = True) -> Job:
    """Within a transaction: as `Mirror.store_job`; a job that is in no list (any more) only if it may come `anew`."""
    rows = _job_rows(changes, job.job_id)
    merged = job.after(msgspec.json.decode(rows[-1].body, type=Job)) if rows else job
    if (rows or anew) and all(row.sequence <= noted for row in rows):
        _write_job(changes, merged, rows)
    return merged


def _job_rows(changes: MirrorTransaction, job_id: str) -> Sequence[Any]:
    return changes.connection.execute(JOB_ROWS, {"agency": changes.agency, "record_id": job_id}).all()


def _write_job(changes: MirrorTransaction, job: Job, rows: Sequence[Any]) -> None:
    """Write a job into every list that has it; into none of them, for the time being, if no list that is shown has."""
    if rows and all(row.shown and row.body == msgspec.json.encode(job) for row in rows):
        renumber(changes.connection, changes.agency, Kind.JOB, job.job_id)
        return
    number = next_number(changes.connection)
    for row in rows:
        put = RowWrite(record=job, generation=row.generation, former=row.contractor_id, lacks_notes=row.lacks_notes)
        changes.put(Collection(changes.agency, Kind.JOB, row.scope), [put], number)
    if not any(row.shown for row in rows):
        changes.put(Collection(changes.agency, Kind.JOB), [RowWrite(record=job)], number)


def renumber(connection: Connection, agency: str, kind: Kind, identity: str) -> None:
    """Number a record's rows anew, just before we change it in AgentOS: no older refresh may touch them."""
    names = {"of_agency": agency, "of_kind": kind, "of_record": identity}
    connection.execute(NUMBER_ANEW, {**names, "number": next_number(connection)})


def moment(text: str | None) -> datetime | None:
    """The moment that a row tells, if any."""
    return datetime.fromisoformat(text) if text else None


def _state(row: Row[Any]) -> CollectionState:
    return CollectionState(read_at=moment(row.read_at), failed_at=moment(row.failed_at), asked_at=moment(row.asked_at))

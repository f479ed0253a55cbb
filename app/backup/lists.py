"""The portal's knowledge of AgentOS's lists at a backup, in the form of baselines (`lists_at_backup`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from app.domain.recognition import status_of
from app.domain.submission import SubmissionKind
from app.mirror.kinds import DECODERS, Kind
from app.mirror.rows import visible
from app.store.engine import batches, upsert
from app.store.tables import collections, lists_at_backup, records


def record_lists(connection: Connection) -> None:
    """Record the lists that the mirror has completely: the notes and the status of jobs, and contractors' invoices."""
    for agency in connection.scalars(select(collections.c.agency).distinct()).all():
        rows = [*_invoices(connection, agency), *_jobs(connection, agency)]
        for batch in batches(rows):
            new = upsert(connection.dialect.name, lists_at_backup)
            newest = new.on_conflict_do_update(
                index_elements=["agency", "kind", "scope"], set_={"known": new.excluded.known}
            )
            connection.execute(newest, list(batch))


def _invoices(connection: Connection, agency: str) -> Iterator[dict[str, object]]:
    lists = (collections.c.agency == agency, collections.c.kind == Kind.INVOICE, collections.c.read_at.is_not(None))
    ids: dict[str, set[str]] = {scope: set() for scope in connection.scalars(select(collections.c.scope).where(*lists))}
    for row in connection.execute(select(records.c.scope, records.c.record_id).where(*_visible(agency, Kind.INVOICE))):
        if row.scope in ids:
            ids[row.scope].add(row.record_id)
    for scope, known in ids.items():
        yield _row(agency, SubmissionKind.INVOICE, scope, known)


def _jobs(connection: Connection, agency: str) -> Iterator[dict[str, object]]:
    jobs = select(records.c.body).where(*_visible(agency, Kind.JOB)).order_by(records.c.sequence)
    for body in connection.scalars(jobs):
        job = DECODERS[Kind.JOB].decode(body)
        ids = None if job.notes is None else [note.note_id for note in job.notes]
        if ids is not None and None not in ids:
            yield _row(agency, SubmissionKind.NOTE, job.job_id, (str(note_id) for note_id in ids))
        if status := status_of(job.status_id, job.etag):
            yield _row(agency, SubmissionKind.COMPLETION, job.job_id, status)


def _visible(agency: str, kind: Kind) -> tuple[ColumnElement[bool], ...]:
    return records.c.agency == agency, records.c.kind == kind, visible(records, kind)


def _row(agency: str, kind: SubmissionKind, scope: str, known: Iterable[str]) -> dict[str, object]:
    return {"agency": agency, "kind": kind, "scope": scope, "known": msgspec.json.encode(sorted(known))}

"""The tables in a backup, and their rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from app.domain.recognition import status_of
from app.domain.submission import SubmissionKind
from app.ledger.restores import is_watching
from app.mirror.kinds import DECODERS, Kind
from app.mirror.rows import visible
from app.store import tables
from app.store.tables import collections, lists_at_backup, records, restores

Lists = dict[tuple[SubmissionKind, str], Collection[str]]
"""Known ids in AgentOS's lists, or a status, by the kind of a submission and the scope of its list."""

INCLUDED = (
    tables.erased_contractors,
    tables.submissions,
    tables.invoicing_marks,
    tables.invoice_sightings,
    tables.mails,
    tables.proofs,
    tables.restores,
    tables.lists_at_backup,
    tables.known_devices,
    tables.passkeys,
    tables.handovers,
    tables.audit_entries,
)
"""The tables that AgentOS cannot give back. After a restore, they are as at the backup.

Others are AgentOS's data; or are about processes, clocks and counts that begin anew; or, as sessions, may have ended
after the backup.
"""


def rows_of(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table for a backup.

    The rows of `restores` and `lists_at_backup` are those that a restore of this backup needs. If the database itself
    was restored a short time ago, they still tell of the earlier backup, because submissions that were lost then may be
    repeated still. Otherwise, the lists are those of now, and the restore records itself.
    """
    if table in (restores, lists_at_backup) and not is_watching(connection):
        return _lists_of_now(connection) if table is lists_at_backup else iter(())
    # A restore numbers these rows again, in the same order.
    columns = [column for column in table.c if column is not table.autoincrement_column]
    rows = select(*columns).order_by(*table.primary_key)
    return (dict(row) for row in connection.execute(rows, execution_options={"yield_per": 500}).mappings())


def _lists_of_now(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield the lists of AgentOS that the mirror has completely: notes and status of jobs, and contractors' invoices.

    They have the form of baselines.
    """
    for agency in connection.scalars(select(collections.c.agency).distinct()).all():
        for (kind, scope), known in {**_invoices(connection, agency), **_jobs(connection, agency)}.items():
            yield {"agency": agency, "kind": kind, "scope": scope, "known": msgspec.json.encode(sorted(known))}


def _invoices(connection: Connection, agency: str) -> Lists:
    lists = (collections.c.agency == agency, collections.c.kind == Kind.INVOICE, collections.c.read_at.is_not(None))
    known: dict[str, set[str]] = {
        scope: set() for scope in connection.scalars(select(collections.c.scope).where(*lists))
    }
    for row in connection.execute(select(records.c.scope, records.c.record_id).where(*_visible(agency, Kind.INVOICE))):
        if row.scope in known:
            known[row.scope].add(row.record_id)
    return {(SubmissionKind.INVOICE, scope): ids for scope, ids in known.items()}


def _jobs(connection: Connection, agency: str) -> Lists:
    lists: Lists = {}
    jobs = select(records.c.body).where(*_visible(agency, Kind.JOB)).order_by(records.c.sequence)
    for body in connection.scalars(jobs):  # a job that moved to another branch has two rows
        job = DECODERS[Kind.JOB].decode(body)
        ids = None if job.notes is None else [note.note_id for note in job.notes]
        if ids is not None and None not in ids:
            lists[SubmissionKind.NOTE, job.job_id] = {str(note_id) for note_id in ids}
        if status := status_of(job.status_id, job.etag):
            lists[SubmissionKind.COMPLETION, job.job_id] = status
    return lists


def _visible(agency: str, kind: Kind) -> tuple[ColumnElement[bool], ...]:
    return records.c.agency == agency, records.c.kind == kind, visible(records, kind)

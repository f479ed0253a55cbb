"""Erasure of what the portal keeps about a contractor, an e-mail address or an agency."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from app.domain.submission import UNSETTLED
from app.mirror.kinds import DECODERS, Kind
from app.operations.personal_data.subject import (
    NAMING_BOTH,
    Conditions,
    Subject,
    conditions,
    count,
    find_contractor,
    own_and_shared_emails,
    sent_by,
)
from app.services import Services
from app.store.engine import batches, delete_rows, upsert
from app.store.tables import (
    audit_entries,
    erased_contractors,
    metadata,
    records,
    submissions,
)

DOCUMENTS = "documents"
"""The name of the files in the counts of erased things."""

Plan = tuple[dict[str, int], list[str]]
"""An erasure's numbers of rows by table, and of `DOCUMENTS`; and the ids of submissions that have not ended."""


class Unfinished(Exception):
    """Submissions have not ended, so nothing was erased. The argument: their ids."""


def plan(services: Services, subject: Subject) -> Plan:
    """Return what `erase` would delete."""
    with services.database.read() as connection:
        counts = count(connection, {submissions: sent_by(subject), **conditions(subject)})
        return _plan(connection, counts, sent_by(subject), with_documents=subject.account_key is not None)


def erase(services: Services, subject: Subject) -> None:
    """Delete the rows and documents of a contractor, or the rows of an address. Raise `Unfinished`, OSError.

    Submissions and entries of the audit belong to a contractor, so the erasure of an address only removes it there.
    Documents are deleted before their rows are, so that a second run finds what an interrupted one has left.
    """
    with services.database.write() as connection:
        if subject.account_key is not None:
            subject = find_contractor(connection, *subject.account_key)
        if unfinished := _ids(connection, sent_by(subject), submissions.c.state.in_(UNSETTLED)):
            raise Unfinished(unfinished)
        if subject.account_key is None:
            _remove_address(connection, subject)
        else:
            _remove_documents(services, _ids(connection, sent_by(subject)))
            row = upsert(connection.dialect.name, erased_contractors).values(subject.account_key)
            connection.execute(row.on_conflict_do_nothing())
        for table, where in conditions(subject).items():
            connection.execute(delete(table).where(where))


def unconfigured_agencies(services: Services) -> list[str]:
    """Return the short names of agencies that have rows, but are not configured."""
    names: set[str | None] = set()
    with services.database.read() as connection:
        for table in _tables_of_agencies():
            names |= set(connection.scalars(select(table.c.agency).distinct()))
    # Some tasks of the worker serve all agencies, so they have an empty name.
    return sorted(filter(None, names - services.config.agencies.keys()))


def plan_agency(services: Services, agency: str) -> Plan:
    """Return what `erase_agency` would delete, except rows that name only an address."""
    wheres: Conditions = {table: table.c.agency == agency for table in _tables_of_agencies()}
    with services.database.read() as connection:
        return _plan(connection, count(connection, wheres), submissions.c.agency == agency)


def erase_agency(services: Services, agency: str) -> None:
    """Delete all rows and documents of an agency that is not configured, and the rows of its contractors' addresses.

    An address that an account of another agency has too is kept. Raise OSError. Delete rows in batches. The rows that
    lead to others come last, so that a second run finds what an interrupted one has left.
    """
    database = services.database
    with database.read() as connection:
        ids = _ids(connection, submissions.c.agency == agency)
        addresses = _addresses_of(connection, agency)
    _remove_documents(services, ids)
    of_people = [table for table in metadata.sorted_tables if "email" in table.c and table not in NAMING_BOTH]
    for table in (*of_people, audit_entries):
        for emails in batches(sorted(addresses)):
            delete_rows(database, table, table.c.email.in_(emails))
    for table in _tables_of_agencies():
        delete_rows(database, table, table.c.agency == agency)


def _plan(
    connection: Connection, counts: dict[str, int], of_submissions: ColumnElement[bool], *, with_documents: bool = True
) -> Plan:
    documents = _ids(connection, of_submissions, submissions.c.document_name.is_not(None)) if with_documents else []
    unfinished = _ids(connection, of_submissions, submissions.c.state.in_(UNSETTLED))
    return {**counts, DOCUMENTS: len(documents)} if documents else counts, unfinished


def _tables_of_agencies() -> list[Table]:
    return [table for table in metadata.sorted_tables if "agency" in table.c]


def _addresses_of(connection: Connection, agency: str) -> set[str]:
    """Return the addresses of an agency's accounts that no account of another agency has."""
    of_contractors = (records.c.agency == agency, records.c.kind == Kind.CONTRACTOR)
    bodies = connection.scalars(select(records.c.body).where(*of_contractors))
    known = [email for body in bodies for email in DECODERS[Kind.CONTRACTOR].decode(body).emails]
    own, _ = own_and_shared_emails(connection, known, lambda table: table.c.agency == agency)
    return own


def _remove_address(connection: Connection, subject: Subject) -> None:
    """Remove an address from the submissions and the entries of the audit that name a contractor."""
    connection.execute(update(submissions).where(sent_by(subject)).values(email=None))
    nobody = dict.fromkeys(("email", "network", "software", "device"))
    named = (audit_entries.c.email.in_(sorted(subject.emails)), audit_entries.c.contractor_id.is_not(None))
    connection.execute(update(audit_entries).where(*named).values(nobody))


def _ids(connection: Connection, *where: ColumnElement[bool]) -> list[str]:
    return list(connection.scalars(select(submissions.c.id).where(*where).order_by(submissions.c.number)))


def _remove_documents(services: Services, ids: Iterable[str]) -> None:
    for submission_id in ids:
        services.ledger.documents.remove(submission_id)

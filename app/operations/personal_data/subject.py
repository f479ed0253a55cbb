"""The rows of all tables that are about a contractor, or about an e-mail address.

Export and erasure use the same conditions. A table with the columns `agency` and `contractor_id`, or `email`, is
included without further code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from app.mirror.kinds import DECODERS, PERSONAL_LISTS, Kind
from app.store.engine import batches
from app.store.tables import (
    audit_entries,
    collections,
    emails,
    erased_contractors,
    mails,
    metadata,
    records,
    sessions,
    submissions,
)

Conditions = dict[Table, ColumnElement[bool]]
NAMING_BOTH = (emails, sessions, submissions, audit_entries)
"""The tables that name an account together with an e-mail address."""
OF_AGENCY = (emails, submissions)
"""Tables whose rows belong to a contractor, although they name an address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A contractor of an agency or, without an `account_key`, an e-mail address.

    `account_key`: the agency's short name, and the contractor's id. `emails`: the addresses that no other account has.
    `shared_emails`: the contractor's addresses that other accounts have too. `name`: of the contractor, if it is known.
    `is_active`: AgentOS lists the contractor, and not as archived.
    """

    account_key: tuple[str, str] | None
    emails: frozenset[str]
    shared_emails: frozenset[str] = frozenset()
    name: str | None = None
    is_active: bool = False


def find_contractor(connection: Connection, agency: str, contractor_id: str) -> Subject:
    """Return a contractor, with the addresses in AgentOS and those that have used the account."""
    in_mirror = _record(agency, contractor_id)
    bodies = connection.scalars(select(records.c.body).where(*in_mirror).order_by(records.c.sequence)).all()
    record = DECODERS[Kind.CONTRACTOR].decode(bodies[-1]) if bodies else None
    known = record.emails if record else ()
    own, shared = own_and_shared_emails(connection, known, lambda table: _is_account(table, agency, contractor_id))
    return Subject(
        account_key=(agency, contractor_id),
        emails=frozenset(own),
        shared_emails=frozenset(shared),
        name=record.display_name if record else None,
        is_active=record is not None and not record.archived,
    )


def accounts_with(connection: Connection, email: str) -> list[tuple[str, str]]:
    """Return the accounts that have an address: the agencies' short names, and the contractors' ids."""
    accounts = set()
    for table in NAMING_BOTH:
        named = (table.c.email == email, table.c.contractor_id.is_not(None))
        rows = connection.execute(select(table.c.agency, table.c.contractor_id).where(*named).distinct())
        accounts |= {(row.agency, row.contractor_id) for row in rows}
    return sorted(accounts)


def own_and_shared_emails(
    connection: Connection, known: Iterable[str], is_own: Callable[[Table], ColumnElement[bool]]
) -> tuple[set[str], set[str]]:
    """Return the addresses of accounts that no other account has, and those that other accounts have too.

    `known`: addresses of the accounts in AgentOS. `is_own`: returns the condition of the accounts' rows in a table.
    """
    addresses, shared = set(known), set()
    for table in NAMING_BOTH:
        addresses |= set(connection.scalars(_addresses(table, is_own(table))))
    for batch in batches(sorted(addresses)):
        for table in NAMING_BOTH:
            others = and_(table.c.email.in_(batch), table.c.contractor_id.is_not(None), ~is_own(table))
            shared |= set(connection.scalars(_addresses(table, others)))
    return addresses - shared, shared


def conditions(subject: Subject) -> Conditions:
    """Return the condition of the rows about a subject, for each table with any. Rows that depend on others come first.

    Left out are starts of sign-ins, challenges of passkeys, counted requests and the like: they live for some hours.
    """
    further = {} if subject.account_key is None else _further(*subject.account_key)
    wheres: Conditions = {}
    for table in metadata.sorted_tables:  # by name: mails before submissions
        either = [further[table]] if table in further else []
        if subject.account_key is not None and {"agency", "contractor_id"} <= set(table.c.keys()):
            either.append(_is_account(table, *subject.account_key))
        if "email" in table.c and not (subject.account_key is None and table in OF_AGENCY):
            either.append(table.c.email.in_(sorted(subject.emails)))
        if either and table is not erased_contractors:
            wheres[table] = or_(*either)
    return wheres


def sent_by(subject: Subject) -> ColumnElement[bool]:
    """Return the condition of a contractor's submissions, or of those that an address has sent."""
    if subject.account_key is None:
        return submissions.c.email.in_(sorted(subject.emails))
    return _is_account(submissions, *subject.account_key)


def count(connection: Connection, wheres: Conditions) -> dict[str, int]:
    """Return the number of rows that fulfil each condition, by the name of the table, without zeros."""
    counts = {
        table.name: connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()
        for table, where in wheres.items()
    }
    return {name: number for name, number in sorted(counts.items()) if number}


def _further(agency: str, contractor_id: str) -> Conditions:
    """Return the conditions of a contractor's rows that name the account in another way."""
    own_submissions = select(submissions.c.id).where(_is_account(submissions, agency, contractor_id))
    lists = (collections.c.agency == agency, collections.c.kind.in_(PERSONAL_LISTS))
    return {
        mails: mails.c.submission_id.in_(own_submissions),
        collections: and_(*lists, collections.c.scope == contractor_id),
        records: and_(*_record(agency, contractor_id)),
    }


def _record(agency: str, contractor_id: str) -> tuple[ColumnElement[bool], ...]:
    return records.c.agency == agency, records.c.kind == Kind.CONTRACTOR, records.c.record_id == contractor_id


def _is_account(table: Table, agency: str, contractor_id: str) -> ColumnElement[bool]:
    return and_(table.c.agency == agency, table.c.contractor_id == contractor_id)


def _addresses(table: Table, where: ColumnElement[bool]) -> Any:
    return select(table.c.email).where(table.c.email.is_not(None), where).distinct()

"""Contractors' marks of jobs that need no invoice through the portal. AgentOS does not get them."""

from __future__ import annotations

from sqlalchemy import delete, select

from app.domain.clock import from_text, to_text
from app.domain.job import InvoicingMark
from app.store.engine import Database, put_row
from app.store.invalidation import invalidate
from app.store.tables import invoicing_marks as table


def marks_of(database: Database, agency: str, contractor_id: str) -> dict[str, InvoicingMark]:
    """Return a contractor's marks, by the job's id."""
    own = select(table).where(table.c.agency == agency, table.c.contractor_id == contractor_id)
    with database.read() as connection:
        rows = connection.execute(own).all()
    return {
        row.job_id: InvoicingMark(state=row.state, invoice_number=row.invoice_number, at=from_text(row.at))
        for row in rows
    }


def set_mark(database: Database, agency: str, contractor_id: str, job_id: str, mark: InvoicingMark | None) -> None:
    """Mark a job in place of an earlier mark, or delete its mark. Invalidate the contractor's cached responses."""
    key = {"agency": agency, "contractor_id": contractor_id, "job_id": job_id}
    with database.write() as connection:
        if mark is None:
            connection.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
        else:
            values = {"state": mark.state, "invoice_number": mark.invoice_number, "at": to_text(mark.at)}
            put_row(connection, table, key, values)
        invalidate(connection, agency, [contractor_id])

"""The invoices we sent, on disk before anything leaves."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import msgspec
from sqlalchemy import Connection, insert, select, update

from app.domain.clock import Clock
from app.domain.invoice import Invoice, InvoiceState
from app.mirror.outdating import outdate
from app.store.engine import Database
from app.store.tables import invoices

LONGEST_SENDING = timedelta(seconds=85)
"""A request's 55 s and 30 more: what is `sending` for longer was left behind by a process that died."""


class SentInvoices:
    """One row an invoice; a row is deleted only if certainly nothing was sent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, agency: str, contractor_id: str, invoice: Invoice) -> str:
        """Note an invoice that is about to be sent; returns the row's id."""
        row = uuid4().hex
        with self._database.write() as connection:
            outdate(connection, agency, [contractor_id])
            connection.execute(
                insert(invoices).values(
                    id=row,
                    agency=agency,
                    contractor_id=contractor_id,
                    body=msgspec.json.encode(invoice),
                    sent_at=self._clock.now().isoformat(),
                )
            )
        return row

    def settle(self, row: str, invoice: Invoice) -> None:
        """Note what became of it."""
        with self._database.write() as connection:
            _outdate_of(connection, row)
            connection.execute(update(invoices).where(invoices.c.id == row).values(body=msgspec.json.encode(invoice)))

    def drop(self, row: str) -> None:
        """Forget one that never left."""
        with self._database.write() as connection:
            _outdate_of(connection, row)
            connection.execute(invoices.delete().where(invoices.c.id == row))

    def of(self, agency: str, contractor_id: str) -> list[Invoice]:
        """Everything this contractor sent through us, newest first."""
        now = self._clock.now()
        return [self._shown(invoice, sent_at, now) for invoice, sent_at in self._rows(agency, contractor_id)]

    def settling(self, agency: str, contractor_id: str) -> list[datetime]:
        """When those that are still being sent will count as left behind."""
        now = self._clock.now()
        return [
            sent_at + LONGEST_SENDING
            for invoice, sent_at in self._rows(agency, contractor_id)
            if self._shown(invoice, sent_at, now).state is InvoiceState.SENDING
        ]

    def _rows(self, agency: str, contractor_id: str) -> list[tuple[Invoice, datetime]]:
        query = (
            select(invoices.c.body, invoices.c.sent_at)
            .where(invoices.c.agency == agency, invoices.c.contractor_id == contractor_id)
            .order_by(invoices.c.sent_at.desc())
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return [(msgspec.json.decode(row.body, type=Invoice), datetime.fromisoformat(row.sent_at)) for row in rows]

    def _shown(self, invoice: Invoice, sent_at: datetime, now: datetime) -> Invoice:
        left_behind = now - sent_at > LONGEST_SENDING
        if invoice.state is InvoiceState.SENDING and left_behind:
            return replace(invoice, state=InvoiceState.UNCONFIRMED)
        return invoice


def _outdate_of(connection: Connection, row: str) -> None:
    """Take away answers that show this row."""
    for one in connection.execute(
        select(invoices.c.agency, invoices.c.contractor_id).where(invoices.c.id == row)
    ).all():
        outdate(connection, one.agency, [one.contractor_id])

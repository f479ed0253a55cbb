"""Statements and submitted invoices: past payments, pending payments, and claims of a contractor."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

Record = dict[str, Any]

COMMISSION = 12  # per cent of the gross
INVOICE_STATES = ("Submitted", "Authorised", "Rejected", "Paid")


def statement(oid: str, status: str, day: date, gross_pence: int, job: str | None, paid: date | None = None) -> Record:
    """Return a statement. Net plus VAT (20 %) is the gross; the gross less commission is the amount paid."""
    vat = round(gross_pence / 6)
    commission = round(gross_pence * COMMISSION / 100)
    return {
        "OID": oid,
        "InvoiceNumber": f"INV-{oid[2:]}",
        "Date": f"{day}T00:00:00",
        "Description": f"Works on {job}" if job else "Works",
        "JobOID": job,
        "Net": (gross_pence - vat) / 100,
        "VAT": vat / 100,
        "Gross": gross_pence / 100,
        "Commission": commission / 100,
        "Amount": (gross_pence - commission) / 100,
        "Status": status,
        "PaidDate": f"{paid}T00:00:00" if paid else None,
    }


def invoice(oid: str, status: str, day: date, pence: int, job: str | None) -> Record:
    """Return an invoice as its contractor submitted it."""
    return {
        "OID": oid,
        "JobOID": job,
        "Amount": pence / 100,
        "InvoiceNumber": f"A{oid[4:]}",
        "InvoiceDate": f"{day}T00:00:00",
        "Description": f"Invoice for {job}" if job else "Invoice",
        "Status": status,
        "SubmittedAt": f"{day + timedelta(days=1)}T09:30:00",
        "DocumentName": f"invoice-{oid[4:]}.pdf",
    }


class Bookkeeper:
    """A maker of statements and invoices with agency-wide numbers, the oldest first for each contractor."""

    def __init__(self, rng: random.Random, today: date) -> None:
        self._rng = rng
        self._today = today
        self._statements = 0
        self._invoices = 0

    def random(self, jobs: list[str]) -> tuple[dict[str, list[Record]], list[Record]]:
        """Return a contractor's statements and invoices for these finished jobs."""
        rng = self._rng
        historical = [self._past(job) for job in jobs[: rng.randrange(4)]]
        pending = [self._waiting(job) for job in jobs[3 : 3 + rng.randrange(3)]]
        invoices = []
        for job in jobs[: rng.randrange(3)]:
            self._invoices += 1
            day = self._ago(120)
            state = rng.choice(INVOICE_STATES)
            invoices.append(invoice(f"INV-{self._invoices}", state, day, rng.randrange(40_00, 900_00), job))
        return {"historical": historical, "pending": pending}, invoices

    def harper(self) -> tuple[dict[str, list[Record]], list[Record]]:
        """Return CON-1001's: 480.00 less 57.60 is 422.40, a sum of doubles, text amounts, a statement without a job."""
        oddly_summed = {"Net": 0.1, "VAT": 0.2, "Gross": 0.1 + 0.2, "Commission": 0, "Amount": 0.1 + 0.2}
        as_text = {"Net": "400.00", "VAT": "80.00", "Gross": "480.00", "Commission": "57.60", "Amount": "422.40"}
        historical = [
            self._fixed("Paid", 300, 120_00, "JOB-6", paid=290),
            {**self._fixed("Paid", 250, 30, None, paid=240), **oddly_summed},
            self._fixed("Processed", 200, 75_50, "JOB-6", paid=None),
            self._fixed("Paid", 150, 960_00, "JOB-16", paid=140),
            {**self._fixed("Paid", 90, 60_00, "JOB-16", paid=80), "Description": "", "InvoiceNumber": None},
            self._fixed("Paid", 60, 480_00, "JOB-8", paid=45),
            self._fixed("Processed", 35, 33_33, "JOB-8", paid=30),
        ]
        pending = [
            self._fixed("Pending", 12, 480_00, "JOB-5", paid=None),
            self._fixed("Authorised", 10, 150_00, "JOB-10", paid=None),
            {**self._fixed("Pending", 5, 480_00, "JOB-2", paid=None), **as_text},
            {**self._fixed("Pending", 3, 99_99, None, paid=None), "Commission": None, "Status": None},
        ]
        invoices = []
        states = ("Paid", "Rejected", "Authorised", "Submitted")
        for days, state, job in zip((70, 25, 15, 6), states, ("JOB-8", "JOB-5", "JOB-5", "JOB-10"), strict=True):
            self._invoices += 1
            day = self._today - timedelta(days=days)
            invoices.append(invoice(f"INV-{self._invoices}", state, day, 480_00, job))
        return {"historical": historical, "pending": pending}, invoices

    def racing(self, job: str) -> dict[str, list[Record]]:
        """Return statements where one is in both lists: it moved to the main account while both lists were read."""
        moved = self._fixed("Paid", 7, 240_00, job, paid=2)
        waiting = {**moved, "Status": "Authorised", "PaidDate": None}
        return {"historical": [moved], "pending": [waiting, self._fixed("Pending", 4, 90_00, job, paid=None)]}

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days=1 + self._rng.randrange(days))

    def _oid(self) -> str:
        self._statements += 1
        return f"S-{self._statements}"

    def _fixed(self, status: str, days: int, pence: int, job: str | None, *, paid: int | None) -> Record:
        paid_on = self._today - timedelta(days=paid) if paid is not None else None
        return statement(self._oid(), status, self._today - timedelta(days=days), pence, job, paid_on)

    def _past(self, job: str) -> Record:
        day = self._ago(300)
        status = self._rng.choice(("Paid", "Paid", "Processed"))
        return statement(self._oid(), status, day, self._pence(), job, min(day + timedelta(days=9), self._today))

    def _waiting(self, job: str) -> Record:
        return statement(self._oid(), self._rng.choice(("Pending", "Authorised")), self._ago(20), self._pence(), job)

    def _pence(self) -> int:
        return self._rng.randrange(30_00, 1_200_00)

"""What the portal must show of AgentOS's statements and invoices: written from the contract pages, not from `app`."""

from datetime import date
from decimal import Decimal

from tests.jobs.expected import EPOCH, Record, day, instant, london, pounds, text
from tests.portal_server import PortalServer

MONEY = {"net": "Net", "vat": "VAT", "gross": "Gross", "commission": "Commission", "amount": "Amount"}


def statements_of(portal_server: PortalServer, account: str, kind: str) -> list[Record]:
    """Newest first, those without a date last; one that was processed is pending no more."""
    agency, contractor = account.split("/")
    lists = portal_server.simulator.control("GET", f"state/{agency}/statements/{contractor}")
    processed = {each["OID"] for each in lists["historical"]} if kind == "pending" else set()
    found = [
        {
            "statementId": held["OID"],
            "reference": text(held["InvoiceNumber"]),
            "date": day(held["Date"]),
            "description": text(held["Description"]),
            "jobId": held["JobOID"],
            **{name: pounds(held[theirs]) for name, theirs in MONEY.items()},
            "status": text(held["Status"]),
            "paidAt": day(held["PaidDate"]),
        }
        for held in lists[kind]
        if held["OID"] not in processed
    ]
    return sorted(found, key=lambda each: (-_ordinal(each["date"]), each["statementId"]))


def total(statements: list[Record]) -> float:
    """What they pay, to the penny."""
    return float(sum((Decimal(str(each["amount"])) for each in statements if each["amount"] is not None), Decimal(0)))


def invoices_of(portal_server: PortalServer, account: str) -> list[Record]:
    """What AgentOS holds of a contractor who sent none through us: newest first, then by id."""
    agency, contractor = account.split("/")
    held = sorted(
        portal_server.simulator.control("GET", f"state/{agency}/invoices/{contractor}"), key=lambda one: one["OID"]
    )
    held.sort(key=lambda one: instant(one["SubmittedAt"]) or EPOCH, reverse=True)
    return [
        {
            "invoiceId": one["OID"],
            "jobId": one["JobOID"],
            "statementId": None,
            "amount": pounds(one["Amount"]),
            "vat": None,
            "description": text(one["Description"]),
            "invoiceDate": day(one["InvoiceDate"]),
            "invoiceNumber": text(one["InvoiceNumber"]),
            "status": one["Status"].lower(),
            "submittedAt": london(one["SubmittedAt"]),
            "document": {"name": one["DocumentName"], "size": None} if one["DocumentName"] else None,
        }
        for one in held
    ]


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0

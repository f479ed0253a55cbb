"""The statements and invoices that the portal must show, derived from AgentOS's records without the code of `app`."""

from datetime import date
from decimal import Decimal

from tests.jobs.expected import EPOCH, Record, day, instant, london, pounds, text
from tests.portal_server import PortalServer

INVOICE = {
    "jobId": "JOB-1",
    "amount": 480.00,
    "description": "Works",
    "invoiceDate": "2026-11-25",
    "invoiceNumber": "A-7",
}
"""An invoice that the portal accepts."""
READ_AT = "2026-11-25T09:00:00+00:00"
"""The time of the first reading."""
SENT = [{"status": status, "at": READ_AT, "exact": True} for status in ("sending", "submitted")]
"""The history of an invoice that was sent at that time, and that AgentOS took at once."""
MONEY = {"net": "Net", "vat": "VAT", "gross": "Gross", "commission": "Commission", "amount": "Amount"}


def statements_of(portal_server: PortalServer, account: str, kind: str) -> list[Record]:
    """Return the statements, newest first and undated last. A processed statement is no longer pending."""
    agency, contractor = account.split("/")
    lists = portal_server.simulator.control("GET", f"state/{agency}/statements/{contractor}")
    processed = {each["OID"] for each in lists["historical"]} if kind == "pending" else set()
    statements = [
        {
            "statementId": record["OID"],
            "reference": text(record["InvoiceNumber"]),
            "date": day(record["Date"]),
            "description": text(record["Description"]),
            "jobId": record["JobOID"],
            **{name: pounds(record[theirs]) for name, theirs in MONEY.items()},
            "status": text(record["Status"]),
            "paidAt": day(record["PaidDate"]),
        }
        for record in lists[kind]
        if record["OID"] not in processed
    ]
    return sorted(statements, key=lambda each: (-_ordinal(each["date"]), each["statementId"]))


def total(statements: list[Record]) -> float:
    """Return the sum of the statements' amounts, exact to the penny."""
    return float(sum((Decimal(str(each["amount"])) for each in statements if each["amount"] is not None), Decimal(0)))


def invoices_of(portal_server: PortalServer, account: str) -> list[Record]:
    """Return the invoices of a contractor who sent none through the portal: newest first, then by id."""
    agency, contractor = account.split("/")
    records = sorted(
        portal_server.simulator.control("GET", f"state/{agency}/invoices/{contractor}"), key=lambda each: each["OID"]
    )
    records.sort(key=lambda each: instant(each["SubmittedAt"]) or EPOCH, reverse=True)
    return [
        {
            "invoiceId": each["OID"],
            "jobId": each["JobOID"],
            "statementId": None,
            "amount": pounds(each["Amount"]),
            "vat": None,
            "description": text(each["Description"]),
            "invoiceDate": day(each["InvoiceDate"]),
            "invoiceNumber": text(each["InvoiceNumber"]),
            "status": each["Status"].lower(),
            "submittedAt": london(each["SubmittedAt"]),
            "document": {"name": each["DocumentName"], "size": None} if each["DocumentName"] else None,
            "submissionId": None,
            "history": _history(each),
            "rejectedBy": "agency" if each["Status"] == "Rejected" else None,
        }
        for each in records
    ]


def _history(record: Record) -> list[Record]:
    """Return the history of an invoice of AgentOS that the portal first read in its present state."""
    submitted_at, state = london(record["SubmittedAt"]), record["Status"].lower()
    history = [{"status": "submitted", "at": submitted_at, "exact": True}] if submitted_at else []
    return history if state == "submitted" else [*history, {"status": state, "at": READ_AT, "exact": False}]


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0

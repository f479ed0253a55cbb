"""What the portal must show of AgentOS's records: written from the two contract pages, sharing nothing with `app`."""

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from flask.testing import FlaskClient

from tests.portal_server import PortalServer

Record = dict[str, Any]

LONDON = ZoneInfo("Europe/London")
HARPER = "office@harper.example"
PEOPLE = {
    "acme/CON-1001": HARPER,
    "harbour/CON-5001": HARPER,
    "harbour/CON-5002": "quay@quayside.example",
    "acme/CON-1002": "accounts@evans.example",
    "acme/CON-1006": "bare@bare.example",
    "acme/CON-1007": "llyr.gwyn@gwyn.example",
    "acme/CON-1008": "hello@bold.example",
    "harbour/CON-5005": "ref@onlyref.example",
}
"""Accounts of the simulator, and who may use them."""
DONE = {"acme": ("Completed", "Invoiced"), "harbour": ("Works done",)}
OFF = {"acme": ("Cancelled",), "harbour": ("Abandoned",)}
"""agencies.example.toml's words."""


def client_for(portal_server: PortalServer, account: str) -> FlaskClient:
    """Somebody signed in whose every request is for `account`."""
    client = portal_server.sign_in(PEOPLE[account])
    client.environ_base["HTTP_PORTAL_ACCOUNT"] = account
    return client


def text(value: Any) -> str | None:
    """Missing, null and empty are all null."""
    return (value or "").strip() or None


def instant(value: str | None) -> datetime | None:
    """A moment; naive is London's."""
    if not value:
        return None
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)


def london(value: str | None) -> str | None:
    """A moment as the portal shows it."""
    moment = instant(value)
    return moment.astimezone(LONDON).isoformat() if moment else None


def day(value: str | None) -> str | None:
    """A plain date."""
    return (london(value) or "")[:10] or None


def pounds(value: Any) -> float | None:
    """AgentOS's double, or text, to the penny."""
    if value is None:
        return None
    return float(Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def line(record: Record, *names: str) -> str | None:
    """The non-empty fields in one line."""
    return ", ".join(field for name in names if (field := text(record.get(name)))) or None


def job(state: Record, agency: str, oid: str, *, list_notes: Record, now: datetime) -> Record:
    """The Job of the contract page for one of AgentOS's."""
    record = state["jobs"][oid]
    words = {each["OID"]: each["Name"] for each in state["status_types"].values()}
    status = text(record.get("Status")) or words.get(record.get("StatusOID"))
    finished = instant(record.get("CompletedDate"))
    private = status in DONE[agency] and finished is not None and now - finished > timedelta(days=30)
    place = property_of(state, record)
    if place and private:
        place["access"] = None
    form = list_notes.get(oid) or list_notes.get(record["BranchOID"])
    notes = None if form in ("missing", "null") else record.get("MaintenanceNotes")
    return {
        "jobId": oid,
        "reference": text(record.get("JobNumber")),
        "title": text(record.get("Title")),
        "description": text(record.get("Description")),
        "status": status,
        "completed": status in DONE[agency],
        "priority": text(record.get("Priority")),
        "category": text(record.get("Category")),
        "reportedAt": london(record.get("Reported")),
        "completedAt": london(record.get("CompletedDate")),
        "property": place,
        "reportedBy": {
            "name": text(record.get("ReportedByName")),
            "phone": None if private else text(record.get("ReportedByPhone")),
            "email": None if private else text(record.get("ReportedByEMail")),
        },
        "notes": [note(each) for each in sorted(notes or [], key=lambda each: instant(each["CreatedAt"]) or EPOCH)],
        "notesComplete": notes is not None,
    }


EPOCH = datetime.fromtimestamp(0, UTC)


def note(record: Record) -> Record:
    """A note as the portal shows it."""
    return {
        "noteId": text(record.get("OID")),
        "note": text(record.get("NoteContents")) or "",
        "author": text(record.get("CreatedBy")),
        "createdAt": london(record.get("CreatedAt")),
    }


def property_of(state: Record, record: Record) -> Record | None:
    """Where a job is; what its row lacks comes from its property, which is read if some job's row lacks the address."""
    read = {each.get("PropertyOID") for each in state["jobs"].values() if text(each.get("Property")) is None}
    oid = text(record.get("PropertyOID"))
    known = state["properties"].get(oid, {}) if oid in read else {}
    address = text(record.get("Property")) or line(known, "Address1", "Address2", "Address3", "Address4")
    if oid is None and address is None:
        return None
    return {
        "propertyId": oid,
        "address": address,
        "postcode": text(record.get("Postcode")) or text(known.get("Postcode")),
        "access": text(record.get("AccessArrangements")) or text(known.get("AccessArrangements")),
    }


def jobs_of(portal_server: PortalServer, account: str, *, read_alone: bool = False) -> list[Record]:
    """All jobs of an account in the contract's order; `read_alone`: those whose notes no list brings, too, by now."""
    agency, contractor = account.split("/")
    state = portal_server.simulator.state(agency)
    list_notes = {} if read_alone else portal_server.simulator.control("GET", f"list-notes/{agency}")
    jobs = [
        job(state, agency, oid, list_notes=list_notes, now=portal_server.clock.now())
        for oid, record in state["jobs"].items()
        if record.get("ContractorOID") == contractor
    ]
    jobs.sort(key=lambda each: each["jobId"])
    jobs.sort(key=lambda each: instant(each["reportedAt"]) or EPOCH, reverse=True)
    return jobs

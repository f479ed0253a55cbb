"""The records that the portal must show, derived from AgentOS's records by the two contract pages, not by `app`."""

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
"""The simulator's accounts, and the address of a person who may use each."""
DONE = {"acme": ("Completed", "Invoiced"), "harbour": ("Works done",)}
OFF = {"acme": ("Cancelled",), "harbour": ("Abandoned",)}
"""The status words of agencies.example.toml."""
RANKS = {"Emergency": 0, "High": 1, "Medium": 2, "Low": 3}


def client_for(portal_server: PortalServer, account: str) -> FlaskClient:
    """Return a signed-in client whose requests are all for `account`."""
    client = portal_server.sign_in(PEOPLE[account])
    client.environ_base["HTTP_PORTAL_ACCOUNT"] = account
    return client


def read_job(client: FlaskClient, job_id: str) -> Record:
    """Return the body of a single job without its freshness, which it must have."""
    body: Record = client.get(f"/api/contractor/jobs/{job_id}").json  # type: ignore[assignment]
    freshness = {name: body.pop(name) for name in ("asOf", "stale")}
    assert freshness["stale"] is False
    return body


def text(value: Any) -> str | None:
    """Return the trimmed text, or None if it is missing, null or empty."""
    return (value or "").strip() or None


def instant(value: str | None) -> datetime | None:
    """Return a time in UTC. Without a zone, it is London time."""
    if not value:
        return None
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)


def london(value: str | None) -> str | None:
    """Return a time in the portal's format."""
    moment = instant(value)
    return moment.astimezone(LONDON).isoformat(timespec="seconds") if moment else None


def day(value: str | None) -> str | None:
    """Return a date without a time."""
    return (london(value) or "")[:10] or None


def pounds(value: Any) -> float | None:
    """Return an amount, a double or a text in AgentOS, rounded to the penny."""
    if value is None:
        return None
    return float(Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def line(record: Record, *names: str) -> str | None:
    """Return the fields that are not empty, in one line."""
    return ", ".join(field for name in names if (field := text(record.get(name)))) or None


def job(state: Record, agency: str, oid: str, *, list_notes: Record, now: datetime) -> Record:
    """Return a job of AgentOS in the format of the contract."""
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
        "priorityRank": RANKS.get(text(record.get("Priority")) or ""),
        "emergency": text(record.get("Priority")) == "Emergency",
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
        "invoicing": None,
    }


EPOCH = datetime.fromtimestamp(0, UTC)


def note(record: Record) -> Record:
    """Return a note in the portal's format."""
    return {
        "noteId": text(record.get("OID")),
        "note": text(record.get("NoteContents")) or "",
        "author": text(record.get("CreatedBy")),
        "createdAt": london(record.get("CreatedAt")),
    }


def property_of(state: Record, record: Record) -> Record | None:
    """Return the property of a job, in the portal's format.

    Fields that are missing in the job come from its property's record. The portal fetches that record if any job of
    this property lacks its address.
    """
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
    """Return all jobs of an account, in the contract's order.

    `read_alone` means that jobs whose list lacks notes have been fetched one by one.
    """
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

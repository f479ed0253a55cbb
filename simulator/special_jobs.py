"""The handwritten special cases of jobs, first in each agency.

They are the same at every size and seed, except for the property, the reporter and the defect: the seed picks these if
they are not set here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from simulator.jobs import DROP

Record = dict[str, Any]

NO_PLACE: Record = {"PropertyOID": DROP, "Property": DROP, "Postcode": DROP, "AccessArrangements": DROP}
NOTHING: Record = dict.fromkeys(
    (
        "JobNumber", "Title", "Description", "StatusOID", "Status", "Priority", "Category", "PropertyOID", "Property",
        "Postcode", "AccessArrangements", "StaffOID", "Reported", "CompletedDate", "ReportedByName",
        "ReportedByPhone", "ReportedByEMail", "MaintenanceNotes",
    ),
    DROP,
)  # fmt: skip


@dataclass(frozen=True)
class Sketch:
    """One job: its contractor, status, age, special fields, branch, and its notes in list rows."""

    contractor: str | None
    status: str
    days_ago: int
    changes: Record = field(default_factory=dict)
    branch: int = 1
    list_notes: str | None = None  # "missing" or "null": the notes in a list's row


def _note(oid: str, text: str, at: str, author: str | None = "Harper Plumbing Ltd") -> Record:
    return {"OID": oid, "CreatedAt": at, "NoteContents": text, "CreatedBy": author}


def _noted(number: int) -> Record:
    return {
        "Reported": "2026-02-01T08:15:00",
        "MaintenanceNotes": [
            _note(f"N-{number}-1", "Part ordered", "2026-02-02T10:00:00"),
            _note(
                f"N-{number}-2",
                "Landlord asks for a <b>photo</b> 📷\nbefore Friday",
                "2026-02-03T09:30:00",
                "Grace Shaw",
            ),
        ],
    }


STAIRS = "Ceiling 💧 drips.\n\nSecond line — <script>alert('job')</script> & \"quotes\"\r\nŴ ŷ £40"
CLOCK_NOTES = [
    _note("N-17-1", "Zoned, London summer", "2026-06-02T10:15:30.1234567+01:00"),
    _note("N-17-2", "Universal", "2026-06-02T11:00:00Z", None),
    _note("N-17-3", "", "", ""),
]

ACME = (
    Sketch("CON-1001", "Reported", 2, {"Title": "No hot water", "Priority": "High"}),  # JOB-1
    Sketch("CON-1001", "In progress", 9, _noted(2)),
    Sketch("CON-1001", "In progress", 5, {"Title": "Leak <i>upstairs</i> 🚿", "Description": STAIRS}),
    Sketch("CON-1001", "Pending", 12, {"Priority": "Emergency"}, branch=2),
    Sketch("CON-1001", "Completed", 14),
    Sketch("CON-1001", "Completed", 200, {"Reported": "2024-04-20T09:00:00", "CompletedDate": "2024-05-01T16:00:00"}),
    Sketch("CON-1001", "Cancelled", 30),
    Sketch("CON-1001", "Invoiced", 40),
    Sketch("CON-1001", "In progress", 7, {"Status": DROP}),
    Sketch("CON-1001", "Completed", 20, {"StatusOID": DROP}),  # JOB-10
    Sketch("CON-1001", "In progress", 4, NO_PLACE),
    Sketch("CON-1001", "Reported", 3, {"Property": DROP, "Postcode": DROP, "AccessArrangements": DROP}),
    Sketch("CON-1001", "In progress", 11, _noted(13), list_notes="missing"),
    Sketch("CON-1001", "In progress", 13, _noted(14), list_notes="null"),
    Sketch("CON-1001", "Reported", 1, {"Reported": "2026-10-25T01:30:00"}),
    Sketch("CON-1001", "Completed", 60, {"Reported": "2026-03-29T01:30:00", "CompletedDate": "2026-03-29T01:59:59"}),
    Sketch("CON-1001", "Pending", 1, {"Reported": "2026-06-01T07:15:00.250Z", "MaintenanceNotes": CLOCK_NOTES}),
    Sketch(
        "CON-1001",
        "Reported",
        6,
        {"Priority": "Whenever", "Category": "", "Description": "", "AccessArrangements": "", "CompletedDate": ""},
    ),
    Sketch("CON-1001", "Reported", 8, {"StatusOID": "SX-99", "Status": "On hold – parts", "MaintenanceNotes": None}),
    Sketch("CON-1001", "Reported", 8, NOTHING),  # JOB-20
    Sketch(None, "Reported", 2, {"ContractorOID": DROP}),
    Sketch(None, "Reported", 3),
    Sketch("", "In progress", 10),
    Sketch("CON-1002", "Reported", 2),
    Sketch("CON-1002", "Completed", 25),
    Sketch("CON-1003", "In progress", 5),
    Sketch("CON-1004", "Reported", 6, branch=2),
    Sketch("CON-1006", "Reported", 4),
    Sketch("CON-1005", "In progress", 90),
    Sketch("CON-9", "Reported", 15),  # JOB-30
    Sketch("CON-1007", "Reported", 3),
    Sketch("CON-1008", "In progress", 3, {"ReportedByName": "<img src=x onerror=alert(1)>"}),
)

HARBOUR = (
    Sketch("CON-5001", "Reported", 2, {"Title": "Harbour lights out"}),  # JOB-1
    Sketch("CON-5001", "In progress", 6, _noted(2), branch=2),
    Sketch("CON-5001", "Awaiting landlord", 9, {"Description": STAIRS}),
    Sketch("CON-5001", "Works done", 12),
    Sketch("CON-5001", "Abandoned", 20),
    Sketch("CON-5001", "Works done", 120, {"Status": DROP}),
    Sketch("CON-5001", "In progress", 5, {"StatusOID": None}),
    Sketch("CON-5001", "Reported", 4, {"Property": None, "Postcode": None, "AccessArrangements": None}),
    Sketch("CON-5001", "Reported", 1, {"Reported": "2026-10-25T01:30:00+01:00"}),
    Sketch("CON-5002", "In progress", 3, _noted(10), branch=2),  # JOB-10
    Sketch("CON-5002", "Works done", 45, branch=2),
    Sketch("CON-5002", "Reported", 8, NO_PLACE, branch=3),
    Sketch(None, "Reported", 2),
    Sketch("CON-5003", "In progress", 70),
    Sketch("CON-5004", "Awaiting landlord", 5),
    Sketch("CON-5005", "Reported", 5, NOTHING),
)

JOBS = {"acme": ACME, "harbour": HARBOUR}

"""The two agencies, and the differences of their AgentOS."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """Constants of one agency. `shapes` defines the values of `errors` and of the two tables."""

    short_name: str
    name: str
    key: str
    domain: str
    towns: tuple[tuple[str, str], ...]  # town, postcode area
    first_contractor: int
    statuses: tuple[str, ...]
    open_words: tuple[str, ...]
    done_words: tuple[str, ...]
    cancelled_words: tuple[str, ...]
    branches_without_notes: tuple[str, ...]  # their lists' rows lack MaintenanceNotes; single jobs have them
    envelopes: dict[str, str]
    answers: dict[str, str]
    errors: str


ACME = Profile(
    short_name="acme",
    name="Acme Lettings",
    key="acme-simulated-key-6d1f0c2b9a",
    domain="acme-lettings.example",
    towns=(
        ("Leeds", "LS"),
        ("York", "YO"),
        ("Bradford", "BD"),
        ("Harrogate", "HG"),
        ("Wakefield", "WF"),
        ("Huddersfield", "HD"),
        ("Halifax", "HX"),
    ),
    first_contractor=1001,
    statuses=("Reported", "Pending", "In progress", "Completed", "Cancelled", "Invoiced"),
    open_words=("Reported", "Pending", "In progress"),
    done_words=("Completed", "Invoiced"),
    cancelled_words=("Cancelled",),
    branches_without_notes=(),
    envelopes={
        "jobs": "count",
        "contractors": "count",
        "branches": "count",
        "staff": "count",
        "statusTypes": "bare",
        "historical": "data",
        "pending": "count",
        "invoices": "count",
    },
    answers={"note": "object", "status": "object", "invoice": "object", "document": "object"},
    errors="json",
)

HARBOUR = Profile(
    short_name="harbour",
    name="Harbour & Vale Estates",
    key="harbour-simulated-key-83ee417d5c",
    domain="harbour-vale.example",
    towns=(
        ("Whitby", "YO"),
        ("Scarborough", "YO"),
        ("Llandudno", "LL"),
        ("Conwy", "LL"),
        ("Bangor", "LL"),
        ("Hull", "HU"),
    ),
    first_contractor=5001,
    statuses=("Reported", "Pending", "In progress", "Awaiting landlord", "Works done", "Abandoned"),
    open_words=("Reported", "In progress", "Awaiting landlord"),
    done_words=("Works done",),
    cancelled_words=("Abandoned",),
    branches_without_notes=("BR-2", "BR-3"),
    envelopes={
        "jobs": "bare",
        "contractors": "bare",
        "branches": "count",
        "staff": "data",
        "statusTypes": "data",
        "historical": "data",
        "pending": "data",
        "invoices": "data",
    },
    answers={"note": "null", "status": "empty", "invoice": "string", "document": "empty"},
    errors="mixed",
)

PROFILES = {profile.short_name: profile for profile in (ACME, HARBOUR)}

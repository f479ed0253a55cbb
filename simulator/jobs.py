"""Maintenance jobs, generated from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from simulator import words
from simulator.agencies import Profile

Record = dict[str, Any]

DROP: Final = object()  # in a set of changes: remove the field
TROUBLES = [(category, title, text) for category, _, cases in words.TROUBLES for title, text in cases]
PRIORITIES = ("Low", "Medium", "Medium", "Medium", "High", "High", "Emergency", "Same day", "P2 - 24h")
# Careless entries of an office, in one job of eight.
ODDITIES: tuple[Record, ...] = (
    {"Status": DROP},
    {"StatusOID": DROP},
    {"StatusOID": None},
    {"Property": DROP},
    {"Property": None, "Postcode": None, "AccessArrangements": DROP},
    {"PropertyOID": DROP},
    {"PropertyOID": None, "Property": None, "Postcode": None},
    {"Priority": "Whenever"},
    {"Priority": ""},
    {"Priority": DROP},
    {"Category": None},
    {"Category": ""},
    {"StaffOID": DROP},
    {"Description": None},
    {"Description": ""},
    {"Title": None},
    {"JobNumber": DROP},
    {"ReportedByPhone": ""},
    {"ReportedByName": DROP, "ReportedByPhone": DROP, "ReportedByEMail": DROP},
    {"AccessArrangements": ""},
    {"Reported": None},
    {"MaintenanceNotes": []},
)


def changed(record: Record, changes: Record) -> Record:
    """Return the record with the changes. A field whose value is DROP is removed."""
    return {name: value for name, value in {**record, **changes}.items() if value is not DROP}


def property_line(place: Record) -> str:
    """Return a property's address on one line, as in a job's row."""
    return ", ".join(place[name] for name in ("Address1", "Address2", "Address3") if place[name])


@dataclass(frozen=True)
class References:
    """The data that jobs refer to. `names`: each contractor's signature under a note."""

    profile: Profile
    rng: random.Random
    today: date
    properties: list[Record]
    tenants: list[Record]
    staff: list[Record]
    names: dict[str, str]


class JobMaker:
    """A maker of jobs. The same calls in the same order make the same jobs."""

    def __init__(self, references: References) -> None:
        self._profile = references.profile
        self._rng = references.rng
        self._names = references.names
        self._morning = datetime.combine(references.today, time(8))
        self._places = [
            (each["OID"], property_line(each), each["Postcode"], each["AccessArrangements"])
            for each in references.properties
        ]
        self._tenants = [
            (f"{each['Forename']} {each['Surname']}", each["MobilePhone"], each["EMailAddress"])
            for each in references.tenants
        ]
        self._staff = [(each["OID"], f"{each['Forename']} {each['Surname']}") for each in references.staff]
        self._status_oids = {word: f"SX-{at}" for at, word in enumerate(references.profile.statuses, 1)}

    def make(self, number: int, contractor: str | None, status: str, days_ago: int) -> Record:
        """Return a complete job, reported `days_ago` days before today."""
        chance = self._rng.random
        category, title, text = TROUBLES[int(chance() * len(TROUBLES))]
        place, line, postcode, access = self._places[int(chance() * len(self._places))]
        reporter, phone, email = self._tenants[int(chance() * len(self._tenants))]
        manager, manager_name = self._staff[int(chance() * len(self._staff))]
        reported = self._morning - timedelta(days=days_ago, seconds=-int(chance() * 36_000))
        completed = None
        if status in self._profile.done_words:
            completed = (reported + timedelta(days=int(chance() * days_ago))).isoformat()
        return {
            "OID": f"JOB-{number}",
            "ETag": f"v{number}-0",
            "JobNumber": f"M-{2000 + number}",
            "Title": title,
            "Description": text,
            "StatusOID": self._status_oids[status],
            "Status": status,
            "Priority": PRIORITIES[int(chance() * len(PRIORITIES))],
            "Category": category,
            "ContractorOID": contractor,
            "PropertyOID": place,
            "Property": line,
            "Postcode": postcode,
            "AccessArrangements": access,
            "StaffOID": manager,
            "Reported": reported.isoformat(),
            "CompletedDate": completed,
            "ReportedByName": reporter,
            "ReportedByPhone": phone,
            "ReportedByEMail": email,
            "MaintenanceNotes": self._notes(number, contractor, manager_name, reported, days_ago),
        }

    def random(self, number: int, contractors: list[str]) -> Record:
        """Return a random job: one in eight has odd fields, some have no contractor, and most are recent."""
        chance = self._rng.random
        contractor = contractors[int(chance() * len(contractors))] if contractors and chance() < 0.94 else None
        days_ago = 1 + int(400 * chance() ** 2)
        lot = chance()
        if lot < 0.05:
            status = self._rng.choice(self._profile.cancelled_words)
        elif lot < min(0.85, 0.1 + days_ago / 60):
            status = self._rng.choice(self._profile.done_words)
        else:
            status = self._rng.choice(self._profile.open_words)
        job = self.make(number, contractor, status, days_ago)
        oddity = int(chance() * 8 * len(ODDITIES))
        if oddity < len(ODDITIES):
            return changed(job, ODDITIES[oddity])
        return job

    def _notes(self, number: int, contractor: str | None, manager: str, reported: datetime, days: int) -> list[Record]:
        chance = self._rng.random
        authors = (manager, self._names.get(contractor or "", manager))
        made = []
        for turn in range(1, int(chance() * 3) + 1):
            author = authors[turn % 2]
            at = reported + timedelta(minutes=90 * turn) if days < 3 else reported + timedelta(hours=20 * turn)
            made.append(
                {
                    "OID": f"N-{number}-{turn}",
                    "CreatedAt": at.isoformat(),
                    "NoteContents": words.NOTES[int(chance() * len(words.NOTES))],
                    "CreatedBy": author,
                }
            )
        return made

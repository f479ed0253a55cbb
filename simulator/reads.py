"""The AgentOS calls that read: lists by page, and single records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.agency import Agency, Record
from simulator.shapes import Answer, Refused, as_json, listed

MOST_ROWS = 1000


@dataclass(frozen=True)
class Call:
    """One call that found its route: the path's parts by name, the parsed body, and how many rows a fault leaves."""

    agency: Agency
    parts: dict[str, str]
    body: Any = None
    rows: int | None = None

    def page(self) -> tuple[int, int]:
        """Offset and count from the path, the count cut to the rows a fault leaves."""
        texts = (self.parts["offset"], self.parts["count"])
        if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in texts):
            raise Refused(400, "offset and count must be numbers")
        offset, count = (int(text) for text in texts)
        if not 1 <= count <= MOST_ROWS:
            raise Refused(400, f"count must be from 1 to {MOST_ROWS}")
        if self.rows is not None:
            count = min(count, max(self.rows - offset, 0))
        return offset, count

    def total(self, really: int) -> int:
        """How many rows the list says it has."""
        return really if self.rows is None else min(really, self.rows)


Handler = Callable[[Call], Answer]


def one(collection: str) -> Handler:
    """A single record by the path's `oid`; an archived one is not found."""

    def handler(call: Call) -> Answer:
        with call.agency.lock:
            return as_json(_found(call.agency, collection, call.parts["oid"]))

    return handler


def every(collection: str, envelope: str) -> Handler:
    """A list of all records of a kind."""

    def handler(call: Call) -> Answer:
        offset, count = call.page()
        table = call.agency.tables[collection]
        with call.agency.lock:
            rows, total = table.page(offset, count), call.total(table.total())
        return listed(call.agency.envelopes[envelope], rows, total)

    return handler


def of_branch(collection: str) -> Handler:
    """A list of a branch's contractors or jobs, whoever they belong to, archived ones included."""

    def handler(call: Call) -> Answer:
        offset, count = call.page()
        agency, branch = call.agency, call.parts["branch"]
        table = agency.tables[collection]
        with agency.lock:
            _found(agency, "branches", branch)
            rows, total = table.page(offset, count, branch), call.total(table.total(branch))
            if collection == "jobs":
                rows = [_job_row(agency, row, branch) for row in rows]
        return listed(agency.envelopes[collection], rows, total)

    return handler


def of_contractor(kind: str) -> Handler:
    """A contractor's `historical` or `pending` statements, or their `invoices`."""

    def handler(call: Call) -> Answer:
        offset, count = call.page()
        agency, contractor = call.agency, call.parts["oid"]
        with agency.lock:
            _found(agency, "contractors", contractor)
            if kind == "invoices":
                rows = list(agency.invoices.get(contractor, []))
            else:
                rows = list(agency.statements.get(contractor, {}).get(kind, []))
        return listed(agency.envelopes[kind], rows[offset : offset + count], call.total(len(rows)))

    return handler


def company(call: Call) -> Answer:
    """The vendor's connection test."""
    profile = call.agency.profile
    return as_json(
        {"OID": f"CO-{profile.short_name}", "Name": profile.name, "WebAddress": f"https://www.{profile.domain}"}
    )


def _found(agency: Agency, collection: str, oid: str) -> Record:
    record = agency.tables[collection].records.get(oid)
    if record is None or record.get("IsArchived"):
        raise Refused(404, "The record was not found or is archived")
    return record


def _job_row(agency: Agency, job: Record, branch: str) -> Record:
    notes = agency.list_notes.get(job["OID"]) or agency.list_notes.get(branch)
    if notes == "missing":
        return {name: value for name, value in job.items() if name != "MaintenanceNotes"}
    return {**job, "MaintenanceNotes": None} if notes == "null" else job

"""The AgentOS calls that read: lists by page, and single records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.agency import Agency, Record
from simulator.listing import ReadFilter
from simulator.shapes import Answer, Refused, as_json, listed

MOST_ROWS = 1000


@dataclass(frozen=True)
class Call:
    """One call with a known route: the path's parts by name, the parsed body, and the faults' settings.

    `read_filter`: the visible part of a read. `stores`: the changes of stored fields.
    """

    agency: Agency
    parts: dict[str, str]
    body: Any = None
    read_filter: ReadFilter = field(default_factory=ReadFilter)
    stores: dict[str, Any] = field(default_factory=dict)

    def page(self) -> tuple[int, int]:
        """Return offset and count from the path. Raise Refused if they are wrong."""
        texts = (self.parts["offset"], self.parts["count"])
        if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in texts):
            raise Refused(400, "offset and count must be numbers")
        offset, count = (int(text) for text in texts)
        if not 1 <= count <= MOST_ROWS:
            raise Refused(400, f"count must be from 1 to {MOST_ROWS}")
        return offset, count

    def listed(self, envelope: str, rows: list[Record]) -> Answer:
        """Return a page of the visible rows."""
        offset, count = self.page()
        shown = self.read_filter.of(rows)
        return listed(
            self.agency.envelopes[envelope],
            shown[offset : offset + count],
            self.read_filter.total(len(rows), len(shown)),
        )


Handler = Callable[[Call], Answer]


def single(collection: str) -> Handler:
    """Return a handler for a single record by the path's `oid`. Archived records are not found."""

    def handler(call: Call) -> Answer:
        with call.agency.lock:
            return as_json(_get_record(call.agency, collection, call.parts["oid"]))

    return handler


def job(call: Call) -> Answer:
    """Return a single job. A fault may hide some of its notes."""
    read_filter = call.read_filter
    with call.agency.lock:
        record = call.agency.job_as_of(read_filter.stale_s, call.parts["oid"])
    if record is None or record.get("IsArchived"):
        raise Refused(404, "The record was not found or is archived")
    return as_json(read_filter.of_notes(record))


def every(collection: str, envelope: str) -> Handler:
    """Return a handler for the list of all records of a kind."""

    def handler(call: Call) -> Answer:
        return _page(call, collection, envelope, None)

    return handler


def of_branch(collection: str) -> Handler:
    """Return a handler for the list of all contractors or jobs of a branch, including archived records."""

    def handler(call: Call) -> Answer:
        call.page()
        with call.agency.lock:
            _get_record(call.agency, "branches", call.parts["branch"])
        return _page(call, collection, collection, call.parts["branch"])

    return handler


def of_contractor(kind: str) -> Handler:
    """Return a handler for a contractor's `historical` or `pending` statements, or `invoices`."""

    def handler(call: Call) -> Answer:
        call.page()
        agency, contractor = call.agency, call.parts["oid"]
        with agency.lock:
            _get_record(agency, "contractors", contractor)
            if kind == "invoices":
                rows = agency.invoices_as_of(call.read_filter.stale_s, contractor)
            else:
                rows = list(agency.statements.get(contractor, {}).get(kind, []))
        return call.listed(kind, rows)

    return handler


def company(call: Call) -> Answer:
    """Return the agency's name, for the vendor's connection test."""
    profile = call.agency.profile
    return as_json(
        {"OID": f"CO-{profile.short_name}", "Name": profile.name, "WebAddress": f"https://www.{profile.domain}"}
    )


def _get_record(agency: Agency, collection: str, oid: str) -> Record:
    record = agency.tables[collection].records.get(oid)
    if record is None or record.get("IsArchived"):
        raise Refused(404, "The record was not found or is archived")
    return record


def _page(call: Call, collection: str, envelope: str, branch: str | None) -> Answer:
    """Return a page of a table's rows. If all rows are visible, read only the rows of the page."""
    offset, count = call.page()
    agency, read_filter, table = call.agency, call.read_filter, call.agency.tables[collection]
    with agency.lock:
        total = table.total(branch)
        if not read_filter.is_whole:
            return call.listed(envelope, _shown(call, collection, table.page(0, total, branch), branch))
        rows = _shown(call, collection, table.page(offset, count, branch), branch)
    return listed(agency.envelopes[envelope], rows, read_filter.total(total, total))


def _shown(call: Call, collection: str, rows: list[Record], branch: str | None) -> list[Record]:
    if collection != "jobs" or branch is None:
        return rows
    agency, age_s = call.agency, call.read_filter.stale_s
    jobs = (agency.job_as_of(age_s, row["OID"]) for row in rows) if age_s else rows
    return [_job_row(call, job, branch) for job in jobs if job is not None]


def _job_row(call: Call, job: Record, branch: str) -> Record:
    list_notes = call.agency.list_notes
    notes = list_notes.get(job["OID"]) or list_notes.get(branch)
    return call.read_filter.of_job(ReadFilter(notes=notes).of_job(job))

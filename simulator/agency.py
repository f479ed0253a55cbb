"""One agency's state, and the changes that calls make."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from simulator.agencies import Profile
from simulator.effects import OFFICE, Cause, Journal, record_shown

Record = dict[str, Any]

LONDON = ZoneInfo("Europe/London")
COLLECTIONS = ("branches", "contractors", "staff", "tenants", "properties", "status_types", "jobs")


class Table:
    """Records of one kind by OID in a stable order, and the branch that lists each record.

    Records are replaced, never changed in place: a reader may keep the records that it took.
    """

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.homes: dict[str, str] = {}
        self._by_branch: dict[str, list[str]] = {}

    def put(self, record: Record, branch: str | None = None) -> None:
        """Add or replace a record. With `branch` None, the record stays under its branch, if any."""
        oid = record["OID"]
        self.records[oid] = record
        before = self.homes.get(oid)
        if branch is None or branch == before:
            return
        if before is not None:
            self._by_branch[before].remove(oid)
        self.homes[oid] = branch
        self._by_branch.setdefault(branch, []).append(oid)

    def remove(self, oid: str) -> None:
        """Remove a record. Raise KeyError if there is none."""
        del self.records[oid]
        branch = self.homes.pop(oid, None)
        if branch is not None:
            self._by_branch[branch].remove(oid)

    def page(self, offset: int, count: int, branch: str | None = None) -> list[Record]:
        """Return a page of the rows of a branch, or of all branches."""
        if branch is None:
            return list(islice(self.records.values(), offset, offset + count))
        return [self.records[oid] for oid in self._by_branch.get(branch, [])[offset : offset + count]]

    def total(self, branch: str | None = None) -> int:
        """Return the number of rows of a branch, or of all branches."""
        return len(self.records) if branch is None else len(self._by_branch.get(branch, []))


class Agency:
    """The data of one agency. Hold `lock` to write, or to read more than one record."""

    def __init__(
        self, profile: Profile, now: datetime | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.profile = profile
        self.key = profile.key
        self._stands_at = now
        self.lock = threading.RLock()
        self.journal = Journal(clock)
        self.tables = {name: Table() for name in COLLECTIONS}
        self.statements: dict[str, dict[str, list[Record]]] = {}
        self.invoices: dict[str, list[Record]] = {}
        self.documents: list[Record] = []
        self.envelopes = dict(profile.envelopes)
        self.answers = dict(profile.answers)
        # OIDs of branches or jobs whose list rows come with MaintenanceNotes "missing" or "null".
        self.list_notes: dict[str, str] = dict.fromkeys(profile.branches_without_notes, "missing")
        self._made = int(time.time())  # above all generated numbers and those of earlier runs

    @property
    def jobs(self) -> Table:
        """Return the table of jobs."""
        return self.tables["jobs"]

    def now(self) -> str:
        """Return the time in AgentOS's format: London, naive, whole seconds."""
        now = self._stands_at or datetime.now(LONDON)
        return now.replace(tzinfo=None, microsecond=0).isoformat()

    def new_oid(self, prefix: str) -> str:
        """Return an OID that no record has had."""
        with self.lock:
            self._made += 1
            return f"{prefix}-{self._made}"

    def change_job(
        self,
        oid: str,
        changes: Record,
        drop: Iterable[str] = (),
        branch: str | None = None,
        *,
        kind: str = "job",
        etag: str | None = None,
        cause: Cause = OFFICE,
    ) -> Record:
        """Set and drop fields of a job, under a new ETag (or `etag`). Return it. Raise KeyError if it is missing."""
        with self.lock:
            before = self.jobs.records[oid]
            job = {**before, **changes, "ETag": etag or self.new_oid(f"v{oid}")}
            for name in drop:
                job.pop(name, None)
            self.jobs.put(job, branch)
            self._note_change(cause, kind, job, before)
            return job

    def put_job(self, job: Record, branch: str) -> None:
        """Add a job."""
        with self.lock:
            self.jobs.put(job, branch)
            self._note_change(OFFICE, "job", job, None)

    def remove_job(self, oid: str) -> None:
        """Remove a job. Raise KeyError if there is none."""
        with self.lock:
            before = self.jobs.records[oid]
            self.jobs.remove(oid)
            self._note_change(OFFICE, "removal", before, before)

    def in_status(self, job_oid: str, status_oid: str) -> Record:
        """Return the fields that a status sets. Only statuses of finished jobs have a completion date."""
        word = self.tables["status_types"].records[status_oid]["Name"]
        completed = self.now() if word in self.profile.done_words else None
        return {"OID": job_oid, "StatusOID": status_oid, "Status": word, "CompletedDate": completed}

    def new_note(self, contents: str, author: str | None) -> Record:
        """Return a new note, which belongs to no job yet."""
        return {
            "OID": self.new_oid("N"),
            "CreatedAt": self.now(),
            "NoteContents": contents,
            "CreatedBy": author,
        }

    def add_note(self, job_oid: str, note: Record, cause: Cause = OFFICE) -> None:
        """Append a note to a job. Raise KeyError if there is no such job."""
        with self.lock:
            job = self.jobs.records[job_oid]
            tag, notes = job.get("ETag"), job.get("MaintenanceNotes") or []
            self.jobs.put({**job, "MaintenanceNotes": [*notes, note], "ETag": self.new_oid(f"v{job_oid}")})

            def undo(later: Record | None) -> Record | None:
                if later is None:
                    return None
                kept = [each for each in later.get("MaintenanceNotes") or [] if each["OID"] != note["OID"]]
                return {**later, "MaintenanceNotes": kept, "ETag": tag}

            self.journal.add(cause, "note", note, (("jobs", job_oid), undo), job=job_oid)

    def new_invoice(self, fields: Record, document: str | None) -> Record:
        """Return a new invoice, which belongs to no contractor yet. `document` is its document's name."""
        return {
            "OID": self.new_oid("INV"),
            **fields,
            "Status": "Submitted",
            "SubmittedAt": self.now(),
            "DocumentName": document,
        }

    def add_invoice(self, contractor_oid: str, invoice: Record, documents: list[Record], cause: Cause = OFFICE) -> None:
        """Append an invoice to a contractor's invoices, and store its documents."""
        with self.lock:
            self.invoices.setdefault(contractor_oid, []).append(invoice)
            for document in documents:
                self.documents.append({**document, "ContractorOID": contractor_oid, "InvoiceOID": invoice["OID"]})

            def undo(later: list[Record]) -> list[Record]:
                return [each for each in later if each["OID"] != invoice["OID"]]

            owners = {"job": invoice.get("JobOID"), "contractor": contractor_oid}
            self.journal.add(cause, "invoice", invoice, (("invoices", contractor_oid), undo), **owners)

    def put_invoices(self, contractor_oid: str, invoices: list[Record]) -> None:
        """Replace all invoices of a contractor."""
        with self.lock:
            before = self.invoices.get(contractor_oid, [])
            self.invoices[contractor_oid] = invoices
            self.journal.add(
                OFFICE,
                "invoices",
                {"OID": contractor_oid},
                (("invoices", contractor_oid), lambda _: before),
                contractor=contractor_oid,
            )

    def new_document(self, document: Record) -> Record:
        """Return a document as sent (Content is valid base64), with the size and SHA-256 of its bytes for tests."""
        content = base64.b64decode(document["Content"])
        return {
            "OID": self.new_oid("DOC"),
            "DocumentName": document["DocumentName"],
            "MimeType": document["MimeType"],
            "Size": len(content),
            "SHA256": hashlib.sha256(content).hexdigest(),
            "Content": document["Content"],
        }

    def add_document(self, job_oid: str, document: Record, cause: Cause = OFFICE) -> None:
        """Store a document of a job. Raise KeyError if there is no such job."""
        with self.lock:
            kept = {**document, "JobOID": self.jobs.records[job_oid]["OID"]}
            self.documents.append(kept)
            self.journal.add(cause, "document", record_shown(kept), job=job_oid)

    def job_as_of(self, age_s: float, oid: str) -> Record | None:
        """Return the job as of `age_s` seconds ago; None if there was none."""
        job: Record | None = self.journal.as_of(age_s, ("jobs", oid), self.jobs.records.get(oid))
        return job

    def invoices_as_of(self, age_s: float, contractor_oid: str) -> list[Record]:
        """Return the contractor's invoices as of `age_s` seconds ago."""
        return list(self.journal.as_of(age_s, ("invoices", contractor_oid), self.invoices.get(contractor_oid, [])))

    def _note_change(self, cause: Cause, kind: str, job: Record, before: Record | None) -> None:
        undo = ("jobs", job["OID"]), lambda _: before
        owners = {"job": job["OID"], "contractor": job.get("ContractorOID")}
        self.journal.add(cause, kind, record_shown(job), undo, **owners)

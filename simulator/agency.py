"""One agency's state, and every change that calls make to it."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from simulator.agencies import Profile

Record = dict[str, Any]

LONDON = ZoneInfo("Europe/London")
COLLECTIONS = ("branches", "contractors", "staff", "tenants", "properties", "status_types", "jobs")


class Table:
    """Records of one kind by OID in a stable order, and the branch each is listed under.

    Records are replaced, never changed in place: a reader may go on with the ones it took.
    """

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.homes: dict[str, str] = {}
        self._by_branch: dict[str, list[str]] = {}

    def put(self, record: Record, branch: str | None = None) -> None:
        """Adds or replaces a record; `branch` None leaves it under the branch it had, if any."""
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
        """KeyError when there is no such record."""
        del self.records[oid]
        branch = self.homes.pop(oid, None)
        if branch is not None:
            self._by_branch[branch].remove(oid)

    def page(self, offset: int, count: int, branch: str | None = None) -> list[Record]:
        """Rows of a branch, or of all."""
        if branch is None:
            return list(islice(self.records.values(), offset, offset + count))
        return [self.records[oid] for oid in self._by_branch.get(branch, [])[offset : offset + count]]

    def total(self, branch: str | None = None) -> int:
        """How many rows a branch has, or all."""
        return len(self.records) if branch is None else len(self._by_branch.get(branch, []))


class Agency:
    """What one key opens. Take `lock` around anything that reads more than one record or writes."""

    def __init__(self, profile: Profile, now: datetime | None = None) -> None:
        self.profile = profile
        self._stands_at = now
        self.lock = threading.RLock()
        self.tables = {name: Table() for name in COLLECTIONS}
        self.statements: dict[str, dict[str, list[Record]]] = {}
        self.invoices: dict[str, list[Record]] = {}
        self.documents: list[Record] = []
        self.envelopes = dict(profile.envelopes)
        self.answers = dict(profile.answers)
        # OIDs of branches or jobs whose list rows come with MaintenanceNotes "missing" or "null".
        self.list_notes: dict[str, str] = dict.fromkeys(profile.branches_without_notes, "missing")
        self._made = 1_000_000  # above every generated number, so that new OIDs are new

    @property
    def jobs(self) -> Table:
        """The table most calls are about."""
        return self.tables["jobs"]

    def now(self) -> str:
        """AgentOS's own way to say when: London, naive, whole seconds."""
        now = self._stands_at or datetime.now(LONDON)
        return now.replace(tzinfo=None, microsecond=0).isoformat()

    def new_oid(self, prefix: str) -> str:
        """An OID nothing has had since the last reset."""
        with self.lock:
            self._made += 1
            return f"{prefix}-{self._made}"

    def change_job(self, oid: str, changes: Record, drop: Iterable[str] = (), branch: str | None = None) -> Record:
        """The job with fields set and dropped, under a new ETag. KeyError when there is none."""
        with self.lock:
            job = {**self.jobs.records[oid], **changes, "ETag": self.new_oid(f"v{oid}")}
            for name in drop:
                job.pop(name, None)
            self.jobs.put(job, branch)
            return job

    def set_status(self, job_oid: str, status_oid: str) -> Record:
        """The job in the status; a done word dates its completion, any other takes the date away."""
        word = self.tables["status_types"].records[status_oid]["Name"]
        completed = self.now() if word in self.profile.done_words else None
        return self.change_job(job_oid, {"StatusOID": status_oid, "Status": word, "CompletedDate": completed})

    def add_note(self, job_oid: str, contents: str, author: str | None) -> Record:
        """The new note, last among the job's."""
        with self.lock:
            note = {
                "OID": self.new_oid("N"),
                "CreatedAt": self.now(),
                "NoteContents": contents,
                "CreatedBy": author,
            }
            notes = self.jobs.records[job_oid].get("MaintenanceNotes") or []
            self.change_job(job_oid, {"MaintenanceNotes": [*notes, note]})
            return note

    def submit_invoice(self, contractor_oid: str, fields: Record, documents: list[Record]) -> Record:
        """The new invoice, last among the contractor's, its documents kept beside it."""
        with self.lock:
            invoice = {
                "OID": self.new_oid("INV"),
                **fields,
                "Status": "Submitted",
                "SubmittedAt": self.now(),
                "DocumentName": documents[0]["DocumentName"] if documents else None,
            }
            self.invoices.setdefault(contractor_oid, []).append(invoice)
            for document in documents:
                self.keep_document(document, ContractorOID=contractor_oid, InvoiceOID=invoice["OID"])
            return invoice

    def keep_document(self, document: Record, **owner: str) -> Record:
        """A document as sent (Content is valid base64), with what a test compares: size and SHA-256 of its bytes."""
        with self.lock:
            content = base64.b64decode(document["Content"])
            kept = {
                "OID": self.new_oid("DOC"),
                **owner,
                "DocumentName": document["DocumentName"],
                "MimeType": document["MimeType"],
                "Size": len(content),
                "SHA256": hashlib.sha256(content).hexdigest(),
                "Content": document["Content"],
            }
            self.documents.append(kept)
            return kept

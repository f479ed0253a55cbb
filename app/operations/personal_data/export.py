"""Export of what the portal keeps about a contractor or an e-mail address (UK GDPR, articles 15 and 20).

The files contain no secrets, such as hashes of codes, and no other people's data, as far as the portal can tell:
tenants' contact data and other people's notes are left out.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select

from app.api.fields import in_camel_case
from app.auth.sessions import public_id_of
from app.domain.agency import Agency
from app.domain.clock import to_text
from app.domain.invoice import StoredDocument
from app.domain.job import PresentedJob
from app.domain.private_folder import private_opener
from app.domain.submission import Submission
from app.ledger.document_files import DocumentLost, DocumentsAway
from app.ledger.queries import submission_of
from app.mirror.kinds import Collection, Kind
from app.operations.personal_data.fetch import PERSONAL_FILES, fetch_lacking
from app.operations.personal_data.subject import Conditions, Subject, conditions, sent_by
from app.services import Services
from app.store.tables import (
    audit_entries,
    codes,
    invoice_sightings,
    invoicing_marks,
    known_devices,
    mails,
    passkeys,
    sessions,
    submissions,
)

COLUMNS: dict[str, tuple[Table, tuple[str, ...]]] = {
    "sign-ins": (
        sessions,
        (
            *("id", "email", "agency", "contractor_id", "created_at", "seen_at", "ended_at"),
            *("method", "software", "network"),
        ),
    ),
    "devices": (known_devices, ("email", "created_at", "seen_at")),
    "passkeys": (passkeys, ("email", "name", "created_at", "used_at")),
    "codes": (codes, ("email", "agency", "created_at", "tries", "used_at")),
    "invoicing-marks": (invoicing_marks, ("job_id", "state", "invoice_number", "at")),
    "invoice-sightings": (invoice_sightings, ("invoice_id", "state", "seen_at")),
    "e-mails": (mails, ("kind", "email", "submission_id", "created_at", "sent", "tries")),
    "audit": (
        audit_entries,
        (
            *("at", "event", "email", "agency", "contractor_id", "detail", "submission_id"),
            *("network", "software", "request_id"),
        ),
    ),
}
"""The columns of each file. Those left out are secrets, hashes of them, or places in a queue."""
SUBMISSION_FIELDS = (
    *("submission_id", "kind", "agency", "contractor_id", "job_id", "lane", "email", "content", "document"),
    *("state", "message", "finding", "created_at", "updated_at", "attempts", "doubts", "refusals", "last"),
    *("last_status", "agentos_id", "status"),
)
"""The fields of a submission in its file. The stored response repeats the job, and the name of an editor is not theirs.

`looks`, `baseline` and the like are the portal's own notes about AgentOS's list.
"""

NO_DOCUMENT = "Some PDFs are missing or altered, and their `file` is null. After DOCUMENT_DAYS, this is normal."


class Export:
    """The export of a subject into a new folder, whose files only this user can read."""

    def __init__(self, services: Services, subject: Subject, folder: Path) -> None:
        self.counts: dict[str, int] = {}
        self.missing: dict[str, str] = {}
        self._services = services
        self._subject = subject
        self._folder = folder

    def write(self) -> None:
        """Write all files, and set `counts` and `missing`. Raise FileExistsError, OSError.

        `counts`: the number of items by file. `missing`: a sentence about each file that is incomplete.
        """
        self._folder.mkdir(mode=0o700)
        (self._folder / "documents").mkdir(mode=0o700)
        subject = self._subject
        if subject.account_key is not None:
            agency, contractor_id = subject.account_key
            self._write_agentos_records(self._services.config.agencies[agency], contractor_id)
        with self._services.database.read() as connection:
            wheres = conditions(subject)
            listed = connection.execute(select(submissions).where(sent_by(subject)).order_by(submissions.c.number))
            sent = [submission_of(row) for row in listed]
            for name in COLUMNS:
                self._write_rows(connection, name, wheres)
        self._write_list("submissions", [self._submission(submission) for submission in sent])
        self._write_json("about", self._about())

    def _about(self) -> dict[str, Any]:
        account = self._subject.account_key
        return {
            "exportedAt": to_text(self._services.clock.now()),
            "agency": account and account[0],
            "contractorId": account and account[1],
            "addresses": sorted(self._subject.emails),
            "addressesOfOtherAccountsToo": sorted(self._subject.shared_emails),
            "items": self.counts,
            "missing": self.missing,
        }

    def _write_agentos_records(self, agency: Agency, contractor_id: str) -> None:
        """Write the portal's copies of AgentOS's records, after fetching those that it lacks."""
        self.missing = fetch_lacking(self._services, agency, contractor_id)
        mirror, name = self._services.mirror, agency.short_name
        contractor = mirror.get_record(name, Kind.CONTRACTOR, contractor_id)
        self._write_json("contractor", _camel_case(msgspec.to_builtins(contractor)))
        present = self._services.job_presenter(agency, contractor_id)
        jobs = mirror.list_records(name, Kind.JOB, contractor_id=contractor_id)
        author = contractor.display_name if contractor else None
        self._write_list("jobs", [_job(present(job), author) for job in jobs])
        for file, kind in PERSONAL_FILES.items():
            if mirror.state(Collection(name, kind, contractor_id)).read_at is None:
                continue  # no file is clearer than an empty list
            listed = mirror.list_records(name, kind, contractor_id=contractor_id)
            self._write_list(file, [_camel_case(msgspec.to_builtins(record)) for record in listed])

    def _write_rows(self, connection: Connection, name: str, wheres: Conditions) -> None:
        table, columns = COLUMNS[name]
        if table not in wheres:
            return
        rows = connection.execute(select(*(table.c[column] for column in columns)).where(wheres[table])).mappings()
        items = [_camel_case(dict(row)) for row in rows]
        if table is sessions:
            items = [{**item, "id": public_id_of(item["id"])} for item in items]
        self._write_list(name, items)

    def _submission(self, submission: Submission) -> dict[str, Any]:
        """Return a submission for its file, and copy its document."""
        fields = {name: getattr(submission, name) for name in SUBMISSION_FIELDS}
        item: dict[str, Any] = _camel_case(msgspec.to_builtins(fields))
        if submission.document is not None:
            item["document"]["file"] = self._copy_document(submission.submission_id, submission.document)
        return item

    def _copy_document(self, submission_id: str, stored: StoredDocument) -> str | None:
        """Copy a document, and return the copy's place in the folder. Return None if the portal no longer has it."""
        try:
            document = self._services.ledger.documents.load(submission_id, stored)
        except (DocumentLost, DocumentsAway):
            self.missing["documents"] = NO_DOCUMENT
            return None
        path = Path("documents") / f"{submission_id}.pdf"
        with document.open() as source:
            self._write_file(path, source.read())
        self.counts["documents"] = self.counts.get("documents", 0) + 1
        return str(path)

    def _write_list(self, name: str, items: list[Any]) -> None:
        self.counts[name] = len(items)
        self._write_json(name, items)

    def _write_json(self, name: str, document: Any) -> None:
        text = json.dumps(document, indent=1, ensure_ascii=False)
        self._write_file(Path(f"{name}.json"), f"{text}\n".encode())

    def _write_file(self, path: Path, content: bytes) -> None:
        with open(self._folder / path, "xb", opener=private_opener) as file:
            file.write(content)


def _job(job: PresentedJob, author: str | None) -> dict[str, Any]:
    """Return a job without the data of other people: its reporter, the access, and notes of other authors.

    `author`: the contractor's name, or None if it is unknown. Then any note may be somebody else's.
    """
    own_notes = tuple(note for note in job.notes if author is not None and note.author == author)
    place = job.place and replace(job.place, access=None)
    item: dict[str, Any] = _camel_case(msgspec.to_builtins(replace(job, notes=own_notes, place=place)))
    for name in ("reportedBy", "notesComplete"):
        del item[name]
    return {**item, "notesOfOthers": len(job.notes) - len(own_notes)}


def _camel_case(value: Any) -> Any:
    """Return a JSON value whose names are written as in the portal's API."""
    if isinstance(value, dict):
        return {in_camel_case(name): _camel_case(each) for name, each in value.items()}
    return [_camel_case(each) for each in value] if isinstance(value, list | tuple) else value

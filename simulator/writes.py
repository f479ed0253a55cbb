"""The AgentOS calls that write: their checks and their effects."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import cached_property
from typing import Any

from simulator.agency import Agency, Record
from simulator.effects import Cause
from simulator.reads import Call
from simulator.shapes import Refused
from simulator.stored import altered, keeps_documents

# The vendor's list of files; contractors' invoices are PDF only.
SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png", ".doc", ".docx", ".xls", ".xlsx")
PDF = (".pdf",)


class Write:
    """An accepted write before its effect. A fault may delay the effect, or change the answer.

    `kind` is a key of `Agency.answers`. `draft` returns the record. `keep` stores it, and raises KeyError if its job
    was removed.
    """

    def __init__(
        self, kind: str, draft: Callable[[], Record], keep: Callable[[Record, Cause], object], *, made: bool = True
    ) -> None:
        self.kind = kind
        self.made = made
        self._draft = draft
        self._keep = keep

    @cached_property
    def record(self) -> Record:
        """Return the record. The first call assigns its OID, so OIDs follow the order of effects and answers."""
        return self._draft()

    def answer_record(self) -> Record:
        """Return the answer's part of the record: only the OID of an invoice or a document."""
        return self.record if self.kind in ("note", "status") else {"OID": self.record["OID"]}

    def take_effect(self, cause: Cause) -> None:
        """Change the agency's data."""
        self._keep(self.record, cause)


def change_status(call: Call) -> Write:
    """PATCH of a job: set its status, from any status."""
    body, agency = _object(call), call.agency
    with agency.lock:
        oid = _job(agency, call.parts["oid"], 404)["OID"]
        status = body.get("StatusID")
        if not isinstance(status, str) or status not in agency.tables["status_types"].records:
            raise Refused(400, "The request is invalid: StatusID", html=True)

    def draft() -> Record:
        return {**agency.jobs.records[oid], **agency.in_status(oid, status), "ETag": agency.new_oid(f"v{oid}")}

    def keep(job: Record, cause: Cause) -> None:
        changes = {name: job[name] for name in agency.in_status(oid, status)}
        agency.change_job(oid, changes, kind="status", etag=job["ETag"], cause=cause)

    return Write("status", draft, keep, made=False)


def add_note(call: Call) -> Write:
    """POST of a job's note. AgentOS cannot distinguish a repeat from a second note."""
    body, agency = _object(call), call.agency
    contents, author = body.get("NoteContents"), body.get("CreatedBy")
    if not isinstance(contents, str) or not contents:
        raise Refused(400, "NoteContents is required")
    if author is not None and not isinstance(author, str):
        raise Refused(400, "CreatedBy must be text")
    with agency.lock:
        oid = _job(agency, call.parts["oid"], 404)["OID"]
    return Write(
        "note",
        lambda: altered(agency.new_note(contents, author), call.stores),
        lambda note, cause: agency.add_note(oid, note, cause),
    )


def attach_document(call: Call) -> Write:
    """POST of a job's document."""
    body, agency = _object(call), call.agency
    document = _document(body, SUFFIXES)
    with agency.lock:
        oid = _job(agency, call.parts["oid"], 404)["OID"]
    return Write(
        "document",
        lambda: agency.new_document(document),
        lambda kept, cause: agency.add_document(oid, kept, cause),
    )


def submit_invoice(call: Call) -> Write:
    """POST of an invoice for any contractor and job of the agency. The caller must keep contractors apart."""
    body, agency = _object(call), call.agency
    for name in ("ContractorID", "Description", "InvoiceDate"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise Refused(400, f"{name} is required")
    for name in ("Amount", "VAT"):
        value = body.get(name)
        if (value is None and name == "Amount") or not (value is None or _is_number(value)):
            raise Refused(400, f"{name} must be a number")
    for name in ("JobID", "StatementID", "InvoiceNumber"):
        if not isinstance(body.get(name), str | None):
            raise Refused(400, f"{name} must be text")
    if body.get("JobID") is None and body.get("StatementID") is None:
        raise Refused(400, "JobID is required")
    documents = body.get("Documents") or []
    if not isinstance(documents, list):
        raise Refused(400, "Documents must be a list")
    documents = [_document(each, PDF) for each in documents]
    with agency.lock:
        if body["ContractorID"] not in agency.tables["contractors"].records:
            raise Refused(400, "ContractorID is unknown")
        if body.get("JobID") is not None:
            _job(agency, body["JobID"], 400)
    fields = {
        "JobOID": body.get("JobID"),
        "Amount": body["Amount"],
        "InvoiceNumber": body.get("InvoiceNumber"),
        "InvoiceDate": body["InvoiceDate"],
        "Description": body["Description"],
    }
    if not keeps_documents(call.stores):
        documents = []

    def draft() -> Record:
        name = documents[0]["DocumentName"] if documents else None
        return altered(agency.new_invoice(fields, name), call.stores, body.get("VAT"))

    def keep(invoice: Record, cause: Cause) -> None:
        kept = [agency.new_document(document) for document in documents]
        agency.add_invoice(body["ContractorID"], invoice, kept, cause)

    return Write("invoice", draft, keep)


def _object(call: Call) -> Record:
    if not isinstance(call.body, dict):
        raise Refused(400, "A JSON object is required")
    return call.body


def _job(agency: Agency, oid: str, status: int) -> Record:
    job = agency.jobs.records.get(oid)
    if job is None:
        raise Refused(status, "The job was not found")
    return job


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _document(document: Any, suffixes: tuple[str, ...]) -> Record:
    if not isinstance(document, dict):
        raise Refused(400, "A document must be an object")
    for name in ("DocumentName", "MimeType", "Content"):
        if not isinstance(document.get(name), str) or not document[name]:
            raise Refused(400, f"{name} is required")
    if not document["DocumentName"].lower().endswith(suffixes):
        raise Refused(400, "This kind of file is not accepted")
    try:
        size = len(base64.b64decode(document["Content"], validate=True))
    except binascii.Error:
        raise Refused(400, "Content must be base64") from None
    if document.get("Size") not in (None, size):
        raise Refused(400, "Size is not the size of Content")
    return document

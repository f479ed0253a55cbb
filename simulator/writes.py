"""The AgentOS calls that write: what they insist on, and what they answer."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from simulator.agency import Agency, Record
from simulator.reads import Call
from simulator.shapes import Answer, Refused, written

# The vendor's list of files; contractors' invoices are PDF only.
SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png", ".doc", ".docx", ".xls", ".xlsx")
PDF = (".pdf",)


def change_status(call: Call) -> Answer:
    """PATCH of a job: sets its status, whatever it was."""
    body, agency = _object(call), call.agency
    with agency.lock:
        job = _job(agency, call.parts["oid"], 404)
        status = body.get("StatusID")
        if not isinstance(status, str) or status not in agency.tables["status_types"].records:
            raise Refused(400, "The request is invalid: StatusID", html=True)
        changed = agency.set_status(job["OID"], status)
    return written(agency.answers["status"], changed, made=False)


def add_note(call: Call) -> Answer:
    """POST of a job's note; nothing tells a repeat from a second note."""
    body, agency = _object(call), call.agency
    contents, author = body.get("NoteContents"), body.get("CreatedBy")
    if not isinstance(contents, str) or not contents:
        raise Refused(400, "NoteContents is required")
    if author is not None and not isinstance(author, str):
        raise Refused(400, "CreatedBy must be text")
    with agency.lock:
        note = agency.add_note(_job(agency, call.parts["oid"], 404)["OID"], contents, author)
    return written(agency.answers["note"], note, made=True)


def attach_document(call: Call) -> Answer:
    """POST of a job's document."""
    body, agency = _object(call), call.agency
    document = _document(body, SUFFIXES)
    with agency.lock:
        kept = agency.keep_document(document, JobOID=_job(agency, call.parts["oid"], 404)["OID"])
    return written(agency.answers["document"], {"OID": kept["OID"]}, made=True)


def submit_invoice(call: Call) -> Answer:
    """POST of an invoice for any contractor and job the key sees: keeping contractors apart is the caller's affair."""
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
        invoice = agency.submit_invoice(body["ContractorID"], fields, documents)
    return written(agency.answers["invoice"], {"OID": invoice["OID"]}, made=True)


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


def _document(given: Any, suffixes: tuple[str, ...]) -> Record:
    if not isinstance(given, dict):
        raise Refused(400, "A document must be an object")
    for name in ("DocumentName", "MimeType", "Content"):
        if not isinstance(given.get(name), str) or not given[name]:
            raise Refused(400, f"{name} is required")
    if not given["DocumentName"].lower().endswith(suffixes):
        raise Refused(400, "This kind of file is not accepted")
    try:
        size = len(base64.b64decode(given["Content"], validate=True))
    except binascii.Error:
        raise Refused(400, "Content must be base64") from None
    if given.get("Size") not in (None, size):
        raise Refused(400, "Size is not the size of Content")
    return given

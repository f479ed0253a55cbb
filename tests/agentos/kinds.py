"""Each kind of record, with the builder of its payload."""

import json
from typing import Any

from app.agentos import records, responses
from tests.payloads import (
    branch_row,
    contractor_row,
    invoice_row,
    job_row,
    note_row,
    property_row,
    staff_row,
    statement_row,
    status_type_row,
)

KINDS: dict[str, tuple[records.Kind[Any], Any]] = {
    "branch": (responses.BRANCH, branch_row),
    "contractor": (responses.CONTRACTOR, contractor_row),
    "staff": (responses.STAFF, staff_row),
    "property": (responses.PROPERTY, property_row),
    "status type": (responses.STATUS_TYPE, status_type_row),
    "job": (responses.JOB, job_row),
    "note": (responses.NOTE, note_row),
    "statement": (responses.STATEMENT, statement_row),
    "invoice": (responses.INVOICE, invoice_row),
}


def read(kind: records.Kind[Any], row: Any) -> Any:
    """Parse a row as it arrives over the network."""
    return responses.record(kind, responses.decode(json.dumps(row).encode()))

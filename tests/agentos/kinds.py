"""Each kind of record, with the builder of its payload."""

import json
from typing import Any

from app.agentos import parse
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

KINDS: dict[str, tuple[parse.Kind[Any], Any]] = {
    "branch": (parse.BRANCH, branch_row),
    "contractor": (parse.CONTRACTOR, contractor_row),
    "staff": (parse.STAFF, staff_row),
    "property": (parse.PROPERTY, property_row),
    "status type": (parse.STATUS_TYPE, status_type_row),
    "job": (parse.JOB, job_row),
    "note": (parse.NOTE, note_row),
    "statement": (parse.STATEMENT, statement_row),
    "invoice": (parse.INVOICE, invoice_row),
}


def read(kind: parse.Kind[Any], row: Any) -> Any:
    """Parse a row as it arrives over the network."""
    return parse.record(kind, parse.decode(json.dumps(row).encode()))

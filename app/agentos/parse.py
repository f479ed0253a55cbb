"""Parses AgentOS's bytes into domain objects. Any bytes give a domain object or raise Malformed."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from marshmallow import Schema, ValidationError

from app.agentos import records
from app.agentos.errors import Malformed
from app.agentos.records import Reference, as_text
from app.domain.account import Branch, Contractor, Staff
from app.domain.invoice import Invoice
from app.domain.job import Job, Note, Property, StatusType
from app.domain.statement import Statement
from app.store.code_fingerprint import code_fingerprint

T = TypeVar("T")

_OID = Reference("OID")
_CODE = blake2b(code_fingerprint("agentos", "domain"), digest_size=16)
"""Of the code that makes domain objects: after a change of it, every row is read again."""


@dataclass(frozen=True)
class Kind(Generic[T]):
    """A kind of record: the schema of its rows, and how to get a record's id."""

    schema: Schema
    id_of: Callable[[T], str | None]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields that are read, by AgentOS's names."""
        return tuple(str(field.data_key) for field in self.schema.fields.values())


BRANCH: Kind[Branch] = Kind(records.BranchRow(), lambda branch: branch.branch_id)
CONTRACTOR: Kind[Contractor] = Kind(records.ContractorRow(), lambda contractor: contractor.contractor_id)
STAFF: Kind[Staff] = Kind(records.StaffRow(), lambda staff: staff.staff_id)
PROPERTY: Kind[Property] = Kind(records.PropertyRow(), lambda place: place.property_id)
STATUS_TYPE: Kind[StatusType] = Kind(records.StatusTypeRow(), lambda status: status.status_id)
JOB: Kind[Job] = Kind(records.JobRow(), lambda job: job.job_id)
NOTE: Kind[Note] = Kind(records.NoteRow(), lambda note: note.note_id)
STATEMENT: Kind[Statement] = Kind(records.StatementRow(), lambda statement: statement.statement_id)
INVOICE: Kind[Invoice] = Kind(records.InvoiceRow(), lambda invoice: invoice.invoice_id)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, as AgentOS sent it. Rows with equal digests have equal values in all fields that are read."""

    identity: str
    digest: bytes
    value: dict[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list: its rows that have an id, how many rows were sent, and the list's length if AgentOS gave it."""

    rows: list[Row]
    length: int
    total: int | None


def decode(body: bytes) -> Any:
    """Return the JSON in `body`, with exact numbers. Raise Malformed. The fields refuse NaN and infinity."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        pass
    # Raised outside `except`, because an exception in its context would hold the body.
    raise Malformed("not JSON")


def record(kind: Kind[T], value: Any) -> T:
    """Return a record from decoded JSON. Raise Malformed, which names the field."""
    try:
        loaded: T = kind.schema.load(value)
    except ValidationError as error:
        names = sorted(error.messages_dict)
    else:
        return loaded
    raise Malformed(", ".join(names) if isinstance(value, dict) else "not a record")


def readable(kind: Kind[T], value: Any) -> T | None:
    """Return a record from decoded JSON, or None if it cannot be read."""
    try:
        return record(kind, value)
    except Malformed:
        return None


def page(kind: Kind[Any], value: Any) -> Page:
    """Return a page from decoded JSON in any of the three envelopes. Raise Malformed for anything else."""
    sent, total = unwrapped(value)
    rows = [row for each in sent if (row := _row(kind, each)) is not None]
    return Page(rows, len(sent), total)


def unwrapped(value: Any) -> tuple[list[Any], int | None]:
    """Return a page's rows as AgentOS sent them, and the list's length if AgentOS gave it. Raise Malformed."""
    total = None
    if isinstance(value, dict):
        total = _total(value.get("Count"))
        value = value.get("Data")
    if not isinstance(value, list):
        raise Malformed("not a list")
    return value, total


def written(body: bytes) -> Any:
    """Return the response to a write: an object (dict), a string, or None for `null`, an empty string or no body.

    Raise Malformed for anything else: the write may have taken effect.
    """
    if not body.strip():
        return None
    value = decode(body)
    if value is None or isinstance(value, dict):
        return value
    if isinstance(value, str):
        return as_text(value)
    raise Malformed("not an answer to a write")


def own_id(value: dict[str, Any]) -> str | None:
    """Return the id of the object in the response to a write."""
    return _OID.read(value.get("OID"))


def _row(kind: Kind[Any], value: Any) -> Row | None:
    """Return a row with the digest of the fields that are read. Other fields could be guessed from a digest."""
    identity = own_id(value) if isinstance(value, dict) else None
    if identity is None:
        return None
    digest = _CODE.copy()
    try:
        digest.update(repr([value.get(name) for name in kind.names]).encode())
    except RecursionError:
        return None
    return Row(identity, digest.digest(), value)


def _total(value: Any) -> int | None:
    if value is None:
        return None
    try:
        return int(as_text(value) or "")
    except (ValueError, ValidationError):
        pass
    raise Malformed("Count")

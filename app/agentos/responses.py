"""Functions that parse AgentOS's response bodies into domain objects. They raise Malformed for unreadable bodies."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from typing import Any, TypeVar

from marshmallow import ValidationError

from app.agentos import records
from app.agentos.errors import Malformed
from app.agentos.records import Kind, Reference, as_text
from app.store.code_fingerprint import code_fingerprint

T = TypeVar("T")

FAILURES = ("error", "errors", "exceptionmessage")
"""The fields, in small letters, that state a failure if they are filled."""
_OID = Reference("OID")
_CODE = blake2b(code_fingerprint("agentos", "domain"), digest_size=16)
"""A hash of the code that makes domain objects. Each digest includes it, so new code parses every row again."""


BRANCH = records.BranchRow()
CONTRACTOR = records.ContractorRow()
STAFF = records.StaffRow()
PROPERTY = records.PropertyRow()
STATUS_TYPE = records.StatusTypeRow()
JOB = records.JobRow()
NOTE = records.NOTE_ROW
STATEMENT = records.StatementRow()
INVOICE = records.InvoiceRow()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, as AgentOS sent it. Rows with equal digests have equal values in all fields of their kind."""

    identity: str
    digest: bytes
    value: dict[str, Any] = field(repr=False)


def decode(body: bytes) -> Any:
    """Return the decoded JSON, with exact numbers. Raise Malformed if it is invalid. Fields refuse NaN and infinity."""
    # Malformed is raised outside `except`: otherwise its context would be an exception that contains the body.
    with suppress(ValueError, ArithmeticError, RecursionError):
        return json.loads(body, parse_float=Decimal, parse_constant=Decimal)
    raise Malformed("not JSON")


def record(kind: Kind[T], value: Any) -> T:
    """Return a record from decoded JSON. Raise Malformed with the names of the unreadable fields."""
    try:
        loaded: T = kind.load(value)
        return loaded
    except ValidationError as error:
        names = sorted(error.messages_dict)
    raise Malformed(", ".join(names) if isinstance(value, dict) else "not a record")


def readable(kind: Kind[T], value: Any) -> T | None:
    """Return a record from decoded JSON, or None if it is unreadable."""
    try:
        return record(kind, value)
    except Malformed:
        return None


def unwrapped(value: Any) -> tuple[list[Any], int | None]:
    """Return a page's rows as AgentOS sent them, and the list's length, if known.

    The page may have any of AgentOS's three formats of lists. Raise Malformed for other JSON.
    """
    total = None
    if isinstance(value, dict):
        total = _total(value.get("Count"))
        value = value.get("Data")
    if not isinstance(value, list):
        raise Malformed("not a list")
    return value, total


def written(body: bytes) -> Any:
    """Return the response to a write: an object (dict), a string, or None for `null`, an empty string or no body.

    Raise Malformed for anything else, also for an object that states a failure, although the write may have taken
    effect.
    """
    if not body.strip():
        return None
    value = decode(body)
    if isinstance(value, dict) and _states_failure(value):
        raise Malformed("an answer that states a failure")
    if value is None or isinstance(value, dict):
        return value
    if isinstance(value, str):
        return as_text(value)
    raise Malformed("not an answer to a write")


def _states_failure(value: dict[str, Any]) -> bool:
    """Return True if an object says that the write failed (page 4 of the specification, section 1)."""
    fields = {name.casefold(): content for name, content in value.items()}
    return fields.get("success") in (False, "false", "False") or any(fields.get(name) for name in FAILURES)


def own_id(value: dict[str, Any]) -> str | None:
    """Return the OID of an object in a response, or None if it has no valid OID."""
    return _OID.read(value.get("OID"))


def row(kind: Kind[Any], value: Any) -> Row | None:
    """Return the row, or None without an id. The digest omits unused fields, because it allows guesses at values."""
    identity = own_id(value) if isinstance(value, dict) else None
    if identity is None:
        return None
    digest = _CODE.copy()
    try:
        digest.update(repr(list(map(value.get, kind.names))).encode())
    except RecursionError:
        return None
    return Row(identity, digest.digest(), value)


def _total(value: Any) -> int | None:
    if value is None:
        return None
    with suppress(ValueError, ValidationError):
        return int(as_text(value) or "")
    raise Malformed("Count")

"""A sample of rows: how many the portal can read, and which of its fields never came."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.agentos import parse
from app.agentos.errors import Malformed
from app.agentos.parse import Kind
from app.agentos.records import Id, Row

T = TypeVar("T")


class _AnyRow(Row):
    makes = dict
    record_id = Id("OID")


RECORD: Kind[dict[str, str]] = Kind(_AnyRow(), lambda record: record["record_id"])
"""A record of which the portal reads no field but the id."""

_WITHIN = {"MaintenanceNotes": parse.NOTE}
"""Records inside a field of another record. They are read separately, so that a bad note does not lose the job."""


@dataclass(frozen=True, slots=True)
class Sample(Generic[T]):
    """Rows of a kind: how many were `sent`, the rows that could be read, and names of fields with problems.

    `raw` is as AgentOS sent it, and never leaves the check.
    """

    rows: tuple[T, ...]
    raw: tuple[dict[str, Any], ...]
    sent: int
    at_fault: tuple[str, ...]
    never_came: tuple[str, ...]
    always_empty: tuple[str, ...]

    @property
    def unreadable(self) -> int:
        """The number of rows that could not be read."""
        return self.sent - len(self.rows)


def sample(kind: Kind[T], sent: list[Any]) -> Sample[T]:
    """Return the sample of rows from decoded JSON."""
    rows: list[T] = []
    at_fault: set[str] = set()
    for row in sent:
        try:
            rows.append(parse.record(kind, row))
        except Malformed as error:
            at_fault.add(error.what)
    raw = tuple(row for row in sent if isinstance(row, dict))
    names = [str(field.data_key) for field in kind.schema.fields.values()]
    came = [name for name in names if any(name in row for row in raw)]
    empty = [name for name in came if all(row.get(name) in (None, "", []) for row in raw)]
    never = [name for name in names if raw and name not in came]
    for name, within in _within(names, raw):
        at_fault.update(f"{name}.{fault}" for fault in within.at_fault)
        never += [f"{name}.{missing}" for missing in within.never_came]
        empty += [f"{name}.{missing}" for missing in within.always_empty]
    if len(raw) == 1:
        empty = []  # a single row proves nothing
    return Sample(tuple(rows), raw, len(sent), tuple(sorted(at_fault)), tuple(never), tuple(empty))


def _within(names: list[str], raw: tuple[dict[str, Any], ...]) -> Iterator[tuple[str, Sample[Any]]]:
    for name, kind in _WITHIN.items():
        if name in names:
            lists = [row[name] for row in raw if isinstance(row.get(name), list)]
            yield name, sample(kind, [record for records in lists for record in records])

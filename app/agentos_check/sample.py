"""What a few rows tell of a call: how many can be read, and which of the fields that are read never came."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.agentos import parse
from app.agentos.errors import Malformed
from app.agentos.parse import Kind
from app.agentos.records import Row
from app.agentos.upstream_fields import Id

T = TypeVar("T")


class _AnyRow(Row):
    makes = dict
    record_id = Id("OID")


RECORD: Kind[dict[str, str]] = Kind(_AnyRow(), lambda record: record["record_id"])
"""Of a call whose answer the portal reads no field of: is it a record at all?"""

_WITHIN = {"MaintenanceNotes": parse.NOTE}
"""Records inside a field of another: read apart from its schema, so that one bad note does not cost the job."""


@dataclass(frozen=True, slots=True)
class Sample(Generic[T]):
    """Some rows of a kind: how many were `sent`, those that could be read, and where they fall short, by fields' names.

    `raw` is as AgentOS sent it, and goes no further than the check.
    """

    rows: tuple[T, ...]
    raw: tuple[dict[str, Any], ...]
    sent: int
    at_fault: tuple[str, ...]
    never_came: tuple[str, ...]
    always_empty: tuple[str, ...]

    @property
    def unreadable(self) -> int:
        """How many rows could not be read."""
        return self.sent - len(self.rows)


def sample(kind: Kind[T], sent: list[Any]) -> Sample[T]:
    """What these rows, from decoded JSON, tell."""
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
        empty = []  # in one row alone it says nothing
    return Sample(tuple(rows), raw, len(sent), tuple(sorted(at_fault)), tuple(never), tuple(empty))


def _within(names: list[str], raw: tuple[dict[str, Any], ...]) -> Iterator[tuple[str, Sample[Any]]]:
    for name, kind in _WITHIN.items():
        if name in names:
            lists = [row[name] for row in raw if isinstance(row.get(name), list)]
            yield name, sample(kind, [each for held in lists for each in held])

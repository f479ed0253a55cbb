"""A sample of AgentOS's rows: the readable rows, and the names of missing, empty or unreadable fields."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.agentos import responses
from app.agentos.errors import Malformed
from app.agentos.records import Kind

T = TypeVar("T")


_WITHIN = {"MaintenanceNotes": responses.NOTE}
"""Kinds of records inside a field of another record. They are parsed separately: a bad note spoils no job."""


@dataclass(frozen=True, slots=True)
class Sample(Generic[T]):
    """Rows of a kind: how many were `sent`, the readable `rows`, and names of fields with problems."""

    rows: tuple[T, ...]
    sent: int
    at_fault: tuple[str, ...]
    never_came: tuple[str, ...]
    always_empty: tuple[str, ...]

    @property
    def unreadable(self) -> int:
        """The number of unreadable rows."""
        return self.sent - len(self.rows)


def sample(kind: Kind[T], sent: list[Any]) -> Sample[T]:
    """Return a sample of the decoded rows in `sent`."""
    rows: list[T] = []
    at_fault: set[str] = set()
    for row in sent:
        try:
            rows.append(responses.record(kind, row))
        except Malformed as error:
            at_fault.add(error.what)
    raw = tuple(row for row in sent if isinstance(row, dict))
    names = kind.names
    came = [name for name in names if any(name in row for row in raw)]
    empty = [name for name in came if all(row.get(name) in (None, "", []) for row in raw)]
    never = [name for name in names if raw and name not in came]
    for name, inner_kind in _WITHIN.items():
        if name in names:
            inner_lists = [row[name] for row in raw if isinstance(row.get(name), list)]
            inner = sample(inner_kind, [record for inner_list in inner_lists for record in inner_list])
            at_fault.update(f"{name}.{fault}" for fault in inner.at_fault)
            never += [f"{name}.{missing}" for missing in inner.never_came]
            empty += [f"{name}.{missing}" for missing in inner.always_empty]
    if len(raw) == 1:
        empty = []  # a single row proves nothing
    return Sample(tuple(rows), len(sent), tuple(sorted(at_fault)), tuple(never), tuple(empty))

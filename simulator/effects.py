"""The journal of effects: each change that calls or office staff made to an agency's data.

Tests count duplicates and late effects here. Reads of a lagging replica (`stale_s`) undo what the journal lists.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]
Undo = Callable[[Any], Any]
Subject = tuple[str, str]
"""A collection (`jobs`, `invoices`) and the OID of the job, or of the contractor who has the invoices."""


@dataclass(frozen=True)
class Cause:
    """The call behind an effect: its number in the log, its `X-Request-ID`, when it arrived (simulator's clock)."""

    call: int | None = None
    request_id: str | None = None
    received_at: float | None = None


OFFICE = Cause()
"""The cause of a change through `/_control/`."""


class Journal:
    """Effects in the order in which they happened. Thread-safe."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._shown: list[Record] = []
        self._undo: dict[Subject, list[tuple[float, Undo]]] = {}

    def add(
        self, cause: Cause, kind: str, record: Record, undo: tuple[Subject, Undo] | None = None, **owners: str | None
    ) -> None:
        """Add an effect at the current time. `owners`: its `job`, its `contractor`. `undo`: restores its subject."""
        with self._lock:
            at = self._clock()
            self._shown.append(
                {
                    "n": len(self._shown) + 1,
                    "kind": kind,
                    "oid": record["OID"],
                    "job": owners.get("job"),
                    "contractor": owners.get("contractor"),
                    "record": record,
                    "by": "office" if cause == OFFICE else "call",
                    "call": cause.call,
                    "request_id": cause.request_id,
                    "at": at,
                    "wall": datetime.now(UTC).isoformat(),
                    "late_s": 0.0 if cause.received_at is None else round(at - cause.received_at, 3),
                }
            )
            if undo is not None:
                subject, function = undo
                self._undo.setdefault(subject, []).append((at, function))

    def shown(self) -> list[Record]:
        """Return every effect, the oldest first."""
        with self._lock:
            return list(self._shown)

    def as_of(self, age_s: float, subject: Subject, value: Any) -> Any:
        """Return the subject's value of `age_s` seconds ago. `value`: its current value."""
        if age_s:
            for undo in self._since(age_s, subject):
                value = undo(value)
        return value

    def _since(self, age_s: float, subject: Subject) -> Iterator[Undo]:
        with self._lock:
            then = self._clock() - age_s
            newer = [undo for at, undo in self._undo.get(subject, ()) if at > then]
        return reversed(newer)


def record_shown(record: Record) -> Record:
    """Return a record as the journal shows it: a job without its notes, a document without its bytes."""
    return {name: value for name, value in record.items() if name not in ("MaintenanceNotes", "Content")}

"""The visible part of a read: everything, or the rest that a fault leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]

COUNTS = ("shown", "whole", "missing")
NOTES = ("missing", "null")


@dataclass(frozen=True)
class ReadFilter:
    """`rows`: the most rows; `count`: the value of `Count`; `lacks`: an OID, `first` or `last`; `stale_s`: the age.

    `notes`: MaintenanceNotes are `missing` or `null`.
    """

    rows: int | None = None
    count: str = "shown"
    lacks: str | None = None
    notes: str | None = None
    stale_s: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Return whether every row is visible and unchanged."""
        return self == ReadFilter(count=self.count)

    def of(self, rows: list[Record]) -> list[Record]:
        """Return the visible rows."""
        match self.lacks:
            case None:
                left = rows
            case "first":
                left = rows[1:]
            case "last":
                left = rows[:-1]
            case oid:
                left = [row for row in rows if row.get("OID") != oid]
        return left if self.rows is None else left[: self.rows]

    def total(self, whole: int, shown: int) -> int | None:
        """Return the value of `Count`; None if there is no `Count`."""
        return {"whole": whole, "shown": shown}.get(self.count)

    def of_job(self, job: Record) -> Record:
        """Return the job with its visible notes."""
        if self.notes == "missing":
            return {name: value for name, value in job.items() if name != "MaintenanceNotes"}
        if self.notes == "null":
            return {**job, "MaintenanceNotes": None}
        return job

    def of_notes(self, job: Record) -> Record:
        """Return a single job, whose notes are filtered like rows."""
        notes = job.get("MaintenanceNotes")
        return self.of_job({**job, "MaintenanceNotes": self.of(notes)} if notes else job)

"""What a reading shows of what is there: all of it, or what a fault leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]

COUNTS = ("shown", "whole", "missing")
NOTES = ("missing", "null")


@dataclass(frozen=True)
class Showing:
    """`rows`: at most so many; `count`: what `Count` says; `lacks`: an OID, `first` or `last`; `stale_s`: how old.

    `notes`: MaintenanceNotes are `missing` or `null`.
    """

    rows: int | None = None
    count: str = "shown"
    lacks: str | None = None
    notes: str | None = None
    stale_s: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether every row is shown as it is."""
        return self == Showing(count=self.count)

    def of(self, rows: list[Record]) -> list[Record]:
        """Return the rows that are shown."""
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
        """Return what `Count` says; None if it says nothing."""
        return {"whole": whole, "shown": shown}.get(self.count)

    def of_job(self, job: Record) -> Record:
        """Return the job with the notes that are shown."""
        if self.notes == "missing":
            return {name: value for name, value in job.items() if name != "MaintenanceNotes"}
        if self.notes == "null":
            return {**job, "MaintenanceNotes": None}
        return job

    def of_notes(self, job: Record) -> Record:
        """Return the job alone: its notes are its rows."""
        notes = job.get("MaintenanceNotes")
        return self.of_job({**job, "MaintenanceNotes": self.of(notes)} if notes else job)

"""Wall clocks that step while a process runs: Debian's `faketime`, whose library a process loads before all others.

The boot clock is left alone, as it is when somebody sets a machine's clock.
"""

from __future__ import annotations

from pathlib import Path

MISSING = "clocks do not step: that needs libfaketime (apt-get install faketime)"


def library() -> Path | None:
    """The library for programs with threads, if it is installed."""
    return next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


class SteppedClock:
    """The wall clock of one process and of all that it starts."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.step(0)
        file.chmod(0o644)

    def environment(self) -> dict[str, str]:
        """Variables of a process that has this clock; none if the library is missing."""
        found = library()
        if found is None:
            return {}
        return {
            "LD_PRELOAD": str(found),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DISABLE_SHM": "1",
        }

    def step(self, off_s: int) -> None:
        """Let the clock be so many seconds ahead of the machine's."""
        unfinished = self._file.with_suffix(".part")
        unfinished.write_text(f"{off_s:+d}\n", "utf-8")
        unfinished.chmod(0o644)
        unfinished.rename(self._file)

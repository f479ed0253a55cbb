"""Small separate disks that can be filled or made read-only. Only the superuser of Linux may mount them."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MISSING = "disks are neither full nor read-only: only the superuser may mount some"
TRIES = 50
PIECE = 1 << 16


@dataclass
class Disk:
    """A folder.

    `is_own`: it is a separate disk, which can be spoilt. `is_spoilt`: it is full or read-only now.
    """

    folder: Path
    is_own: bool
    is_spoilt: bool = False

    def fill(self) -> None:
        """Fill the disk to the last byte."""
        self.is_spoilt = True
        with (self.folder / "ballast").open("ab", buffering=0) as ballast:
            for size in (PIECE, 1):
                try:
                    while ballast.write(b"\0" * size):
                        pass
                except OSError:
                    continue

    def empty(self) -> None:
        """Free the space that `fill` took."""
        (self.folder / "ballast").unlink(missing_ok=True)
        self.is_spoilt = False

    def allow_writing(self, *, allowed: bool) -> bool:
        """Remount the disk. Return False if an open file prevents making it read-only."""
        for _ in range(TRIES):
            option = "remount,rw" if allowed else "remount,ro"
            if subprocess.run(["mount", "-o", option, str(self.folder)], capture_output=True).returncode == 0:
                self.is_spoilt = not allowed
                return True
            time.sleep(0.1)
        return False


@contextmanager
def disk(megabytes: int) -> Iterator[Disk]:
    """Mount a disk of that size, or make an ordinary folder if that is not possible."""
    with tempfile.TemporaryDirectory(prefix="chaos-disk-") as name:
        words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "chaos", name]
        try:
            is_own = subprocess.run(words, capture_output=True).returncode == 0
        except FileNotFoundError:  # not on Linux
            is_own = False
        try:
            yield Disk(Path(name), is_own)
        finally:
            if is_own:
                subprocess.run(["umount", "--lazy", name], capture_output=True)

"""Small disks of their own, to be filled and made read-only. Only the superuser of Linux may mount them."""

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
    """A folder. `is_own`: it is a disk of its own, which can be spoiled. `is_spoilt`: it is full or read-only now."""

    folder: Path
    is_own: bool
    is_spoilt: bool = False

    def fill(self) -> None:
        """Leave no byte free."""
        self.is_spoilt = True
        with (self.folder / "ballast").open("ab", buffering=0) as ballast:
            for size in (PIECE, 1):
                try:
                    while ballast.write(b"\0" * size):
                        pass
                except OSError:
                    continue

    def empty(self) -> None:
        """Free what `fill` took."""
        (self.folder / "ballast").unlink(missing_ok=True)
        self.is_spoilt = False

    def allow_writing(self, *, allowed: bool) -> bool:
        """Mount it anew; False if it cannot be made read-only because a file is open for writing all the time."""
        for _ in range(TRIES):
            option = "remount,rw" if allowed else "remount,ro"
            if subprocess.run(["mount", "-o", option, str(self.folder)], capture_output=True).returncode == 0:
                self.is_spoilt = not allowed
                return True
            time.sleep(0.1)
        return False


@contextmanager
def disk(megabytes: int) -> Iterator[Disk]:
    """A disk of that size, or an ordinary folder where none can be mounted."""
    with tempfile.TemporaryDirectory(prefix="chaos-disk-") as name:
        words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "chaos", name]
        try:
            is_own = subprocess.run(words, capture_output=True).returncode == 0
        except FileNotFoundError:  # no Linux
            is_own = False
        try:
            yield Disk(Path(name), is_own)
        finally:
            if is_own:
                subprocess.run(["umount", "--lazy", name], capture_output=True)

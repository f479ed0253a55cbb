"""Wall clocks that step while a process runs. The process loads `stepped_clock.c` before all other libraries.

The boot clock does not change, just as when somebody sets a machine's clock.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp, mkstemp

MISSING = "clocks do not step: that needs a C compiler (apt-get install gcc libc6-dev)"
SOURCE = Path(__file__).with_name("stepped_clock.c")


@cache
def library() -> Path | None:
    """Return the compiled library; None if there is no compiler, or it lacks its headers."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    built = _folder() / "stepped_clock.so"
    options = ("-shared", "-fPIC", "-O2", "-Wall")
    done = subprocess.run([compiler, *options, "-o", built, SOURCE, "-ldl"], stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    built.chmod(0o755)
    return built


class SteppedClock:
    """The wall clock of one process and its children."""

    def __init__(self, name: str) -> None:
        file, path = mkstemp(prefix=f"{name}-", dir=_folder())
        os.close(file)
        self._file = Path(path)
        self._file.chmod(0o644)  # PostgreSQL runs as another user
        self._file.write_bytes(_seconds(0))

    def environment(self) -> dict[str, str]:
        """Return the variables of a process with this clock; none without the library."""
        built = library()
        return {} if built is None else {"LD_PRELOAD": str(built), "STEPPED_CLOCK": str(self._file)}

    def step(self, off_s: int) -> None:
        """Set the clock `off_s` seconds ahead of the machine's."""
        file = os.open(self._file, os.O_WRONLY)
        try:
            os.pwrite(file, _seconds(off_s), 0)  # in a single write, because processes read it all the time
        finally:
            os.close(file)


def _seconds(off_s: int) -> bytes:
    return off_s.to_bytes(8, sys.byteorder, signed=True)


@cache
def _folder() -> Path:
    """Return a folder that PostgreSQL's user can read, outside the disks that are filled."""
    folder = Path(mkdtemp(prefix="clocks-"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder

"""What all processes have counted, added up, the ended ones among them."""

import contextlib
import os
import struct
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from prometheus_client import Metric
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

TRIES, PAUSE_S = 5, 0.02
NOBODY = 0
"""No process has this number: the files of those that ended are added to its."""


class Counted(Collector):
    """The counts in `folder`. Only one process may read it so, since it tidies up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._files = MultiProcessCollector(None, str(folder))

    def collect(self) -> Iterable[Metric]:
        """Every metric that was counted at least once."""
        for _ in range(TRIES):
            with contextlib.suppress(struct.error, ValueError, FileNotFoundError), self._lock:
                self._fold()
                return list(self._files.collect())
            time.sleep(PAUSE_S)  # a file that is just being made has nothing in it yet
        with self._lock:
            return list(self._files.collect())

    def _fold(self) -> None:
        """Add the files of ended processes to one: each restart leaves some, and forgetting them would undo counts."""
        for path in self._folder.glob("*_*.db"):
            kind, _, pid = path.stem.rpartition("_")
            if int(pid) == NOBODY or _lives(int(pid)):
                continue
            total = MmapedDict(str(self._folder / f"{kind}_{NOBODY}.db"))
            for key, value, _, _ in MmapedDict.read_all_values_from_file(str(path)):
                total.write_value(key, total.read_value(key)[0] + value, 0.0)
            total.close()
            path.unlink()


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's: there is one
        return True
    return True

"""The sums of the counts of all processes, including processes that ended.

`MmapedDict` and the file names (`<kind>_<process id>.db`) are undocumented (checked in version
`PROMETHEUS_CLIENT_READ`). But prometheus_client has no public function to add the files of ended processes together.
"""

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

from app.observability.metrics import own_folder

PROMETHEUS_CLIENT_READ = "0.26.0"
TRIES, PAUSE_S = 5, 0.02
ENDED = 0
"""The process id for the files with the counts of all ended processes. No process has this id."""


class SummedCounts(Collector):
    """The counts below `folder`. Only one process may collect, because collecting also merges files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = own_folder(folder)
        self._lock = threading.Lock()

    def collect(self) -> Iterable[Metric]:
        """Return every metric with at least one count."""
        for _ in range(TRIES):
            with contextlib.suppress(struct.error, ValueError, FileNotFoundError), self._lock:
                self._merge_ended()
                return self._sums()
            time.sleep(PAUSE_S)  # a file is empty while a process creates it
        with self._lock:
            return self._sums()

    def _sums(self) -> list[Metric]:
        return list(MultiProcessCollector.merge(map(str, self._folder.glob("*/*.db"))))

    def _merge_ended(self) -> None:
        """Merge the files of ended processes. Each restart leaves files, and deleting them would lose counts.

        Files of other namespaces remain, because this process cannot see whether their processes have ended.
        """
        for path in self._own.glob("*_*.db"):
            kind, _, pid = path.stem.rpartition("_")
            if int(pid) == ENDED or _is_alive(int(pid)):
                continue
            total = MmapedDict(str(self._own / f"{kind}_{ENDED}.db"))
            for key, value, _, _ in MmapedDict.read_all_values_from_file(str(path)):
                total.write_value(key, total.read_value(key)[0] + value, 0.0)
            total.close()
            path.unlink()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # the process exists and belongs to another user
        return True
    return True

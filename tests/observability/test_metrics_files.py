"""Reading the metrics file of a process that has just begun to count."""

import os
import struct
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from prometheus_client.mmap_dict import MmapedDict, mmap_key

from app.observability import metrics_files
from app.observability.metrics import own_folder
from app.observability.metrics_files import TRIES, SummedCounts

Pauses = Callable[[Callable[[], object]], list[float]]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Pauses:
    """Return a function that runs `act` at each wait of the reader, and returns the list of waits."""

    def during(act: Callable[[], object]) -> list[float]:
        slept: list[float] = []

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            act()

        monkeypatch.setattr(metrics_files, "time", SimpleNamespace(sleep=sleep))
        return slept

    return during


def counter(file: Path, value: float) -> bytes:
    """Return the content of the file of a process that has counted to `value`."""
    counts = MmapedDict(str(file))
    counts.write_value(mmap_key("visits", "visits_total", [], [], "Visits."), value, 0.0)
    counts.close()
    return file.read_bytes()


@pytest.fixture
def unfinished_file(tmp_path: Path) -> Path:
    """Return the file of a running process that has only just been created."""
    file = own_folder(tmp_path / "counts") / f"counter_{os.getpid()}.db"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def test_unfinished_metrics_file_is_read_again(unfinished_file: Path, tmp_path: Path, pauses: Pauses) -> None:
    whole = counter(tmp_path / "whole.db", 3.0)
    slept = pauses(lambda: unfinished_file.write_bytes(whole))
    (visits,) = SummedCounts(unfinished_file.parents[1]).collect()
    assert [sample.value for sample in visits.samples] == [3.0]
    assert len(slept) == 1


def test_permanently_unfinished_metrics_file_raises_error(unfinished_file: Path, pauses: Pauses) -> None:
    slept = pauses(lambda: None)
    with pytest.raises(struct.error):
        SummedCounts(unfinished_file.parents[1]).collect()
    assert len(slept) == TRIES


def test_counts_of_other_namespace_with_same_process_ids_are_added(unfinished_file: Path, tmp_path: Path) -> None:
    for namespace, pid in ((own_folder(tmp_path / "counts").name, os.getpid()), ("1", os.getpid()), ("1", 2**22 + 1)):
        folder = tmp_path / "counts" / namespace
        folder.mkdir(exist_ok=True)
        counter(folder / f"counter_{pid}.db", 3.0)
    (visits,) = SummedCounts(tmp_path / "counts").collect()
    assert [sample.value for sample in visits.samples] == [9.0]
    assert len(list((tmp_path / "counts" / "1").iterdir())) == 2, "the processes of another namespace may be alive"

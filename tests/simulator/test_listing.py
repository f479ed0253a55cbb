"""Faults that make reads incomplete or old."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.conftest import SimulatorClient

NOTE = {"NoteContents": "New", "CreatedBy": "Harper"}
INVOICES = "contacts/contractors/CON-1001/invoices/0/100"


def texts(client: SimulatorClient, path: str = "jobs/JOB-1") -> list[str]:
    return [note["NoteContents"] for note in client.get(path).json()["MaintenanceNotes"]]


@pytest.mark.parametrize(
    ("fault", "rows", "count"),
    [
        ({"short": 3}, [0, 1, 2], 3),
        ({"short": 3, "count": "whole"}, [0, 1, 2], 4),
        ({"short": 3, "count": "missing"}, [0, 1, 2], None),
        ({"empty": True, "count": "whole"}, [], 4),
        ({"lacks": "first"}, [1, 2, 3], 3),
        ({"lacks": "last", "count": "whole"}, [0, 1, 2], 4),
        ({"count": "missing"}, [0, 1, 2, 3], None),
    ],
    ids=str,
)
def test_list_fault_changes_rows_and_count(
    client: SimulatorClient, fault: dict[str, Any], rows: list[int], count: int | None
) -> None:
    whole = client.get(INVOICES).json()["Data"]
    client.fault(method="GET", path="/invoices/", **fault)
    body = client.get(INVOICES).json()
    assert body["Data"] == [whole[at] for at in rows]
    assert body.get("Count") == count


def test_stale_job_fault_returns_earlier_state(client: SimulatorClient) -> None:
    client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    before = client.get("jobs/JOB-1").json()
    client.now += 30
    client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    client.control("PATCH", "state/acme/jobs/JOB-1", {"Title": "Moved"})
    client.now += 20
    client.control("DELETE", "state/acme/jobs/JOB-1")
    client.fault(path="/jobs/", stale_s=40, times=1)
    assert client.get("jobs/JOB-1").json() == before
    assert client.get("jobs/JOB-1").status_code == 404

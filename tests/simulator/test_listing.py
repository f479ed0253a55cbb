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


def test_list_fault_with_lacks_omits_only_the_row_with_that_id(client: SimulatorClient) -> None:
    whole = client.get("jobs/BR-1/0/1000").json()["Data"]
    client.fault(path="jobs/BR-1/", lacks=whole[2]["OID"])
    pages = [client.get(f"jobs/BR-1/{offset}/2").json()["Data"] for offset in (0, 2)]
    assert [row for page in pages for row in page] == [whole[0], whole[1], whole[3], whole[4]]


@pytest.mark.parametrize(
    ("fault", "left"),
    [
        ({"lacks": "first"}, slice(1, None)),
        ({"lacks": "last"}, slice(-1)),
        ({"empty": True}, slice(0)),
        ({}, slice(None)),
    ],
    ids=str,
)
def test_single_job_fault_omits_notes_like_list_rows(
    client: SimulatorClient, fault: dict[str, Any], left: slice
) -> None:
    for number in range(3):
        client.call("POST", "jobs/JOB-1/notes", json={**NOTE, "NoteContents": str(number)})
    whole = texts(client)
    client.fault(path="jobs/JOB-1$", **fault)
    assert texts(client) == whole[left]


@pytest.mark.parametrize(("how", "notes"), [("missing", "absent"), ("null", None)])
def test_notes_fault_removes_notes_from_job_and_list(client: SimulatorClient, how: str, notes: Any) -> None:
    client.fault(path="/jobs/", notes=how)
    rows = [client.get("jobs/JOB-1").json(), client.get("jobs/BR-1/0/1").json()["Data"][0]]
    assert [row.get("MaintenanceNotes", "absent") for row in rows] == [notes, notes]


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


def test_stale_invoice_fault_shows_new_invoices_after_delay(client: SimulatorClient) -> None:
    before = client.get(INVOICES).json()
    client.control("POST", "state/acme/invoices", {"ContractorOID": "CON-1001", "JobOID": "JOB-1", "Amount": 9.0})
    client.fault(path="/invoices/", stale_s=10)
    assert client.get(INVOICES).json() == before
    client.control("PUT", "state/acme/invoices/CON-1001", [])
    assert client.get(INVOICES).json() == before
    client.now += 10
    assert client.get(INVOICES).json() == {"Count": 0, "Data": []}

"""Reads that show less than there is, or what was there before."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.conftest import Desk

NOTE = {"NoteContents": "New", "CreatedBy": "Harper"}
INVOICES = "contacts/contractors/CON-1001/invoices/0/100"


def texts(desk: Desk, path: str = "jobs/JOB-1") -> list[str]:
    return [note["NoteContents"] for note in desk.get(path).json()["MaintenanceNotes"]]


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
def test_list_with_a_fault_shows_some_rows_and_a_count(
    desk: Desk, fault: dict[str, Any], rows: list[int], count: int | None
) -> None:
    whole = desk.get(INVOICES).json()["Data"]
    desk.fault(method="GET", path="/invoices/", **fault)
    body = desk.get(INVOICES).json()
    assert body["Data"] == [whole[at] for at in rows]
    assert body.get("Count") == count


def test_list_that_lacks_an_oid_is_without_that_row_alone(desk: Desk) -> None:
    whole = desk.get("jobs/BR-1/0/1000").json()["Data"]
    desk.fault(path="jobs/BR-1/", lacks=whole[2]["OID"])
    pages = [desk.get(f"jobs/BR-1/{offset}/2").json()["Data"] for offset in (0, 2)]
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
def test_job_alone_lacks_notes_as_a_list_lacks_rows(desk: Desk, fault: dict[str, Any], left: slice) -> None:
    for number in range(3):
        desk.call("POST", "jobs/JOB-1/notes", json={**NOTE, "NoteContents": str(number)})
    whole = texts(desk)
    desk.fault(path="jobs/JOB-1$", **fault)
    assert texts(desk) == whole[left]


@pytest.mark.parametrize(("how", "notes"), [("missing", "absent"), ("null", None)])
def test_job_without_notes_lacks_them_alone_and_in_its_list(desk: Desk, how: str, notes: Any) -> None:
    desk.fault(path="/jobs/", notes=how)
    rows = [desk.get("jobs/JOB-1").json(), desk.get("jobs/BR-1/0/1").json()["Data"][0]]
    assert [row.get("MaintenanceNotes", "absent") for row in rows] == [notes, notes]


def test_stale_job_is_as_it_was(desk: Desk) -> None:
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    before = desk.get("jobs/JOB-1").json()
    desk.now += 30
    desk.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    desk.control("PATCH", "state/acme/jobs/JOB-1", {"Title": "Moved"})
    desk.now += 20
    desk.control("DELETE", "state/acme/jobs/JOB-1")
    desk.fault(path="/jobs/", stale_s=40, times=1)
    assert desk.get("jobs/JOB-1").json() == before
    assert desk.get("jobs/JOB-1").status_code == 404


def test_stale_list_shows_what_was_accepted_after_its_lag(desk: Desk) -> None:
    desk.fault(path="/jobs/", method="GET", stale_s=60)
    before = desk.get("jobs/BR-1/0/1000").json()
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    desk.control("POST", "state/acme/jobs", {"OID": "NEW-1", "BranchOID": "BR-1"})
    desk.now += 59
    rows = desk.get("jobs/BR-1/0/1000").json()
    assert rows == before
    desk.now += 1
    rows = desk.get("jobs/BR-1/0/1000").json()["Data"]
    assert rows[-1]["OID"] == "NEW-1"
    assert rows[0]["MaintenanceNotes"][-1]["NoteContents"] == "New"


def test_stale_invoices_are_listed_late(desk: Desk) -> None:
    before = desk.get(INVOICES).json()
    desk.control("POST", "state/acme/invoices", {"ContractorOID": "CON-1001", "JobOID": "JOB-1", "Amount": 9.0})
    desk.fault(path="/invoices/", stale_s=10)
    assert desk.get(INVOICES).json() == before
    desk.control("PUT", "state/acme/invoices/CON-1001", [])
    assert desk.get(INVOICES).json() == before
    desk.now += 10
    assert desk.get(INVOICES).json() == {"Count": 0, "Data": []}

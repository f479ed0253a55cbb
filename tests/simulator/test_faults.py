"""Each kind of failure on order."""

from __future__ import annotations

import time

import pytest
import requests

from tests.simulator.conftest import Desk

NOTE = {"NoteContents": "Was I there?", "CreatedBy": "Harper Plumbing Ltd"}


def noted(desk: Desk) -> bool:
    return any(note["NoteContents"] == "Was I there?" for note in desk.job()["MaintenanceNotes"])


def test_a_status_refuses_the_write(desk: Desk) -> None:
    desk.fault(method="POST", path="/notes$", status=503, times=1)
    answer = desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert (answer.status_code, noted(desk)) == (503, False)
    assert desk.get("jobs/JOB-1").status_code == 200
    assert desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 201


def test_a_status_with_an_effect(desk: Desk) -> None:
    desk.fault(path="/notes$", status=500, effect=True)
    assert (desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code, noted(desk)) == (500, True)


def test_words_of_its_own(desk: Desk) -> None:
    desk.fault(path="JOB-1", status=200, body="<p>", content_type="text/html", headers={"X-Odd": "yes"})
    answer = desk.get("jobs/JOB-1")
    assert (answer.status_code, answer.text, answer.headers["X-Odd"]) == (200, "<p>", "yes")
    assert answer.headers["Content-Type"] == "text/html"


@pytest.mark.parametrize(("when", "effect"), [("before", False), ("after", True)])
def test_a_reset(desk: Desk, when: str, effect: bool) -> None:
    desk.fault(path="/notes$", reset=when)
    with pytest.raises(requests.ConnectionError, match="reset by peer"):
        desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert noted(desk) is effect
    assert desk.control("GET", "calls")["calls"][0]["status"] is None


def test_a_cut_answer_breaks_off_half_way(desk: Desk) -> None:
    desk.fault(path="/notes$", cut=True)
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="IncompleteRead"):
        desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert noted(desk)


def test_lists_emptied_and_shortened(desk: Desk) -> None:
    desk.fault(path="jobs/BR-1/", empty=True, times=1)
    desk.fault(path="jobs/BR-1/", short=5)
    assert desk.get("jobs/BR-1/0/10").json() == {"Count": 0, "Data": []}
    short = desk.get("jobs/BR-1/3/10").json()
    assert (short["Count"], len(short["Data"])) == (5, 2)
    desk.fault(path="/invoices/", short=1)
    assert len(desk.get("contacts/contractors/CON-1001/invoices/0/10").json()["Data"]) == 1


def test_skip_and_times(desk: Desk) -> None:
    desk.fault(path="JOB-1", status=500, skip=1, times=2)
    assert [desk.get("jobs/JOB-1").status_code for _ in range(5)] == [200, 500, 500, 200, 200]
    assert desk.control("GET", "faults")["faults"][0]["hits"] == 2
    assert desk.control("DELETE", "faults") == {"faults": []}


def test_a_delay_comes_after_the_effect(desk: Desk) -> None:
    desk.fault(path="/notes$", delay_s=0.15)
    began = time.monotonic()
    assert desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 201
    assert time.monotonic() - began >= 0.15


def test_a_write_that_takes_effect_late(desk: Desk) -> None:
    desk.fault(path="/notes$", delay_s=0.05, late_effect_s=30)
    assert desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 504
    assert not noted(desk)
    [(seconds, act)] = desk.timers
    act()
    assert (seconds, noted(desk)) == (30, True)


def test_a_write_that_never_takes_effect(desk: Desk) -> None:
    desk.fault(path="/notes$", effect=False)
    assert (desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code, noted(desk)) == (504, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"path": "("},
        {"path": "x", "reset": "now"},
        {"path": "x", "status": 99},
        {"path": "x", "times": -1},
        {"path": "x", "cut": 1},
        {"path": "x", "typo": 1},
        {"path": "x", "headers": {"A": 1}},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    assert desk.control("POST", "faults", wrong, status=400)["error"]

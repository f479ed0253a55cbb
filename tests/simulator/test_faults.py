"""Each kind of failure on order."""

from __future__ import annotations

import time
from typing import Any

import pytest
import requests

from tests.simulator.conftest import Desk

NOTE = {"NoteContents": "Was I there?", "CreatedBy": "Harper Plumbing Ltd"}
INVOICES = "contacts/contractors/CON-1001/invoices/0/100"


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


ANSWERS: dict[str, tuple[dict[str, Any], Any]] = {
    "object": ({"answer": "object"}, 201),
    "string": ({"answer": "string"}, 200),
    "reference": ({"answer": "reference"}, 200),
    "null": ({"answer": "null"}, 200),
    "empty": ({"answer": "empty"}, 204),
    "array": ({"answer": "array"}, 200),
    "success": ({"answer": "done"}, 201),
    "HTML page": ({"answer": "html"}, 200),
    "truncated JSON": ({"answer": "truncated"}, 201),
    "HTML page of a 502": ({"status": 502, "answer": "html"}, 502),
    **{str(status): ({"status": status}, status) for status in (302, 307, 400, 401, 403, 404, 405, 409, 429, 500, 503)},
    "nothing said": ({}, 504),
    "cut": ({"cut": True}, "ChunkedEncodingError"),
    "reset": ({"reset": "before"}, "ConnectionError"),
    "time-out": ({"delay_s": 0.3}, "ReadTimeout"),
}


def outcome_of_note(desk: Desk, timeout: float) -> int | str:
    """The status that a note is answered with, or the name of the error that its sender sees."""
    try:
        return desk.call("POST", "jobs/JOB-1/notes", json=NOTE, timeout=timeout).status_code
    except requests.RequestException as error:
        return type(error).__name__


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("effect", ["at once", "late", "never"])
def test_effect_whatever_is_answered_happens_when_told(desk: Desk, answer: str, effect: str) -> None:
    fields, outcome = ANSWERS[answer]
    if answer == "nothing said" and effect == "at once":
        outcome = 201
    when = {"late_effect_s": 300} if effect == "late" else {"effect": effect == "at once"}
    desk.fault(path="/notes$", **fields, **when)
    assert outcome_of_note(desk, timeout=0.15 if answer == "time-out" else 5) == outcome
    assert noted(desk) is (effect == "at once")
    desk.turn_timers()
    assert noted(desk) is (effect != "never")
    assert [each["late_s"] for each in desk.effects()] == {"at once": [0.0], "late": [300.0], "never": []}[effect]


def test_effect_that_is_late_has_the_id_that_was_answered(desk: Desk) -> None:
    desk.fault(path="/notes$", late_effect_s=5, answer="object")
    told = desk.call("POST", "jobs/JOB-1/notes", json=NOTE).json()
    desk.turn_timers()
    assert desk.job()["MaintenanceNotes"][-1] == told


def test_effect_that_is_late_for_a_removed_job_never_happens(desk: Desk) -> None:
    desk.fault(path="/notes$", late_effect_s=5)
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    desk.control("DELETE", "state/acme/jobs/JOB-1")
    desk.turn_timers()
    assert [each["kind"] for each in desk.effects()] == ["removal"]


def test_redirect_names_another_place(desk: Desk) -> None:
    desk.fault(path="/notes$", status=302)
    answer = desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in")


@pytest.mark.parametrize(
    ("answer", "body"),
    [("html", "<!DOCTYPE"), ("null", "null"), ("empty", ""), ("truncated", '{"Count": 4, ')],
)
def test_read_in_a_false_shape_is_still_200(desk: Desk, answer: str, body: str) -> None:
    desk.fault(path="/invoices/", answer=answer)
    found = desk.get(INVOICES)
    assert found.status_code == 200
    assert found.text.startswith(body)
    assert found.text == body or len(body) > 4
    if answer in ("html", "truncated"):
        with pytest.raises(requests.JSONDecodeError):
            found.json()


def test_fault_for_some_seconds_ends_by_itself(desk: Desk) -> None:
    desk.fault(path="JOB-1", status=404, for_s=15)
    assert desk.get("jobs/JOB-1").status_code == 404
    desk.now += 15
    assert desk.get("jobs/JOB-1").status_code == 200


def test_faults_of_different_fields_apply_together(desk: Desk) -> None:
    desk.control(
        "POST",
        "faults",
        [
            {"path": "/notes$", "stores": {"NoteContents": "upper"}},
            {"path": "/notes$", "status": 502, "effect": True, "times": 1},
            {"path": "/notes$", "status": 503},
        ],
    )
    answers = [desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code for _ in range(2)]
    assert answers == [502, 503]
    assert desk.job()["MaintenanceNotes"][-1]["NoteContents"] == "WAS I THERE?"
    assert [fault["hits"] for fault in desk.control("GET", "faults")["faults"]] == [2, 1, 1]


def test_faults_of_which_one_is_wrong_are_all_refused(desk: Desk) -> None:
    desk.control("POST", "faults", [{"path": "x", "status": 500}, {"path": "("}], status=400)
    assert desk.control("GET", "faults") == {"faults": []}


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
        {"path": "x", "answer": "soap"},
        {"path": "x", "count": "less"},
        {"path": "x", "stores": {"Title": "upper"}},
        {"path": "x", "stores": {"NoteContents": "loud"}},
        {"path": "x", "stores": {"Amount": 5}},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    assert desk.control("POST", "faults", wrong, status=400)["error"]

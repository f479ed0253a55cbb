"""Each kind of fault."""

from __future__ import annotations

import time
from typing import Any

import pytest
import requests

from tests.simulator.conftest import SimulatorClient

NOTE = {"NoteContents": "Was I there?", "CreatedBy": "Harper Plumbing Ltd"}
INVOICES = "contacts/contractors/CON-1001/invoices/0/100"


def note_is_stored(client: SimulatorClient) -> bool:
    return any(note["NoteContents"] == "Was I there?" for note in client.job()["MaintenanceNotes"])


def test_status_fault_refuses_write(client: SimulatorClient) -> None:
    client.fault(method="POST", path="/notes$", status=503, times=1)
    answer = client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert (answer.status_code, note_is_stored(client)) == (503, False)
    assert client.get("jobs/JOB-1").status_code == 200
    assert client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 201


def test_status_fault_with_effect_performs_write(client: SimulatorClient) -> None:
    client.fault(path="/notes$", status=500, effect=True)
    assert (client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code, note_is_stored(client)) == (500, True)


def test_fault_can_set_body_content_type_and_headers(client: SimulatorClient) -> None:
    client.fault(path="JOB-1", status=200, body="<p>", content_type="text/html", headers={"X-Odd": "yes"})
    answer = client.get("jobs/JOB-1")
    assert (answer.status_code, answer.text, answer.headers["X-Odd"]) == (200, "<p>", "yes")
    assert answer.headers["Content-Type"] == "text/html"


@pytest.mark.parametrize(("when", "effect"), [("before", False), ("after", True)])
def test_reset_fault_closes_connection_before_or_after_effect(client: SimulatorClient, when: str, effect: bool) -> None:
    client.fault(path="/notes$", reset=when)
    with pytest.raises(requests.ConnectionError, match="reset by peer"):
        client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert note_is_stored(client) is effect
    assert client.control("GET", "calls")["calls"][0]["status"] is None


def test_cut_fault_truncates_response(client: SimulatorClient) -> None:
    client.fault(path="/notes$", cut=True)
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="IncompleteRead"):
        client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert note_is_stored(client)


def test_lists_can_be_emptied_or_shortened(client: SimulatorClient) -> None:
    client.fault(path="jobs/BR-1/", empty=True, times=1)
    client.fault(path="jobs/BR-1/", short=5)
    assert client.get("jobs/BR-1/0/10").json() == {"Count": 0, "Data": []}
    short = client.get("jobs/BR-1/3/10").json()
    assert (short["Count"], len(short["Data"])) == (5, 2)
    client.fault(path="/invoices/", short=1)
    assert len(client.get("contacts/contractors/CON-1001/invoices/0/10").json()["Data"]) == 1


def test_skip_and_times_select_affected_calls(client: SimulatorClient) -> None:
    client.fault(path="JOB-1", status=500, skip=1, times=2)
    assert [client.get("jobs/JOB-1").status_code for _ in range(5)] == [200, 500, 500, 200, 200]
    assert client.control("GET", "faults")["faults"][0]["hits"] == 2
    assert client.control("DELETE", "faults") == {"faults": []}


def test_delay_fault_delays_response_after_effect(client: SimulatorClient) -> None:
    client.fault(path="/notes$", delay_s=0.15)
    began = time.monotonic()
    assert client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 201
    assert time.monotonic() - began >= 0.15


def test_late_effect_fault_performs_write_later(client: SimulatorClient) -> None:
    client.fault(path="/notes$", delay_s=0.05, late_effect_s=30)
    assert client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 504
    assert not note_is_stored(client)
    [(seconds, act)] = client.timers
    act()
    assert (seconds, note_is_stored(client)) == (30, True)


def test_fault_without_effect_never_performs_write(client: SimulatorClient) -> None:
    client.fault(path="/notes$", effect=False)
    assert (client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code, note_is_stored(client)) == (504, False)


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


def outcome_of_note(client: SimulatorClient, timeout: float) -> int | str:
    """Return the status of the response to a note, or the name of the sender's error."""
    try:
        return client.call("POST", "jobs/JOB-1/notes", json=NOTE, timeout=timeout).status_code
    except requests.RequestException as error:
        return type(error).__name__


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("effect", ["at once", "late", "never"])
def test_write_takes_effect_at_requested_time_for_every_response(
    client: SimulatorClient, answer: str, effect: str
) -> None:
    fields, outcome = ANSWERS[answer]
    if answer == "nothing said" and effect == "at once":
        outcome = 201
    when = {"late_effect_s": 300} if effect == "late" else {"effect": effect == "at once"}
    client.fault(path="/notes$", **fields, **when)
    assert outcome_of_note(client, timeout=0.15 if answer == "time-out" else 5) == outcome
    assert note_is_stored(client) is (effect == "at once")
    client.run_timers()
    assert note_is_stored(client) is (effect != "never")
    assert [each["late_s"] for each in client.effects()] == {"at once": [0.0], "late": [300.0], "never": []}[effect]


def test_late_effect_keeps_id_from_response(client: SimulatorClient) -> None:
    client.fault(path="/notes$", late_effect_s=5, answer="object")
    answer = client.call("POST", "jobs/JOB-1/notes", json=NOTE).json()
    client.run_timers()
    assert client.job()["MaintenanceNotes"][-1] == answer


def test_late_effect_for_removed_job_never_happens(client: SimulatorClient) -> None:
    client.fault(path="/notes$", late_effect_s=5)
    client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    client.control("DELETE", "state/acme/jobs/JOB-1")
    client.run_timers()
    assert [each["kind"] for each in client.effects()] == ["removal"]


def test_redirect_fault_sets_location_header(client: SimulatorClient) -> None:
    client.fault(path="/notes$", status=302)
    answer = client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in")


@pytest.mark.parametrize(
    ("answer", "body"),
    [("html", "<!DOCTYPE"), ("null", "null"), ("empty", ""), ("truncated", '{"Count": 4, ')],
)
def test_read_fault_with_wrong_format_is_200(client: SimulatorClient, answer: str, body: str) -> None:
    client.fault(path="/invoices/", answer=answer)
    answer = client.get(INVOICES)
    assert answer.status_code == 200
    assert answer.text.startswith(body)
    assert answer.text == body or len(body) > 4
    if answer in ("html", "truncated"):
        with pytest.raises(requests.JSONDecodeError):
            answer.json()


def test_fault_with_duration_ends_by_itself(client: SimulatorClient) -> None:
    client.fault(path="JOB-1", status=404, for_s=15)
    assert client.get("jobs/JOB-1").status_code == 404
    client.now += 15
    assert client.get("jobs/JOB-1").status_code == 200


def test_faults_with_different_fields_are_combined(client: SimulatorClient) -> None:
    client.control(
        "POST",
        "faults",
        [
            {"path": "/notes$", "stores": {"NoteContents": "upper"}},
            {"path": "/notes$", "status": 502, "effect": True, "times": 1},
            {"path": "/notes$", "status": 503},
        ],
    )
    answers = [client.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code for _ in range(2)]
    assert answers == [502, 503]
    assert client.job()["MaintenanceNotes"][-1]["NoteContents"] == "WAS I THERE?"
    assert [fault["hits"] for fault in client.control("GET", "faults")["faults"]] == [2, 1, 1]


def test_list_of_faults_is_refused_completely_if_one_fault_is_invalid(client: SimulatorClient) -> None:
    client.control("POST", "faults", [{"path": "x", "status": 500}, {"path": "("}], status=400)
    assert client.control("GET", "faults") == {"faults": []}


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
def test_invalid_fault_is_refused(client: SimulatorClient, wrong: dict[str, object]) -> None:
    assert client.control("POST", "faults", wrong, status=400)["error"]

"""Each kind of fault."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.simulator.conftest import SimulatorClient

NOTE = {"NoteContents": "Was I there?", "CreatedBy": "Harper Plumbing Ltd"}


def note_is_stored(client: SimulatorClient) -> bool:
    return any(note["NoteContents"] == "Was I there?" for note in client.job()["MaintenanceNotes"])


@pytest.mark.parametrize(("when", "effect"), [("before", False), ("after", True)])
def test_reset_fault_closes_connection_before_or_after_effect(client: SimulatorClient, when: str, effect: bool) -> None:
    client.fault(path="/notes$", reset=when)
    with pytest.raises(requests.ConnectionError, match="reset by peer"):
        client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    assert note_is_stored(client) is effect
    assert client.control("GET", "calls")["calls"][0]["status"] is None


def test_skip_and_times_select_affected_calls(client: SimulatorClient) -> None:
    client.fault(path="JOB-1", status=500, skip=1, times=2)
    assert [client.get("jobs/JOB-1").status_code for _ in range(5)] == [200, 500, 500, 200, 200]
    assert client.control("GET", "faults")["faults"][0]["hits"] == 2
    assert client.control("DELETE", "faults") == {"faults": []}


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

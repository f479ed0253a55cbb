"""The control calls of the simulator, and its process."""

from __future__ import annotations

import pytest

from tests.simulator.conftest import SimulatorClient


def test_call_log_lists_filters_and_clears_calls(client: SimulatorClient) -> None:
    client.get("jobs/JOB-1")
    client.now += 5
    client.call("POST", "jobs/JOB-1/notes", json={"NoteContents": "x"})
    log = client.control("GET", "calls")
    assert [(each["n"], each["at"], each["method"], each["status"]) for each in log["calls"]] == [
        (1, 1000.0, "GET", 200),
        (2, 1005.0, "POST", 201),
    ]
    assert log["calls"][1]["body"] == {"NoteContents": "x"}
    assert client.control("GET", f"calls?since={log['next']}")["calls"] == []
    client.control("DELETE", "calls")
    client.get("jobs/JOB-1")
    assert [each["n"] for each in client.control("GET", "calls")["calls"]] == [3]


def test_job_can_be_changed_moved_added_and_removed(client: SimulatorClient) -> None:
    before = client.job()
    merged = client.control(
        "PATCH",
        "state/acme/jobs/JOB-1",
        {"Title": None, "ContractorOID": "CON-1002", "BranchOID": "BR-3", "__drop__": ["Priority"]},
    )
    assert merged["ETag"] != before["ETag"]
    assert (merged["Title"], merged["BranchOID"]) == (None, "BR-3")
    job = client.get("jobs/JOB-1").json()
    assert "Priority" not in job
    assert "BranchOID" not in job
    assert client.get("jobs/BR-3/0/1000").json()["Data"][-1] == job
    assert "JOB-1" not in [each["OID"] for each in client.get("jobs/BR-1/0/1000").json()["Data"]]
    client.control("POST", "state/acme/jobs", {"OID": "NEW-1", "BranchOID": "BR-1"})
    assert client.get("jobs/BR-1/0/1000").json()["Data"][-1]["OID"] == "NEW-1"
    client.control("DELETE", "state/acme/jobs/NEW-1")
    assert client.get("jobs/NEW-1").status_code == 404
    for wrong in ({"OID": "NEW-2"}, {"OID": "NEW-2", "BranchOID": "BR-99"}, {"OID": "JOB-1", "BranchOID": "BR-1"}):
        client.control("POST", "state/acme/jobs", wrong, status=400)


def test_reset_restores_initial_state(client: SimulatorClient) -> None:
    before = client.job()
    client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    client.control("PUT", "answers/acme", {"note": "null"})
    client.fault(path="JOB-1", status=500)
    client.control("POST", "reset", {})
    assert client.job() == before
    assert client.control("GET", "calls")["calls"] == []
    assert client.get("jobs/JOB-1").status_code == 200
    assert client.control("GET", "answers/acme")["note"] == "object"
    client.control("POST", "reset", {"contractors": 6, "jobs": 40, "branches": 2, "limit": 1, "today": "2026-06-01"})
    assert len(client.control("GET", "state/acme/jobs")) == 40
    assert [client.get("jobs/JOB-1").status_code for _ in range(2)] == [200, 429]


WRONG = ({"jobs": "many"}, {"jobs": -1}, {"today": "soon"}, {"now": "soon"}, {"now": 9}, {"speed": 9}, [], {"limit": 0})


@pytest.mark.parametrize("wrong", WRONG)
def test_invalid_reset_changes_nothing(client: SimulatorClient, wrong: object) -> None:
    world = client.simulator.world.agencies
    assert client.control("POST", "reset", wrong, status=400)["error"]
    assert client.simulator.world.agencies is world


def test_demo_lists_only_existing_people(client: SimulatorClient) -> None:
    people = {each["email"]: each for each in client.control("GET", "demo")["people"]}
    assert len(people) == 8
    assert people["office@harper.example"]["agencies"] == ["acme", "harbour"]
    assert "NOT" in people["old@oldfield.example"]["what"]
    client.control("POST", "reset", {"contractors": 1})
    assert [each["email"] for each in client.control("GET", "demo")["people"]] == ["office@harper.example"]


def test_changed_key_invalidates_old_key(client: SimulatorClient) -> None:
    client.control("PUT", "key/acme", {"key": "another"})
    assert client.get("jobs/JOB-1").status_code == 401
    assert client.get("jobs/JOB-1", headers={"api_key": "another"}).status_code == 200
    assert "another" not in str(client.control("GET", "calls"))
    client.control("DELETE", "key/acme")
    assert client.get("jobs/JOB-1").status_code == 200
    client.control("PUT", "key/acme", {}, status=400)


def test_unknown_control_call_is_404_or_405(client: SimulatorClient) -> None:
    client.control("GET", "nothing", status=404)
    client.control("GET", "state/nobody", status=404)
    client.control("GET", "reset", status=405)
    assert client.control("GET", "calls")["calls"] == []

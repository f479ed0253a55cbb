"""The control calls of the simulator, and its process."""

from __future__ import annotations

import re
import signal
import subprocess
import sys

import pytest
import requests

from simulator.faults import TYPES
from simulator.shapes import BODIES
from simulator.stored import FIELDS, OF_DATES, OF_TEXT
from simulator.storm import StormSettings
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


def test_contractors_and_branches_can_be_changed_and_added(client: SimulatorClient) -> None:
    client.control("PATCH", "state/acme/contractors/CON-1001", {"IsArchived": True, "BranchOID": "BR-2"})
    assert client.get("contacts/contractors/CON-1001").status_code == 404
    assert client.get("contacts/contractors/BR-2/0/100").json()["Data"][-1]["OID"] == "CON-1001"
    client.control("POST", "state/acme/contractors", {"OID": "CON-X", "EMailAddress": "x@x.example"})
    assert client.get("contacts/contractors/BR-1/0/100").json()["Data"][-1]["OID"] == "CON-X"
    client.control("POST", "state/acme/branches", {"OID": "BR-X"})
    assert client.get("jobs/BR-X/0/10").json() == {"Count": 0, "Data": []}


def test_statements_and_invoices_can_be_replaced(client: SimulatorClient) -> None:
    client.control("PUT", "state/acme/statements/CON-1001", {"pending": []})
    state = client.control("GET", "state/acme")
    assert state["statements"]["CON-1001"]["pending"] == []
    assert len(state["statements"]["CON-1001"]["historical"]) == 7
    client.control("PUT", "state/acme/invoices/CON-1001", [{"OID": "INV-X"}])
    assert client.get("contacts/contractors/CON-1001/invoices/0/9").json()["Data"] == [{"OID": "INV-X"}]
    assert set(state) == {
        *("branches", "contractors", "staff", "tenants", "properties", "status_types", "jobs"),
        *("statements", "invoices", "documents", "effects"),
    }


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


def test_clock_can_be_stopped(client: SimulatorClient) -> None:
    client.control("POST", "reset", {"now": "2026-06-01T12:30:00"})
    client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    assert client.job()["CompletedDate"] == "2026-06-01T12:30:00"


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


def test_control_index_lists_every_field_of_a_fault(client: SimulatorClient) -> None:
    for path in ("/_control/", "/_control"):
        answer = requests.get(client.url + path, timeout=5)
        assert answer.headers["Content-Type"].startswith("text/plain")
        words = set(re.findall(r"[\w-]+", answer.text))
        fields = {*TYPES, *FIELDS, *OF_TEXT, *OF_DATES, *BODIES, *StormSettings.__dataclass_fields__}
        assert fields <= words, fields - words


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


def test_stopped_simulator_closes_connections(client: SimulatorClient) -> None:
    client.get("jobs/JOB-1")
    client.simulator.stop()
    with pytest.raises(requests.ConnectionError):
        client.get("jobs/JOB-1")


def test_process_prints_its_url_and_stops_cleanly() -> None:
    command = [sys.executable, "-m", "simulator", "--bind", "127.0.0.1:0", "--jobs", "40", "--no-limit"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[-1]
        assert requests.get(f"{url}/_control/demo", timeout=5).ok
        taken = subprocess.run([*command, "--bind", url.removeprefix("http://")], capture_output=True, check=False)
        assert taken.returncode == 1
        assert b"cannot listen" in taken.stderr
        assert b"Traceback" not in taken.stderr
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""

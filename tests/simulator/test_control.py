"""The control calls, and the process."""

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
from tests.simulator.conftest import Desk


def test_the_log_of_calls(desk: Desk) -> None:
    desk.get("jobs/JOB-1")
    desk.now += 5
    desk.call("POST", "jobs/JOB-1/notes", json={"NoteContents": "x"})
    log = desk.control("GET", "calls")
    assert [(each["n"], each["at"], each["method"], each["status"]) for each in log["calls"]] == [
        (1, 1000.0, "GET", 200),
        (2, 1005.0, "POST", 201),
    ]
    assert log["calls"][1]["body"] == {"NoteContents": "x"}
    assert desk.control("GET", f"calls?since={log['next']}")["calls"] == []
    desk.control("DELETE", "calls")
    desk.get("jobs/JOB-1")
    assert [each["n"] for each in desk.control("GET", "calls")["calls"]] == [3]


def test_a_job_merged_moved_added_and_removed(desk: Desk) -> None:
    before = desk.job()
    merged = desk.control(
        "PATCH",
        "state/acme/jobs/JOB-1",
        {"Title": None, "ContractorOID": "CON-1002", "BranchOID": "BR-3", "__drop__": ["Priority"]},
    )
    assert merged["ETag"] != before["ETag"]
    assert (merged["Title"], merged["BranchOID"]) == (None, "BR-3")
    job = desk.get("jobs/JOB-1").json()
    assert "Priority" not in job
    assert "BranchOID" not in job
    assert desk.get("jobs/BR-3/0/1000").json()["Data"][-1] == job
    assert "JOB-1" not in [each["OID"] for each in desk.get("jobs/BR-1/0/1000").json()["Data"]]
    desk.control("POST", "state/acme/jobs", {"OID": "NEW-1", "BranchOID": "BR-1"})
    assert desk.get("jobs/BR-1/0/1000").json()["Data"][-1]["OID"] == "NEW-1"
    desk.control("DELETE", "state/acme/jobs/NEW-1")
    assert desk.get("jobs/NEW-1").status_code == 404
    for wrong in ({"OID": "NEW-2"}, {"OID": "NEW-2", "BranchOID": "BR-99"}, {"OID": "JOB-1", "BranchOID": "BR-1"}):
        desk.control("POST", "state/acme/jobs", wrong, status=400)


def test_contractors_and_branches(desk: Desk) -> None:
    desk.control("PATCH", "state/acme/contractors/CON-1001", {"IsArchived": True, "BranchOID": "BR-2"})
    assert desk.get("contacts/contractors/CON-1001").status_code == 404
    assert desk.get("contacts/contractors/BR-2/0/100").json()["Data"][-1]["OID"] == "CON-1001"
    desk.control("POST", "state/acme/contractors", {"OID": "CON-X", "EMailAddress": "x@x.example"})
    assert desk.get("contacts/contractors/BR-1/0/100").json()["Data"][-1]["OID"] == "CON-X"
    desk.control("POST", "state/acme/branches", {"OID": "BR-X"})
    assert desk.get("jobs/BR-X/0/10").json() == {"Count": 0, "Data": []}


def test_statements_and_invoices_put(desk: Desk) -> None:
    desk.control("PUT", "state/acme/statements/CON-1001", {"pending": []})
    state = desk.control("GET", "state/acme")
    assert state["statements"]["CON-1001"]["pending"] == []
    assert len(state["statements"]["CON-1001"]["historical"]) == 7
    desk.control("PUT", "state/acme/invoices/CON-1001", [{"OID": "INV-X"}])
    assert desk.get("contacts/contractors/CON-1001/invoices/0/9").json()["Data"] == [{"OID": "INV-X"}]
    assert set(state) == {
        *("branches", "contractors", "staff", "tenants", "properties", "status_types", "jobs"),
        *("statements", "invoices", "documents", "effects"),
    }


def test_a_reset_starts_again(desk: Desk) -> None:
    before = desk.job()
    desk.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    desk.control("PUT", "answers/acme", {"note": "null"})
    desk.fault(path="JOB-1", status=500)
    desk.control("POST", "reset", {})
    assert desk.job() == before
    assert desk.control("GET", "calls")["calls"] == []
    assert desk.get("jobs/JOB-1").status_code == 200
    assert desk.control("GET", "answers/acme")["note"] == "object"
    desk.control("POST", "reset", {"contractors": 6, "jobs": 40, "branches": 2, "limit": 1, "today": "2026-06-01"})
    assert len(desk.control("GET", "state/acme/jobs")) == 40
    assert [desk.get("jobs/JOB-1").status_code for _ in range(2)] == [200, 429]


def test_its_clock_can_be_made_to_stand_still(desk: Desk) -> None:
    desk.control("POST", "reset", {"now": "2026-06-01T12:30:00"})
    desk.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    assert desk.job()["CompletedDate"] == "2026-06-01T12:30:00"


WRONG = ({"jobs": "many"}, {"jobs": -1}, {"today": "soon"}, {"now": "soon"}, {"now": 9}, {"speed": 9}, [], {"limit": 0})


@pytest.mark.parametrize("wrong", WRONG)
def test_a_reset_that_makes_no_sense_changes_nothing(desk: Desk, wrong: object) -> None:
    world = desk.simulator.world.agencies
    assert desk.control("POST", "reset", wrong, status=400)["error"]
    assert desk.simulator.world.agencies is world


def test_the_demo_names_people_who_are_there(desk: Desk) -> None:
    people = {each["email"]: each for each in desk.control("GET", "demo")["people"]}
    assert len(people) == 8
    assert people["office@harper.example"]["agencies"] == ["acme", "harbour"]
    assert "NOT" in people["old@oldfield.example"]["what"]
    desk.control("POST", "reset", {"contractors": 1})
    assert [each["email"] for each in desk.control("GET", "demo")["people"]] == ["office@harper.example"]


def test_control_without_a_path_prints_every_field_of_a_fault(desk: Desk) -> None:
    for path in ("/_control/", "/_control"):
        answer = requests.get(desk.url + path, timeout=5)
        assert answer.headers["Content-Type"].startswith("text/plain")
        words = set(re.findall(r"[\w-]+", answer.text))
        fields = {*TYPES, *FIELDS, *OF_TEXT, *OF_DATES, *BODIES, *StormSettings.__dataclass_fields__}
        assert fields <= words, fields - words


def test_key_when_changed_refuses_the_old_one(desk: Desk) -> None:
    desk.control("PUT", "key/acme", {"key": "another"})
    assert desk.get("jobs/JOB-1").status_code == 401
    assert desk.get("jobs/JOB-1", headers={"api_key": "another"}).status_code == 200
    assert "another" not in str(desk.control("GET", "calls"))
    desk.control("DELETE", "key/acme")
    assert desk.get("jobs/JOB-1").status_code == 200
    desk.control("PUT", "key/acme", {}, status=400)


def test_no_such_control_call(desk: Desk) -> None:
    desk.control("GET", "nothing", status=404)
    desk.control("GET", "state/nobody", status=404)
    desk.control("GET", "reset", status=405)
    assert desk.control("GET", "calls")["calls"] == []


def test_a_stopped_simulator_hangs_up(desk: Desk) -> None:
    desk.get("jobs/JOB-1")
    desk.simulator.stop()
    with pytest.raises(requests.ConnectionError):
        desk.get("jobs/JOB-1")


def test_the_process_says_where_it_is_and_ends_quietly() -> None:
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

"""PATCH …/complete: toggling, explicit values, and cases in which nothing is sent."""

import pytest

from tests.jobs.expected import client_for, read_job
from tests.portal_server import PortalServer

FIRST_DONE = {"acme": "Completed", "harbour": "Works done"}
STATUSES = {
    "acme/CON-1001": {
        "JOB-1": "Reported",
        "JOB-4": "Pending",
        "JOB-9": "In progress",
        "JOB-11": "In progress",
        "JOB-12": "Reported",
        "JOB-13": "In progress",
        "JOB-17": "Pending",
        "JOB-18": "Reported",
    },
    "harbour/CON-5001": {
        "JOB-1": "Reported",
        "JOB-2": "In progress",
        "JOB-3": "Awaiting landlord",
        "JOB-7": "In progress",
    },
}
OPEN = [(account, job, word) for account, jobs in STATUSES.items() for job, word in jobs.items()]


def toggle(client, job: str, body: object = None, expected: int = 200):
    answer = client.patch(f"/api/contractor/jobs/{job}/complete", **({} if body is None else {"json": body}))
    assert answer.status_code == expected, answer.json
    return answer.json


def status_in(portal_server: PortalServer, agency: str, job: str) -> str:
    state = portal_server.simulator.state(agency)
    return state["status_types"][state["jobs"][job]["StatusOID"]]["Name"]


@pytest.mark.parametrize(("account", "job", "word"), OPEN)
@pytest.mark.parametrize("refreshed", [False, True])
def test_toggle_twice_restores_previous_status(
    portal_server: PortalServer, account: str, job: str, word: str, refreshed: bool
) -> None:
    agency = account.split("/")[0]
    client = client_for(portal_server, account)
    done = toggle(client, job)
    assert (done["status"], done["completed"]) == (FIRST_DONE[agency], True)
    assert done["completedAt"] is not None
    assert status_in(portal_server, agency, job) == FIRST_DONE[agency]
    assert read_job(client, job) == done, "the next GET shows it"
    if refreshed:
        portal_server.advance_clock(3_600)
        portal_server.refresh()
    again = toggle(client, job, {})
    assert (again["status"], again["completed"], again["completedAt"]) == (word, False, None)
    assert status_in(portal_server, agency, job) == word
    assert read_job(client, job) == again
    assert [call["body"] for call in portal_server.simulator.writes()] != []
    assert len(portal_server.simulator.writes()) == 2


@pytest.mark.parametrize(
    ("account", "job", "word"),
    [
        ("acme/CON-1001", "JOB-5", "In progress"),
        ("acme/CON-1001", "JOB-8", "In progress"),
        ("acme/CON-1001", "JOB-10", "In progress"),
        ("harbour/CON-5001", "JOB-4", "Reported"),
        ("harbour/CON-5001", "JOB-6", "Reported"),
    ],
)
def test_job_with_unknown_previous_status_reopens_to_configured_status(
    portal_server: PortalServer, account: str, job: str, word: str
) -> None:
    agency = account.split("/")[0]
    assert toggle(client_for(portal_server, account), job)["status"] == word
    assert status_in(portal_server, agency, job) == word


def test_job_completed_by_office_reopens_to_its_previous_status(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.change("acme/jobs/JOB-4", StatusOID="SX-4", Status="Completed")
    assert toggle(client, "JOB-4")["status"] == "Pending"


@pytest.mark.parametrize("job", ["JOB-19", "JOB-20"])
def test_job_whose_status_is_not_in_the_list_reopens_to_configured_status(
    portal_server: PortalServer, job: str
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert toggle(client, job)["status"] == "Completed"
    assert toggle(client, job)["status"] == "In progress"


@pytest.mark.parametrize(
    ("account", "job", "completed"),
    [
        ("acme/CON-1001", "JOB-1", False),
        ("acme/CON-1001", "JOB-5", True),
        ("acme/CON-1001", "JOB-8", True),
        ("acme/CON-1001", "JOB-10", True),
        ("acme/CON-1001", "JOB-7", False),
        ("harbour/CON-5001", "JOB-4", True),
        ("harbour/CON-5001", "JOB-6", True),
    ],
)
def test_job_already_in_target_state_is_200_and_sends_nothing(
    portal_server: PortalServer, account: str, job: str, completed: bool
) -> None:
    client = client_for(portal_server, account)
    before = client.get(f"/api/contractor/jobs/{job}").json
    assert toggle(client, job, {"completed": completed})["status"] == before["status"]
    assert portal_server.simulator.writes() == []


@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_explicit_completed_value_is_idempotent(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    for completed in (True, True, False, False):
        assert toggle(client, "JOB-1", {"completed": completed})["completed"] is completed
    assert len(portal_server.simulator.writes()) == 2
    assert status_in(portal_server, account.split("/")[0], "JOB-1") == "Reported"


@pytest.mark.parametrize(("account", "job"), [("acme/CON-1001", "JOB-7"), ("harbour/CON-5001", "JOB-5")])
@pytest.mark.parametrize("body", [None, {}, {"completed": True}])
def test_completion_of_cancelled_job_is_400_and_sends_nothing(
    portal_server: PortalServer, account: str, job: str, body: object
) -> None:
    assert "cancelled" in toggle(client_for(portal_server, account), job, body, 400)["error"]
    assert portal_server.simulator.writes() == []


def test_job_cancelled_since_last_fetch_is_400(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.change("acme/jobs/JOB-1", StatusOID="SX-5", Status="Cancelled")
    toggle(client, "JOB-1", {"completed": True}, 400)
    assert portal_server.simulator.writes() == []
    assert client.get("/api/contractor/jobs/JOB-1").json["status"] == "Cancelled"


@pytest.mark.parametrize("answer", ["object", "string", "reference", "null", "empty"])
@pytest.mark.parametrize("agency", ["acme", "harbour"])
def test_completion_succeeds_with_every_valid_upstream_response(
    portal_server: PortalServer, agency: str, answer: str
) -> None:
    account = {"acme": "acme/CON-1001", "harbour": "harbour/CON-5001"}[agency]
    portal_server.simulator.control("PUT", f"answers/{agency}", {"status": answer})
    client = client_for(portal_server, account)
    assert toggle(client, "JOB-1")["status"] == FIRST_DONE[agency]
    assert toggle(client, "JOB-1")["status"] == "Reported"
    assert status_in(portal_server, agency, "JOB-1") == "Reported"


@pytest.mark.parametrize("answer", ["array", "html"])
def test_job_is_fetched_again_after_unexpected_response_to_completion(portal_server: PortalServer, answer: str) -> None:
    portal_server.simulator.control("PUT", "answers/acme", {"status": answer})
    client = client_for(portal_server, "acme/CON-1001")
    assert toggle(client, "JOB-1")["completed"] is True
    assert len(portal_server.simulator.writes()) == 1


def test_completion_that_cannot_be_read_back_is_shown_in_next_get(portal_server: PortalServer) -> None:
    """AgentOS's response is empty and the read-back fails. The write still counts."""
    portal_server.simulator.control("PUT", "answers/acme", {"status": "empty"})
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=500, skip=1)
    done = toggle(client, "JOB-1")
    assert (done["status"], done["completed"]) == ("Completed", True)
    assert done["completedAt"] == "2026-11-25T09:00:00+00:00"
    assert read_job(client, "JOB-1") == done


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (b'{"completed": "true"}', "application/json", "completed: "),
        (b'{"completed": 1}', "application/json", "completed: "),
        (b'{"completed": null}', "application/json", "completed: "),
        (b'{"done": true}', "application/json", "done: "),
        (b'{"completed": 1e999999999999999999999}', "application/json", "not valid JSON"),
        (b'{"completed": NaN}', "application/json", "not valid JSON"),
        (b"[]", "application/json", "JSON object"),
        (b"null", "application/json", "JSON object"),
        (b"true", "application/json", "JSON object"),
        (b'{"completed": tr', "application/json", "not valid JSON"),
        (b"\xff", "application/json", "not valid JSON"),
        (b"completed=true", "application/x-www-form-urlencoded", "application/json"),
        (b'{"completed": true}', "text/plain", "application/json"),
        (b"[" * 60_000, "application/json", "nested too deeply"),
    ],
)
def test_completion_with_bad_body_is_400_without_upstream_calls(
    portal_server: PortalServer, raw: bytes, kind: str, words: str
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    before = len(portal_server.simulator.calls())
    answer = client.patch("/api/contractor/jobs/JOB-1/complete", data=raw, content_type=kind)
    assert answer.status_code == 400, answer.json
    assert words in answer.json["error"]
    assert len(portal_server.simulator.calls()) == before

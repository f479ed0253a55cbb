"""Rows are deleted only when their absence is certain. A fetch never undoes a newer write."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.jobs.expected import client_for, read_job
from tests.portal_server import PortalServer

ACCOUNT = "acme/CON-1001"
JOBS = "/jobs/BR-1/"


@pytest.fixture
def client(portal_server: PortalServer):
    return client_for(portal_server, ACCOUNT)


def job_ids(client) -> set[str]:
    response = client.get("/api/contractor/jobs")
    assert response.status_code == 200, response.json
    return {job["jobId"] for job in response.json["jobs"]}


def read_again(portal_server: PortalServer, seconds: float = 61) -> None:
    """Let the worker fetch the lists again."""
    portal_server.advance_clock(seconds)
    portal_server.refresh()


@pytest.mark.parametrize("fault", [{"empty": True}, {"short": 3}], ids=str)
@pytest.mark.parametrize("envelope", ["count", "data", "bare"])
def test_rows_are_kept_if_list_is_empty_or_short_once(
    portal_server: PortalServer, client, fault: dict, envelope: str
) -> None:
    before = job_ids(client)
    portal_server.simulator.control("PUT", "envelopes/acme", {"jobs": envelope})
    portal_server.simulator.fault(path=JOBS, times=1, **fault)
    read_again(portal_server)
    assert job_ids(client) == before
    read_again(portal_server, 400)
    assert job_ids(client) == before


@pytest.mark.parametrize("envelope", ["count", "bare"])
def test_rows_are_deleted_if_list_is_empty_twice_five_minutes_apart(
    portal_server: PortalServer, client, envelope: str
) -> None:
    before = job_ids(client)
    portal_server.simulator.control("PUT", "envelopes/acme", {"jobs": envelope})
    portal_server.simulator.fault(path=JOBS, empty=True)
    read_again(portal_server)
    read_again(portal_server, 290)
    assert job_ids(client) == before, "not yet five minutes"
    read_again(portal_server, 70)
    assert job_ids(client) == {"JOB-4"}, "the other branch's"


def test_complete_fetch_clears_the_suspicion_of_absence(portal_server: PortalServer, client) -> None:
    before = job_ids(client)
    portal_server.simulator.fault(path=JOBS, empty=True, times=1)
    read_again(portal_server)
    read_again(portal_server)
    portal_server.simulator.fault(path=JOBS, empty=True, times=1)
    read_again(portal_server, 300)
    assert job_ids(client) == before


def test_single_absent_job_is_deleted_at_once(portal_server: PortalServer, client) -> None:
    portal_server.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    read_again(portal_server)
    assert "JOB-1" not in job_ids(client)
    assert client.get("/api/contractor/jobs/JOB-1").status_code == 404


def test_list_with_count_above_its_rows_deletes_nothing(portal_server: PortalServer, client) -> None:
    """A row counts as absent only if the number of different ids equals Count."""
    before = job_ids(client)
    portal_server.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    portal_server.simulator.change("acme/jobs/JOB-3", Title="Changes still apply")
    rows = rows_of(portal_server)
    portal_server.simulator.fault(path=JOBS, body=json.dumps({"Count": len(rows) + 1, "Data": rows}))
    for _ in range(8):
        read_again(portal_server)
    assert job_ids(client) == before
    assert client.get("/api/contractor/jobs/JOB-3").json["title"] == "Changes still apply"


def test_fetch_with_unreadable_row_is_incomplete(portal_server: PortalServer, client) -> None:
    before = job_ids(client)
    portal_server.simulator.fault(
        path=JOBS, body=json.dumps([{"OID": "JOB-1", "ContractorOID": "CON-1001"}, {"Title": "no id"}])
    )
    for _ in range(8):
        read_again(portal_server)
    assert job_ids(client) == before


def test_incomplete_fetch_raises_no_suspicion_of_absence(portal_server: PortalServer, client) -> None:
    before = job_ids(client)
    portal_server.simulator.fault(path=JOBS, body=json.dumps({"Count": 5, "Data": []}))
    read_again(portal_server)
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(path=JOBS, empty=True, times=1)
    read_again(portal_server, 301)
    assert job_ids(client) == before, "this is the first reading that leaves them out"


def test_incomplete_fetch_keeps_the_suspicion_of_absence(portal_server: PortalServer, client) -> None:
    rows = rows_of(portal_server)
    portal_server.simulator.fault(path=JOBS, empty=True, times=1)
    read_again(portal_server)
    portal_server.simulator.fault(path=JOBS, body=json.dumps({"Count": len(rows) + 1, "Data": rows}), times=1)
    read_again(portal_server)
    portal_server.simulator.fault(path=JOBS, empty=True)
    read_again(portal_server, 240)
    assert job_ids(client) == {"JOB-4"}, "the other branch's: five minutes have passed since the first"


def rows_of(portal_server: PortalServer) -> list[dict]:
    """Return BR-1's jobs as its list contains them."""
    return [
        {name: value for name, value in job.items() if name != "BranchOID"}
        for job in portal_server.simulator.state()["jobs"].values()
        if job["BranchOID"] == "BR-1"
    ]


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/company/branches/", {"empty": True}),
        ("/contacts/contractors/BR-1/", {"empty": True}),
        ("/contacts/contractors/BR-1/", {"lacks": "CON-1001"}),
        ("/jobs/statusTypes/", {"short": 1}),
    ],
    ids=str,
)
def test_short_list_of_branches_contractors_or_statuses_changes_nothing(
    portal_server: PortalServer, client, path: str, fault: dict
) -> None:
    before = client.get("/api/contractor/jobs").json["jobs"]
    portal_server.simulator.fault(path=path, times=1, **fault)
    read_again(portal_server, 3_700)
    assert client.get("/api/session").status_code == 200
    assert client.get("/api/contractor/jobs").json["jobs"] == before
    assert client.get("/api/contractor/account").json["contractorId"] == "CON-1001"


def test_absent_branch_loses_rows_after_second_fetch(portal_server: PortalServer, client) -> None:
    assert "JOB-4" in job_ids(client)
    portal_server.simulator.control("DELETE", "state/acme/branches/BR-2")
    read_again(portal_server, 3_700)
    assert "JOB-4" in job_ids(client)
    read_again(portal_server, 3_700)
    assert "JOB-4" not in job_ids(client)
    contacts = client.get("/api/contractor/contacts").json["contacts"]
    assert "BR-2" not in {contact["contactId"] for contact in contacts}


def test_job_moving_between_branches_is_listed_once(portal_server: PortalServer, client) -> None:
    portal_server.simulator.change("acme/jobs/JOB-1", BranchOID="BR-2")
    portal_server.simulator.fault(path=JOBS, status=500, times=1)
    read_again(portal_server)
    assert "JOB-1" in job_ids(client)
    read_again(portal_server)
    jobs = client.get("/api/contractor/jobs").json["jobs"]
    assert [job["jobId"] for job in jobs].count("JOB-1") == 1


@pytest.mark.parametrize("kind", ["historical", "pending"])
def test_rows_of_personal_list_are_deleted_only_after_it_is_empty_twice(
    portal_server: PortalServer, client, kind: str
) -> None:
    def total() -> int:
        return int(client.get(f"/api/contractor/statements/{kind}").json["total"])

    before = total()
    portal_server.simulator.fault(path=f"/statements/{kind}/", empty=True)
    read_again(portal_server, 3_700)
    assert total() == before
    read_again(portal_server, 3_700)
    assert total() == 0


def test_shorter_personal_list_applies_at_once(portal_server: PortalServer, client) -> None:
    assert client.get("/api/contractor/statements/pending").json["total"] == 4
    pending = portal_server.simulator.state()["statements"]["CON-1001"]["pending"]
    portal_server.simulator.control("PUT", "state/acme/statements/CON-1001", {"pending": pending[:1]})
    read_again(portal_server, 3_700)
    assert client.get("/api/contractor/statements/pending").json["total"] == 1


def test_notes_of_a_single_job_fetch_survive_a_list_row_without_notes(portal_server: PortalServer, client) -> None:
    assert client.get("/api/contractor/jobs/JOB-13").json["notesComplete"] is False
    client.post("/api/contractor/jobs/JOB-13/notes", json={"note": "Seen"})
    before = read_job(client, "JOB-13")
    assert (len(before["notes"]), before["notesComplete"]) == (3, True)
    read_again(portal_server)
    assert read_job(client, "JOB-13") == before


def during_reading(portal_server: PortalServer, act: Callable[[], object]) -> None:
    """Call `act` while the worker waits for the list of BR-1's jobs, whose content is from before."""
    portal_server.clock.work = None
    portal_server.advance_clock(61)
    before = {"Count": len(rows := rows_of(portal_server)), "Data": rows}
    portal_server.simulator.fault(path=JOBS, body=json.dumps(before), delay_s=1, times=1)
    with ThreadPoolExecutor(1) as worker:
        reading = worker.submit(portal_server.refresh)
        while not portal_server.simulator.control("GET", "faults")["faults"][0]["hits"]:
            assert not reading.done(), "the worker asks"
        act()
        assert not reading.done(), "the write was faster than the list"
        reading.result()


def test_fetch_begun_before_a_completion_does_not_undo_it(portal_server: PortalServer, client) -> None:
    during_reading(portal_server, lambda: client.patch("/api/contractor/jobs/JOB-1/complete"))
    assert client.get("/api/contractor/jobs/JOB-1").json["completed"] is True


def test_fetch_begun_before_a_note_does_not_delete_it(portal_server: PortalServer, client) -> None:
    during_reading(portal_server, lambda: client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Seen"}))
    assert client.get("/api/contractor/jobs/JOB-1").json["notes"][-1]["note"] == "Seen"


def test_fetch_begun_before_an_assignment_does_not_delete_the_job(portal_server: PortalServer, client) -> None:
    """The job was in no list before, and the list being fetched is older than the assignment."""

    def assign_and_write() -> None:
        portal_server.simulator.change("acme/jobs/JOB-24", ContractorOID="CON-1001")
        assert client.post("/api/contractor/jobs/JOB-24/notes", json={"note": "Mine"}).status_code == 201

    during_reading(portal_server, assign_and_write)
    assert "JOB-24" in job_ids(client)


def test_fetch_begun_after_a_write_replaces_it(portal_server: PortalServer, client) -> None:
    client.patch("/api/contractor/jobs/JOB-1/complete")
    portal_server.simulator.change("acme/jobs/JOB-1", StatusOID="SX-2", Status="Pending", CompletedDate=None)
    read_again(portal_server)
    assert client.get("/api/contractor/jobs/JOB-1").json["status"] == "Pending"

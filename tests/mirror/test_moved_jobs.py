"""Jobs in two lists, incomplete responses, and branches that are no longer configured."""

import threading
from collections.abc import Callable

import pytest

from tests.contract.api_calls import WRITES, Write, error_sentence, open_job
from tests.jobs.expected import read_job
from tests.portal_server import PortalServer

LIST = "/api/contractor/jobs"


def ids(client: object) -> set[str]:
    return {job["jobId"] for job in client.get(LIST).json["jobs"]}  # type: ignore[attr-defined]


def test_job_moved_to_another_contractor_is_removed_at_once(portal_server: PortalServer) -> None:
    """The list of its old branch fails. Its old row must not keep showing the job with the tenant's phone number."""
    client = portal_server.sign_in()
    assert "JOB-1" in ids(client)
    portal_server.simulator.change("acme/jobs/JOB-1", BranchOID="BR-2", ContractorOID="CON-1002")
    portal_server.simulator.fault(method="GET", path="/jobs/BR-1/", status=500)
    portal_server.advance_clock(120)
    portal_server.refresh()
    assert "JOB-1" not in ids(client)
    assert client.get(f"{LIST}/JOB-1").status_code == 404


def test_partial_response_changes_only_its_fields(portal_server: PortalServer) -> None:
    """No field is required. A PATCH response with two fields must not delete the job's owner and title."""
    client = portal_server.sign_in()
    before = read_job(client, "JOB-1")
    body = '{"OID": "JOB-1", "StatusOID": "SX-4", "Status": "Completed"}'
    portal_server.simulator.fault(method="PATCH", path="/jobs/JOB-1$", body=body, content_type="application/json")
    after = client.patch(f"{LIST}/JOB-1/complete").json
    assert after["completed"] is True
    moved = ("status", "completed", "completedAt")
    assert {k: v for k, v in after.items() if k not in moved} == {k: v for k, v in before.items() if k not in moved}
    assert read_job(client, "JOB-1") == after


@pytest.mark.parametrize("path", ["/company/branches/", "/jobs/statusTypes/"])
def test_empty_first_list_of_branches_or_statuses_is_refused(
    build: Callable[..., PortalServer], path: str, simulator: object
) -> None:
    """An empty 200 may come from a key without rights, so it does not count as a complete fetch."""
    portal_server = build()
    portal_server.simulator.fault(path=path, empty=True)
    portal_server.refresh(rounds=40)
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(10)
    portal_server.refresh()
    assert ids(portal_server.sign_in()) >= {"JOB-1", "JOB-2"}


def test_contractor_of_unconfigured_branch_cannot_sign_in(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: object
) -> None:
    """The worker would not refresh its contractors, so archiving or a new address would have no effect."""
    agencies = tmp_path / "agencies.toml"  # type: ignore[operator]
    agencies.write_text('[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\nbranches = ["BR-2"]\n')
    later = build(AGENCIES_FILE=agencies)
    later.refresh()
    client = later.app.test_client()
    client.post("/api/session/code", json={"email": "office@harper.example"})
    later.mail_codes()
    assert later.postbox.mails == []


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_write_is_not_sent_if_deadline_passes_after_the_read(portal_server: PortalServer, write: Write) -> None:
    """If the deadline (25 s, 55 s for invoices) passes before the write, nothing is sent."""
    client = portal_server.sign_in()
    job_id = open_job(client)
    portal_server.simulator.control("DELETE", "calls")
    portal_server.simulator.fault(method="GET", path=f"/jobs/{job_id}$", delay_s=0.5)

    def let_time_pass() -> None:
        while not portal_server.simulator.calls("GET"):
            pass
        portal_server.advance_clock(56)

    passing = threading.Thread(target=let_time_pass)
    passing.start()
    answer = write.send(client, job_id)
    passing.join()
    assert "Nothing was sent" in error_sentence(answer, 500)
    assert portal_server.simulator.writes() == []

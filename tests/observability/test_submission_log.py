"""The log lines of a submission: from its id to its request, its calls to AgentOS and its later deliveries, by grep."""

from typing import Any

import pytest

from tests.log_lines import Lines
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.worker_runs import run_worker_later

Line = dict[str, Any]


def grep(lines: list[Line], text: str) -> list[Line]:
    """Return the lines that contain a text."""
    return [line for line in lines if text in str(line.values())]


def calls(lines: list[Line]) -> list[tuple[str, int, str]]:
    """Return the operation, the status and the asker of each call to AgentOS."""
    return [(each["operation"], each["status"], each["asker"]) for each in lines if each["event"] == "agentos_call"]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_deferred_submission_leads_to_request_and_deliveries(portal_server: PortalServer, lines: Lines) -> None:
    sender = Sender(portal_server, portal_server.sign_in())
    portal_server.clock.work = None  # type: ignore[union-attr]
    portal_server.simulator.fault(path="/jobs/", status=500)
    sender.note("Before", "JOB-1")
    answer = sender.note("Part ordered", X_Request_ID="request-of-harper", Prefer="respond-async")
    sender.note("After", "JOB-1")
    assert answer.status_code == 202
    submission_id = answer.json["submissionId"]
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=1)
    assert sender.submission(answer)["state"] == "confirmed"
    log = lines()

    own = grep(log, submission_id)
    [request] = [line for line in own if line["event"] == "request" and line["method"] == "POST"]
    assert (request["request_id"], request["status"]) == ("request-of-harper", 202)
    assert calls(own) == [("job", 500, "person"), ("job", 200, "delivery"), ("add_note", 201, "delivery")]
    assert [line["state"] for line in own if line["event"] == "worked_on"] == ["confirmed"]
    assert [line["what"] for line in own if line["event"] == "audit"] == ["submitted", "confirmed"]

    of_request = grep(log, "request-of-harper")
    assert calls(of_request) == [("job", 500, "person")]
    assert {line["submission_id"] for line in of_request} == {submission_id}
    refreshes = [line for line in log if line.get("asker") == "worker"]
    assert not any("submission_id" in line for line in refreshes)

"""Every fault of AgentOS in every read and write: the contract's statuses, one sentence, and working reads."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.contract.api_calls import API, WRITES, Write, error_sentence, open_job, read_everything
from tests.portal_server import PortalServer

TELLTALE = "Upstream-Telltale"
SLOW_S = 1.5
STATUSES = (400, 401, 403, 404, 405, 429, 500, 503)
FAULTS: dict[str, dict[str, Any]] = {
    "reset before": {"reset": "before"},
    "reset after": {"reset": "after"},
    "time-out": {"delay_s": SLOW_S},
    **{str(status): {"status": status, "body": TELLTALE} for status in STATUSES},
    "HTML": {"body": f"<html>{TELLTALE}</html>", "content_type": "text/html"},
    "cut JSON": {"cut": True},
    "null": {"body": "null", "content_type": "application/json"},
    "[]": {"body": "[]", "content_type": "application/json"},
}
RESTS = ("403", "429")
TAKEN = ("reset after", "time-out", "HTML", "cut JSON", "null", "[]")
"""The faults after which AgentOS has the write. The check afterwards finds it."""
BECAME = {
    "400": ("did not accept", "rejected"),
    "401": ("did not accept", "not-sent"),
    "429": ("did not accept", "not-sent"),
    "403": ("did not accept", "unconfirmed"),
    "404": ("did not accept", "unconfirmed"),
    "405": ("did not accept", "unconfirmed"),
    "reset before": ("may have arrived", "unconfirmed"),
    "500": ("may have arrived", "unconfirmed"),
    "503": ("may have arrived", "unconfirmed"),
}
"""For the other faults, the words of the error and the state of the write after one check (page 4)."""
every_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
every_fault = pytest.mark.parametrize("fault", FAULTS)


@pytest.fixture
def portal(portal_server: PortalServer, build: Callable[..., PortalServer], fault: str) -> PortalServer:
    """Return a portal after its first fetch, with short timeouts if AgentOS is slow."""
    if fault != "time-out":
        return portal_server
    impatient = build(AGENTOS_READ_TIMEOUT_S=0.3, AGENTOS_UPLOAD_TIMEOUT_S=0.3)
    impatient.clock.work = impatient.refresh  # type: ignore[union-attr]
    return impatient


@pytest.fixture
def client(portal: PortalServer) -> FlaskClient:
    return portal.sign_in()


def add_fault(portal: PortalServer, fault: str, **where: Any) -> None:
    portal.simulator.control("DELETE", "calls")
    portal.simulator.fault(**{"path": "", **where, **FAULTS[fault]})


@every_fault
@every_write
def test_failed_upstream_read_before_write_sends_nothing(
    portal: PortalServer, client: FlaskClient, fault: str, write: Write
) -> None:
    job_id = open_job(client)
    before = read_everything(client, job_id)
    add_fault(portal, fault)
    answer = write.send(client, job_id)
    sentence = error_sentence(answer, 500)  # also after a 404, because the mirror has the job
    assert TELLTALE not in sentence
    assert portal.simulator.writes() == []
    assert (answer.headers.get("Retry-After") == "60") is (fault in RESTS)
    assert read_everything(client, job_id) == before


@every_fault
@every_write
def test_failed_upstream_write_is_reported_and_sent_once(
    portal: PortalServer, client: FlaskClient, fault: str, write: Write
) -> None:
    job_id = open_job(client)
    read_everything(client, job_id)
    add_fault(portal, fault, method=write.method, path=write.upstream)
    answer = write.send(client, job_id)
    assert len(portal.simulator.writes()) == 1, "only the worker sends again"
    if fault in TAKEN:
        assert answer.status_code == write.good, answer.text
    else:
        sentence = error_sentence(answer, 500)
        words, state = BECAME[fault]
        assert words in sentence
        assert answer.headers["Submission-State"] == state
        assert TELLTALE not in sentence
    assert (answer.headers.get("Retry-After") == "60") is (fault in RESTS)
    read_everything(client, job_id)


@pytest.mark.parametrize(
    ("fault", "at_read"), [("403", True), ("429", True), ("429", False)], ids=["403 to a read", "429 to it", "429"]
)
@every_write
def test_upstream_403_or_429_stops_all_calls_for_a_minute(
    portal: PortalServer, client: FlaskClient, fault: str, write: Write, at_read: bool
) -> None:
    """After 403 to a write, only that operation backs off: tests/agentos/test_operation_rests.py."""
    job_id = open_job(client)
    before = read_everything(client, job_id)
    add_fault(portal, fault, times=1, **({} if at_read else {"method": write.method, "path": write.upstream}))
    write.send(client, job_id)
    asked = len(portal.simulator.calls())
    for each in WRITES.values():
        answer = each.send(client, job_id)
        error_sentence(answer, 500)
        assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert read_everything(client, job_id) == before
    portal.refresh()
    assert len(portal.simulator.calls()) == asked, "AgentOS was asked while its key rested"
    portal.advance_clock(61)
    assert write.send(client, job_id).status_code == write.good


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("time-out", "404")])
def test_reads_continue_during_an_hour_of_upstream_failures(
    portal: PortalServer, client: FlaskClient, fault: str
) -> None:
    job_id = open_job(client)
    before = read_everything(client, job_id)
    add_fault(portal, fault)
    portal.advance_clock(4_000)
    portal.refresh()
    assert read_everything(client, job_id) == before
    assert client.get("/api/session").status_code == 200


LISTED = {
    "400": "rejected",
    "404": "unconfirmed",
    "429": None,
    "500": "unconfirmed",
    "time-out": "submitted",
    "[]": "submitted",
}


@pytest.mark.parametrize(("fault", "state"), LISTED.items())
def test_invoice_list_shows_result_of_failed_submission(
    portal: PortalServer, client: FlaskClient, fault: str, state: str | None
) -> None:
    job_id = open_job(client)
    read_everything(client, job_id)
    add_fault(portal, fault, method="POST")
    WRITES["invoice"].send(client, job_id)
    listed = client.get(f"{API}/invoices").json["invoices"]  # type: ignore[index]
    assert [each["status"] for each in listed if each["invoiceNumber"] == "INV-77"] == ([state] if state else [])

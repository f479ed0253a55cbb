"""Issue 2's matrix: whatever AgentOS does, the contract's statuses, one sentence, and reads go on."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.contract.visits import API, WRITES, Write, everything, open_job, sentence
from tests.house import House

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
REFUSED, RESTS = ("400", "401", "404", "405"), ("403", "429")
TAKEN, NOT_TAKEN = ("reset after", "HTML", "cut JSON", "null", "[]"), ("reset before", "500", "503")
"""Where nobody knows from the answer: what AgentOS then has of a write, and what it has not."""
every_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
every_fault = pytest.mark.parametrize("fault", FAULTS)


@pytest.fixture
def portal(house: House, build: Callable[..., House], fault: str) -> House:
    """A house that was read in; impatient where AgentOS is to be slow."""
    if fault != "time-out":
        return house
    impatient = build(AGENTOS_READ_TIMEOUT_S=0.3, AGENTOS_UPLOAD_TIMEOUT_S=0.3)
    impatient.clock.work = impatient.refresh  # type: ignore[union-attr]
    return impatient


@pytest.fixture
def client(portal: House) -> FlaskClient:
    return portal.sign_in()


def break_it(portal: House, fault: str, **where: Any) -> None:
    portal.simulator.control("DELETE", "calls")
    portal.simulator.fault(**{"path": "", **where, **FAULTS[fault]})


@every_fault
@every_write
def test_the_read_before_a_write_fails(portal: House, client: FlaskClient, fault: str, write: Write) -> None:
    job_id = open_job(client)
    before = everything(client, job_id)
    break_it(portal, fault)
    answer = write.send(client, job_id)
    said = sentence(answer, 404 if fault == "404" else 500)
    assert TELLTALE not in said
    assert portal.simulator.writes() == []
    assert (answer.headers.get("Retry-After") == "60") is (fault in RESTS)
    assert everything(client, job_id) == before


def became(fault: str) -> tuple[str, str]:
    """What is said of a write that a fault keeps from being confirmed, and its state."""
    if fault in REFUSED:
        return "not accept", "not-sent" if fault == "401" else "rejected"
    if fault == "time-out":
        return "may have arrived", "unconfirmed"
    return ("It did not arrive" if fault in NOT_TAKEN else "Nothing was sent"), "not-sent"


@every_fault
@every_write
def test_the_write_itself_fails(portal: House, client: FlaskClient, fault: str, write: Write) -> None:
    job_id = open_job(client)
    everything(client, job_id)
    break_it(portal, fault, method=write.method, path=write.upstream)
    answer = write.send(client, job_id)
    assert len(portal.simulator.writes()) == (2 if fault in NOT_TAKEN else 1), "once more only if certainly not there"
    if fault in TAKEN:
        assert answer.status_code == write.good, answer.text
    elif fault == "404" and write.method == "PATCH":
        assert sentence(answer, 404) == "There is no such job."
    else:
        said = sentence(answer, 500)
        words, state = became(fault)
        assert words in said
        assert answer.headers["Submission-State"] == state
        assert TELLTALE not in said
    assert (answer.headers.get("Retry-After") == "60") is (fault in RESTS)
    everything(client, job_id)


@pytest.mark.parametrize("fault", ["403", "429"])
@every_write
@pytest.mark.parametrize("at_read", [True, False], ids=["read", "write"])
def test_a_refused_key_rests(portal: House, client: FlaskClient, fault: str, write: Write, at_read: bool) -> None:
    job_id = open_job(client)
    before = everything(client, job_id)
    break_it(portal, fault, times=1, **({} if at_read else {"method": write.method, "path": write.upstream}))
    write.send(client, job_id)
    asked = len(portal.simulator.calls())
    for each in WRITES.values():
        answer = each.send(client, job_id)
        sentence(answer, 500)
        assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert everything(client, job_id) == before
    portal.refresh()
    assert len(portal.simulator.calls()) == asked, "AgentOS was asked while its key rested"
    portal.tomorrow(61)
    assert write.send(client, job_id).status_code == write.good


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("time-out", "404")])
def test_reads_go_on_while_the_worker_fails_for_an_hour(portal: House, client: FlaskClient, fault: str) -> None:
    job_id = open_job(client)
    before = everything(client, job_id)
    break_it(portal, fault)
    portal.tomorrow(4_000)
    portal.refresh()
    assert everything(client, job_id) == before
    assert client.get("/api/session").status_code == 200


@pytest.mark.parametrize("fault", ["refused"])
def test_connection_refused(portal: House, client: FlaskClient, build: Callable[..., House]) -> None:
    job_id = open_job(client)
    before = everything(client, job_id)
    with socket.socket() as closed:  # bound, never listening
        closed.bind(("127.0.0.1", 0))
        cut_off = build(AGENTOS_BASE_URL=f"http://127.0.0.1:{closed.getsockname()[1]}")
        again = cut_off.app.test_client()
        again.set_cookie("portal_session", client.get_cookie("portal_session").value)  # type: ignore[union-attr]
        portal.simulator.control("DELETE", "calls")
        for write in WRITES.values():
            assert "127.0.0.1" not in sentence(write.send(again, job_id), 500)
        cut_off.tomorrow(4_000)
        cut_off.refresh()
        assert everything(again, job_id) == before
    assert portal.simulator.calls() == []


LISTED = {"400": "rejected", "404": "rejected", "429": None, "500": None, "time-out": "unconfirmed", "[]": "submitted"}


@pytest.mark.parametrize(("fault", "state"), LISTED.items())
def test_the_list_of_invoices_says_what_became_of_one(
    portal: House, client: FlaskClient, fault: str, state: str | None
) -> None:
    job_id = open_job(client)
    everything(client, job_id)
    break_it(portal, fault, method="POST")
    WRITES["invoice"].send(client, job_id)
    listed = client.get(f"{API}/invoices").json["invoices"]  # type: ignore[index]
    assert [one["status"] for one in listed if one["invoiceNumber"] == "INV-77"] == ([state] if state else [])

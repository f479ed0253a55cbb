"""Ten minutes of outage at the default budget, with fifty submissions that people sent meanwhile."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.store.tables import submissions
from tests.contract.api_calls import WRITES
from tests.jobs.expected import client_for
from tests.mirror.virtual_worker import VirtualWorker
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import prove_recognition
from tests.submissions.test_fair_share import send
from tests.submissions.worker_runs import notice_kinds, submission_states

ACCOUNTS = ("acme/CON-1001", "acme/CON-1002", "acme/CON-1006", "acme/CON-1007", "acme/CON-1008")
OUTAGE_S = 600


@pytest.fixture
def small_budget(portal_server: PortalServer, build: Callable[..., PortalServer]) -> PortalServer:
    """Return a portal with the default budget, at which recognition of notes and invoices is proven."""
    small_budget = build(AGENTOS_BUDGET="45")
    prove_recognition(Sender(small_budget, client_for(small_budget, ACCOUNTS[0])), "note", "invoice")
    small_budget.advance_clock(120)
    return small_budget


def send_fifty(portal_server: PortalServer, *, most_invoices: int, every_s: float = 2) -> None:
    """Send fifty notes and invoices of five contractors in turn."""
    clients = {account: client_for(portal_server, account) for account in ACCOUNTS}
    jobs = {
        account: [job["jobId"] for job in client.get("/api/contractor/jobs").json["jobs"] if job["jobId"] != "JOB-5"]
        for account, client in clients.items()
    }
    answers = []
    for number in range(50):
        account = ACCOUNTS[number % len(ACCOUNTS)]
        job_id = jobs[account][number // len(ACCOUNTS) % len(jobs[account])]
        kind = "invoice" if number < most_invoices else "note"
        answers.append(send(clients[account], kind, job_id, number, prefer="respond-async"))
        portal_server.advance_clock(every_s)
    assert {answer.status_code for answer in answers} <= {201, 202}


def seconds_until_confirmed(portal_server: PortalServer, worker: VirtualWorker, most_s: int) -> int:
    """Let the worker work until no submission is open. Return the seconds."""
    for second in range(0, most_s, 5):
        if set(submission_states(portal_server)) <= {"confirmed", "review"}:
            return second
        worker.run(5)
    return most_s


def test_after_outage_of_everything_all_are_delivered_within_six_minutes(small_budget: PortalServer) -> None:
    small_budget.simulator.fault(path="/", status=503)
    send_fifty(small_budget, most_invoices=0)
    worker = VirtualWorker(small_budget)
    worker.run(OUTAGE_S - 100)
    small_budget.simulator.control("DELETE", "faults")
    calls = len(small_budget.simulator.calls())
    seconds = seconds_until_confirmed(small_budget, worker, 700)
    assert seconds <= 360
    assert (len(small_budget.simulator.calls()) - calls) / seconds * 60 >= 20
    assert set(submission_states(small_budget)) == {"confirmed"}


def test_after_outage_of_writes_all_are_delivered_within_ten_minutes(small_budget: PortalServer) -> None:
    for kind in ("note", "invoice"):
        write = WRITES[kind]
        small_budget.simulator.fault(method=write.method, path=write.upstream, status=502, effect=False)
    before = len(small_budget.simulator.writes())
    send_fifty(small_budget, most_invoices=10)
    worker = VirtualWorker(small_budget)
    worker.run(OUTAGE_S - 100)
    assert len(small_budget.simulator.writes()) - before <= 20
    small_budget.simulator.control("DELETE", "faults")
    assert seconds_until_confirmed(small_budget, worker, 700) <= 600
    assert submission_states(small_budget).count("confirmed") >= 50
    assert notice_kinds(small_budget) == []


def test_submissions_without_slot_stay_due_and_no_try_is_counted(small_budget: PortalServer) -> None:
    """The worker reads no job without a second slot for the note itself."""
    send_fifty(small_budget, most_invoices=0, every_s=0)
    assert "waiting" in submission_states(small_budget)
    before = len(small_budget.simulator.calls())
    worker = VirtualWorker(small_budget)
    worker.run(50)
    calls = small_budget.simulator.calls()[before:]
    assert (
        "(the budget of calls is used up); it will be tried again at " in small_budget.run("submissions", "list").output
    )
    notes = sum(call["method"] == "POST" for call in calls)
    jobs_read = sum("/jobs/JOB-" in call["path"] and call["method"] == "GET" for call in calls)
    assert 0 < notes >= jobs_read - 1, "a refresh may take the second slot"
    with small_budget.services.database.read() as connection:
        assert set(connection.scalars(select(submissions.c.tries))) == {0}
    assert seconds_until_confirmed(small_budget, worker, 400) <= 300

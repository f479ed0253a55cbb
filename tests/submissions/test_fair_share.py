"""Contractors who write much, or whose writes are refused, leave calls to AgentOS for others of their agency."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.contract.api_calls import API, WRITES
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer

REFUSED = ("acme/CON-1001", "acme/CON-1002", "acme/CON-1006", "acme/CON-1007")
OTHER = "acme/CON-1008"
SIXTH = "acme/CON-1003"
READ_OF_JOB = {"method": "GET", "path": "/jobs/JOB-[^/]+$"}


@pytest.fixture
def small_budget(portal_server: PortalServer, build: Callable[..., PortalServer]) -> PortalServer:
    """Return a portal with the default limits."""
    small_budget = build(AGENTOS_BUDGET="45", WRITES_PER_MINUTE="10")
    small_budget.clock.work = small_budget.refresh  # type: ignore[union-attr]
    return small_budget


def job_of(portal_server: PortalServer, account: str) -> str:
    """Return the id of a job of this contractor that is open."""
    contractor_id = account.partition("/")[2]
    jobs = portal_server.simulator.state()["jobs"]
    return next(
        number
        for number, job in jobs.items()
        if job.get("ContractorOID") == contractor_id and job.get("Status") not in ("Completed", "Invoiced", "Cancelled")
    )


def send(client: FlaskClient, kind: str, job_id: str, number: int, *, prefer: str | None = None) -> Any:
    """Send the write number `number`, which repeats no other."""
    headers = {"X-Allow-Duplicate": "true", **({} if prefer is None else {"Prefer": prefer})}
    changes = {"note": {"note": f"Part {number}"}, "invoice": {"invoiceNumber": f"A-{number}", "amount": number + 1}}
    body = {"jobId": job_id, "description": "Works", "invoiceDate": "2026-11-24"} if kind == "invoice" else {}
    body |= {"completed": True} if kind == "completion" else changes[kind]
    return WRITES[kind].send(client, job_id, json=body, headers=headers)


def fail_twice(small_budget: PortalServer, client: FlaskClient) -> None:
    """Have the two failures that count once each, and wait until the minute's count is empty again."""
    assert [send(client, "note", "JOB-99999", number).status_code for number in range(2)] == [404, 404]
    small_budget.advance_clock(61)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("note", {"status": 400}),
        ("invoice", {"status": 400}),
        ("note", READ_OF_JOB | {"status": 503}),
        ("completion", READ_OF_JOB | {"reset": "before"}),
        ("note", READ_OF_JOB | {"status": 404}),
        ("invoice", {"method": "GET", "path": "/invoices/", "status": 500}),
        ("note", None),
        ("completion", None),
    ],
    ids=[
        "refused",
        "invoice",
        "job cannot be read",
        "connection is cut",
        "job is missing",
        "invoices cannot be read",
        "no such job",
        "cancelled job",
    ],
)
def test_refused_writes_of_four_leave_calls_for_a_fifth(
    small_budget: PortalServer, kind: str, fault: dict[str, Any] | None
) -> None:
    """A fault without a path is one of the write. Without a fault, AgentOS has no such job, or it is cancelled."""
    clients = {account: client_for(small_budget, account) for account in (*REFUSED, OTHER)}
    jobs = {account: job_of(small_budget, account) for account in clients}
    for account in REFUSED if fault is None else ():
        small_budget.simulator.change(f"acme/jobs/{jobs[account]}", StatusOID="SX-5", Status="Cancelled")
    small_budget.advance_clock(120)
    for second in range(20):
        if fault is not None:
            write = WRITES[kind]
            small_budget.simulator.fault(**{"method": write.method, "path": write.upstream, **fault})
        for account in REFUSED:
            job_id = "JOB-99999" if (kind, fault) == ("note", None) else jobs[account]
            for number in (2 * second, 2 * second + 1):
                answer = send(clients[account], kind, job_id, number)
                assert answer.status_code in (400, 404, 429, 500), answer.text
        small_budget.simulator.control("DELETE", "faults")
        if second % 6 == 5:
            answer = send(clients[OTHER], "note", jobs[OTHER], second)
            assert answer.status_code == 201, (second, answer.text)
        small_budget.advance_clock(1)
    assert clients[OTHER].get(f"{API}/statements/historical").status_code == 200


@pytest.mark.parametrize(
    ("greedy", "kinds"),
    [(2, ("note",)), (2, ("invoice",)), (4, ("note",)), (4, ("note", "completion")), (4, ("completion", "note"))],
)
def test_accepted_writes_of_some_leave_calls_for_another(
    small_budget: PortalServer, greedy: int, kinds: tuple[str, ...]
) -> None:
    """The completions change nothing after the first, because the job is complete already."""
    clients = {account: client_for(small_budget, account) for account in (*REFUSED[:greedy], OTHER)}
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    for minute in range(3):
        for number in range(10 * minute, 10 * minute + 10):
            for account in REFUSED[:greedy]:
                for kind in kinds:
                    answer = send(clients[account], kind, jobs[account], number)
                    assert answer.status_code in (200, 201, 429, 500), answer.text
        answer = send(clients[OTHER], "note", jobs[OTHER], minute)
        assert answer.status_code == 201, (minute, answer.text)
        small_budget.advance_clock(61)


@pytest.mark.second_tier
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("prefer", "kind", "newcomers_kind"),
    [
        (None, "note", "invoice"),
        (None, "invoice", "note"),
        ("respond-async", "note", "note"),
        ("respond-async", "invoice", "invoice"),
    ],
)
def test_six_calls_a_minute_are_left_for_a_fifth_and_some_for_a_sixth(
    small_budget: PortalServer,
    prefer: str | None,
    kind: str,
    newcomers_kind: str,
) -> None:
    """Four write as fast as they can, for two minutes. The worker delivers what they leave to it."""
    fifth_at, sixth_at = {"note": ((3, 13, 23), (5, 33)), "invoice": ((3, 18), (33,))}[newcomers_kind]
    clients = {account: client_for(small_budget, account) for account in (*REFUSED, OTHER)}
    clients[SIXTH] = small_budget.sign_in("sam@obrien.example")
    clients[SIXTH].environ_base["HTTP_PORTAL_ACCOUNT"] = SIXTH
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    for second in range(120):
        for account in REFUSED:
            answer = send(clients[account], kind, jobs[account], second, prefer=prefer)
            assert answer.status_code in (201, 202, 429, 500), answer.text
        for account, times in ((OTHER, fifth_at), (SIXTH, sixth_at)):
            if second % 60 in times:
                answer = send(clients[account], newcomers_kind, jobs[account], 200 + second)
                assert answer.status_code == 201, (account, second, answer.text)
        small_budget.work()
        small_budget.advance_clock(1)


def test_deliveries_by_the_worker_count_for_their_contractors(small_budget: PortalServer) -> None:
    clients = {account: client_for(small_budget, account) for account in (*REFUSED, OTHER)}
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    for prefer, most in (("respond-async", 6), (None, 8)):
        for number in range(most):
            for account in REFUSED:
                answer = send(clients[account], "note", jobs[account], number, prefer=prefer)
                assert answer.status_code in ((201, 202) if prefer else (201, 429, 500)), answer.text
        if prefer:
            small_budget.advance_clock(61)
            small_budget.work()
    assert [send(clients[OTHER], "note", jobs[OTHER], number).status_code for number in range(3)] == [201] * 3


def test_no_call_is_made_for_a_submission_that_cannot_be_completed(small_budget: PortalServer) -> None:
    """An invoice and a note leave one of six calls, which is too few for another note."""
    clients = {account: client_for(small_budget, account) for account in (*REFUSED, OTHER)}
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    for number in range(10):
        for account in REFUSED:
            send(clients[account], "note", jobs[account], number)
    assert send(clients[OTHER], "invoice", jobs[OTHER], 0).status_code == 201
    assert send(clients[OTHER], "note", jobs[OTHER], 1).status_code == 201
    calls = len(small_budget.simulator.calls())
    answers = [send(clients[account], "note", jobs[account], 20) for account in (OTHER, REFUSED[0])]
    assert [answer.status_code == 201 for answer in answers] == [False, False]
    assert len(small_budget.simulator.calls()) == calls


def test_refusal_of_a_busy_contractor_says_when_to_try_again(small_budget: PortalServer) -> None:
    clients = {account: client_for(small_budget, account) for account in REFUSED[:2]}
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    answers = [send(clients[account], "note", jobs[account], number) for number in range(7) for account in REFUSED[:2]]
    assert [answer.status_code for answer in answers] == [201] * 12 + [500] * 2
    assert answers[-1].headers["Submission-State"] == "not-sent"
    small_budget.advance_clock(int(answers[-1].headers["Retry-After"]))
    assert send(clients[REFUSED[1]], "note", jobs[REFUSED[1]], 8).status_code == 201


def test_completion_of_a_complete_job_counts_as_five(small_budget: PortalServer) -> None:
    client, job_id = client_for(small_budget, OTHER), job_of(small_budget, OTHER)
    assert send(client, "completion", job_id, 0).status_code == 200
    small_budget.advance_clock(120)
    fail_twice(small_budget, client)
    answers = [send(client, "completion", job_id, number) for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_invoice_with_refused_document_counts_as_five(small_budget: PortalServer) -> None:
    """It costs no call to AgentOS, but seconds of a processor."""
    client, job_id = client_for(small_budget, OTHER), job_of(small_budget, OTHER)
    fail_twice(small_budget, client)
    invoice = {
        "jobId": job_id,
        "amount": 1,
        "description": "Works",
        "invoiceDate": "2026-11-24",
        "invoiceNumber": "A-1",
    }
    body = {**invoice, "document": in_json(PDF[:-30])}
    answers = [WRITES["invoice"].send(client, job_id, json=body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [400, 400, 429]
    assert small_budget.simulator.writes() == []


def test_two_failures_in_ten_minutes_count_once_each(small_budget: PortalServer) -> None:
    client, job_id = client_for(small_budget, OTHER), job_of(small_budget, OTHER)
    for _ in range(2):
        small_budget.advance_clock(600)
        failed = [send(client, "note", "JOB-99999", number).status_code for number in range(2)]
        rest = [send(client, "note", job_id, number, prefer="respond-async").status_code for number in range(9)]
        assert (failed, rest[-1], set(rest[:-1]) <= {201, 202}) == ([404, 404], 429, True)
    small_budget.advance_clock(61)
    failed = [send(client, "note", "JOB-99999", number).status_code for number in range(3)]
    assert failed == [404, 404, 429], "the third and the fourth within ten minutes count as five"


@pytest.mark.parametrize("kind", ["note", "invoice"])
def test_ten_quick_submissions_of_a_contractor_are_accepted(small_budget: PortalServer, kind: str) -> None:
    client, job_id = client_for(small_budget, OTHER), job_of(small_budget, OTHER)
    small_budget.advance_clock(120)
    assert [send(client, kind, job_id, number).status_code for number in range(11)] == [201] * 10 + [429]


def test_failures_without_a_call_count_once(small_budget: PortalServer) -> None:
    clients = {account: client_for(small_budget, account) for account in (REFUSED[0], OTHER)}
    jobs = {account: job_of(small_budget, account) for account in clients}
    small_budget.advance_clock(120)
    small_budget.simulator.fault(**READ_OF_JOB, status=429, times=1)
    assert send(clients[REFUSED[0]], "note", jobs[REFUSED[0]], 0).status_code == 500
    calls = len(small_budget.simulator.calls())
    answers = [send(clients[OTHER], "note", jobs[OTHER], number) for number in range(11)]
    assert [answer.status_code for answer in answers] == [500] * 10 + [429]
    assert len(small_budget.simulator.calls()) == calls


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"status": 404}, {"reset": "before"}, {"status": 429}],
    ids=["failed", "missing", "cut", "too many calls"],
)
def test_failed_read_of_the_job_counts_as_five(small_budget: PortalServer, fault: dict[str, Any]) -> None:
    client, job_id = client_for(small_budget, OTHER), job_of(small_budget, OTHER)
    fail_twice(small_budget, client)
    small_budget.advance_clock(60)
    small_budget.simulator.fault(**READ_OF_JOB, times=1, **fault)
    answers = [send(client, "note", job_id, number) for number in range(7)]
    assert answers[0].status_code == 500
    assert [answer.status_code == 429 for answer in answers] == [False] * 6 + [True]

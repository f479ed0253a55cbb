"""The rules of the in-process tests on real processes: responses, owners, sessions and incorrect lists.

test_faults.py has the faults of AgentOS.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from app.domain.clock import SystemClock
from tests.account.test_account import expected_account
from tests.contract.api_calls import WRITES, Write
from tests.end_to_end.contractor import Contractor, sign_in
from tests.end_to_end.processes import Processes, running, wait_until
from tests.financial.expected import statements_of
from tests.financial.test_statements import total
from tests.jobs.expected import HARPER, jobs_of
from tests.portal_server import Simulator

pytestmark = pytest.mark.processes

FLAGS = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--today", "2026-11-25", "--no-limit")
ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001")
JOBS = {"completion": "JOB-5", "note": "JOB-1", "invoice": "JOB-3"}
"""Harper's jobs at acme: submissions for one job wait for each other."""
SETTINGS = {
    "AGENTOS_BUDGET_WINDOW_S": "1",
    "WRITES_PER_MINUTE": "5000",
    "AGE_JOBS_S": "1",
}


class RunningPortal:
    """All processes, and Harper in a browser."""

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self.simulator = Simulator(processes.simulator)
        self.clock = SystemClock()
        self.harper = Contractor(processes, HARPER, ACCOUNTS[0])


@pytest.fixture(scope="module")
def running_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    with running(tmp_path_factory.mktemp("real"), simulator=FLAGS, **SETTINGS) as processes:
        portal_server = RunningPortal(processes)
        for account in ACCOUNTS:
            portal_server.harper.wait_until_read(account)
        portal_server.harper.write_each_kind(JOBS)
        yield portal_server


@pytest.fixture(autouse=True)
def clear_faults(running_portal: RunningPortal) -> None:
    running_portal.simulator.control("DELETE", "faults")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_responses_match_agentos_field_by_field(running_portal: RunningPortal, account: str) -> None:
    state = running_portal.simulator.state(account.split("/")[0])
    services = SimpleNamespace(simulator=running_portal.simulator, clock=running_portal.clock)

    def shown(path: str) -> dict[str, Any]:
        answer = wait_until(path, lambda: running_portal.harper.good(path, account))
        return {name: value for name, value in answer.items() if name not in ("asOf", "stale")}

    assert shown("account") == expected_account(state, account)
    jobs = jobs_of(services, account, read_alone=True)  # type: ignore[arg-type]
    wait_until("every property and note", lambda: shown("jobs")["jobs"] == jobs)
    assert shown("jobs") == {"jobs": jobs, "total": len(jobs), "next": None}
    assert shown(f"jobs/{jobs[0]['jobId']}") == jobs[0]
    for kind in ("historical", "pending"):
        statements = statements_of(services, account, kind)  # type: ignore[arg-type]
        expected = {"statements": statements, "total": len(statements), "totalAmount": total(statements)}
        assert shown(f"statements/{kind}") == {**expected, "next": None}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_write_to_job_of_another_contractor_is_404_and_not_sent(running_portal: RunningPortal, write: Write) -> None:
    running_portal.simulator.control("DELETE", "calls")
    words = {running_portal.harper.write(write, job).text for job in ("JOB-24", "JOB-21", "JOB-999999")}
    running_portal.simulator.change("acme/jobs/JOB-2", ContractorOID="CON-1002")
    answer = running_portal.harper.write(write, "JOB-2")
    running_portal.simulator.change("acme/jobs/JOB-2", ContractorOID="CON-1001")
    assert answer.status_code == 404
    assert words == {answer.text}
    assert running_portal.simulator.writes() == []


def test_invalid_sessions_are_401_and_send_nothing(running_portal: RunningPortal) -> None:
    nobody, forged = requests.Session(), requests.Session()
    forged.cookies.set("portal_session", "x" * 43)
    browsers = {name: sign_in(running_portal.processes, HARPER) for name in ("revoked", "idle", "expired")}
    cookie = browsers["revoked"].cookies["portal_session"]
    browsers["revoked"].delete(f"{running_portal.processes.portal}/api/session", timeout=30)
    browsers["revoked"].cookies.set("portal_session", cookie)
    old = "2026-01-01T00:00:00.000000+00:00"
    with closing(sqlite3.connect(running_portal.processes.folder / "portal.db", timeout=10)) as rows, rows:
        newest = "(SELECT id FROM sign_ins ORDER BY created_at DESC LIMIT 1 OFFSET ?)"
        rows.execute(f"UPDATE sign_ins SET seen_at = ? WHERE id = {newest}", (old, 1))
        rows.execute(f"UPDATE sign_ins SET created_at = ? WHERE id = {newest}", (old, 0))
    running_portal.simulator.control("DELETE", "calls")
    for browser in (nobody, forged, *browsers.values()):
        for write in WRITES.values():
            assert running_portal.harper.write(write, "JOB-1", browser).status_code == 401
    asked = [call for call in running_portal.simulator.calls() if call["request_id"]]
    assert asked == [], "AgentOS was asked for somebody who is not signed in"


@pytest.mark.parametrize("lie", [{"empty": True}, {"short": 3}], ids=["empty", "short"])
def test_job_list_that_is_wrong_once_deletes_no_rows(running_portal: RunningPortal, lie: dict[str, Any]) -> None:
    jobs = running_portal.simulator.state()["jobs"].values()
    whole = sum(job.get("ContractorOID") == "CON-1001" for job in jobs)
    # An earlier test reassigns a job for a moment, and the worker may have fetched that state.
    wait_until("all jobs", lambda: running_portal.harper.ask("GET", "jobs").json()["total"] == whole)
    running_portal.simulator.fault(method="GET", path="/v4/maintenance/acme/jobs/BR-", times=2, **lie)

    def all_told() -> bool:
        running_portal.harper.ask("GET", "jobs")
        return all(fault["hits"] == 2 for fault in running_portal.simulator.control("GET", "faults")["faults"])

    wait_until("both lies", all_told)
    next_call = running_portal.simulator.control("GET", "calls")["next"]
    wait_until("a reading after them", lambda: running_portal.simulator.control("GET", "calls")["next"] > next_call + 2)
    assert running_portal.harper.ask("GET", "jobs").json()["total"] == whole

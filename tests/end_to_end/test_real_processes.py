"""What the in-process tests show, once more on real processes: answers, owners, sessions, faults, lists that lie."""

import re
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPResponse
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from app.domain.clock import SystemClock
from tests.account.test_account import expected_account
from tests.contract.test_upstream_faults import BECAME, FAULTS, TAKEN, TELLTALE
from tests.contract.visits import INVOICE, WRITES, Write
from tests.end_to_end.processes import Processes, running, wait_until
from tests.financial.expected import statements_of
from tests.financial.test_statements import total
from tests.house import Simulator
from tests.jobs.expected import HARPER, jobs_of

pytestmark = pytest.mark.processes

FLAGS = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--today", "2026-11-25", "--no-limit")
ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001")
JOBS = {"completion": "JOB-5", "note": "JOB-1", "invoice": "JOB-3"}
"""Harper's own at acme: submissions for one job wait for each other."""
SETTINGS = {
    "AGENTOS_BUDGET_WINDOW_S": "1",
    "WRITES_PER_MINUTE": "5000",
    "AGENTOS_READ_TIMEOUT_S": "1",
    "AGENTOS_UPLOAD_TIMEOUT_S": "1",
    "AGENTOS_REST_S": "1",
    "SETTLE_S": "2",
    "AGE_JOBS_S": "1",
}


class Everything:
    """All processes, and Harper in a browser."""

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self.simulator = Simulator(processes.simulator)
        self.clock = SystemClock()
        self.browser = self.sign_in()

    def sign_in(self) -> requests.Session:
        browser = requests.Session()
        after = len(self.processes.worker_output())
        body = {"email": HARPER}
        browser.post(f"{self.processes.portal}/api/session/code", json=body, timeout=30)
        code = self.processes.code(HARPER, after)
        answer = browser.post(f"{self.processes.portal}/api/session", json={**body, "code": code}, timeout=30)
        assert answer.status_code == 201, answer.text
        return browser

    def ask(self, method: str, path: str, browser: requests.Session | None = None, **given: Any) -> requests.Response:
        given.setdefault("headers", {"Portal-Account": ACCOUNTS[0]})
        url = f"{self.processes.portal}/api/contractor/{path}"
        return (browser or self.browser).request(method, url, timeout=60, **given)

    def write(self, write: Write, job_id: str, browser: requests.Session | None = None) -> requests.Response:
        last = write.path.rpartition("/")[2]
        body = {"complete": {}, "notes": {"note": "Part ordered"}}.get(last, {"jobId": job_id, **INVOICE})
        headers = {"Portal-Account": ACCOUNTS[0], "X-Allow-Duplicate": "true"}
        return self.ask(write.method, write.path.format(job_id=job_id), browser, json=body, headers=headers)

    def is_settled(self) -> bool:
        """Whether nothing that was sent is in doubt."""
        sent = self.ask("GET", "submissions").json()["submissions"]
        return not {one["state"] for one in sent} & {"waiting", "sending", "unconfirmed"}

    def is_proven(self) -> bool:
        """Whether the portal has recognised one of its own of each kind."""
        with closing(sqlite3.connect(self.processes.folder / "portal.db", timeout=10)) as rows:
            (proven,) = rows.execute("SELECT count(*) FROM proofs WHERE proven_at IS NOT NULL").fetchone()
        return bool(proven == len(WRITES))

    def held(self) -> dict[str, int]:
        """How many of what each kind of write sends AgentOS has."""
        acme = self.simulator.state()
        notes, invoices = acme["jobs"][JOBS["note"]]["MaintenanceNotes"], acme["invoices"]["CON-1001"]
        return {
            "note": sum(one["NoteContents"] == "Part ordered" for one in notes),
            "invoice": sum(one["InvoiceNumber"] == INVOICE["invoiceNumber"] for one in invoices),
            "completion": 0,
        }

    def good(self, path: str, account: str) -> dict[str, Any] | None:
        """The answer, once it is one: a first reading may take a moment."""
        answer = self.ask("GET", path, headers={"Portal-Account": account})
        return answer.json() if answer.status_code == 200 else None


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    with running(tmp_path_factory.mktemp("real"), simulator=FLAGS, **SETTINGS) as processes:
        house = Everything(processes)
        for account in ACCOUNTS:
            for path in ("contacts", "jobs", "statements/historical", "statements/pending", "invoices"):
                wait_until(f"{path} of {account}", lambda path=path, account=account: house.good(path, account))
        for kind, write in WRITES.items():
            assert house.write(write, JOBS[kind]).status_code == write.good
        wait_until("recognition is proven, so that the worker may send again", house.is_proven)
        yield house


@pytest.fixture(autouse=True)
def calm(everything: Everything) -> None:
    everything.simulator.control("DELETE", "faults")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_answers_field_by_field(everything: Everything, account: str) -> None:
    state = everything.simulator.state(account.split("/")[0])
    wanted = SimpleNamespace(simulator=everything.simulator, clock=everything.clock)

    def shown(path: str) -> dict[str, Any]:
        answer = wait_until(path, lambda: everything.good(path, account))
        return {name: value for name, value in answer.items() if name not in ("asOf", "stale")}

    assert shown("account") == expected_account(state, account)
    jobs = jobs_of(wanted, account, read_alone=True)  # type: ignore[arg-type]
    wait_until("every property and note", lambda: shown("jobs")["jobs"] == jobs)
    assert shown("jobs") == {"jobs": jobs, "total": len(jobs)}
    assert shown(f"jobs/{jobs[0]['jobId']}") == jobs[0]
    for kind in ("historical", "pending"):
        found = statements_of(wanted, account, kind)  # type: ignore[arg-type]
        assert shown(f"statements/{kind}") == {"statements": found, "total": len(found), "totalAmount": total(found)}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_anothers_nobodys_and_a_reassigned_job(everything: Everything, write: Write) -> None:
    everything.simulator.control("DELETE", "calls")
    words = {everything.write(write, job).text for job in ("JOB-24", "JOB-21", "JOB-999999")}
    everything.simulator.change("acme/jobs/JOB-2", ContractorOID="CON-1002")
    answer = everything.write(write, "JOB-2")
    everything.simulator.change("acme/jobs/JOB-2", ContractorOID="CON-1001")
    assert answer.status_code == 404
    assert words == {answer.text}
    assert everything.simulator.writes() == []


def test_no_forged_revoked_idle_and_expired_sessions(everything: Everything) -> None:
    nobody, forged = requests.Session(), requests.Session()
    forged.cookies.set("portal_session", "x" * 43)
    others = {name: everything.sign_in() for name in ("revoked", "idle", "expired")}
    cookie = others["revoked"].cookies["portal_session"]
    others["revoked"].delete(f"{everything.processes.portal}/api/session", timeout=30)
    others["revoked"].cookies.set("portal_session", cookie)
    old = "2026-01-01T00:00:00.000000+00:00"
    with closing(sqlite3.connect(everything.processes.folder / "portal.db", timeout=10)) as rows, rows:
        newest = "(SELECT id FROM sign_ins ORDER BY created_at DESC LIMIT 1 OFFSET ?)"
        rows.execute(f"UPDATE sign_ins SET seen_at = ? WHERE id = {newest}", (old, 1))
        rows.execute(f"UPDATE sign_ins SET created_at = ? WHERE id = {newest}", (old, 0))
    everything.simulator.control("DELETE", "calls")
    for browser in (nobody, forged, *others.values()):
        for write in WRITES.values():
            assert everything.write(write, "JOB-1", browser).status_code == 401
    asked = [call for call in everything.simulator.calls() if call["request_id"]]
    assert asked == [], "AgentOS was asked for somebody who is not signed in"


FAULTY = [
    *(pytest.param(fault, False, id=f"read-{fault}") for fault in FAULTS),
    *(pytest.param(fault, True, id=f"write-{fault}") for fault in FAULTS),
]
SENT_AGAIN = ("reset before", "500", "503")
"""Faults after which AgentOS lacks the write, and the worker sends it again."""


@pytest.mark.parametrize(("fault", "at_write"), FAULTY)
def test_faults(everything: Everything, subtests: pytest.Subtests, fault: str, at_write: bool) -> None:
    """Each kind of write, for a job of its own: what is in doubt is then settled at once."""
    before = everything.held()
    for kind, write in WRITES.items():
        with subtests.test(kind):
            check_fault(everything, write, JOBS[kind], fault, at_write)
        if fault == "429":
            wait_until(
                "the key's rest is over", lambda: everything.write(WRITES["completion"], "JOB-11").status_code < 300
            )
    for path in ("account", "contacts", "jobs", "statements/pending", "insights", "invoices"):
        assert everything.ask("GET", path).status_code == 200
    wait_until("what was in doubt is settled", everything.is_settled)
    arrive = at_write and fault in (*TAKEN, *SENT_AGAIN)
    after = everything.held()
    assert {kind: after[kind] - before[kind] for kind in WRITES} == {"completion": 0, "note": arrive, "invoice": arrive}
    for kind, write in WRITES.items():
        rests_no_more = f"{kind}: no rest any more"
        wait_until(rests_no_more, lambda write=write, kind=kind: everything.write(write, JOBS[kind]).status_code < 300)


def check_fault(everything: Everything, write: Write, job_id: str, fault: str, at_write: bool) -> None:
    """One write while AgentOS fails: what it is told, and that a request sends once at most."""
    everything.simulator.control("DELETE", "calls")
    broken = {"method": write.method, "path": write.upstream} if at_write else {"method": "GET", "path": f"/{job_id}$"}
    everything.simulator.fault(**broken, **FAULTS[fault])
    answer = everything.write(write, job_id)
    everything.simulator.control("DELETE", "faults")
    sent = [one for one in everything.simulator.writes() if re.search(write.upstream, one["path"])]
    assert len(sent) == int(at_write), "only the worker sends again"
    if at_write and fault in TAKEN:
        assert answer.status_code == write.good
        return
    assert answer.status_code == 500, answer.text
    assert list(answer.json()) == ["error"]
    assert TELLTALE not in answer.text
    if at_write:
        words, state = BECAME[fault]
        assert words in answer.text
        assert answer.headers["Submission-State"] == state


@pytest.mark.parametrize("lie", [{"empty": True}, {"short": 3}], ids=["empty", "short"])
def test_a_job_list_that_lies_once_keeps_its_rows(everything: Everything, lie: dict[str, Any]) -> None:
    before = everything.ask("GET", "jobs").json()["total"]
    everything.simulator.fault(method="GET", path="/v4/maintenance/acme/jobs/BR-", times=2, **lie)

    def all_told() -> bool:
        everything.ask("GET", "jobs")
        return all(fault["hits"] == 2 for fault in everything.simulator.control("GET", "faults")["faults"])

    wait_until("both lies", all_told)
    told = everything.simulator.control("GET", "calls")["next"]
    wait_until("a reading after them", lambda: everything.simulator.control("GET", "calls")["next"] > told + 2)
    assert everything.ask("GET", "jobs").json()["total"] == before


@pytest.mark.parametrize(
    "sent",
    [
        b"NONSENSE<script>\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 9000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Request-ID: aaaaaaaa\r\n Set-Cookie: evil=1\r\n\r\n",
        b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ids=["nonsense", "version", "address", "header", "two hosts", "folded", "two lengths"],
)
def test_what_is_no_proper_http_is_400_in_the_one_shape(everything: Everything, sent: bytes) -> None:
    where = urlsplit(everything.processes.portal)
    with closing(socket.create_connection((where.hostname, where.port), timeout=10)) as connection:
        connection.sendall(sent)
        answer = HTTPResponse(connection)
        answer.begin()
        assert (answer.status, answer.read()) == (400, b'{"error":"The request is not valid."}\n')
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Set-Cookie"] is None

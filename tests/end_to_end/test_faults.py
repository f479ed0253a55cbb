"""Every fault of AgentOS, on real processes: the responses to the contractor, and AgentOS's records at the end.

An unconfirmed attempt is decided only after `SETTLE_S` and some seconds. Therefore each fault has its own agency, and
all failing writes are sent at the same time, before the first test. Each test then checks the writes of its own fault.
"""

import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from string import ascii_lowercase

import pytest
import requests

from app.domain.bulkhead import MOST_FOR_AGENTOS
from bench.deployment import deploy
from tests.chaos.contractors import configuration, keys
from tests.contract.api_calls import INVOICE, WRITES, Write
from tests.contract.test_upstream_faults import BECAME, FAULTS, TAKEN, TELLTALE
from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import Processes, wait_until
from tests.portal_server import Simulator

pytestmark = pytest.mark.processes

AGENCIES = {fault: f"acme-{letter}" for fault, letter in zip(FAULTS, ascii_lowercase, strict=False)}
"""The agency whose AgentOS fails on writes. """
SIZE = "1,1,20"
"""The size of each agency: one branch, one contractor (Harper), and Harper's jobs."""
JOBS = {"completion": "JOB-5", "note": "JOB-1", "invoice": "JOB-3"}
"""A job for each kind of write: submissions for one job wait for each other."""
SETTINGS = {
    "AGENTOS_READ_TIMEOUT_S": "1",
    "AGENTOS_UPLOAD_TIMEOUT_S": "1",
    "AGENTOS_REST_S": "1",
    "SETTLE_S": "10",
    "WRITES_PER_MINUTE": "5000",
}
SENT_AGAIN = ("reset before", "500", "503")
"""Faults after which AgentOS lacks the write, and the worker sends it again."""
every_fault = pytest.mark.parametrize("fault", FAULTS)


@dataclass
class WriteResult:
    """The response to a failed write, and the number of times that the portal had sent it to AgentOS before."""

    answer: requests.Response
    times_sent: int


class Office(Contractor):
    """Harper's office at one agency, and its records in AgentOS."""

    def __init__(self, processes: Processes, simulator_url: str, agency: str) -> None:
        _, _, letter = agency.partition("-")
        super().__init__(processes, f"office@{letter}{'-' * bool(letter)}harper.example", f"{agency}/CON-1001")
        self.agency = agency
        self.simulator = Simulator(simulator_url)

    def is_settled(self) -> bool:
        """Return whether no submission is waiting, being sent or unconfirmed."""
        sent = self.ask("GET", "submissions").json()["submissions"]
        return not {submission["state"] for submission in sent} & {"waiting", "sending", "unconfirmed"}

    def is_proven(self) -> bool:
        """Return whether the portal has recognised a submission of each kind at this agency."""
        with closing(sqlite3.connect(self.processes.folder / "portal.db", timeout=10)) as rows:
            counting = "SELECT count(*) FROM proofs WHERE agency = ? AND proven_at IS NOT NULL"
            (proven,) = rows.execute(counting, (self.agency,)).fetchone()
        return bool(proven == len(WRITES))

    def count_records(self) -> dict[str, int]:
        """Return the number of AgentOS's records for each kind of write."""
        state = self.simulator.state(self.agency)
        notes, invoices = state["jobs"][JOBS["note"]]["MaintenanceNotes"], state["invoices"]["CON-1001"]
        return {
            "note": sum(note["NoteContents"] == "Part ordered" for note in notes),
            "invoice": sum(invoice["InvoiceNumber"] == INVOICE["invoiceNumber"] for invoice in invoices),
            "completion": 0,
        }

    def write_with_fault(self, kind: str, fault: str, **where: str | int) -> WriteResult:
        """Send a write while a fault is set. `where`: the fault's fields, with a path inside the agency."""
        where["path"] = f"/{self.agency}/{where['path']}"
        since = self.simulator.control("GET", "calls")["next"]
        self.simulator.fault(**where, **FAULTS[fault])
        answer = self.write(WRITES[kind], JOBS[kind])
        calls = self.simulator.control("GET", f"calls?since={since}")["calls"]
        writes = [call for call in calls if (call["agency"], call["method"]) == (self.agency, WRITES[kind].method)]
        return WriteResult(answer, sum(bool(re.search(WRITES[kind].upstream, call["path"])) for call in writes))

    def wait_until_key_stops_resting(self) -> None:
        """Wait until the key may be used again."""
        over = lambda: self.write(WRITES["completion"], "JOB-11").status_code < 300  # noqa: E731
        wait_until("the key's rest is over", over)


@dataclass
class Case:
    """An agency where each kind of write has failed. `before`: AgentOS's records before, by kind."""

    office: Office
    before: dict[str, int]
    outcomes: dict[str, WriteResult] = field(default_factory=dict)


@pytest.fixture(scope="module")
def cases() -> Iterator[dict[str, Future[Case]]]:
    """Yield a case for each fault when all failing writes have a response, though some may be unconfirmed."""
    names = tuple(AGENCIES.values())
    sizes = [f"{name}:{SIZE}" for name in names]
    with deploy(configuration(names), (*sizes, "--plain"), **keys(names), **SETTINGS) as deployment:
        processes = deployment.processes
        deployment.start_worker()
        host, port = deployment.start_web()
        processes.portal = f"http://{host}:{port}"
        # One web process may get all requests, and it refuses further requests.
        with ThreadPoolExecutor(MOST_FOR_AGENTOS) as pool:
            opening = {name: pool.submit(open_office, processes, deployment.agentos, name) for name in names}
            sent = {fault: pool.submit(send_all, opening[name], fault) for fault, name in AGENCIES.items()}
        yield sent


def open_office(processes: Processes, simulator_url: str, agency: str) -> Office:
    """Sign in, and send a write of each kind, which the portal can then recognise."""
    office = Office(processes, simulator_url, agency)
    office.wait_until_read()
    office.write_each_kind(JOBS)
    return office


def send_all(opening: Future[Office], fault: str) -> Case:
    """Send each kind of write while AgentOS fails once on that write."""
    office = opening.result()
    wait_until("recognition is proven, so that the worker may send again", office.is_proven)
    case = Case(office, office.count_records())
    for kind, write in WRITES.items():
        upstream = {"completion": f".*/{JOBS[kind]}$", "note": f".*/{JOBS[kind]}/notes$"}.get(kind, "invoice/submit$")
        case.outcomes[kind] = office.write_with_fault(kind, fault, method=write.method, path=upstream, times=1)
        if fault == "429":
            office.wait_until_key_stops_resting()
    return case


@every_fault
def test_faulty_write_is_reported_and_arrives_at_most_once(
    cases: dict[str, Future[Case]], subtests: pytest.Subtests, fault: str
) -> None:
    case = cases[fault].result()
    for kind, write in WRITES.items():
        with subtests.test(kind):
            check_write_response(case.outcomes[kind], write, fault)
    check_final_state(case.office, case.before, arrive=fault in (*TAKEN, *SENT_AGAIN))


def check_write_response(outcome: WriteResult, write: Write, fault: str) -> None:
    """Check that a request sends once at most, and that its response states the outcome."""
    assert outcome.times_sent == 1, "only the worker sends again"
    if fault in TAKEN:
        assert outcome.answer.status_code == write.good
        return
    check_error(outcome.answer)
    words, state = BECAME[fault]
    assert words in outcome.answer.text
    assert outcome.answer.headers["Submission-State"] == state


def check_error(answer: requests.Response) -> None:
    """Check that an error has the contract's only shape, and contains no text of AgentOS."""
    assert answer.status_code == 500, answer.text
    assert list(answer.json()) == ["error"]
    assert TELLTALE not in answer.text


def check_final_state(office: Office, before: dict[str, int], *, arrive: bool) -> None:
    """Check that reads work, that each record exists once (`arrive`) or never, and that each kind can be sent again."""
    for path in ("account", "contacts", "jobs", "statements/pending", "insights", "invoices"):
        assert office.ask("GET", path).status_code == 200
    wait_until("the end of all doubts", office.is_settled)
    after = office.count_records()
    assert {kind: after[kind] - before[kind] for kind in WRITES} == {"completion": 0, "note": arrive, "invoice": arrive}
    for kind, write in WRITES.items():
        what = f"{kind}: the end of the rest"
        wait_until(what, lambda write=write, kind=kind: office.write(write, JOBS[kind]).status_code < 300)

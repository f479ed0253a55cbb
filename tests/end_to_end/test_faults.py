"""Every fault of AgentOS, on real processes: what a contractor is told, and what AgentOS has in the end.

An attempt in doubt is settled only `SETTLE_S` and some seconds later. So there is one agency for each fault, and all
writes that fail are sent at the same time, before the first test. Each test then judges the writes of its own fault.
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

from app.agentos.bulkhead import MOST_WAITING
from bench.deployment import deploy
from tests.chaos.people import configuration, keys
from tests.contract.test_upstream_faults import BECAME, FAULTS, TAKEN, TELLTALE
from tests.contract.visits import INVOICE, WRITES, Write
from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import Processes, wait_until
from tests.portal_server import Simulator

pytestmark = pytest.mark.processes

AGENCIES = {fault: f"acme-{letter}" for fault, letter in zip(FAULTS, ascii_lowercase, strict=False)}
"""The agency whose AgentOS fails when it is sent something. Reads fail at `acme`."""
SIZE = "1,1,20"
"""Of each agency: one branch, one contractor (Harper), and Harper's jobs."""
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
class Told:
    """The answer to a write that failed, and how often the portal had sent it to AgentOS by then."""

    answer: requests.Response
    times_sent: int


class Office(Contractor):
    """Harper's office at one agency, and what AgentOS has of it."""

    def __init__(self, processes: Processes, simulator_url: str, agency: str) -> None:
        _, _, letter = agency.partition("-")
        super().__init__(processes, f"office@{letter}{'-' * bool(letter)}harper.example", f"{agency}/CON-1001")
        self.agency = agency
        self.simulator = Simulator(simulator_url)

    def is_settled(self) -> bool:
        """Whether nothing that was sent is in doubt."""
        sent = self.ask("GET", "submissions").json()["submissions"]
        return not {one["state"] for one in sent} & {"waiting", "sending", "unconfirmed"}

    def is_proven(self) -> bool:
        """Whether the portal has recognised one submission of each kind at this agency."""
        with closing(sqlite3.connect(self.processes.folder / "portal.db", timeout=10)) as rows:
            counting = "SELECT count(*) FROM proofs WHERE agency = ? AND proven_at IS NOT NULL"
            (proven,) = rows.execute(counting, (self.agency,)).fetchone()
        return bool(proven == len(WRITES))

    def held(self) -> dict[str, int]:
        """How many of what each kind of write sends AgentOS has."""
        state = self.simulator.state(self.agency)
        notes, invoices = state["jobs"][JOBS["note"]]["MaintenanceNotes"], state["invoices"]["CON-1001"]
        return {
            "note": sum(one["NoteContents"] == "Part ordered" for one in notes),
            "invoice": sum(one["InvoiceNumber"] == INVOICE["invoiceNumber"] for one in invoices),
            "completion": 0,
        }

    def write_while_it_fails(self, kind: str, fault: str, **where: str | int) -> Told:
        """Send one write of the kind while a fault is set `where`: the simulator's words, the path in the agency."""
        where["path"] = f"/{self.agency}/{where['path']}"
        since = self.simulator.control("GET", "calls")["next"]
        self.simulator.fault(**where, **FAULTS[fault])
        answer = self.write(WRITES[kind], JOBS[kind])
        calls = self.simulator.control("GET", f"calls?since={since}")["calls"]
        mine = [one for one in calls if (one["agency"], one["method"]) == (self.agency, WRITES[kind].method)]
        return Told(answer, sum(bool(re.search(WRITES[kind].upstream, one["path"])) for one in mine))

    def wait_for_the_end_of_a_429(self) -> None:
        """Return once the key rests no more."""
        over = lambda: self.write(WRITES["completion"], "JOB-11").status_code < 300  # noqa: E731
        wait_until("the key's rest is over", over)


@dataclass
class Case:
    """An agency at which each kind of write has failed. `before`: what AgentOS had before."""

    office: Office
    before: dict[str, int]
    told: dict[str, Told] = field(default_factory=dict)


@dataclass
class PortalServer:
    """All processes, the office at which reads fail, and a case for each fault of the write."""

    acme: Office
    cases: dict[str, Future[Case]]


@pytest.fixture(scope="module")
def portal_server() -> Iterator[PortalServer]:
    """The portal, once all writes that fail have been answered. What they left in doubt is not settled yet."""
    names = ("acme", *AGENCIES.values())
    sizes = [f"{name}:{SIZE}" for name in names]
    with deploy(configuration(names), (*sizes, "--plain"), **keys(names), **SETTINGS) as one:
        one.start_worker()
        host, port = one.start_web()
        one.processes.portal = f"http://{host}:{port}"
        # One web process may get all requests, and it refuses more at once.
        with ThreadPoolExecutor(MOST_WAITING) as pool:
            opening = {name: pool.submit(open_office, one.processes, one.agentos, name) for name in names}
            cases = {fault: pool.submit(send_all, opening[name], fault) for fault, name in AGENCIES.items()}
        yield PortalServer(opening["acme"].result(), cases)


def open_office(processes: Processes, simulator_url: str, agency: str) -> Office:
    """Sign in, and send one write of each kind that the portal can then recognise."""
    office = Office(processes, simulator_url, agency)
    office.wait_until_read()
    office.write_each_kind(JOBS)
    return office


def send_all(opening: Future[Office], fault: str) -> Case:
    """Send each kind of write while AgentOS fails once when it is sent it."""
    office = opening.result()
    wait_until("recognition is proven, so that the worker may send again", office.is_proven)
    case = Case(office, office.held())
    for kind, write in WRITES.items():
        upstream = {"completion": f".*/{JOBS[kind]}$", "note": f".*/{JOBS[kind]}/notes$"}.get(kind, "invoice/submit$")
        case.told[kind] = office.write_while_it_fails(kind, fault, method=write.method, path=upstream, times=1)
        if fault == "429":
            office.wait_for_the_end_of_a_429()
    return case


@every_fault
def test_faults_of_the_read_before_a_write(portal_server: PortalServer, subtests: pytest.Subtests, fault: str) -> None:
    office = portal_server.acme
    before = office.held()
    for kind in WRITES:
        with subtests.test(kind):
            told = office.write_while_it_fails(kind, fault, method="GET", path=f".*/{JOBS[kind]}$")
            office.simulator.control("DELETE", "faults")
            assert told.times_sent == 0
            check_error(told.answer)
        if fault == "429":
            office.wait_for_the_end_of_a_429()
    check_what_came_of_it(office, before, arrive=False)


@every_fault
def test_faults_of_the_write(portal_server: PortalServer, subtests: pytest.Subtests, fault: str) -> None:
    case = portal_server.cases[fault].result()
    for kind, write in WRITES.items():
        with subtests.test(kind):
            check_told(case.told[kind], write, fault)
    check_what_came_of_it(case.office, case.before, arrive=fault in (*TAKEN, *SENT_AGAIN))


def check_told(told: Told, write: Write, fault: str) -> None:
    """A request sends once at most, and says what became of it."""
    assert told.times_sent == 1, "only the worker sends again"
    if fault in TAKEN:
        assert told.answer.status_code == write.good
        return
    check_error(told.answer)
    words, state = BECAME[fault]
    assert words in told.answer.text
    assert told.answer.headers["Submission-State"] == state


def check_error(answer: requests.Response) -> None:
    """An error in the contract's one shape, without a word of AgentOS's."""
    assert answer.status_code == 500, answer.text
    assert list(answer.json()) == ["error"]
    assert TELLTALE not in answer.text


def check_what_came_of_it(office: Office, before: dict[str, int], *, arrive: bool) -> None:
    """Reads go on; each note and invoice is there once (`arrive`) or never; every kind can be sent again."""
    for path in ("account", "contacts", "jobs", "statements/pending", "insights", "invoices"):
        assert office.ask("GET", path).status_code == 200
    wait_until("what was in doubt is settled", office.is_settled)
    after = office.held()
    assert {kind: after[kind] - before[kind] for kind in WRITES} == {"completion": 0, "note": arrive, "invoice": arrive}
    for kind, write in WRITES.items():
        rests_no_more = f"{kind}: no rest any more"
        wait_until(rests_no_more, lambda write=write, kind=kind: office.write(write, JOBS[kind]).status_code < 300)

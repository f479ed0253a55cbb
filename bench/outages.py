"""`python -m bench.outages [name …]`: outages of AgentOS at the default settings, side by side.

Each run has its own simulator, worker, web server and database. The agency has proven recognition of notes and
invoices. Then its AgentOS fails, and people send 40 notes and 10 invoices within a minute. The exit
status is 1 if a figure misses its bar. BENCH_SHORT shortens the outages. Its figures mean nothing.
"""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from app.mirror.kinds import PERSONAL_LISTS
from bench.client import Address, Due, Sample, ask, request, scheduled
from bench.deployment import ACME, BOUND, LIMIT, SHORT, Deployment, deploy
from bench.figures import Figure
from bench.people import Person, emails, sign_in, signed_in
from bench.results import table
from tests.end_to_end.processes import wait_until

OUTAGE_S = 60.0 if SHORT else 600.0
AFTER_S = 120.0 if SHORT else 600.0
"""Longest wait for the submissions after the end of an outage."""
SENT_WITHIN_S = 20.0 if SHORT else 60.0
PROOF_S = 900.0
NOTES, INVOICES, FEW = 40, 10, 3
SENDERS, READERS = 10, 30
READS_PER_S, READ_S = 15, 76
AGENCY = "acme:5,60,800"
OFFICE = "repairs@acme.example"
DELIVERY = re.compile(r"/jobs/JOB-[^/]+(/notes)?$|/invoice/submit$")
"""Calls that only deliveries make. Refreshes read lists of invoices too, so these do not count."""
UNFINISHED = ("waiting", "sending", "unconfirmed")


@dataclass
class Outage:
    """The portal, its people, and the moments at which the outage began and ended, by this machine's steady clock."""

    deployment: Deployment
    address: Address
    people: Sequence[Person]
    began: float = 0.0
    ended: float = 0.0

    def send(self, notes: int, invoices: int, prefix: str, within_s: float = 0.0) -> None:
        """Send submissions, each of the next person, evenly in `within_s`. Raise RuntimeError if one is not taken."""
        for number in range(total := notes + invoices):
            person = self.people[number % len(self.people)]
            key, job = f"{prefix}-{number}", person.jobs[number // len(self.people) % len(person.jobs)]
            path, body = f"jobs/{job}/notes", {"note": f"Note {key} of the bench"}
            if number >= notes:
                path, body = "invoices", _invoice(job, key, number)
            data = person.send("POST", path, body, **{"Idempotency-Key": key, "Prefer": "respond-async"})
            answer = ask(self.address, data)
            if answer.status not in (201, 202):
                raise RuntimeError(f"{path}: {answer.head!r} {answer.body[:300]!r}")
            time.sleep(within_s / total)

    def states(self, prefix: str) -> Counter[str]:
        """Return the number of submissions in each state."""
        query = "SELECT state, count(*) FROM submissions WHERE key LIKE ? GROUP BY state"
        return Counter(dict(self.rows(query, f"{prefix}-%")))

    def rows(self, query: str, *values: str) -> list[Any]:
        """Return the rows of a query to the portal's database."""
        with closing(sqlite3.connect(self.deployment.folder / "portal.db", timeout=30)) as connection:
            return connection.execute(query, values).fetchall()

    def calls(self, first: float, last: float) -> list[dict[str, Any]]:
        """Return AgentOS's calls between two moments. The simulator has the same clock."""
        return [call for call in self.deployment.calls() if first <= call["at"] < last]

    def mails(self) -> int:
        """Return the number of mails to the office."""
        return self.deployment.processes.output("worker").count(f"Mail to {OFFICE}:")

    def effects(self) -> Counter[str]:
        """Return how often AgentOS has stored each of the bench's submissions."""
        records = [effect["record"] for effect in self.deployment.control("GET", "state/acme/effects")]
        texts = [str(record.get("InvoiceNumber") or record.get("NoteContents")) for record in records]
        return Counter(text for text in texts if "bench-" in text)

    def wait_until_ended(self, prefix: str, seconds: float) -> float:
        """Wait until no submission is unfinished or in review, or the time is over. Return the seconds."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if not any(self.states(prefix)[state] for state in (*UNFINISHED, "review")):
                break
            time.sleep(1)
        return time.monotonic() - began


@contextmanager
def _outage(fault: dict[str, Any], notes: int, invoices: int) -> Iterator[Outage]:
    """Prove recognition, let AgentOS fail with `fault` while people send, and yield at the end of the outage."""
    agencies = f'{ACME}office_email = "{OFFICE}"\n'
    with deploy(agencies, (AGENCY,), WRITES_PER_MINUTE="1000000") as deployment:
        deployment.start_worker()
        people = signed_in(deployment, deployment.start_web(), emails(deployment.agentos)[:SENDERS], statements=True)
        deployment.wait_until_quiet()
        outage = Outage(deployment, _with_default_budget(deployment), people)
        outage.send(1, 1, "proof")
        proven = "SELECT kind FROM proofs WHERE proven_at IS NOT NULL AND kind IN ('note', 'invoice')"
        wait_until("the proof of both kinds", lambda: len(outage.rows(proven)) == 2, PROOF_S)
        outage.began = time.monotonic()
        deployment.control("POST", "faults", fault)
        outage.send(notes, invoices, "bench", SENT_WITHIN_S)
        time.sleep(max(0.0, outage.began + OUTAGE_S - time.monotonic()))
        deployment.control("DELETE", "faults")
        outage.ended = time.monotonic()
        yield outage


def _with_default_budget(deployment: Deployment) -> Address:
    """Start the processes again with the default budget. Return the web server's address."""
    deployment.stop("portal", "worker")
    deployment.settings(BOUND)
    deployment.limit(LIMIT)
    deployment.start_worker()
    return deployment.start_web()


def _invoice(job: str, key: str, number: int) -> dict[str, Any]:
    today = time.strftime("%Y-%m-%d")
    return {"jobId": job, "amount": 100 + number, "description": "Work", "invoiceDate": today, "invoiceNumber": key}


def writes_fail() -> list[Figure]:
    """Answer each write with 502, without effect."""
    with _outage({"method": "POST", "path": ".", "status": 502, "effect": False}, NOTES, INVOICES) as outage:
        posts = sum(call["method"] == "POST" for call in outage.calls(outage.began, outage.ended))
        outage.wait_until_ended("bench", AFTER_S)
        states = outage.states("bench")
        return [
            Figure("submissions in review", states["review"], at_most=2),
            Figure("POSTs during the outage", posts, at_most=20),
            Figure("not confirmed ten minutes after the end, nor in review", _others(states), at_most=0),
            Figure("mails to the office", outage.mails(), at_most=2),
            *_effects(outage),
        ]


def writes_fail_but_are_stored() -> list[Figure]:
    """Answer each write with 502, although AgentOS stores it."""
    with _outage({"method": "POST", "path": ".", "status": 502, "effect": True}, NOTES, INVOICES) as outage:
        outage.wait_until_ended("bench", AFTER_S)
        states = outage.states("bench")
        return [*_effects(outage), Figure("in review", states["review"]), Figure("unfinished", _others(states))]


def everything_fails() -> list[Figure]:
    """Answer every call with 503."""
    with _outage({"path": ".", "status": 503, "effect": False}, NOTES, INVOICES) as outage:
        took = outage.wait_until_ended("bench", AFTER_S)
        calls = [call["at"] for call in outage.calls(outage.ended, outage.ended + took) if _delivers(call)]
        whole = range(int(took // 60))
        minutes = [sum(60 * each <= at - outage.ended < 60 * each + 60 for at in calls) for each in whole]
        states = outage.states("bench")
        return [
            Figure("delivered after", took, "s", at_most=360),
            Figure("not confirmed", _others(states) + states["review"], at_most=0),
            Figure("fewest calls of deliveries in a minute until then", min(minutes, default=len(calls)), at_least=20),
            *_effects(outage),
        ]


def few_submissions() -> list[Figure]:
    """Answer each write with 502, without effect, while there are three submissions only."""
    with _outage({"method": "POST", "path": ".", "status": 502, "effect": False}, FEW, 0) as outage:
        took = outage.wait_until_ended("bench", AFTER_S * 3)  # a trial may be half an hour after the pause began
        states = outage.states("bench")
        unfinished = sum(states[state] for state in UNFINISHED)
        return [
            Figure("unfinished", unfinished, at_most=0),
            Figure("in review", states["review"]),
            Figure("ended after", took, "s"),
            *_effects(outage),
        ]


def sign_ins() -> list[Figure]:
    """Read the lists of 30 people who have just signed in, then serve 15 reads a second."""
    with deploy(sizes=(AGENCY,)) as deployment:
        deployment.start_worker()
        deployment.start_web()
        deployment.wait_until_quiet()
        address = _with_default_budget(deployment)
        time.sleep(60)  # the calls of the new start
        cookies = list(sign_in(deployment, address, emails(deployment.agentos)[:READERS]).values())
        began, outage = time.monotonic(), Outage(deployment, address, ())
        kinds = ", ".join(f"'{kind}'" for kind in PERSONAL_LISTS)
        query = f"SELECT count(*) FROM collections WHERE read_at IS NOT NULL AND kind IN ({kinds})"
        lists = READERS * len(PERSONAL_LISTS)
        meanwhile = _read(address, cookies, ("jobs", "account"))
        wait_until("the lists of all", lambda: outage.rows(query)[0][0] >= lists, 600)
        took = time.monotonic() - began
        after = _read(address, cookies, ("jobs", "account", "statements/historical", "statements/pending", "invoices"))
        return [
            Figure("their lists are read after", took, "s", at_most=240),
            Figure(f"of {len(after)} reads after that, not answered with 200", _failed(after), at_most=0),
            Figure(
                f"of {len(meanwhile)} reads of jobs and account meanwhile, not answered with 200", _failed(meanwhile)
            ),
        ]


def _read(address: Address, cookies: Sequence[str], paths: Sequence[str]) -> list[Sample]:
    """Send `READS_PER_S` reads a second, of each person and path in turn."""
    targets = [request("GET", f"/api/contractor/{path}", cookie) for path in paths for cookie in cookies]
    due = (Due(n / READS_PER_S, "read", targets[n % len(targets)]) for n in range(READS_PER_S * READ_S))
    return scheduled(address, due)


def _failed(samples: Iterable[Sample]) -> int:
    failed = [sample for sample in samples if sample.status != 200]
    for sample in failed[:5]:
        print(f"  {sample.status} {sample.answer.body[:200] if sample.answer else b''!r}", flush=True)
    return len(failed)


def _others(states: Counter[str]) -> int:
    """Return the number of submissions neither confirmed nor in review."""
    return states.total() - states["confirmed"] - states["review"]


def _effects(outage: Outage) -> list[Figure]:
    """Return what AgentOS has stored, against what the portal says."""
    effects, confirmed = outage.effects(), outage.states("bench")["confirmed"]
    return [
        Figure("doubled", sum(times > 1 for times in effects.values()), at_most=0),
        Figure("confirmed, but not stored", max(0, confirmed - len(effects)), at_most=0),
        Figure("stored", len(effects)),
    ]


def _delivers(call: dict[str, Any]) -> bool:
    return DELIVERY.search(call["path"]) is not None


RUNS: tuple[Callable[[], list[Figure]], ...] = (
    writes_fail,
    writes_fail_but_are_stored,
    everything_fails,
    few_submissions,
    sign_ins,
)


def _measure(run: Callable[[], list[Figure]]) -> bool:
    """Print the figures of a run. Return True if each meets its bar."""
    try:
        figures = run()
    except Exception:
        traceback.print_exc()
        return False
    print(f"\n{run.__name__}: {run.__doc__}\n{table(figures)}", flush=True)
    return all(figure.passed is not False for figure in figures)


def main(names: list[str]) -> int:
    """Measure the named runs, by default all, each in a process of its own. Return 0 if every figure meets its bar."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    known = {run.__name__: run for run in RUNS}
    if unknown := [name for name in names if name not in known]:
        print(f"There is no run {', '.join(unknown)}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    if len(names) == 1:
        return 0 if _measure(known[names[0]]) else 1
    children = [subprocess.Popen([sys.executable, "-m", "bench.outages", name]) for name in names or known]
    try:
        return max(child.wait() for child in children)
    finally:
        for child in children:
            child.terminate()
            child.wait()


def _end(number: int, _frame: object) -> None:
    """End the processes of the runs. A second signal must not interrupt that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

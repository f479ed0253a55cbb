"""Does the portal keep within AgentOS's 50 calls a minute? `python -m bench.fifty_a_minute [seconds]`, 180 by default.

30 people of two agencies read, and send 4 writes a minute among them all, over two web processes and the worker,
against the simulator with its real limit. It begins with an empty mirror, so that the first reading counts as well.
Prints ratios; ends with 1 if AgentOS saw more than 50 calls in any 60 s or refused one.
"""

import random
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests

from tests.end_to_end.processes import Processes, running

LIMIT = 50
PEOPLE = 30
PAUSES_S = (1.0, 3.0)
WRITE_EVERY_S = 15.0
READS = (
    "account",
    "contacts",
    "jobs",
    "jobs?status=open&limit=20",
    "statements/historical",
    "statements/pending",
    "insights",
    "invoices",
    "agency",
)
PLAIN = re.compile(r"[a-z0-9]+@[a-z-]+\.example")


class Person:
    """Somebody who is signed in."""

    def __init__(self, everything: Processes, email: str) -> None:
        self.email = email
        self.base = everything.portal
        self.http = requests.Session()
        self.lock = threading.Lock()
        self._ask("POST", "/api/session/code", 204, json={"email": email})
        self._ask("POST", "/api/session", 201, json={"email": email, "code": everything.code(email)})

    def _ask(self, method: str, path: str, wanted: int, **given: Any) -> None:
        answer = self.http.request(method, self.base + path, timeout=60, **given)
        if answer.status_code != wanted:
            raise SystemExit(f"{method} {path}: {answer.status_code} {answer.text}")

    def send(self, method: str, path: str, **given: Any) -> requests.Response:
        """One request, one at a time as in a browser."""
        with self.lock:
            return self.http.request(method, f"{self.base}/api/contractor/{path}", timeout=60, **given)


class Tally:
    """What was answered, and how long it took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.answers: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.seconds: dict[str, list[float]] = {"read": [], "write": []}

    def note(self, kind: str, what: str, send: Callable[[], requests.Response]) -> requests.Response:
        """Send, and count the answer."""
        began = time.monotonic()
        answer = send()
        with self._lock:
            self.seconds[kind].append(time.monotonic() - began)
            self.answers[f"{kind} {answer.status_code}"] += 1
            if not answer.ok:
                self.failures[f"{what}: {answer.status_code} {answer.text.strip()[:160]}"] += 1
        return answer


def emails(everything: Processes) -> list[str]:
    """Of both agencies in turn, those with one plain address and a company."""
    found = []
    for agency in ("acme", "harbour"):
        held = requests.get(f"{everything.simulator}/_control/state/{agency}/contractors", timeout=30).json()
        found.append(
            [
                one["EMailAddress"]
                for one in held.values()
                if PLAIN.fullmatch(one.get("EMailAddress") or "")
                and one.get("CompanyName")
                and not one.get("IsArchived")
            ]
        )
    return list(dict.fromkeys(email for pair in zip(*found, strict=False) for email in pair))[:PEOPLE]


def read_on(person: Person, tally: Tally, until: float, seed: int) -> None:
    """Look at one page after the other, as people do."""
    chance = random.Random(seed)  # noqa: S311 - the same run every time, not a secret
    while time.monotonic() < until:
        path = chance.choice(READS)
        tally.note("read", f"GET {path}", partial(person.send, "GET", path))
        time.sleep(chance.uniform(*PAUSES_S))


def write_on(people: list[Person], tally: Tally, until: float) -> None:
    """A note, a completion or an invoice every 15 s, each by somebody else."""
    number = 0
    began = time.monotonic()
    while time.monotonic() < until:
        person = people[number * 7 % len(people)]
        jobs = person.send("GET", "jobs?status=open&limit=1").json().get("jobs")
        if jobs:
            job = jobs[0]["jobId"]
            invoice = {
                "jobId": job,
                "amount": 120 + number,
                "vat": 20,
                "description": "Work done",
                "invoiceDate": time.strftime("%Y-%m-%d"),
                "invoiceNumber": f"BENCH-{number}",
            }
            calls = (
                ("POST", f"jobs/{job}/notes", {"note": f"Bench note {number}"}),
                ("PATCH", f"jobs/{job}/complete", {}),
                ("POST", "invoices", invoice),
            )
            method, path, body = calls[number % len(calls)]
            what = f"{method} {path.replace(job, '{jobId}')}"
            tally.note("write", what, partial(person.send, method, path, json=body))
        number += 1
        time.sleep(max(0.0, began + number * WRITE_EVERY_S - time.monotonic()))


def shown(tally: Tally, limits: dict[str, dict[str, int]], seconds: float, signing_in_s: float) -> bool:
    """Print the figures; whether the limit was kept."""
    asked = sum(one["accepted"] for one in limits.values())
    reads = len(tally.seconds["read"])
    print(f"{PEOPLE} people for {seconds:.0f} s, after {signing_in_s:.0f} s of signing in with an empty mirror")
    print(f"{reads} reads, {len(tally.seconds['write'])} writes: {asked} calls to AgentOS in all")
    for agency, one in limits.items():
        share = one["most_in_window"] / LIMIT
        print(
            f"{agency}: most in any 60 s {one['most_in_window']} of {LIMIT} ({share:.0%}), "
            f"429: {one['refused_429']}, 403: {one['refused_403']}, calls: {one['accepted']}"
        )
    for answer, count in sorted(tally.answers.items()):
        print(f"{answer}: {count}")
    for kind, times in tally.seconds.items():
        ordered = sorted(times) or [0.0]
        middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(f"{kind}: median {middle:.2f} s, 95 % within {late:.2f} s, longest {ordered[-1]:.2f} s")
    for failure, count in tally.failures.most_common():
        print(f"{count} x {failure}")
    return all(
        one["most_in_window"] <= LIMIT and not one["refused_429"] and not one["refused_403"] for one in limits.values()
    )


def main() -> int:
    """0 if the limit was kept."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 180.0
    tally = Tally()
    with TemporaryDirectory() as folder, running(Path(folder), WEB_CONCURRENCY="2") as everything:
        began = time.monotonic()
        with ThreadPoolExecutor(PEOPLE) as pool:
            people = list(pool.map(partial(Person, everything), emails(everything)))
        signing_in_s = time.monotonic() - began
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(PEOPLE + 1) as pool:
            readers = [pool.submit(read_on, person, tally, until, at) for at, person in enumerate(people)]
            writer = pool.submit(write_on, people, tally, until)
        for done in (*readers, writer):
            done.result()
        limits = requests.get(f"{everything.simulator}/_control/limits", timeout=30).json()
        print(f"web processes and worker alive: {requests.get(everything.portal + '/health/ready', timeout=5).ok}")
    return 0 if shown(tally, limits, seconds, signing_in_s) else 1


if __name__ == "__main__":
    sys.exit(main())

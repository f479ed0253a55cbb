"""An agency of 20,000 contractors and 200,000 jobs beside one of 600 and 8,000.

First, the portal reads the small agency alone, and a copy of its database is kept. Then the big agency is added. While
its rows are filled in for the first time, people of the small agency read from the same database. Then GET jobs is
sent in turn to the big database and to the copy, by two people with equally many jobs. AgentOS answers at once and
without a limit, so times of reading are the portal's own.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from bench import load
from bench.client import Address, Connection, Sample, scheduled
from bench.deployment import ACME, HARBOUR, SHORT, SMALL, Deployment, deploy, most_memory
from bench.figures import Figure, percentile
from bench.people import Person, emails, signed_in
from tests.end_to_end.processes import wait_until

BIG = "5,600,8000" if SHORT else "5,20000,200000"
BRANCHES = 5
PEOPLE = 5 if SHORT else 25
PIECE_S = 5.0
TURNS = 2 if SHORT else 7
ASKS = 50 if SHORT else 300
FILL_S = 900.0
FROM_LISTS = {"jobs": 5, "account": 1, "contacts": 1, "job": 1}
"""Paths that need only a branch's lists, with their relative frequencies."""


def measure() -> list[Figure]:
    """Measure reads during the fill, sizes, times, and the p50 of both."""
    with deploy(HARBOUR, (f"harbour:{SMALL}", f"acme:{BIG}"), AGE_JOBS_S="20") as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        small = signed_in(deployment, address, emails(deployment.agentos, "harbour")[:PEOPLE], statements=True)
        small_fill_s = _reading_s(deployment, "harbour", "job", 0)
        deployment.stop("worker", "portal")
        kept = _keep(deployment)
        (deployment.folder / "worker.log").unlink()  # the next worker writes a new log
        both = deployment.folder / "both.toml"
        both.write_text(ACME + HARBOUR, "utf-8")
        deployment.settings({"AGENCIES_FILE": str(both)})
        address = deployment.start_web()
        deployment.start_worker()
        began = time.monotonic()
        reads = _reads_while_filling(deployment, address, small)
        filled_s = time.monotonic() - began
        big = signed_in(deployment, address, emails(deployment.agentos)[:PEOPLE])
        again_s = {name: _reading_s(deployment, name, "job", BRANCHES) for name in ("harbour", "acme")}
        worker = most_memory(deployment.pid("worker"))
        deployment.stop("worker")
        size = _size(deployment.folder / "portal.db")
        deployment.settings(
            {"DATABASE_URL": f"sqlite:///{kept}", "AGENCIES_FILE": str(deployment.folder / "agencies.toml")}
        )
        other = deployment.start_web("small")
        ratio, p50s = _p50s({"big": address, "small": other}, *_alike(big, small))
        web = max(map(most_memory, deployment.children("portal")))
        small_size = _size(kept)
    times = [sample.seconds * 1000 for sample in reads]
    return [
        Figure(
            "p99 of reads of the small one while the big one is filled in", percentile(times, 0.99), "ms", at_most=50
        ),
        Figure("reads answered well meanwhile", load.Load(reads=reads).read_share, "%", at_least=100),
        Figure("p50 of GET jobs, big ÷ small", ratio, "×", at_most=1.3),
        Figure("p50 of GET jobs, big", p50s["big"], "ms"),
        Figure("p50 of GET jobs, small", p50s["small"], "ms"),
        Figure("memory of a web process, at its highest", web, "MB", at_most=150),
        Figure("memory of the worker, at its highest", worker, "MB", at_most=300),
        Figure("first reading, big", filled_s, "s"),
        Figure("first reading of the jobs, small", small_fill_s, "s"),
        Figure("reading the jobs again, big", again_s["acme"], "s"),
        Figure("reading the jobs again, small", again_s["harbour"], "s"),
        Figure("database, big and small together", size, "MB"),
        Figure("database, small", small_size, "MB"),
    ]


def _reads_while_filling(deployment: Deployment, address: Address, people: list[Person]) -> list[Sample]:
    """Read in pieces until every list of the big agency was read once. Return the samples."""
    samples: list[Sample] = []
    until = time.monotonic() + FILL_S
    number = 0
    while not _filled(deployment):
        if time.monotonic() > until:
            raise RuntimeError(f"not filled in within {FILL_S:.0f} s")
        samples += scheduled(address, load.reads(people, PIECE_S, seed=number, mix=FROM_LISTS))
        number += 1
    return samples


def _filled(deployment: Deployment) -> bool:
    with closing(sqlite3.connect(deployment.folder / "portal.db")) as connection:
        query = "SELECT count(*) FROM collections WHERE agency = 'acme' AND kind = 'job' AND read_at IS NOT NULL"
        return bool(connection.execute(query).fetchone()[0] >= 5)


def _reading_s(deployment: Deployment, agency: str, kind: str, readings: int) -> float:
    """Return the seconds of the worker's last reading of each branch's list, after `readings` earlier readings."""

    def look() -> list[str] | None:
        line = rf"refreshed agency={agency} kind={kind} rows=\d+ changed=\d+ milliseconds=([\d.]+)"
        times = re.findall(line, deployment.processes.output("worker"))
        return times[-BRANCHES:] if len(times) >= readings + BRANCHES else None

    return sum(map(float, wait_until(f"the {kind} lists of {agency}", look, FILL_S))) / 1000


def _keep(deployment: Deployment) -> Path:
    """Copy the database. Return the copy's path."""
    kept = deployment.folder / "small.db"
    with closing(sqlite3.connect(deployment.folder / "portal.db")) as source, closing(sqlite3.connect(kept)) as copy:
        source.backup(copy)
    return kept


def _size(database: Path) -> float:
    """Return the size of the database's pages, in megabytes."""
    with closing(sqlite3.connect(database)) as connection:
        (pages,), (each,) = (connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size"))
    return float(pages * each) / 1e6


def _alike(big: list[Person], small: list[Person]) -> tuple[Person, Person]:
    """Return a person of each agency, with equally many jobs if possible, about a dozen."""
    pairs = [(person, other_person) for person in big for other_person in small]
    return min(pairs, key=lambda pair: (abs(len(pair[0].jobs) - len(pair[1].jobs)), abs(len(pair[0].jobs) - 12)))


def _p50s(addresses: dict[str, Address], big: Person, small: Person) -> tuple[float, dict[str, float]]:
    """Return the median of the turns' ratios, and the medians of the p50s in milliseconds. Requests alternate."""
    requests = {"big": big.get("jobs"), "small": small.get("jobs")}
    p50s: dict[str, list[float]] = {name: [] for name in addresses}
    for turn in range(-1, TURNS):
        portals = {name: Connection(address) for name, address in addresses.items()}
        times: dict[str, list[float]] = {name: [] for name in addresses}
        for number in range(ASKS):
            for name in sorted(addresses, reverse=bool(number % 2)):
                times[name].append(_time(portals[name], requests[name]))
        for name, portal in portals.items():
            portal.close()
            p50s[name] += [percentile(times[name], 0.5)] if turn >= 0 else []
    ratios = [big_p50 / small_p50 for big_p50, small_p50 in zip(p50s["big"], p50s["small"], strict=True)]
    return median(ratios), {name: median(each) for name, each in p50s.items()}


def _time(portal: Connection, data: bytes) -> float:
    began = time.perf_counter()
    answer = portal.ask(data)
    if answer.status != 200:
        raise RuntimeError(f"{answer.head!r}")
    return (time.perf_counter() - began) * 1000

"""An agency of 20,000 contractors and 200,000 jobs beside one of 600 and 8,000.

First the small agency alone is read, and its database kept. Then the big one is added, and while its rows are filled in
for the first time, people of the small one read from the same database. Then GET jobs is asked in turn of the big
database and of the small one that was kept, each time by a person with as many jobs. AgentOS answers at once and
without a limit, so that times of reading are the portal's own.
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
from bench.estate import ACME, HARBOUR, SHORT, SMALL, Estate, estate, most_memory
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
"""What is looked at: all that a branch's lists tell."""


def measure() -> list[Figure]:
    """Reads during the fill, sizes, times, and p50 in turn."""
    with estate(HARBOUR, (f"harbour:{SMALL}", f"acme:{BIG}"), AGE_JOBS_S="20") as one:
        one.start_worker()
        address = one.start_web()
        small = signed_in(one, address, emails(one.agentos, "harbour")[:PEOPLE], statements=True)
        small_fill_s = _reading_s(one, "harbour", "job", 0)
        one.stop("worker", "portal")
        kept = _keep(one)
        (one.folder / "worker.log").unlink()  # the next one's is another's
        both = one.folder / "both.toml"
        both.write_text(ACME + HARBOUR, "utf-8")
        one.settings({"AGENCIES_FILE": str(both)})
        address = one.start_web()
        one.start_worker()
        began = time.monotonic()
        reads = _reads_while_filling(one, address, small)
        filled_s = time.monotonic() - began
        big = signed_in(one, address, emails(one.agentos)[:PEOPLE])
        again_s = {name: _reading_s(one, name, "job", BRANCHES) for name in ("harbour", "acme")}
        worker = most_memory(one.pid("worker"))
        one.stop("worker")
        size = _size(one.folder / "portal.db")
        one.settings({"DATABASE_URL": f"sqlite:///{kept}", "AGENCIES_FILE": str(one.folder / "agencies.toml")})
        other = one.start_web("small")
        ratio, p50s = _p50s({"big": address, "small": other}, *_alike(big, small))
        web = max(map(most_memory, one.children("portal")))
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


def _reads_while_filling(one: Estate, address: Address, people: list[Person]) -> list[Sample]:
    """Reads in pieces, until every list of the big agency was read once."""
    found: list[Sample] = []
    until = time.monotonic() + FILL_S
    number = 0
    while not _filled(one):
        if time.monotonic() > until:
            raise RuntimeError(f"not filled in within {FILL_S:.0f} s")
        found += scheduled(address, load.reads(people, PIECE_S, seed=number, mix=FROM_LISTS))
        number += 1
    return found


def _filled(one: Estate) -> bool:
    with closing(sqlite3.connect(one.folder / "portal.db")) as connection:
        query = "SELECT count(*) FROM collections WHERE agency = 'acme' AND kind = 'job' AND read_at IS NOT NULL"
        return bool(connection.execute(query).fetchone()[0] >= 5)


def _reading_s(one: Estate, agency: str, kind: str, readings: int) -> float:
    """Seconds of the worker's last `LISTS` readings of that kind, once it has done `readings` and as many more."""

    def look() -> list[str] | None:
        line = rf"refreshed agency={agency} kind={kind} rows=\d+ changed=\d+ milliseconds=([\d.]+)"
        found = re.findall(line, one.processes.output("worker"))
        return found[-BRANCHES:] if len(found) >= readings + BRANCHES else None

    return sum(map(float, wait_until(f"the {kind} lists of {agency}", look, FILL_S))) / 1000


def _keep(one: Estate) -> Path:
    """A copy of the database as it is now."""
    kept = one.folder / "small.db"
    with closing(sqlite3.connect(one.folder / "portal.db")) as source, closing(sqlite3.connect(kept)) as copy:
        source.backup(copy)
    return kept


def _size(database: Path) -> float:
    """Megabytes of its pages."""
    with closing(sqlite3.connect(database)) as connection:
        (pages,), (each,) = (connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size"))
    return float(pages * each) / 1e6


def _alike(big: list[Person], small: list[Person]) -> tuple[Person, Person]:
    """One of each with as nearly as many jobs as can be found, about a dozen."""
    pairs = [(one, other) for one in big for other in small]
    return min(pairs, key=lambda pair: (abs(len(pair[0].jobs) - len(pair[1].jobs)), abs(len(pair[0].jobs) - 12)))


def _p50s(addresses: dict[str, Address], big: Person, small: Person) -> tuple[float, dict[str, float]]:
    """The median of the turns' ratios, and the medians of their p50s in milliseconds. Each is asked after the other."""
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
    ratios = [one / other for one, other in zip(p50s["big"], p50s["small"], strict=True)]
    return median(ratios), {name: median(each) for name, each in p50s.items()}


def _time(portal: Connection, data: bytes) -> float:
    began = time.perf_counter()
    answer = portal.ask(data)
    if answer.status != 200:
        raise RuntimeError(f"{answer.head!r}")
    return (time.perf_counter() - began) * 1000

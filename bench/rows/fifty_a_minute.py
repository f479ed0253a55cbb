"""Two hundred people inside fifty calls a minute.

An agency of 5 branches, 600 contractors and 8,000 jobs; AgentOS takes 120 ms a call and refuses the 51st in 60 s. The
mirror is filled with the limit lifted; then 200 people read 20 times a second in all (jobs 5, account, contacts, both
statements, one job 1 each) and write 6 times a minute, for 10 minutes, over two web processes and a worker.

The peer stands in the same place for 2 minutes: 40 lines over the same gateway and the same budget, without a mirror.
Times count from when a request was due, so a stall counts for everyone it held up.
"""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import urlencode

from bench import load
from bench.client import Due, request, scheduled
from bench.estate import BOUND, LIMIT, SHORT, SMALL, Estate, estate
from bench.figures import Figure, percentile
from bench.load import MIX, READS_A_SECOND, Load
from bench.people import emails, signed_in

PEOPLE = 20 if SHORT else 200
SECONDS = 20.0 if SHORT else 600.0
PEER_SECONDS = 10.0 if SHORT else 120.0
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"
LISTS = ("branches", "contractors", "jobs", "status_types")


def measure() -> list[Figure]:
    """On SQLite, as the portal comes."""
    with estate(sizes=(SIZE,)) as one:
        return [*measured(one, SECONDS), *_pass_through(one)]


def measured(one: Estate, seconds: float) -> list[Figure]:
    """The load on a prepared estate, for so many seconds."""
    one.start_worker()
    address = one.start_web()
    people = signed_in(one, address, emails(one.agentos)[:PEOPLE], statements=True)
    one.stop("portal", "worker")
    one.settings(BOUND)
    one.slow()
    one.limit(LIMIT)
    one.start_worker()
    address = one.start_web()
    return _figures(load.with_ages(load.run(address, people, seconds)), one, seconds)


def _figures(found: Load, one: Estate, seconds: float) -> list[Figure]:
    for fault, count in found.faults().most_common(10):
        print(f"  {count} x {fault}")
    limits = one.limits()
    times = [sample.seconds * 1000 for sample in found.reads]
    statements = found.ages_of("statements/pending") + found.ages_of("statements/historical")
    whole = _whole_read(one)
    return [
        Figure("reads answered well", found.read_share, "%", at_least=100),
        Figure("writes answered well", found.write_share, "%", at_least=100),
        Figure("answers of 429 or 403 from AgentOS", limits["refused_429"] + limits["refused_403"], at_most=0),
        Figure("most calls in any 60 s", limits["most_in_window"], at_most=LIMIT),
        Figure("p99 of reads", percentile(times, 0.99), "ms", at_most=100),
        Figure("p50 of reads", percentile(times, 0.5), "ms"),
        Figure("p95 of the age of jobs", percentile(found.ages_of("jobs"), 0.95), "s", at_most=120),
        Figure("lower bound of that: one whole read ÷ budget", whole / int(BOUND["AGENTOS_BUDGET"]) * 60, "s"),
        Figure("p95 of the age of statements", percentile(statements, 0.95), "s"),
        Figure("calls of AgentOS a minute", limits["accepted"] * 60 / seconds),
        Figure("reads", len(found.reads)),
        Figure("writes", len(found.writes)),
    ]


def _whole_read(one: Estate) -> int:
    """Calls that one reading of all whole-agency lists takes, at 1,000 rows a call."""
    held = {name: one.control("GET", f"state/acme/{name}") for name in LISTS}
    branches = len(held["branches"])
    pages = sum(branches * -(-len(held[name]) // branches // 1000) for name in ("contractors", "jobs"))
    return pages + 2


def _pass_through(one: Estate) -> list[Figure]:
    one.stop("portal", "worker")
    address = one.start_web("pass-through", app="bench.pass_through:app")
    held = one.control("GET", "state/acme")
    answers = scheduled(address, _looks(held), late_s=10.0)
    one.stop("pass-through")
    share = 100 * sum(each.status == 200 for each in answers) / len(answers)
    return [Figure("the same load passed through without a mirror: answered well", share, "%")]


def _looks(held: dict[str, Any]) -> list[Due]:
    """The same mix as paths of the peer's."""
    chance = random.Random(7)
    jobs = [job for job in held["jobs"].values() if job.get("ContractorOID")]
    due = []
    for number in range(int(PEER_SECONDS * READS_A_SECOND)):
        what = chance.choices(list(MIX), list(MIX.values()))[0].removeprefix("statements/")
        job = chance.choice(jobs)
        query = urlencode({"branch": job["BranchOID"], "job": job["OID"]})
        due.append(Due(number / READS_A_SECOND, "read", request("GET", f"/{what}/{job['ContractorOID']}?{query}")))
    return due

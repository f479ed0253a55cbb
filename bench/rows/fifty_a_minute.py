"""Two hundred people inside fifty calls a minute.

An agency of 5 branches, 600 contractors and 8,000 jobs. AgentOS takes 120 ms a call and refuses the 51st in 60 s. The
mirror is filled without the limit. Then 200 people read 20 times a second in all (jobs 5, account, contacts, both
statements, a job 1 each) and write 6 times a minute, for 10 minutes, over two web processes and a worker.

The peer takes the same load for 2 minutes: 40 lines over the same gateway and the same budget, without a mirror. Times
count from a request's due time, so a stall counts for every delayed request.
"""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import urlencode

from bench import load
from bench.client import Due, request, scheduled
from bench.deployment import BOUND, LIMIT, SHORT, SMALL, Deployment, deploy
from bench.figures import Figure, percentile
from bench.load import MIX, READS_A_SECOND, Load
from bench.people import emails, signed_in

PEOPLE = 20 if SHORT else 200
SECONDS = 20.0 if SHORT else 600.0
PEER_SECONDS = 10.0 if SHORT else 120.0
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"
LISTS = ("branches", "contractors", "jobs", "status_types")


def measure() -> list[Figure]:
    """Measure on SQLite, the portal's default."""
    with deploy(sizes=(SIZE,)) as deployment:
        return [*measured(deployment, SECONDS), *_pass_through(deployment)]


def measured(deployment: Deployment, seconds: float) -> list[Figure]:
    """Put the load on a prepared deployment for `seconds`. Return the figures."""
    deployment.start_worker()
    address = deployment.start_web()
    people = signed_in(deployment, address, emails(deployment.agentos)[:PEOPLE], statements=True)
    deployment.stop("portal", "worker")
    deployment.settings(BOUND)
    deployment.slow()
    deployment.limit(LIMIT)
    deployment.start_worker()
    address = deployment.start_web()
    return _figures(load.with_ages(load.run(address, people, seconds)), deployment, seconds)


def _figures(result: Load, deployment: Deployment, seconds: float) -> list[Figure]:
    for fault, count in result.faults().most_common(10):
        print(f"  {count} x {fault}")
    limits = deployment.limits()
    times = [sample.seconds * 1000 for sample in result.reads]
    statements = result.ages_of("statements/pending") + result.ages_of("statements/historical")
    whole = _whole_read(deployment)
    return [
        Figure("reads answered well", result.read_share, "%", at_least=100),
        Figure("writes answered well", result.write_share, "%", at_least=100),
        Figure("answers of 429 or 403 from AgentOS", limits["refused_429"] + limits["refused_403"], at_most=0),
        Figure("most calls in any 60 s", limits["most_in_window"], at_most=LIMIT),
        Figure("p99 of reads", percentile(times, 0.99), "ms", at_most=100),
        Figure("p50 of reads", percentile(times, 0.5), "ms"),
        Figure("p95 of the age of jobs", percentile(result.ages_of("jobs"), 0.95), "s", at_most=120),
        Figure("lower bound of that: one whole read ÷ budget", whole / int(BOUND["AGENTOS_BUDGET"]) * 60, "s"),
        Figure("p95 of the age of statements", percentile(statements, 0.95), "s"),
        Figure("calls of AgentOS a minute", limits["accepted"] * 60 / seconds),
        Figure("reads", len(result.reads)),
        Figure("writes", len(result.writes)),
    ]


def _whole_read(deployment: Deployment) -> int:
    """Return the calls for one reading of all whole-agency lists, at 1,000 rows a call."""
    records = {name: deployment.control("GET", f"state/acme/{name}") for name in LISTS}
    branches = len(records["branches"])
    pages = sum(branches * -(-len(records[name]) // branches // 1000) for name in ("contractors", "jobs"))
    return pages + 2


def _pass_through(deployment: Deployment) -> list[Figure]:
    deployment.stop("portal", "worker")
    address = deployment.start_web("pass-through", app="bench.pass_through:app")
    state = deployment.control("GET", "state/acme")
    answers = scheduled(address, _looks(state), late_s=10.0)
    deployment.stop("pass-through")
    share = 100 * sum(sample.status == 200 for sample in answers) / len(answers)
    return [Figure("the same load passed through without a mirror: answered well", share, "%")]


def _looks(state: dict[str, Any]) -> list[Due]:
    """Return the same mix of requests, with the peer's paths."""
    chance = random.Random(7)
    jobs = [job for job in state["jobs"].values() if job.get("ContractorOID")]
    due = []
    for number in range(int(PEER_SECONDS * READS_A_SECOND)):
        what = chance.choices(list(MIX), list(MIX.values()))[0].removeprefix("statements/")
        job = chance.choice(jobs)
        query = urlencode({"branch": job["BranchOID"], "job": job["OID"]})
        due.append(Due(number / READS_A_SECOND, "read", request("GET", f"/{what}/{job['ContractorOID']}?{query}")))
    return due

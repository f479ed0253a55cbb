"""The cost of a warm GET of jobs, beside the web server itself.

A signed-in contractor's jobs, about 31 KB, come from two one-worker servers of 8 threads on two ports with 8
connections each (one server of two workers splits kept connections unevenly). There are two peers: a view of the same
app that returns the same bytes as a constant, under the same hooks but without session or store; and a bare Flask app
with nothing else installed. All have the same gunicorn settings and the same client, and are measured in turn. The row
takes a ratio within each turn, and the median of the turns counts.
"""

from __future__ import annotations

from statistics import median

from app.domain.clock import Clock
from app.store.engine import Database
from app.store.heartbeat import Heartbeat
from bench.client import Address, ask, request, throughput
from bench.deployment import SHORT, Deployment, deploy
from bench.figures import Figure
from bench.people import emails, signed_in
from bench.servers import CONSTANT

TURNS = 2 if SHORT else 7
SECONDS = 0.5 if SHORT else 2.0
WARM_S = 0.2 if SHORT else 1.0
EACH = 8
WANTED_BYTES = 31_000
SIZE = "acme:5,210,8000"
"""About 38 jobs a contractor."""


def measure() -> list[Figure]:
    """Measure the ratios to both peers, for 200 and for 304."""
    with deploy(sizes=(SIZE,), LOG_LEVEL="INFO", AGE_JOBS_S="100000") as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        people = signed_in(deployment, address, emails(deployment.agentos)[: 10 if SHORT else 40])
        sizes = {person: len(ask(address, person.get("jobs")).body) for person in people}
        person = min(people, key=lambda each: abs(sizes[each] - WANTED_BYTES))
        deployment.stop("worker")
        answer = ask(address, person.get("jobs"))
        deployment.stop("portal")
        (deployment.folder / "body").write_bytes(answer.body)
        deployment.settings({"BENCH_BODY": str(deployment.folder / "body")})
        portals, bares = _two(deployment, "portal", "same_app"), _two(deployment, "bare", "bare")
        etag = answer.header("etag") or ""
        kinds = {
            "jobs": (portals, person.get("jobs"), 200),
            "304": (portals, person.get("jobs", **{"If-None-Match": etag}), 304),
            "constant": (portals, request("GET", CONSTANT), 200),
            "bare": (bares, request("GET", CONSTANT), 200),
        }
        heartbeat = Heartbeat(Database(f"sqlite:///{deployment.folder / 'portal.db'}"), Clock())
        rates = _rates(kinds, heartbeat)
    jobs, unchanged, constant, bare = (rates[kind] for kind in kinds)

    def ratio(rates: list[float], peer_rates: list[float]) -> float:
        return median(rate / peer_rate for rate, peer_rate in zip(rates, peer_rates, strict=True))

    return [
        Figure("GET jobs ÷ a constant view of the same app", ratio(jobs, constant), "×", at_least=0.7),
        Figure("304 ÷ that view", ratio(unchanged, constant), "×", at_least=0.75),
        Figure("GET jobs ÷ bare Flask", ratio(jobs, bare), "×", at_least=0.5),
        Figure("304 ÷ bare Flask", ratio(unchanged, bare), "×", at_least=0.5),
        Figure("constant view ÷ bare Flask", ratio(constant, bare), "×"),
        Figure("GET jobs", median(jobs), "/s"),
        Figure("304", median(unchanged), "/s"),
        Figure("constant view", median(constant), "/s"),
        Figure("bare Flask", median(bare), "/s"),
        Figure("bytes of the answer", len(answer.body)),
    ]


def _two(deployment: Deployment, name: str, app: str) -> list[Address]:
    return [deployment.start_web(f"{name}-{number}", 1, f"bench.servers:{app}()") for number in (1, 2)]


def _rates(kinds: dict[str, tuple[list[Address], bytes, int]], heartbeat: Heartbeat) -> dict[str, list[float]]:
    """Measure each kind once a turn, in alternating order. Return the rates by kind.

    No worker runs, because it would take a part of the machine. Without its heartbeat, the answers would become stale.
    """
    rates: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(-1, TURNS):
        heartbeat.beat()
        for kind in list(kinds) if turn % 2 else reversed(kinds):
            addresses, data, expected_status = kinds[kind]
            rate = throughput(addresses, data, EACH, SECONDS if turn >= 0 else WARM_S, expected_status)
            if turn >= 0:
                rates[kind].append(rate)
    return rates

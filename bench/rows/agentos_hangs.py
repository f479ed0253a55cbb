"""AgentOS hangs: it accepts every call and never answers, while 32 people write.

The mirror is filled before. Then 32 people each send a note, and again after the answer's Retry-After. Other people
read from the mirror, 20 times a second. Two web processes of 8 threads.
"""

from __future__ import annotations

import threading
import time
from collections import Counter

from bench import load
from bench.client import Address, ask, scheduled
from bench.deployment import BOUND, SHORT, SMALL, deploy
from bench.figures import Figure, percentile
from bench.people import Person, emails, signed_in

WRITERS = 32
READERS = 10 if SHORT else 40
SECONDS = 8.0 if SHORT else 90.0
FOREVER_S = 3600.0
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"


def measure() -> list[Figure]:
    """Measure the times of the reads."""
    with deploy(sizes=(SIZE,), WRITES_PER_MINUTE="100000") as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        people = signed_in(deployment, address, emails(deployment.agentos)[: WRITERS + READERS], statements=True)
        deployment.stop("portal", "worker")
        deployment.settings(BOUND)
        deployment.slow(FOREVER_S)
        deployment.start_worker()
        address = deployment.start_web()
        writers, readers = people[:WRITERS], people[WRITERS:]
        answers: Counter[int] = Counter()
        until = time.monotonic() + SECONDS
        threads = [threading.Thread(target=_write, args=(address, who, until, answers)) for who in writers]
        for thread in threads:
            thread.start()
        time.sleep(1.0)
        reads = scheduled(address, load.reads(readers, SECONDS - 2.0))
        deployment.control("DELETE", "faults")
        for thread in threads:
            thread.join()
    times = [sample.seconds * 1000 for sample in reads]
    return [
        Figure("p99 of reads", percentile(times, 0.99), "ms", at_most=200),
        Figure("p50 of reads", percentile(times, 0.5), "ms"),
        Figure("longest read", max(times), "ms"),
        Figure("reads answered well", load.Load(reads=reads).read_share, "%", at_least=100),
        Figure("people writing", len(writers)),
        Figure("writes answered meanwhile", sum(answers.values())),
        Figure("of these with 500", answers[500]),
    ]


def _write(address: Address, person: Person, until: float, answers: Counter[int]) -> None:
    while time.monotonic() < until:
        answer = ask(address, person.send("POST", f"jobs/{person.jobs[0]}/notes", {"note": "Still here"}))
        answers[answer.status] += 1
        time.sleep(float(answer.header("retry-after") or 1))

"""Two workers and four web processes start together on an empty database, and each list is read once.

Ten people sign in meanwhile and open everything, so every web process asks for the same lists at once. Ages are so long
that no list falls due again. AgentOS's log shows how often each list was read.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from bench.client import Address, request
from bench.deployment import SHORT, SMALL, deploy
from bench.figures import Figure
from bench.people import emails, first_answer, sign_in

PEOPLE = 4 if SHORT else 10
WORKERS = ("worker-1", "worker-2")
PATHS = ("jobs", "account", "contacts", "statements/historical", "statements/pending", "invoices", "insights")
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"
LONG = dict.fromkeys(("AGE_JOBS_S", "AGE_CONTACTS_S", "AGE_ACCOUNT_S", "AGE_STATEMENTS_S"), "100000")


def measure() -> list[Figure]:
    """Count the calls of each path."""
    with deploy(sizes=(SIZE,), **LONG) as deployment:
        deployment.slow()
        for worker in WORKERS:
            deployment.start_worker(worker)
        address = deployment.start_web(processes=4)
        addresses = emails(deployment.agentos)[:PEOPLE]
        cookies = sign_in(deployment, address, addresses, WORKERS)
        with ThreadPoolExecutor(PEOPLE) as pool:
            list(pool.map(lambda cookie: _look(address, cookie), cookies.values()))
        deployment.wait_until_quiet()
        asked = Counter(call["path"] for call in deployment.calls())
        workers = sum("refreshed" in deployment.processes.output(worker) for worker in WORKERS)
    for path, count in asked.most_common(5):
        if count > 1:
            print(f"  {count} x {path}")
    return [
        Figure("paths asked for more than once", sum(count > 1 for count in asked.values()), at_most=0),
        Figure("paths asked for", len(asked), at_least=17),
        Figure("workers that took part", workers, at_least=2),
    ]


def _look(address: Address, cookie: str) -> None:
    for path in PATHS:
        first_answer(address, request("GET", f"/api/contractor/{path}", cookie))

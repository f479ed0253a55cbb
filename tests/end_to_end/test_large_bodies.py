"""Large bodies that are no invoices: the portal refuses them, reads one of a person at a time, and serves others."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import requests

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import running
from tests.jobs.expected import HARPER
from tests.production.proxy import free_port

pytestmark = pytest.mark.processes

MIB = 1024 * 1024
KEYS = b",".join(b'"key%07d":%d' % (number, number) for number in range(550_000))[: 10 * MIB].rpartition(b",")[0]
BODIES = {
    "keys": b"{%b}" % KEYS,
    "keys in a field": b'{"amount":{%b}}' % KEYS,
    "numbers in a field": b'{"amount":[%b1]}' % (b"1," * (5 * MIB)),
    "one long text": b'{"description":"%b"}' % bytes(10 * MIB).replace(b"\0", b"x"),
}
SENDERS = 16
MOST_S = 0.6
"""The longest read of others, beyond their longest read while the portal refuses the same bodies unread (401)."""
ROUNDS = 3
"""Other processes of the machine may delay some reads of a round. A portal that waits for a body delays all rounds."""
JSON = {"Content-Type": "application/json"}


def test_others_are_served_while_sixteen_large_bodies_are_refused(tmp_path: Path) -> None:
    with running(tmp_path, BIND=f"127.0.0.1:{free_port()}", WRITES_PER_MINUTE="5000") as processes:
        contractor = Contractor(processes, HARPER, "acme/CON-1001")
        contractor.wait_until_read()

        def timed(method: str, path: str, body: bytes | None = None, *, stranger: bool = False) -> tuple[int, float]:
            """Send a request on a connection of its own. Return its status and duration."""
            browser = requests.Session()
            browser.cookies.update({} if stranger else contractor.browser.cookies)
            headers = {"Portal-Account": contractor.account, **(JSON if body else {})}
            began = time.monotonic()
            status = contractor.ask(method, path, browser, data=body, headers=headers).status_code
            return status, time.monotonic() - began

        def read(until: threading.Event) -> list[float]:
            """Read the jobs again and again. Return the durations."""
            waits = []
            while not until.is_set():
                status, seconds = timed("GET", "jobs")
                assert status == 200
                waits.append(seconds)
            return waits

        def longest_read(pool: ThreadPoolExecutor, *, stranger: bool) -> float:
            """Send each body 16 times at once, and return the longest read of others meanwhile."""
            ended = threading.Event()
            reader = pool.submit(read, ended)
            for body in BODIES.values():
                send = partial(timed, "POST", "invoices", body, stranger=stranger)
                answers = [answer.result(30) for answer in [pool.submit(send) for _ in range(SENDERS)]]
                statuses = {status for status, _ in answers}
                assert statuses == {401} if stranger else statuses in ({400, 429}, {413, 429})
                assert max(seconds for _, seconds in answers) < 5
            ended.set()
            return max(reader.result(30))

        with ThreadPoolExecutor(SENDERS + 1) as pool:
            for _ in range(ROUNDS):
                most_s = MOST_S + longest_read(pool, stranger=True)
                longest_s = longest_read(pool, stranger=False)
                if longest_s < most_s:
                    break
    assert longest_s < most_s

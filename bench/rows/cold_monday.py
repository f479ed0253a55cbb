"""Cold Monday: an empty database, an agency of 8,000 jobs, and 60 people who sign in within the first minute.

Everything starts together. AgentOS takes 120 ms a call and enforces its limit. Each person asks for a code at a random
moment, takes it from the mail, signs in and asks for the jobs, and again after the answer's Retry-After.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from bench.client import Address, Answer, ask, request
from bench.deployment import BOUND, LIMIT, SHORT, SMALL, Deployment, deploy
from bench.figures import Figure, percentile
from bench.people import codes, cookie_of, emails

PEOPLE = 8 if SHORT else 60
WITHIN_S = 10.0 if SHORT else 60.0
GIVE_UP_S = 240.0
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"


def measure() -> list[Figure]:
    """Measure the time until everybody has the jobs, and count the answers before."""
    with deploy(sizes=(SIZE,), **BOUND) as deployment:
        deployment.slow()
        deployment.limit(LIMIT)
        addresses = emails(deployment.agentos)[:PEOPLE]
        monday = _Monday(deployment, time.monotonic())
        deployment.start_worker()
        monday.address = deployment.start_web()
        with ThreadPoolExecutor(PEOPLE) as pool:
            served = list(pool.map(monday.come, addresses))
        limits = deployment.limits()
    return [
        Figure("everybody has their jobs after", max(served), "s", at_most=150),
        Figure("half of them do after", percentile(served, 0.5), "s"),
        Figure("longest from asking for jobs to having them", max(monday.waits), "s"),
        Figure("answers other than 200, or 500 with Retry-After", len(monday.dishonest), at_most=0),
        Figure("answers of 500 with Retry-After", monday.answers[500]),
        Figure("most calls in any 60 s", limits["most_in_window"], at_most=LIMIT),
        Figure("answers of 429 or 403 from AgentOS", limits["refused_429"] + limits["refused_403"], at_most=0),
    ]


class _Monday:
    """The people's requests and answers. Times count from `began`."""

    address: Address

    def __init__(self, deployment: Deployment, began: float) -> None:
        self._deployment = deployment
        self._began = began
        self._lock = threading.Lock()
        self.answers: Counter[int] = Counter()
        self.dishonest: list[Answer] = []
        self.waits: list[float] = []

    def come(self, email: str) -> float:
        """Sign one person in and wait for the jobs. Return the seconds since `began`."""
        time.sleep(max(0.0, random.Random(email).uniform(1, WITHIN_S) + self._began - time.monotonic()))
        asked = self._ask(request("POST", "/api/session/code", body=json.dumps({"email": email}).encode()), 204)
        attempt = cookie_of(asked.head, "portal_attempt")
        body = json.dumps({"email": email, "code": self._code(email)}).encode()
        cookie = cookie_of(self._ask(request("POST", "/api/session", body=body, attempt=attempt), 201).head)
        began = time.monotonic()
        jobs = request("GET", "/api/contractor/jobs", cookie)
        while (answer := self._ask(jobs, 200)).status != 200:
            self._check_patience(email)
            time.sleep(float(answer.header("retry-after") or 1))
        with self._lock:
            self.waits.append(time.monotonic() - began)
        return time.monotonic() - self._began

    def _ask(self, data: bytes, expected_status: int) -> Answer:
        answer = ask(self.address, data)
        with self._lock:
            self.answers[answer.status] += 1
            if answer.status != expected_status and not (answer.status == 500 and answer.header("retry-after")):
                print(f"  {data.split(b' HTTP')[0]!r}: {answer.status} {answer.body[:200]!r}")
                self.dishonest.append(answer)
        return answer

    def _code(self, email: str) -> str:
        while True:
            with self._lock:
                code = codes(self._deployment).get(email)
            if code:
                return code
            self._check_patience(email)
            time.sleep(0.5)

    def _check_patience(self, email: str) -> None:
        if time.monotonic() - self._began > GIVE_UP_S:
            raise RuntimeError(f"{email} was not served within {GIVE_UP_S:.0f} s")

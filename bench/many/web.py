"""The web side with many agencies, beside the same with two agencies: GET jobs, the guard, and sign-in.

Both databases have the agencies `acme-1` and `acme-2`, so the same people sign in and see the same jobs. One web
process serves each database, and requests go to both in turn. No worker runs while times are measured.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from app.domain.clock import SystemClock
from app.store.engine import Database
from app.store.heartbeat import Heartbeat
from bench.client import Address, Answer, Connection, ask, request
from bench.deployment import Deployment
from bench.figures import Figure, percentile
from bench.many.agencies import serve
from bench.many.one_worker import first_reading, serve_few
from bench.many.scale import Scale
from bench.people import codes, cookie_of, emails
from tests.end_to_end.processes import wait_until

FEW = 2
SIDES = ("few", "many")
Times = dict[str, list[float]]
"""Milliseconds by side."""


@dataclass
class _Side:
    """A web server, its database and its number of agencies. `cookies`: of the people who are signed in there."""

    address: Address
    database: str
    count: int
    cookies: dict[str, str] = field(default_factory=dict)


class Web:
    """Both sides on one deployment, whose current database has all agencies."""

    def __init__(self, deployment: Deployment, scale: Scale) -> None:
        self._deployment = deployment
        self._scale = scale
        self._round = 0

    def measure(self) -> list[Figure]:
        """Measure both sides in turn."""
        deployment, scale = self._deployment, self._scale
        people = [email for number in range(1, FEW + 1) for email in emails(deployment.agentos, f"acme-{number}")]
        many = deployment.processes.environment["DATABASE_URL"]
        few = f"sqlite:///{deployment.folder / 'two.db'}"
        serve_few(deployment, FEW, few)
        first_reading(deployment, FEW, scale, "worker-few")
        deployment.stop("worker-few")
        sides = {"few": self._start("few", few, FEW), "many": self._start("many", many, scale.agencies)}
        rounds = [self._sign_in(sides, people) for _ in range(scale.sign_in_rounds)]
        times: Times = {side: [ms for each in rounds for ms in each[side]] for side in SIDES}
        email = max(people, key=lambda email: len(_get(sides["few"], email, "contractor/jobs")))
        _get(sides["many"], email, "contractor/jobs")
        jobs = [self._turn(sides, email, "contractor/jobs") for _ in range(scale.turns)]
        sessions = [self._turn(sides, email, "session") for _ in range(scale.turns)]
        deployment.stop(*SIDES)
        return [
            *self._figures("GET jobs", jobs),
            *self._figures("the guard", sessions),
            *self._figures("sign-in", [times]),
        ]

    def _start(self, name: str, database: str, count: int) -> _Side:
        self._deployment.settings({"DATABASE_URL": database})
        serve(self._deployment, count)
        _beat(database)  # before the server reads the heartbeat for the first time
        return _Side(self._deployment.start_web(name, processes=1), database, count)

    def _turn(self, sides: dict[str, _Side], email: str, path: str) -> Times:
        """Return the times of one path. The first requests of each side, which warm it, do not count."""
        _beat(*(side.database for side in sides.values()))
        connections = {name: Connection(side.address) for name, side in sides.items()}
        times: Times = defaultdict(list)
        for number in range(-5, self._scale.asks):
            for name in SIDES if number % 2 else reversed(SIDES):
                data = request("GET", f"/api/{path}", sides[name].cookies[email])
                took, _ = _timed(connections[name], data, 200)
                if number >= 0:
                    times[name].append(took)
        for connection in connections.values():
            connection.close()
        return times

    def _sign_in(self, sides: dict[str, _Side], people: Sequence[str]) -> Times:
        """Sign in everybody on both sides. Return the times of both requests together."""
        self._round += 1
        _beat(*(side.database for side in sides.values()))
        bodies = {email: json.dumps({"email": email}).encode() for email in people}
        asked, answers = _in_turn(sides, dict.fromkeys(SIDES, bodies), "/api/session/code", 204)
        attempts = {
            name: {
                email: cookie_of(answer.head, "portal_attempt")
                for email, answer in zip(people, answers[name], strict=True)
            }
            for name in SIDES
        }
        mailed = {name: self._mailed(name, side, people) for name, side in sides.items()}
        bodies_with_codes = {
            name: {email: json.dumps({"email": email, "code": mailed[name][email]}).encode() for email in people}
            for name in SIDES
        }
        entered, sessions = _in_turn(sides, bodies_with_codes, "/api/session", 201, attempts)
        for name, side in sides.items():
            side.cookies = {email: cookie_of(answer.head) for email, answer in zip(people, sessions[name], strict=True)}
        return {name: [a + b for a, b in zip(asked[name], entered[name], strict=True)] for name in SIDES}

    def _mailed(self, name: str, side: _Side, people: Sequence[str]) -> dict[str, str]:
        """Let a worker mail the codes. Return them."""
        deployment, worker = self._deployment, f"mail-{name}-{self._round}"
        deployment.settings({"DATABASE_URL": side.database})
        serve(deployment, side.count)
        deployment.start_worker(worker)

        def all_codes() -> dict[str, str] | None:
            mailed = codes(deployment, [worker])
            return mailed if set(people) <= set(mailed) else None

        mailed = wait_until("the codes", all_codes, 120)
        deployment.stop(worker)
        return mailed

    @staticmethod
    def _figures(what: str, turns: Sequence[Times]) -> list[Figure]:
        p50s = [{name: percentile(times[name], 0.5) for name in SIDES} for times in turns]
        ratio = median(each["many"] / each["few"] for each in p50s)
        return [
            Figure(f"p50 of {what}, all agencies ÷ two", ratio, "×", at_most=1.1),
            *(Figure(f"p50 of {what}, {name} agencies", median(each[name] for each in p50s), "ms") for name in SIDES),
        ]


def _in_turn(
    sides: dict[str, _Side],
    bodies: dict[str, dict[str, bytes]],
    path: str,
    status: int,
    attempts: dict[str, dict[str, str]] | None = None,
) -> tuple[Times, dict[str, list[Answer]]]:
    """Send a body for each person to both sides in turn. Return the times and the answers, in the people's order."""
    connections = {name: Connection(side.address) for name, side in sides.items()}
    times: Times = defaultdict(list)
    answers: dict[str, list[Answer]] = defaultdict(list)
    for number, email in enumerate(bodies[SIDES[0]]):
        for name in SIDES if number % 2 else reversed(SIDES):
            attempt = attempts[name][email] if attempts else None
            data = request("POST", path, body=bodies[name][email], attempt=attempt)
            took, answer = _timed(connections[name], data, status)
            times[name].append(took)
            answers[name].append(answer)
    for connection in connections.values():
        connection.close()
    return times, answers


def _get(side: _Side, email: str, path: str) -> bytes:
    return ask(side.address, request("GET", f"/api/{path}", side.cookies[email])).body


def _timed(connection: Connection, data: bytes, status: int) -> tuple[float, Answer]:
    """Return the milliseconds until the complete answer, and the answer. Raise RuntimeError for another status."""
    began = time.perf_counter()
    answer = connection.ask(data)
    took = (time.perf_counter() - began) * 1000
    if answer.status != status:
        raise RuntimeError(f"expected {status}: {answer.head!r} {answer.body[:300]!r}")
    return took, answer


def _beat(*urls: str) -> None:
    """Beat in place of the databases' workers, which do not run. Without a heartbeat, answers become stale."""
    for url in urls:
        database = Database(url, SystemClock())
        Heartbeat(database, SystemClock()).beat()
        database.dispose()

"""Notes accepted a second, and kept, while AgentOS is away.

Phones send notes with `Prefer: respond-async`, each under its own key, over 32 connections to two web processes. A note
that is not answered with 202 is sent again under its key, after the answer's Retry-After. First AgentOS hangs (it takes
every call and answers none), then it is away (connections are refused). Then the web server is killed. Every
acknowledged note must be in the ledger, promised. SIGKILL proves that the row was committed; the tests of
`PRAGMA synchronous` prove that a commit is on the disk. For scale: the commits of the same SQLite, one row each.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bench.client import Address, Answer, Connection
from bench.deployment import BOUND, SHORT, SMALL, Deployment, deploy
from bench.figures import Figure
from bench.people import Person, emails, signed_in

CONNECTIONS = 32
PEOPLE = 5 if SHORT else 40
SECONDS = 2.0 if SHORT else 15.0
ALONE_S = 0.5 if SHORT else 2.0
FOREVER_S = 3600.0
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"


@dataclass
class _Accepted:
    """The answers. `keys`: of all answers with 202; `in_time`: the number of those before the end of the time."""

    keys: list[str] = field(default_factory=list)
    in_time: int = 0
    other_answers: list[Answer] = field(default_factory=list)


def measure() -> list[Figure]:
    """Measure acceptances a second, and the notes missing in the ledger."""
    figures, keys = [], list[str]()
    with deploy(sizes=(SIZE,), WRITES_PER_MINUTE="1000000") as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        people = signed_in(deployment, address, emails(deployment.agentos)[:PEOPLE])
        deployment.wait_until_quiet()
        deployment.stop("portal", "worker")
        deployment.settings(BOUND)
        alone = _alone(deployment.folder / "alone.db")
        for when in ("hangs", "is away"):
            if when == "hangs":
                deployment.slow(FOREVER_S)
            else:
                deployment.kill("simulator")
            address = deployment.start_web()
            accepted = _send(address, people, when)
            deployment.kill("portal")
            keys += accepted.keys
            figures += [
                Figure(f"accepted while AgentOS {when}", accepted.in_time / SECONDS, "/s", at_least=100),
                Figure(f"answers other than 202 while it {when}", len(accepted.other_answers)),
            ]
        missing = set(keys) - _promised(deployment)
    return [
        *figures,
        Figure("acknowledged, and not in the ledger after the kill", len(missing), at_most=0),
        Figure("acknowledged", len(keys)),
        Figure("rows that this SQLite commits by itself, one at a time", alone, "/s"),
    ]


def _send(address: Address, people: list[Person], when: str) -> _Accepted:
    """Send notes until the end of the time. Wait for the last answers."""
    accepted, numbers = _Accepted(), count()
    until = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=_phone, args=(address, people, when, numbers, until, accepted))
        for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return accepted


def _phone(
    address: Address, people: list[Person], when: str, numbers: Iterator[int], until: float, accepted: _Accepted
) -> None:
    portal = Connection(address)
    while time.monotonic() < until:
        number = next(numbers)
        person, key = people[number % len(people)], f"{when}-{number}"
        path = f"jobs/{person.jobs[number % len(person.jobs)]}/notes"
        headers = {"Idempotency-Key": key, "Prefer": "respond-async"}
        data = person.send("POST", path, {"note": f"Note {key}"}, **headers)
        while (answer := portal.ask(data)).status != 202 and time.monotonic() < until:
            accepted.other_answers.append(answer)
            time.sleep(float(answer.header("retry-after") or 1))
        if answer.status == 202:
            accepted.keys.append(key)
            accepted.in_time += time.monotonic() < until
    portal.close()


def _promised(deployment: Deployment) -> set[str]:
    """Return the keys of all submissions that will be delivered."""
    with closing(sqlite3.connect(deployment.folder / "portal.db")) as connection:
        query = "SELECT key FROM submissions WHERE promised AND state IN ('waiting', 'sending', 'unconfirmed')"
        return {key for (key,) in connection.execute(query)}


def _alone(database: Path) -> float:
    """Return the rows a second that SQLite alone commits, with the settings of the portal's database."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)")
        rows, began = 0, time.perf_counter()
        while time.perf_counter() < began + ALONE_S:
            connection.execute("INSERT INTO notes (body) VALUES (?)", ["A note of the bench" * 20])
            rows += 1
    return rows / ALONE_S

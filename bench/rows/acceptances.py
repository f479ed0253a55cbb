"""How many notes a second the portal accepts for good while AgentOS is away.

Phones that wish for `Prefer: respond-async` and send note after note, each under a key of its own, over 32 connections
to two web processes; what is not answered with 202 is sent again under its key when the answer says so. First AgentOS
is away (connections are refused), then it hangs (it takes every call and answers none). Then the web server is killed,
and what was acknowledged must be in the ledger, promised: SIGKILL shows no more than that it was committed; that a
commit is on the disk, tests of `PRAGMA synchronous` do. Beside it, what the same SQLite does alone: one row a commit.
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
from bench.estate import BOUND, SHORT, SMALL, Estate, estate
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
    """What was answered. `keys`: of all 202s; `in_time`: how many of them came before the time was up."""

    keys: list[str] = field(default_factory=list)
    in_time: int = 0
    others: list[Answer] = field(default_factory=list)


def measure() -> list[Figure]:
    """Acceptances a second, away and hanging, and how many of them are not in the ledger."""
    figures, keys = [], list[str]()
    with estate(sizes=(SIZE,), WRITES_PER_MINUTE="1000000") as one:
        one.start_worker()
        address = one.start_web()
        people = signed_in(one, address, emails(one.agentos)[:PEOPLE])
        one.wait_until_quiet()
        one.stop("portal", "worker")
        one.settings(BOUND)
        alone = _alone(one.folder / "alone.db")
        for when in ("hangs", "is away"):
            if when == "hangs":
                one.slow(FOREVER_S)
            else:
                one.kill("simulator")
            address = one.start_web()
            found = _send(address, people, when)
            one.kill("portal")
            keys += found.keys
            figures += [
                Figure(f"accepted while AgentOS {when}", found.in_time / SECONDS, "/s", at_least=100),
                Figure(f"answers other than 202 while it {when}", len(found.others)),
            ]
        missing = set(keys) - _promised(one)
    return [
        *figures,
        Figure("acknowledged, and not in the ledger after the kill", len(missing), at_most=0),
        Figure("acknowledged", len(keys)),
        Figure("rows that this SQLite commits by itself, one at a time", alone, "/s"),
    ]


def _send(address: Address, people: list[Person], when: str) -> _Accepted:
    """Note after note until the time is up; those under way then are waited for."""
    found, numbers = _Accepted(), count()
    until = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=_phone, args=(address, people, when, numbers, until, found)) for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _phone(
    address: Address, people: list[Person], when: str, numbers: Iterator[int], until: float, found: _Accepted
) -> None:
    portal = Connection(address)
    while time.monotonic() < until:
        number = next(numbers)
        person, key = people[number % len(people)], f"{when}-{number}"
        path = f"jobs/{person.jobs[number % len(person.jobs)]}/notes"
        headers = {"Idempotency-Key": key, "Prefer": "respond-async"}
        data = person.send("POST", path, {"note": f"Note {key}"}, **headers)
        while (answer := portal.ask(data)).status != 202 and time.monotonic() < until:
            found.others.append(answer)
            time.sleep(float(answer.header("retry-after") or 1))
        if answer.status == 202:
            found.keys.append(key)
            found.in_time += time.monotonic() < until
    portal.close()


def _promised(one: Estate) -> set[str]:
    """The keys of all that will be delivered."""
    with closing(sqlite3.connect(one.folder / "portal.db")) as connection:
        query = "SELECT key FROM submissions WHERE promised AND state IN ('waiting', 'sending', 'unconfirmed')"
        return {key for (key,) in connection.execute(query)}


def _alone(database: Path) -> float:
    """Rows a second that SQLite itself commits, with the settings of the portal's database."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)")
        rows, began = 0, time.perf_counter()
        while time.perf_counter() < began + ALONE_S:
            connection.execute("INSERT INTO notes (body) VALUES (?)", ["A note of the bench" * 20])
            rows += 1
    return rows / ALONE_S

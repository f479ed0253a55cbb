"""What the portal adds to a note beside the calls of AgentOS that it takes.

A note under a key, as a phone sends it, and beside it a peer that makes the same two calls (the job, then the note)
through the same gateway with the same budget, behind the same Flask and gunicorn: no session, no row, no mirror. So all
counts that the portal does for a note, the ledger's rows and fsyncs among it. Each has a web process of its own, over
one database. AgentOS answers at once; its own log says whether both made the same calls.

One note after the other, by turns through the portal and through the peer, to the same jobs. A round's medians are
subtracted, and the median of the rounds counts.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from statistics import median

from bench.client import Address, Connection, request
from bench.estate import SHORT, SMALL, Estate, estate
from bench.figures import Figure
from bench.people import Person, emails, signed_in

ROUNDS = 2 if SHORT else 7
NOTES = 4 if SHORT else 60
"""In a round, through each of the two."""
PEOPLE = 3 if SHORT else 20
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"
Target = tuple[Person, str]
"""Somebody, and one of their jobs."""
Way = Callable[[Target, int], bytes]
"""The request for a note of that number."""


def measure() -> list[Figure]:
    """What is added in the median, and both medians."""
    with estate(sizes=(SIZE,), WRITES_PER_MINUTE="1000000") as one:
        one.start_worker()
        address = one.start_web()
        people = signed_in(one, address, emails(one.agentos)[:PEOPLE])
        one.wait_until_quiet()
        one.stop("portal", "worker")
        ways: dict[Way, Address] = {
            _through_portal: one.start_web("portal", 1),
            _through_peer: one.start_web("peer", 1, "bench.pass_through:app"),
        }
        targets = cycle([(person, job) for person in people for job in person.jobs])
        numbers = count()
        made = _calls_made(one, ways, [next(targets) for _ in range(NOTES)], numbers)
        rounds = [_round(ways, targets, numbers) for _ in range(ROUNDS)]
    portal, peer = (median(each[way] for each in rounds) for way in ways)
    added = [each[_through_portal] - each[_through_peer] for each in rounds]
    return [
        Figure("what the portal adds to a note", median(added), "ms", at_most=15),
        Figure("calls of AgentOS that only one of the two made", _unlike(*made), at_most=0),
        Figure("most that it added in a round", max(added), "ms"),
        Figure("a note through the portal", portal, "ms"),
        Figure("the same calls without it", peer, "ms"),
        Figure("calls of AgentOS a note", len(made[0]) / NOTES),
    ]


def _through_portal(target: Target, number: int) -> bytes:
    (person, job), text = target, f"Note {number} of the bench"
    return person.send("POST", f"jobs/{job}/notes", {"note": text}, **{"Idempotency-Key": f"bench-{number}"})


def _through_peer(target: Target, number: int) -> bytes:
    _, job = target
    return request("POST", f"/jobs/{job}/notes", body=json.dumps({"note": f"Note {number}"}).encode())


def _round(ways: dict[Way, Address], targets: Iterator[Target], numbers: Iterator[int]) -> dict[Way, float]:
    """The median of each way's times, in milliseconds. They take turns at going first."""
    connections = {way: Connection(address) for way, address in ways.items()}
    times: dict[Way, list[float]] = {way: [] for way in ways}
    for turn in range(NOTES):
        target = next(targets)
        for way in list(ways) if turn % 2 else reversed(ways):
            times[way].append(_time(connections[way], way(target, next(numbers))))
    for connection in connections.values():
        connection.close()
    return {way: median(each) for way, each in times.items()}


def _time(connection: Connection, data: bytes) -> float:
    began = time.perf_counter()
    answer = connection.ask(data)
    if answer.status != 201:
        raise RuntimeError(f"{answer.head!r} {answer.body[:300]!r}")
    return (time.perf_counter() - began) * 1000


def _calls_made(
    one: Estate, ways: dict[Way, Address], targets: list[Target], numbers: Iterator[int]
) -> list[list[tuple[str, str]]]:
    """Method and path of every call that each way made for a note to each of these; it warms both up as well."""
    made = []
    for way, address in ways.items():
        one.forget_calls()
        connection = Connection(address)
        for target in targets:
            _time(connection, way(target, next(numbers)))
        connection.close()
        made.append([(call["method"], call["path"]) for call in one.calls()])
    return made


def _unlike(mine: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> int:
    return sum(one != other for one, other in zip(mine, theirs, strict=False)) + abs(len(mine) - len(theirs))

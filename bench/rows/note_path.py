"""The time that the portal adds to a note, beside its calls of AgentOS.

A note is sent under a key, as a phone sends it. A peer makes the same two calls (the job, then the note) through the
same gateway with the same budget, behind the same Flask and gunicorn, but without session, row and mirror. All work of
the portal for a note therefore counts, including the ledger's rows and fsyncs. Each has its own web process, and both
use one database. AgentOS answers at once; its log shows whether both made the same calls.

Notes are sent in turn through the portal and through the peer, to the same jobs. The row subtracts the medians of each
round, and takes the median of the rounds.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from statistics import median

from bench.client import Address, Connection, request
from bench.deployment import SHORT, SMALL, Deployment, deploy
from bench.figures import Figure
from bench.people import Person, emails, signed_in

ROUNDS = 2 if SHORT else 7
NOTES = 4 if SHORT else 60
"""Notes a round, through the portal and through the peer each."""
PEOPLE = 3 if SHORT else 20
SIZE = "acme:5,60,800" if SHORT else f"acme:{SMALL}"
Target = tuple[Person, str]
"""A person, and one of the person's jobs."""
Way = Callable[[Target, int], bytes]
"""Make the request for a note with this number."""


def measure() -> list[Figure]:
    """Measure the added time in the median, and both medians."""
    with deploy(sizes=(SIZE,), WRITES_PER_MINUTE="1000000") as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        people = signed_in(deployment, address, emails(deployment.agentos)[:PEOPLE])
        deployment.wait_until_quiet()
        deployment.stop("portal", "worker")
        ways: dict[Way, Address] = {
            _through_portal: deployment.start_web("portal", 1),
            _through_peer: deployment.start_web("peer", 1, "bench.pass_through:app"),
        }
        targets = cycle([(person, job) for person in people for job in person.jobs])
        numbers = count()
        made = _calls_made(deployment, ways, [next(targets) for _ in range(NOTES)], numbers)
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
    """Return the median of each way's times, in milliseconds. The ways alternate in going first."""
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
    deployment: Deployment, ways: dict[Way, Address], targets: list[Target], numbers: Iterator[int]
) -> list[list[tuple[str, str]]]:
    """Return the method and path of every call that each way makes for a note to each target. This warms up both."""
    made = []
    for way, address in ways.items():
        deployment.forget_calls()
        connection = Connection(address)
        for target in targets:
            _time(connection, way(target, next(numbers)))
        connection.close()
        made.append([(call["method"], call["path"]) for call in deployment.calls()])
    return made


def _unlike(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> int:
    return sum(call != other_call for call, other_call in zip(first, second, strict=False)) + abs(
        len(first) - len(second)
    )

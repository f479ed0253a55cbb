"""Two hosts on one PostgreSQL of a hundred connections serve forty clients.

Each host has a worker and two web processes of eight threads. Each client sends its next
request as soon as it is answered. Meanwhile a note is sent every few seconds, the connections are counted, and each
host is asked whether it is ready.
"""

from __future__ import annotations

import random
import selectors
import time
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text

from bench.background import repeating
from bench.client import Address, Answer, Connection, ask, request
from bench.deployment import BOUND, LIMIT, Deployment, deploy
from bench.figures import Figure
from bench.load import MIX
from bench.many.mirror import observe
from bench.many.scale import Scale
from bench.many.two_workers import postgres
from bench.people import Person, emails, signed_in

MAX_CONNECTIONS = 100
SIZE = "acme:5,200,2000"
SAMPLE_S = 0.25
NOTE_EVERY_S = 4.0
CONNECTIONS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = current_database() "
    "AND pid <> pg_backend_pid()"
)


def measure(scale: Scale) -> list[Figure]:
    """Put the load on both hosts."""
    with (
        postgres(f"max_connections={MAX_CONNECTIONS}") as server,
        server.database("template0") as database,
        deploy(sizes=(SIZE,), DATABASE_URL=database) as deployment,
    ):
        deployment.start_worker()
        address = deployment.start_web()
        people = signed_in(deployment, address, emails(deployment.agentos)[: scale.clients], statements=True)
        deployment.stop("portal", "worker")
        deployment.settings({**BOUND, "WRITES_PER_MINUTE": "1000000"})
        deployment.slow()
        deployment.limit(LIMIT)
        addresses = _start_hosts(deployment)
        samples, notes = _Samples(database, addresses), _Notes(addresses, people)
        with (
            repeating(samples.count, SAMPLE_S),
            repeating(samples.probe, SAMPLE_S),
            repeating(notes.send, NOTE_EVERY_S),
        ):
            answers = _requests(addresses, people, scale)
        limits = deployment.limits()
    not_ready = samples.readiness.total() - samples.readiness[200]
    statuses = Counter(answer.status for answer in (*answers, *notes.answers))
    for answer in [answer for answer in (*answers, *notes.answers) if answer.status >= 400][:5]:
        print(f"  {answer.head!r} {answer.body[:200]!r}")
    return [
        Figure("two hosts: connections to PostgreSQL, most", max(samples.connections), at_most=60),
        Figure("two hosts: readiness probes without an answer of 200", not_ready, at_most=0),
        Figure("two hosts: answers of 500 to requests", statuses[500], at_most=0),
        Figure(
            "two hosts: answers of 4xx or other 5xx",
            sum(statuses[each] for each in statuses if each > 400) - statuses[500],
        ),
        Figure("two hosts: readiness probes", samples.readiness.total()),
        Figure("two hosts: requests answered a second", len(answers) / scale.clients_s, "/s"),
        Figure("two hosts: notes sent", len(notes.answers)),
        Figure(
            "two hosts: answers of 429 or 403 from AgentOS", limits["refused_429"] + limits["refused_403"], at_most=0
        ),
    ]


def _start_hosts(deployment: Deployment) -> list[Address]:
    addresses = []
    for number in (1, 2):
        deployment.start_worker(f"worker-{number}")
        addresses.append(deployment.start_web(f"portal-{number}", processes=2))
    return addresses


def _requests(addresses: Sequence[Address], people: Sequence[Person], scale: Scale) -> list[Answer]:
    """Let each client read from one of the hosts until the time is up. Return all answers."""
    chance = random.Random(17)
    selector, answers = selectors.DefaultSelector(), list[Answer]()
    connections = [Connection(addresses[number % len(addresses)]) for number in range(scale.clients)]
    for connection in connections:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(_read(chance, people))
    until = time.monotonic() + scale.clients_s
    while time.monotonic() < until:
        for key, _ in selector.select(1.0):
            if answer := key.data.received():
                answers.append(answer)
                key.data.send(_read(chance, people))
    selector.close()
    for connection in connections:
        connection.close()
    return answers


def _read(chance: random.Random, people: Sequence[Person]) -> bytes:
    person, label = chance.choice(people), chance.choices(list(MIX), list(MIX.values()))[0]
    return person.get(f"jobs/{chance.choice(person.jobs)}" if label == "job" else label)


class _Notes:
    """Notes, each of the next person to the next host, and their answers."""

    def __init__(self, addresses: Sequence[Address], people: Sequence[Person]) -> None:
        self._addresses = addresses
        self._people = people
        self.answers: list[Answer] = []

    def send(self) -> None:
        """Send the next note."""
        number = len(self.answers)
        person = self._people[number % len(self._people)]
        path = f"jobs/{person.jobs[number % len(person.jobs)]}/notes"
        headers = {"Idempotency-Key": f"note-{number}", "Prefer": "respond-async"}
        data = person.send("POST", path, {"note": f"Note {number}"}, **headers)
        self.answers.append(ask(self._addresses[number % len(self._addresses)], data))


class _Samples:
    """Samples of the connections to the database, and of the readiness of each host."""

    def __init__(self, database: str, addresses: Sequence[Address]) -> None:
        self._engine = observe(database).execution_options(isolation_level="AUTOCOMMIT")
        self._addresses = addresses
        self.connections: list[int] = []
        self.readiness: Counter[int] = Counter()

    def count(self) -> None:
        """Count the connections to the database, without this one."""
        with self._engine.connect() as connection:
            self.connections.append(int(connection.scalar(CONNECTIONS) or 0))

    def probe(self) -> None:
        """Ask each host whether it is ready. A host without an answer counts as status 0."""
        for address in self._addresses:
            try:
                status = ask(address, request("GET", "/health/ready")).status
            except OSError:
                status = 0
            self.readiness[status] += 1

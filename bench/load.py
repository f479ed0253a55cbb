"""The fifty-a-minute load: 20 reads and a tenth of a write a second, by people at random, the same every time."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bench.client import Address, Answer, Due, Sample, ask, scheduled
from bench.people import Person

READS_A_SECOND = 20.0
WRITE_EVERY_S = 10.0
Mix = dict[str, int]
MIX: Mix = {"jobs": 5, "account": 1, "contacts": 1, "statements/pending": 1, "statements/historical": 1, "job": 1}
"""What is looked at, how often beside each other."""


@dataclass
class Load:
    """What became of it."""

    reads: list[Sample] = field(default_factory=list)
    writes: list[tuple[str, Answer]] = field(default_factory=list)
    ages_s: list[tuple[str, float]] = field(default_factory=list)

    @property
    def read_share(self) -> float:
        """Reads answered with 200, per cent."""
        return 100 * sum(one.status == 200 for one in self.reads) / len(self.reads)

    @property
    def write_share(self) -> float:
        """Writes answered with 200 or 201, per cent."""
        return 100 * sum(answer.status in (200, 201) for _, answer in self.writes) / max(1, len(self.writes))

    def faults(self) -> Counter[str]:
        """What was not answered well, and how often."""
        found = Counter(f"{one.label}: {one.status}" for one in self.reads if one.status != 200)
        found.update(f"{what}: {one.status} {one.body[:120]!r}" for what, one in self.writes if one.status >= 300)
        return found

    def ages_of(self, label: str) -> list[float]:
        """How old the answers to one of the reads were when they came, seconds."""
        return [age for what, age in self.ages_s if what == label]


def reads(
    people: Sequence[Person], seconds: float, a_second: float = READS_A_SECOND, *, seed: int = 7, mix: Mix = MIX
) -> list[Due]:
    """The schedule of reads."""
    chance = random.Random(seed)
    due = []
    for number in range(int(seconds * a_second)):
        person = chance.choice(people)
        label = chance.choices(list(mix), list(mix.values()))[0]
        path = f"jobs/{chance.choice(person.jobs)}" if label == "job" else label
        due.append(Due(number / a_second, label, person.get(path)))
    return due


def run(address: Address, people: Sequence[Person], seconds: float, *, write_every_s: float = WRITE_EVERY_S) -> Load:
    """Put the load on one address for that long."""
    load = Load()
    writer = threading.Thread(target=_write, args=(address, people, seconds, write_every_s, load))
    writer.start()
    load.reads = scheduled(address, reads(people, seconds))
    writer.join()
    return load


def with_ages(load: Load) -> Load:
    """The same with `ages_s`, as each answer's `Last-Modified` tells against its `Date`."""
    for one in load.reads:
        if one.answer and one.status == 200 and (read_at := one.answer.header("last-modified")):
            age = _moment(one.answer.header("date") or read_at) - _moment(read_at)
            load.ages_s.append((one.label, age.total_seconds()))
    return load


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)


def _write(address: Address, people: Sequence[Person], seconds: float, every_s: float, load: Load) -> None:
    """Notes, completions and invoices in turn, each by somebody else."""
    began, number = time.monotonic(), 0
    while (due := began + (number + 0.5) * every_s) < began + seconds:
        time.sleep(max(0.0, due - time.monotonic()))
        person = people[number * 7 % len(people)]
        job = person.jobs[number % len(person.jobs)]
        wanted: list[tuple[str, str, dict[str, Any]]] = [
            ("POST", f"jobs/{job}/notes", {"note": f"Note {number} of the bench"}),
            ("PATCH", f"jobs/{job}/complete", {}),
            ("POST", "invoices", _invoice(number, job)),
        ]
        method, path, body = wanted[number % 3]
        load.writes.append((path.replace(job, "{jobId}"), ask(address, person.send(method, path, body))))
        number += 1


def _invoice(number: int, job: str) -> dict[str, Any]:
    return {
        "jobId": job,
        "amount": 120 + number,
        "vat": 20,
        "description": "Work done",
        "invoiceDate": time.strftime("%Y-%m-%d"),
        "invoiceNumber": f"BENCH-{number}",
    }

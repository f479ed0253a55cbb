"""The fifty-a-minute load: 20 reads a second and a write every 10 s, by random people, equal in every run."""

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
"""Paths and their relative frequencies."""


@dataclass
class Load:
    """The results of a load."""

    reads: list[Sample] = field(default_factory=list)
    writes: list[tuple[str, Answer]] = field(default_factory=list)
    ages_s: list[tuple[str, float]] = field(default_factory=list)

    @property
    def read_share(self) -> float:
        """Return the share of reads answered with 200, in per cent."""
        return 100 * sum(sample.status == 200 for sample in self.reads) / len(self.reads)

    @property
    def write_share(self) -> float:
        """Return the share of writes answered with 200 or 201, in per cent."""
        return 100 * sum(answer.status in (200, 201) for _, answer in self.writes) / max(1, len(self.writes))

    def faults(self) -> Counter[str]:
        """Return the failed requests, each with its count."""
        counts = Counter(f"{sample.label}: {sample.status}" for sample in self.reads if sample.status != 200)
        counts.update(
            f"{what}: {answer.status} {answer.body[:120]!r}" for what, answer in self.writes if answer.status >= 300
        )
        return counts

    def ages_of(self, label: str) -> list[float]:
        """Return the ages of the answers to one kind of read, in seconds."""
        return [age for what, age in self.ages_s if what == label]


def reads(
    people: Sequence[Person], seconds: float, a_second: float = READS_A_SECOND, *, seed: int = 7, mix: Mix = MIX
) -> list[Due]:
    """Return the schedule of reads."""
    chance = random.Random(seed)
    due = []
    for number in range(int(seconds * a_second)):
        person = chance.choice(people)
        label = chance.choices(list(mix), list(mix.values()))[0]
        path = f"jobs/{chance.choice(person.jobs)}" if label == "job" else label
        due.append(Due(number / a_second, label, person.get(path)))
    return due


def run(address: Address, people: Sequence[Person], seconds: float, *, write_every_s: float = WRITE_EVERY_S) -> Load:
    """Put the load on one address for `seconds`. Return the results."""
    load = Load()
    writer = threading.Thread(target=_write, args=(address, people, seconds, write_every_s, load))
    writer.start()
    load.reads = scheduled(address, reads(people, seconds))
    writer.join()
    return load


def with_ages(load: Load) -> Load:
    """Add `ages_s` to a load: each answer's `Date` less its `Last-Modified`."""
    for sample in load.reads:
        if sample.answer and sample.status == 200 and (read_at := sample.answer.header("last-modified")):
            age = _time(sample.answer.header("date") or read_at) - _time(read_at)
            load.ages_s.append((sample.label, age.total_seconds()))
    return load


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)


def _write(address: Address, people: Sequence[Person], seconds: float, every_s: float, load: Load) -> None:
    """Send notes, completions and invoices in turn, each by another person."""
    began, number = time.monotonic(), 0
    while (due := began + (number + 0.5) * every_s) < began + seconds:
        time.sleep(max(0.0, due - time.monotonic()))
        person = people[number * 7 % len(people)]
        job = person.jobs[number % len(person.jobs)]
        writes: list[tuple[str, str, dict[str, Any]]] = [
            ("POST", f"jobs/{job}/notes", {"note": f"Note {number} of the bench"}),
            ("PATCH", f"jobs/{job}/complete", {}),
            ("POST", "invoices", _invoice(number, job)),
        ]
        method, path, body = writes[number % 3]
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

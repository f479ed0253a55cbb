"""`python -m tests.simulation`: run many histories on all cores, and print those that break a guarantee."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.simulation.draw import draw
from tests.simulation.history import run
from tests.simulation.shrink import shrink, tell
from tests.simulation.tables import Tables, without_logging

BATCH = 50
MOST_TOLD = 3
IN_MEMORY = Path("/dev/shm")
"""A folder in memory, for SQLite's file."""


@dataclass
class Sum:
    """The sum of some histories' results."""

    histories: int = 0
    writes: int = 0
    calls: int = 0
    raced: int = 0
    raced_doubled: int = 0
    beyond: int = 0
    beyond_doubled: int = 0
    states: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Sum) -> None:
        """Add another sum."""
        self.histories += other.histories
        self.writes += other.writes
        self.calls += other.calls
        self.raced += other.raced
        self.raced_doubled += other.raced_doubled
        self.beyond += other.beyond
        self.beyond_doubled += other.beyond_doubled
        self.states += other.states
        self.failed += other.failed


@contextmanager
def new_tables() -> Iterator[Tables]:
    """Yield tables for histories, and log nothing meanwhile."""
    with without_logging(), TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        yield Tables(Path(folder))


def run_all(seeds: range) -> Sum:
    """Run the histories of some seeds. Return their sum."""
    total = Sum()
    with new_tables() as tables:
        for seed in seeds:
            result = run(draw(seed), tables)
            total.histories += 1
            total.writes += result.writes
            total.calls += result.calls
            total.raced += result.raced
            total.raced_doubled += result.raced and result.doubled > 0
            total.beyond += result.beyond
            total.beyond_doubled += result.beyond and result.doubled > 0
            total.states += result.states
            total.failed += [(seed, violation) for violation in result.violations[:1]]
    return total


def print_history(seed: int, *, small: bool) -> None:
    """Print the history of a seed. With `small`, shrink it first if it breaks a guarantee."""
    with new_tables() as tables:
        plan = draw(seed)
        if small and run(plan, tables).violations:
            plan = shrink(plan, tables)
        tell(plan, run(plan, tables, with_story=True), print)
        print()


def until_broken(seeds: range) -> int:
    """Run histories until one breaks a guarantee. Return 1 then, else 0."""
    with new_tables() as tables:
        for seed in seeds:
            if violations := run(draw(seed), tables).violations:
                print(f"seed {seed}: {violations[0]}")
                return 1
    return 0


def main() -> int:
    """Run the histories of the command line. Return 1 if a guarantee was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--histories", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--story", action="store_true", help="print every history, unshrunk")
    parser.add_argument("--until-broken", action="store_true", help="run one by one, until a promise is broken")
    arguments = parser.parse_args()
    seeds = range(arguments.seed, arguments.seed + arguments.histories)
    if arguments.until_broken:
        return until_broken(seeds)
    if arguments.story:
        for seed in seeds:
            print_history(seed, small=False)
        return 0
    began, total = time.monotonic(), Sum()
    batches = [seeds[start : start + BATCH] for start in range(0, len(seeds), BATCH)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for number, part in enumerate(pool.map(run_all, batches), 1):
            total.add(part)
            if number % 20 == 0:
                print(f"{total.histories} histories, {len(total.failed)} with a broken promise", file=sys.stderr)
    seconds = time.monotonic() - began
    print(f"{total.histories} histories in {seconds:.0f} s: {total.histories / seconds:.0f} a second")
    print(f"{total.writes} writes, {total.calls} calls; states at the end: {dict(total.states)}")
    print(f"senders frozen past their lease before the write: {total.raced}, {total.raced_doubled} of them doubled")
    print(f"histories beyond what page 4 promises: {total.beyond}, {total.beyond_doubled} of them doubled")
    print(f"broken promises: {len(total.failed)}")
    for promise, number in Counter(violation.partition(":")[0] for _, violation in total.failed).items():
        print(f"  {promise}: {number}")
    seen: set[str] = set()
    for seed, violation in total.failed:
        if len(seen) < MOST_TOLD and (promise := violation.partition(":")[0]) not in seen:
            seen.add(promise)
            print()
            print_history(seed, small=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())

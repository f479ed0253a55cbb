"""`python -m tests.simulation`: run many histories on all cores, and print those that break a guarantee."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from tests.simulation.draw import draw
from tests.simulation.history import Result, run
from tests.simulation.shrink import promise_of, shrink, tell
from tests.simulation.tables import Tables, without_logging

BATCH = 200
MOST_TOLD = 3


@contextmanager
def new_tables() -> Iterator[Tables]:
    """Yield tables for histories, and log nothing meanwhile."""
    gc.collect()  # the histories of former tables
    gc.freeze()  # the collector need not look at the modules, which are most objects
    with without_logging():
        yield Tables()
    gc.unfreeze()


def run_all(seeds: range) -> dict[int, Result]:
    """Run the histories of some seeds. Return each result."""
    with new_tables() as tables:
        return {seed: run(draw(seed), tables) for seed in seeds}


def failed(results: dict[int, Result]) -> dict[int, str]:
    """Return the first violation of each history that broke a guarantee."""
    return {seed: result.violations[0] for seed, result in results.items() if result.violations}


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
    arguments = parser.parse_args()
    seeds = range(arguments.seed, arguments.seed + arguments.histories)
    if arguments.story:
        for seed in seeds:
            print_history(seed, small=False)
        return 0
    began, sums, states, broken = time.monotonic(), Counter[str](), Counter[str](), dict[str, list[int]]()
    batches = [seeds[start : start + BATCH] for start in range(0, len(seeds), BATCH)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(run_all, batches):  # a million results would fill the memory, so only sums are kept
            for result in part.values():
                sums.update(all=1, writes=result.writes, calls=result.calls, raced=result.raced, beyond=result.beyond)
                if result.doubled:
                    sums.update({"raced double": result.raced, "beyond double": result.beyond})
                states.update(result.states)
            for seed, violation in failed(part).items():
                broken.setdefault(promise_of(violation), []).append(seed)
            print(f"{sums['all']} histories, {sum(map(len, broken.values()))} with a broken promise", file=sys.stderr)
    seconds = time.monotonic() - began
    print(f"{sums['all']} histories in {seconds:.0f} s: {sums['all'] / seconds:.0f} a second")
    print(f"{sums['writes']} writes, {sums['calls']} calls")
    print(f"states at the end: {dict(states)}")
    print(f"senders frozen past their lease before the write: {sums['raced']}, {sums['raced double']} of them doubled")
    print(f"histories beyond what page 4 promises: {sums['beyond']}, {sums['beyond double']} of them doubled")
    print(f"broken promises: { {promise: len(each) for promise, each in broken.items()} }")
    for seed in [each[0] for each in broken.values()][:MOST_TOLD]:
        print()
        print_history(seed, small=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

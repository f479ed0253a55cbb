"""`python -m tests.chaos`, which is `make chaos`: seeds one after the other, and what came of each."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tests.chaos.checker import FAULTS
from tests.chaos.seed import Result, run

MOST_LINES = 10
"""How many of each fault are shown."""


def main() -> int:
    """Run them; 1 if anything was wrong with any."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("seeds", nargs="+", type=int, metavar="SEED")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--keep", type=Path, help="a folder for databases, logs and answers")
    given = parser.parse_args()
    bad = 0
    for seed in given.seeds:
        keep = given.keep / f"{given.database}-{seed}" if given.keep else None
        result = run(seed, given.submissions, given.database, keep)
        print("\n".join(report(result)), flush=True)
        if not result.verdict.is_good:
            bad += 1
            again = f"make chaos SEEDS={seed} DATABASE={given.database} SUBMISSIONS={given.submissions}"
            print(f"  To see it again: {again}", flush=True)
    return 1 if bad else 0


def report(result: Result) -> list[str]:
    """What came of a seed, in lines."""
    ends = Counter(one.end for one in result.told)
    kinds = Counter(one.piece.kind for one in result.told)
    faults, calls = sum(result.storm["faults"].values()), result.storm["calls"]
    doubts = result.verdict.doubts
    lines = [
        f"seed {result.seed}: {'good' if result.verdict.is_good else 'WRONG'} in {result.seconds:.0f} s, "
        f"{result.drain_s:.0f} s of them until all was still",
        f"  submissions {len(result.told)}: {_listed(kinds)}; acknowledged {sum(one.stands for one in result.told)}; "
        f"answers: {_listed(ends)}; tries {sum(len(one.trail) for one in result.told)}",
        f"  kills {result.kills.total()}: {_listed(result.kills)}; wall clock stepped {result.steps} times",
        f"  faults {faults} of {calls} calls: {_listed(Counter(result.storm['faults']))}; "
        f"beyond AgentOS's own limit {result.refused}",
        f"  {', '.join(f'{name} {len(result.verdict.faults[name])}' for name in FAULTS)}",
        f"  unconfirmed {doubts.total() / max(1, len(result.told)):.2%} ({_listed(doubts) or 'none'}); "
        "there is no list of invoices at harbour, so nobody can look for one there",
    ]
    for name, found in result.verdict.faults.items():
        lines += [f"  {name}: {line}" for line in found[:MOST_LINES]]
        lines += [f"  {name}: and {len(found) - MOST_LINES} more"] if len(found) > MOST_LINES else []
    return lines


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main())

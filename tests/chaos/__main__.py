"""`python -m tests.chaos`, which is `make chaos`: seeds one after the other, and what came of each."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.chaos import figures
from tests.chaos.checker import FAULTS
from tests.chaos.runs import SHORT, WHOLE
from tests.chaos.seed import Result, run

MOST_LINES = 10
"""How many of each fault are shown."""


def main() -> int:
    """Run them; 1 if anything was wrong with any."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("seeds", nargs="+", type=int, metavar="SEED")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--submissions", type=int, default=WHOLE.submissions, help="no more than so many")
    parser.add_argument("--short", action="store_true", help="the run of `make test`")
    parser.add_argument("--keep", type=Path, help="a folder for databases, logs and answers")
    parser.add_argument("--figures", type=Path, help="a file to append the counts of each run to, as JSON")
    given = parser.parse_args()
    bad = 0
    for seed in given.seeds:
        keep = given.keep / f"{given.database}-{seed}" if given.keep else None
        with_ = replace(SHORT if given.short else WHOLE, submissions=given.submissions)
        result = run(seed, with_, given.database, keep)
        print("\n".join(report(result)), flush=True)
        if given.figures:
            figures.append(given.figures, result, given.database)
        if not result.verdict.is_good:
            bad += 1
            again = f"make chaos SEEDS={seed} DATABASE={given.database} SUBMISSIONS={given.submissions}"
            print(f"  To see it again: {again}", flush=True)
    return 1 if bad else 0


def report(result: Result) -> list[str]:
    """What came of a seed, in lines."""
    ends = Counter(one.end if one.state is None else f"{one.end}, then {one.state}" for one in result.told)
    kinds = Counter(one.piece.kind for one in result.told)
    verdict = result.verdict
    lines = [
        f"seed {result.seed}: {'good' if verdict.is_good else 'WRONG'} in {result.seconds:.0f} s, "
        f"{result.drain_s:.0f} s of them until all had ended",
        f"  submissions {len(result.told)}: {_listed(kinds)}; {_listed(ends)}; "
        f"tries {sum(len(one.trail) for one in result.told)}",
        f"  troubles {result.troubles.total()}: {_listed(result.troubles)}",
        f"  {result.faults.total()} of {result.calls} calls failed, in {len(result.faults)} ways; most calls in a "
        f"window {result.most}; beyond AgentOS's own limit {result.refused}",
        f"  {', '.join(f'{name} {len(verdict.faults[name])}' for name in FAULTS)}",
        f"  in review {verdict.reviews.total() / max(1, len(result.told)):.1%} ({_listed(verdict.reviews) or 'none'})",
        *(f"  left out: {words}" for words in result.left_out),
    ]
    for name, found in verdict.faults.items():
        lines += [f"  {name}: {line}" for line in found[:MOST_LINES]]
        lines += [f"  {name}: and {len(found) - MOST_LINES} more"] if len(found) > MOST_LINES else []
    return lines


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main())

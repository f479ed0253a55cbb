"""`python -m tests.chaos`, which is `make chaos`: run seeds in turn, and report each."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.chaos.checker import FAULTS
from tests.chaos.clients import SubmissionReport
from tests.chaos.runs import SHORT, WHOLE
from tests.chaos.seed import Result, run

MOST_LINES = 10
"""The maximum number of lines to print for each fault."""


def main() -> int:
    """Run the seeds. Return 1 if a run had a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("seeds", nargs="+", type=int, metavar="SEED")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--submissions", type=int, default=WHOLE.submissions, help="the most submissions")
    parser.add_argument("--short", action="store_true", help="the run of `make test-all`")
    parser.add_argument("--keep", type=Path, help="a folder for databases, logs and answers")
    arguments = parser.parse_args()
    bad = 0
    for seed in arguments.seeds:
        keep = arguments.keep / f"{arguments.database}-{seed}" if arguments.keep else None
        with_ = replace(SHORT if arguments.short else WHOLE, submissions=arguments.submissions)
        result = run(seed, with_, arguments.database, keep)
        print("\n".join(report(result)), flush=True)
        if not result.verdict.is_good:
            bad += 1
            again = f"make chaos SEEDS={seed} DATABASE={arguments.database} SUBMISSIONS={arguments.submissions}"
            print(f"  To see it again: {again}", flush=True)
    return 1 if bad else 0


def report(result: Result) -> list[str]:
    """Return the report of a seed, as lines."""
    submissions, verdict = result.submissions, result.verdict
    ends = Counter(_end(submission) for submission in submissions)
    kinds = Counter(submission.piece.kind for submission in submissions)
    lines = [
        f"seed {result.seed}: {'good' if verdict.is_good else 'WRONG'} in {result.seconds:.0f} s, "
        f"{result.drain_s:.0f} s of them until all submissions had ended",
        f"  submissions {len(submissions)}: {_listed(kinds)}; {_listed(ends)}; "
        f"tries {sum(len(submission.trail) for submission in submissions)}",
        f"  troubles {result.troubles.total()}: {_listed(result.troubles)}",
        f"  {result.faults.total()} of {result.calls} calls failed, in {len(result.faults)} ways; most calls in a "
        f"window {result.most}; beyond AgentOS's own limit {result.refused}",
        f"  {', '.join(f'{name} {len(verdict.faults[name])}' for name in FAULTS)}",
        f"  in review {verdict.reviews.total() / max(1, len(submissions)):.1%} ({_listed(verdict.reviews) or 'none'})",
        *(f"  left out: {words}" for words in result.left_out),
    ]
    for name, lines_of_fault in verdict.faults.items():
        lines += [f"  {name}: {line}" for line in lines_of_fault[:MOST_LINES]]
        lines += [f"  {name}: and {len(lines_of_fault) - MOST_LINES} more"] if len(lines_of_fault) > MOST_LINES else []
    return lines


def _end(submission: SubmissionReport) -> str:
    return submission.end if submission.state is None else f"{submission.end}, then {submission.state}"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main())

"""The counts of `make chaos` by kind of fault: `python -m tests.chaos.figures FILE` prints a table.

Many faults happen at once, so the cause of an error is unknown. Therefore each error counts against every kind of fault
of its run, and the true figures are no higher.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.chaos.seed import Result

WRONG = {"lost": "lost", "doubled": "doubled", "told wrong": "untrue"}
"""Published names of errors, and their names in the checker."""
EFFECTS = {"at once": "its effect at once", "late": "its effect late", "never": "no effect"}
REFUSALS = ("401", "429", "403", "404", "405", "400", "413", "415", "422")
LISTS = ("list", "notes", "null", "nothing", "stale")


def append(file: Path, result: Result, database: str) -> None:
    """Append one line of JSON."""
    counts = {
        "seed": result.seed,
        "database": database,
        "submissions": len(result.submissions),
        "calls": result.calls,
        "most_calls": result.most,
        "reviews": result.verdict.reviews.total(),
        "faults": result.faults,
        "troubles": result.troubles,
        **{fault: len(result.verdict.faults[fault]) for fault in WRONG.values()},
    }
    with file.open("a", encoding="utf-8") as lines:
        lines.write(f"{json.dumps(counts)}\n")


def table(runs: Iterable[dict[str, Any]]) -> list[str]:
    """Return a Markdown table: for each kind of fault its count, and the errors per thousand."""
    faults: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = {name: Counter() for name in WRONG}
    for run in runs:
        kinds = Counter(run["troubles"])
        for kind, count in run["faults"].items():
            kinds[_family(kind)] += count
        faults += kinds
        for name, against in wrong.items():
            against.update(dict.fromkeys(kinds, run[WRONG[name]]))
    lines = [f"| fault | times | {' | '.join(f'{name} per 1,000' for name in WRONG)} |", f"|---|{'---|' * 4}"]
    for kind, count in sorted(faults.items()):
        rates = (f"{1000 * wrong[name][kind] / count:g}" for name in WRONG)
        lines.append(f"| {kind} | {count} | {' | '.join(rates)} |")
    return lines


def _family(kind: str) -> str:
    """Return the family of a failing call: a hundred kinds are grouped by their effect on the portal."""
    if kind.startswith("read: "):
        name = kind.removeprefix("read: ")
        return "read answered falsely" if name.startswith(LISTS) else "read failed"
    answer, _, effect = kind.rpartition(", ")
    if answer in REFUSALS:
        seen = "write refused or turned away (400 to 429)"
    elif answer in ("reset", "cut", "time-out"):
        seen = "connection of a write lost or timed out"
    elif answer[:1] in "45":
        seen = "write answered with another 4xx or 5xx"
    else:
        seen = "write answered with 3xx, HTML or broken JSON"
    return f"{seen}, {EFFECTS[effect]}"


def main() -> None:
    """Print the table of a file."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    print("\n".join(table(json.loads(line) for line in lines)))


if __name__ == "__main__":
    main()

"""`python -m bench [row …]`: measure rows, by default all. Exit with 1 if a figure misses its bar.

The results are written to results.json and README.md. With BENCH_SHORT set, nothing is written.
"""

from __future__ import annotations

import signal
import sys
import time
import traceback
from dataclasses import replace
from importlib import import_module

from bench import results
from bench.deployment import SHORT
from bench.figures import Figure

ROWS = [
    "fifty_a_minute",
    "fifty_on_postgres",
    "upstream_calls",
    "warm_jobs",
    "big_agency",
    "cold_monday",
    "agentos_hangs",
    "read_once",
    "killed_workers",
    "note_path",
    "acceptances",
    "ten_invoices",
    "lighthouse",
    "long_list",
]


def main(names: list[str]) -> int:
    """Measure the named rows. Return 0 if every figure meets its bar."""
    unknown = [row for row in names if row not in ROWS]
    if unknown:
        print(f"There is no row {', '.join(unknown)}; there are: {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to end."))  # as Ctrl-C: started processes are ended
    below, every = [], list[Figure]()
    began = time.monotonic()
    for row in names or ROWS:
        figures = _measure(row)
        below += [row] if figures is None or any(figure.passed is False for figure in figures) else []
        every += [
            replace(figure, what=f"{row}: {figure.what}") for figure in figures or [] if figure.passed is not None
        ]
    print("\nAll bars:", results.table(every), sep="\n")
    verdict = f"Below a bar: {', '.join(below)}." if below else "Every bar is met."
    print(f"\n{time.monotonic() - began:.0f} s in all. {verdict}")
    return 1 if below else 0


def _measure(row: str) -> list[Figure] | None:
    module = import_module(f"bench.rows.{row}")
    title = (module.__doc__ or "").split("\n")[0].rstrip(".")
    print(f"\n{row}: {title}", flush=True)
    began = time.monotonic()
    try:
        figures: list[Figure] = module.measure()
    except Exception:
        traceback.print_exc()
        return None
    took = time.monotonic() - began
    print(results.table(figures), f"  ({took:.0f} s)", sep="\n", flush=True)
    if not SHORT:
        results.keep(row, title, figures, took, rows=ROWS)
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

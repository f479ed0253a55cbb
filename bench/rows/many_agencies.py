"""A thousand agencies, and one worker or two.

Each agency has 3 branches, 20 contractors and 200 jobs, and a key of its own. AgentOS takes 120 ms a call and refuses
the 51st call of a key in 60 s. It shares the machine with the portal. The parts:

- `fresh`: one worker reads all agencies for the first time. `rest`: then nothing is due.
- `work`: jobs may be 60 s old. Ages are sampled in the database. The peer of the cost per call has few agencies, with a
  shorter age limit: otherwise its few calls would share the cost of an idle worker, and each would seem expensive.
- `big`: the same beside an agency of 200,000 jobs, while the worker fills it in.
- `web`: GET jobs, the guard and sign-in, in turn with a database of two agencies.
- `workers`: PostgreSQL, with one worker, then two. Then one of them is killed (SIGKILL) while it has leases.
- `kills`: fifty kills in fast time, and three in real time, as in `killed_workers`, on PostgreSQL.
- `hosts`: two hosts under forty clients, on a PostgreSQL of a hundred connections.

`python -m bench.rows.many_agencies rest fresh --agencies 30` measures single parts, and keeps no results.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from bench import results
from bench.deployment import SHORT
from bench.figures import Figure
from bench.many import kills, two_hosts, two_workers
from bench.many.one_worker import OneWorker, deployed
from bench.many.scale import BRIEF, FULL, Scale
from bench.many.web import Web

ON_SQLITE = ("fresh", "rest", "work", "big", "web")
"""Parts that share one deployment, in this order."""
ON_POSTGRES: dict[str, Callable[[Scale], list[Figure]]] = {
    "workers": two_workers.measure,
    "kills": kills.measure,
    "hosts": two_hosts.measure,
}
PARTS = (*ON_SQLITE, *ON_POSTGRES)


def measure() -> list[Figure]:
    """Measure all parts."""
    return measured(PARTS, BRIEF if SHORT else FULL)


def measured(parts: Sequence[str], scale: Scale) -> list[Figure]:
    """Measure these parts at this scale."""
    figures: list[Figure] = []
    if chosen := [part for part in ON_SQLITE if part in parts]:
        with deployed(scale) as deployment:
            one_worker, web = OneWorker(deployment, scale), Web(deployment, scale)

            def measure_web() -> list[Figure]:
                one_worker.fill()
                return web.measure()

            measures: dict[str, Callable[[], list[Figure]]] = {
                "fresh": one_worker.fresh,
                "rest": one_worker.rest,
                "work": one_worker.work,
                "big": one_worker.big,
                "web": measure_web,
            }
            for part in chosen:
                figures += _reported(part, measures[part]())
    for part in ON_POSTGRES:
        if part in parts:
            figures += _reported(part, ON_POSTGRES[part](scale))
    return figures


def _reported(part: str, figures: list[Figure]) -> list[Figure]:
    """Print the figures of a part at once, because the whole row takes half an hour. Return them."""
    print(f"  {part}", results.table(figures), sep="\n", flush=True)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the parts of the command line. Return 0 if every figure meets its bar."""
    parser = argparse.ArgumentParser(prog="python -m bench.rows.many_agencies")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    scale = BRIEF if SHORT else FULL
    for field in fields(Scale):
        flag = f"--{field.name.replace('_', '-')}"
        default = getattr(scale, field.name)
        parser.add_argument(flag, type=type(default), default=default, metavar=str(default))
    options = vars(parser.parse_args(arguments))
    parts = options.pop("parts") or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
    figures = measured(parts, replace(scale, **options))
    return 1 if any(figure.passed is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())

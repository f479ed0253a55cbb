"""Lighthouse's marks for a first visit, as a phone in the middle of the market on slow 4G.

Lighthouse itself, with the defaults of its makers: mobile, slow 4G and a processor of a quarter, both simulated, which
means that it works them out from what it saw without. Its marks for speed still hang on the machine, for it multiplies
the time that scripts took here: so each screen is visited by turns and the median counts, as its makers advise, and its
own index of the machine is told beside it (a common computer has 1,000 or more; what is measured far below is the
machine's and not the app's). Nothing is kept from one visit to the next.
"""

from __future__ import annotations

from statistics import median
from typing import Any

from bench.estate import SHORT, estate
from bench.figures import Figure
from bench.people import emails, signed_in
from tests.web.measured import faults, report

ROUNDS = 1 if SHORT else 5
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100}


def measure() -> list[Figure]:
    """The marks of each screen: for speed in the median, else the lowest."""
    with estate(sizes=("acme:5,60,800",)) as one:
        one.start_worker()
        address = one.start_web()
        (person,) = signed_in(one, address, emails(one.agentos)[:20])[:1]
        url = f"http://{address[0]}:{address[1]}"
        screens = {
            "sign in": ("/", None),
            "jobs": ("/jobs", person.cookie),
            "a job": (f"/jobs/{person.jobs[0]}", person.cookie),
        }
        found: dict[str, list[Any]] = {screen: [] for screen in screens}
        for _ in range(ROUNDS):
            for screen, (path, cookie) in screens.items():
                found[screen].append(report(url + path, cookie, [*BARS], one.folder))
    for screen, reports in found.items():
        print(f"  {screen}: {faults(reports[-1])}")
    marks = [
        Figure(f"{screen}: {category}", _mark(reports, category), at_least=bar)
        for screen, reports in found.items()
        for category, bar in BARS.items()
    ]
    every = [one for reports in found.values() for one in reports]
    return [
        *marks,
        *(Figure(f"{screen}: largest paint", median(map(_largest_paint, found[screen])), "ms") for screen in found),
        Figure("visits of each", ROUNDS),
        Figure("index of the machine", median(one["environment"]["benchmarkIndex"] for one in every)),
    ]


def _mark(reports: list[Any], category: str) -> float:
    marks = [100 * float(one["categories"][category]["score"]) for one in reports]
    return median(marks) if category == "performance" else min(marks)


def _largest_paint(one: Any) -> float:
    return float(one["audits"]["largest-contentful-paint"]["numericValue"])

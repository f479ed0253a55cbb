"""Lighthouse's scores for a first visit, as a phone in the middle of the market on slow 4G.

Lighthouse runs with its defaults: mobile, slow 4G and a processor slowed to a quarter. Both are simulated: Lighthouse
calculates them from an unthrottled visit. Its scores for speed still depend on the machine, because it multiplies the
time of scripts. Therefore the screens are visited in turn and the median counts, as Lighthouse's makers advise. Its
index of the machine is printed as well (a common computer has 1,000 or more; far below that, the scores measure the
machine and not the app). No data is kept between visits. There is no proxy, which would compress the API's JSON.
"""

from __future__ import annotations

from statistics import median
from typing import Any

from bench.deployment import SHORT, deploy
from bench.figures import Figure
from bench.people import emails, signed_in
from tests.web.measured import faults, report

ROUNDS = 1 if SHORT else 5
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100}


def measure() -> list[Figure]:
    """Return the scores of each screen: the median for speed, else the lowest."""
    with deploy(sizes=("acme:5,60,800",)) as deployment:
        deployment.start_worker()
        address = deployment.start_web()
        (person,) = signed_in(deployment, address, emails(deployment.agentos)[:20])[:1]
        url = f"http://{address[0]}:{address[1]}"
        screens = {
            "sign in": ("/", None),
            "jobs": ("/jobs", person.cookie),
            "a job": (f"/jobs/{person.jobs[0]}", person.cookie),
        }
        reports_of: dict[str, list[Any]] = {screen: [] for screen in screens}
        for _ in range(ROUNDS):
            for screen, (path, cookie) in screens.items():
                reports_of[screen].append(report(url + path, cookie, [*BARS], deployment.folder))
    for screen, reports in reports_of.items():
        print(f"  {screen}: {faults(reports[-1])}")
    marks = [
        Figure(f"{screen}: {category}", _mark(reports, category), at_least=bar)
        for screen, reports in reports_of.items()
        for category, bar in BARS.items()
    ]
    visits = [visit for reports in reports_of.values() for visit in reports]
    return [
        *marks,
        *(
            Figure(f"{screen}: largest paint", median(map(_largest_paint, reports_of[screen])), "ms")
            for screen in reports_of
        ),
        Figure("visits of each", ROUNDS),
        Figure("index of the machine", median(visit["environment"]["benchmarkIndex"] for visit in visits)),
    ]


def _mark(reports: list[Any], category: str) -> float:
    marks = [100 * float(visit["categories"][category]["score"]) for visit in reports]
    return median(marks) if category == "performance" else min(marks)


def _largest_paint(visit: Any) -> float:
    return float(visit["audits"]["largest-contentful-paint"]["numericValue"])

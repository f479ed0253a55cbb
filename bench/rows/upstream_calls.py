"""The calls of AgentOS do not depend on the number of people who look.

The row counts calls for branches, contractors, staff and jobs while 20, then 200, then 600 people look, each about once
in ten seconds. Ages, the budget's window and AgentOS's own limit are a tenth of the real ones, by configuration alone,
so many complete refreshes fit into a minute. The lists contain notes and addresses. A list's pace is the time between
the beginnings of its first and its last reading, so the ends of a window make no difference.

Statements have no call for all contractors at once: each person needs two lists, read with the slots that are left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from bench import load
from bench.client import Sample, scheduled
from bench.deployment import DELAY_S, LIMIT, SHORT, Deployment, deploy
from bench.figures import Figure, percentile
from bench.load import Load, with_ages
from bench.people import emails, signed_in

TENTH = 10.0
LOOKING = (5, 20) if SHORT else (20, 200, 600)
SECONDS = 15.0 if SHORT else 60.0
SETTLE_S = 6.0
SIZE = "acme:5,60,800" if SHORT else "acme:5,640,8000"  # at least 600 of the 640 can sign in
AGES = {"AGE_JOBS_S": "6", "AGE_ACCOUNT_S": "18", "AGE_CONTACTS_S": "18", "AGE_STATEMENTS_S": "360"}
BUDGET = {"AGENTOS_BUDGET": "45", "AGENTOS_BUDGET_WINDOW_S": "6", "AGENTOS_REST_S": "6"}
KINDS = re.compile(
    r"(company/branches|contacts/contractors/[^/]+|jobs/(?!statusTypes)[^/]+)/(\d+)/\d+$|(contacts/staff/[^/]+)$"
)
"""Paths of branches, contractors, jobs (which list, from which row) and staff."""


def measure() -> list[Figure]:
    """Measure on SQLite, the portal's default."""
    with deploy(sizes=(SIZE, "--plain")) as deployment:
        return measured(deployment)


def measured(deployment: Deployment, looking: tuple[int, ...] = LOOKING) -> list[Figure]:
    """Count the calls for each number of people, on a prepared deployment."""
    deployment.start_worker()
    address = deployment.start_web()
    people = signed_in(deployment, address, emails(deployment.agentos)[: max(looking)], statements=True)
    deployment.stop("portal", "worker")
    deployment.settings({**AGES, **BUDGET})
    deployment.slow(DELAY_S / TENTH)
    deployment.limit(LIMIT, 60 / TENTH)
    deployment.start_worker()
    address = deployment.start_web()
    windows, beside = [], []
    for count in looking:
        crowd = people[:count]
        scheduled(address, load.reads(crowd, SETTLE_S, max(2.0, len(crowd) / 10)))
        deployment.forget_calls()
        answers = scheduled(address, load.reads(crowd, SECONDS, max(2.0, len(crowd) / 10)))
        windows.append(_calls(deployment.calls()))
        beside += _beside(len(crowd), answers, windows[-1], len(deployment.calls()))
    limits = deployment.limits()
    first = windows[0]
    most = max(abs(window - first) / first for window in windows[1:])
    return [
        Figure("calls with more people looking: most that differs", 100 * most, "%", at_most=max(5.0, 300 / first)),
        Figure("answers of 429 or 403 from AgentOS then", limits["refused_429"] + limits["refused_403"], at_most=0),
        *beside,
    ]


def _calls(log: list[dict[str, Any]]) -> float:
    """Return the calls for the four kinds in `SECONDS`, at the pace of complete readings."""
    pages: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for call in log:
        if call["method"] == "GET" and (match := KINDS.search(call["path"])):
            pages[match[1] or match[3]].append((int(match[2] or 0), call["at"]))
    total = 0.0
    for seen in pages.values():
        begun = [at for offset, at in seen if offset == 0]
        if len(begun) > 2:
            whole = [page for page in seen if begun[0] <= page[1] < begun[-1]]
            total += len(whole) * SECONDS / (begun[-1] - begun[0])
        else:
            total += len(seen)
    return total


def _beside(looking: int, answers: list[Sample], calls: float, all_calls: int) -> list[Figure]:
    result = with_ages(Load(reads=answers))
    ages = result.ages_of("statements/pending") + result.ages_of("statements/historical")
    return [
        Figure(f"{looking} people looking: calls for branches, contractors, staff and jobs", calls),
        Figure(f"{looking} people looking: all calls", all_calls),
        Figure(f"{looking} people looking: reads answered well", result.read_share, "%"),
        Figure(f"{looking} people looking: p95 of the age of statements, in life", TENTH * percentile(ages, 0.95), "s"),
    ]

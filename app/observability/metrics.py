"""What is counted for Prometheus: events of the log, one source for both.

Each process counts into files of its own in one folder (`prometheus_client`'s multi-process mode), which
`metrics_files` adds up. prometheus_client is imported only where something is counted.
"""

import contextlib
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from structlog.typing import EventDict, Processor

Observe = Callable[[EventDict], None]


class Measure(NamedTuple):
    """One metric: a histogram of the field `value` of these `events`, or without `value` a count of them.

    Labels are fields of the event by their own names, None being `none`; fields in milliseconds are told in seconds.
    """

    name: str
    help: str
    events: tuple[str, ...]
    labels: tuple[str, ...]
    value: str = ""
    buckets: tuple[float, ...] = ()


# No label may hold a path, an id or anything of a person's: each of their values is a series, kept for good.
MEASURES = (
    Measure(
        "portal_request_duration_seconds",
        "From a request's arrival to its answer, by the route's rule.",
        ("request",),
        ("method", "rule", "status"),
        "milliseconds",
        (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
    ),
    Measure(
        "portal_agentos_attempt_duration_seconds",
        "Attempts at calls of AgentOS, by what became of them.",
        ("agentos_call",),
        ("agency", "operation", "error"),
        "milliseconds",
        (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120),
    ),
    Measure(
        "portal_budget_wait_duration_seconds",
        "How long a slot of the budget was waited for, whether one came or not.",
        ("agentos_call", "agentos_not_asked"),
        ("agency", "asker"),
        "waited_milliseconds",
        (0.01, 0.1, 0.5, 1, 2, 3),
    ),
    Measure(
        "portal_budget_refusals_total",
        "Calls of AgentOS that were not made: Busy, no slot in time; RateLimited, the key rests; OperationRests.",
        ("agentos_not_asked",),
        ("agency", "asker", "error"),
    ),
    Measure(
        "portal_budget_rests_total",
        "Rests of the agency's whole key, by the status of AgentOS that asked for it.",
        ("agentos_rests",),
        ("agency", "status"),
    ),
    Measure(
        "portal_lease_takeovers_total",
        "Collections whose refresher was not heard of for the length of its lease.",
        ("lease_taken_over",),
        ("agency", "kind"),
    ),
    Measure(
        "portal_refresh_changed_rows",
        "Rows a refresh wrote or deleted.",
        ("refreshed",),
        ("agency", "kind"),
        "changed",
        (0, 1, 10, 100, 1_000, 10_000, 100_000),
    ),
)


def counting(folder: Path) -> Processor:
    """What counts events as they pass, into files in `folder`. Raises OSError if that cannot be made."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # read when prometheus_client is imported, and later
    observers: dict[str, list[Observe]] = defaultdict(list)
    for measure in MEASURES:
        observe = _observer(measure)
        for event in measure.events:
            observers[event].append(observe)
    found = observers.get

    def count(_logger: object, _method: str, event: EventDict) -> EventDict:
        for observe in found(event["event"], ()):
            with contextlib.suppress(OSError):  # a count that cannot be kept must not fail what is counted
                observe(event)
        return event

    return count


def _observer(measure: Measure) -> Observe:
    from prometheus_client import CollectorRegistry, Counter, Histogram

    about = (measure.name, measure.help, measure.labels)
    alone = CollectorRegistry()  # what is told is read from the files, so nothing may tell it from here too

    def values(event: EventDict) -> list[object]:
        return ["none" if (value := event[name]) is None else value for name in measure.labels]

    if not measure.value:
        counter = Counter(*about, registry=alone)
        return lambda event: counter.labels(*values(event)).inc()
    histogram = Histogram(*about, registry=alone, buckets=measure.buckets)
    unit = 1_000 if measure.value.endswith("milliseconds") else 1
    return lambda event: histogram.labels(*values(event)).observe(event[measure.value] / unit)

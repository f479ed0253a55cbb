"""Metrics for Prometheus, counted from log events, so that logs and metrics agree.

prometheus_client's multiprocess mode: each process counts into its own files, in the folder of its service (`web`,
`worker-1`, …) below METRICS_DIR. A service empties its folder when it starts. `app/health/metrics_server.py` adds the
files up. prometheus_client is imported only if metrics are enabled.
"""

import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import structlog
from structlog.typing import EventDict, Processor

Observe = Callable[[EventDict], None]
FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
"""prometheus_client reads it when it is imported, and later."""
log = structlog.get_logger("metrics")


class Measure(NamedTuple):
    """A metric: a histogram of the field `value` of these `events` or, without `value`, the number of events.

    Labels are fields of the event; None becomes `none`. `value` is in milliseconds, the histogram in seconds.
    """

    name: str
    help: str
    events: tuple[str, ...]
    labels: tuple[str, ...]
    value: str = ""
    buckets: tuple[float, ...] = ()


# No label may contain a path, an id or personal data: each value of a label is a series that is stored forever. A
# histogram has no agency, because a thousand agencies would have a series for each bucket.
MEASURES = (
    Measure(
        "portal_request_duration_seconds",
        "Time from a request's arrival to its response, by the route's rule.",
        ("request",),
        ("method", "rule", "status"),
        "milliseconds",
        (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
    ),
    Measure(
        "portal_agentos_attempt_duration_seconds",
        "Attempts to call AgentOS, by outcome.",
        ("agentos_call",),
        ("operation", "error"),
        "milliseconds",
        (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120),
    ),
    Measure(
        "portal_budget_wait_duration_seconds",
        "Time of waiting for a slot of the budget, also if none came free.",
        ("agentos_call", "agentos_not_asked"),
        ("asker",),
        "waited_milliseconds",
        (0.01, 0.1, 0.5, 1, 2, 3),
    ),
    Measure(
        "portal_budget_refusals_total",
        "Calls to AgentOS that were not made: Busy, no slot in time; RateLimited, the key rests; OperationRests.",
        ("agentos_not_asked",),
        ("agency", "asker", "error"),
    ),
    Measure(
        "portal_emails_total",
        "E-mails by kind (code, office, new device …) and outcome: sent, failed, or refused for their address.",
        ("email",),
        ("kind", "outcome"),
    ),
    Measure("portal_sign_ins_total", "Tries to sign in, in any way, by outcome.", ("sign_in",), ("outcome",)),
    Measure(
        "portal_sign_in_slowdowns_total",
        "Minutes in which tries were slowed down, because too many of them failed over all addresses.",
        ("too_many_failed_sign_ins",),
        (),
    ),
)


def counting(folder: Path) -> Processor:
    """Return a processor that counts events into files in `folder`, which must exist.

    A failure to count does not fail the event.
    """
    os.environ[FOLDER_VARIABLE] = str(folder)
    observers: dict[str, list[Observe]] = defaultdict(list)
    for measure in MEASURES:
        observe = _observer(measure)
        for event in measure.events:
            observers[event].append(observe)

    def count(_logger: object, _method: str, event: EventDict) -> EventDict:
        for observe in observers.get(event["event"], ()):
            try:
                observe(event)
            except Exception as error:
                log.exception("not_counted", of=event["event"], exc_info=error)
        return event

    return count


def _observer(measure: Measure) -> Observe:
    from prometheus_client import CollectorRegistry, Counter, Histogram

    names = (measure.name, measure.help, measure.labels)
    registry = CollectorRegistry()  # never collected: the worker reads the files

    def child(metric: Any, event: EventDict) -> Any:
        values = [event[name] or "none" for name in measure.labels]
        return metric.labels(*values) if values else metric  # `labels()` would raise ValueError

    if not measure.value:
        counter = Counter(*names, registry=registry)
        return lambda event: child(counter, event).inc()
    histogram = Histogram(*names, registry=registry, buckets=measure.buckets)
    return lambda event: child(histogram, event).observe(event[measure.value] / 1_000)

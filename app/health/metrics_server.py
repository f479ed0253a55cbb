"""The metrics for Prometheus, which the worker serves: the counts of all services on this host, and gauges.

A gauge whose name begins with `portal_installation_` is from the database, so each host serves the same value.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, Metric, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from app.domain.private_folder import empty_private_folder
from app.domain.version import VERSION
from app.health.host import disks, look
from app.health.installation import Installation, read_installation
from app.services import Services
from app.store import migrations


def counts(folder: Path) -> Iterable[Metric]:
    """Return each metric of the services on this host that has a count, from the files below a folder."""
    metrics: Iterable[Metric] = MultiProcessCollector.merge(map(str, folder.glob("*/*.db")))
    return metrics


class HostMetrics(Collector):
    """The metrics that the worker serves, read at each request from Prometheus."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def collect(self) -> Iterable[Metric]:
        """Yield the counts and the gauges."""
        yield from counts(self._services.config.metrics_dir)
        yield from installation_gauges(self._services)
        yield from host_gauges(self._services)


def host_gauges(services: Services) -> list[Metric]:
    """Return the gauges of this host alone."""
    web_server = look(services.config.bind)
    info = _gauge("portal_info", "1, with the versions of the portal and its tables.", "version", "revision")
    degraded = _gauge("portal_degraded", "1 for each fault that a ready web server reports.", "reason")
    free = _gauge("portal_disk_free_bytes", "Free bytes on the disk of a folder that the portal writes.", "folder")
    total = _gauge("portal_disk_total_bytes", "All bytes of that disk.", "folder")
    info.add_metric([VERSION, migrations.newest()], 1)
    for reason in web_server.faults:
        degraded.add_metric([reason], 1)
    for disk in disks(services.config):
        free.add_metric([disk.folder], disk.free)
        total.add_metric([disk.folder], disk.total)
    return [
        info,
        _gauge(
            "portal_ready",
            "1 if the web server of this host is ready for traffic, else 0.",
            value=web_server.is_ready,
        ),
        degraded,
        free,
        total,
    ]


def installation_gauges(services: Services) -> list[Metric]:
    """Return whether this host can read the database and, if it can, the gauges that are the same on every host."""
    gauges: list[Metric] = []
    with suppress(SQLAlchemyError):
        state = read_installation(services)
        gauges = [*_of_installation(state), *_of_agencies(state)]
    return [_gauge("portal_database_up", "1 if this host can read the database, else 0.", value=bool(gauges)), *gauges]


def _of_installation(state: Installation) -> list[Metric]:
    emails = _shared("emails_waiting", "Other e-mails that are due and not sent.", "kind")
    for kind, number in state.emails_waiting.items():
        emails.add_metric([kind], number)
    return [
        _shared(
            "worker_alive", "1 if a worker had a heartbeat within two minutes, else 0.", value=state.worker_is_alive
        ),
        _shared(
            "backup_age_seconds",
            "Seconds since the last backup began; without a backup, the seconds for which a worker has run.",
            value=state.backup_age_s,
        ),
        _shared(
            "sign_in_addresses",
            "E-mail addresses for which a code was requested or a sign-in failed within the last five minutes.",
            value=state.sign_in_addresses,
        ),
        _shared("codes_waiting", "Requests for a sign-in code that no worker has handled.", value=state.codes_waiting),
        _shared(
            "oldest_code_seconds",
            "Seconds since the oldest of them was made; 0 without one.",
            value=state.oldest_code_s,
        ),
        emails,
        _shared("host_faults", "Differences, wrong clocks and warnings of processes.", value=len(state.host_faults)),
    ]


def _of_agencies(state: Installation) -> list[Metric]:
    by_kind, by_state = ("agency", "kind"), ("agency", "kind", "state")
    age = _shared(
        "collection_age_seconds",
        "Seconds since the last fetch (complete or partial) of the agency's oldest collection of the kind began.",
        *by_kind,
    )
    late = _shared("collections_late", "1 if one of them is missing or much too old, else 0.", *by_kind)
    used = _shared("budget_slots_used", "Slots of the budget in use.", "agency", "asker")
    slots = _shared("budget_slots", "All slots of the budget.", "agency")
    rest = _shared("budget_rest_seconds", "Seconds until the agency's key may be used again.", "agency")
    refused = _shared("key_refused", "The number of operations for which AgentOS refuses the key.", "agency")
    open_ = _shared("submissions_open", "Submissions that have not ended.", *by_state)
    waits = _shared("submissions_oldest_seconds", "Seconds since the oldest was accepted.", *by_state)
    for name, agency in state.agencies.items():
        used.add_metric([name, "person"], agency.usage.people)
        used.add_metric([name, "worker"], agency.usage.worker)
        slots.add_metric([name], agency.slots)
        rest.add_metric([name], agency.usage.rest_s)
        refused.add_metric([name], len(agency.refused))
        for fetches in agency.fetches:
            late.add_metric([name, fetches.kind], fetches.is_late)
            if fetches.age_s is not None:
                age.add_metric([name, fetches.kind], fetches.age_s)
        for row in agency.submissions:
            open_.add_metric([name, row.kind, row.state], row.number)
            waits.add_metric([name, row.kind, row.state], row.oldest_s)
    return [age, late, used, slots, rest, refused, open_, waits]


def start(services: Services, folder: Path) -> WSGIServer:
    """Serve metrics at METRICS_BIND in a thread. Return the server. Raise OSError or OverflowError.

    `folder`: the counts of this worker, which begin empty. Nobody else uses the folder if the address is free. No
    metric is served before, because Prometheus would add the counts of the former worker to those of this one.
    """
    registry = CollectorRegistry()
    host, _, port = services.config.metrics_bind.rpartition(":")
    server, _ = start_http_server(int(port), host.strip("[]"), registry)
    empty_private_folder(folder)
    registry.register(HostMetrics(services))
    return server


def _gauge(name: str, description: str, *labels: str, value: float | None = None) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, description, value, labels or None)


def _shared(name: str, description: str, *labels: str, value: float | None = None) -> GaugeMetricFamily:
    description += " The same on all hosts: do not sum them."
    return _gauge(f"portal_installation_{name}", description, *labels, value=value)

"""The metrics for Prometheus: the counts of all processes on this machine, and gauges from the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import structlog
from prometheus_client import CollectorRegistry, Metric, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from app.mirror.mirror import NEVER_READ
from app.mirror.schedule import scheduled_collections
from app.observability.exceptions import error_name
from app.observability.metrics_files import SummedCounts

if TYPE_CHECKING:
    from app.domain.agency import Agency
    from app.services import Services

log = structlog.get_logger("metrics")


class Gauges(Collector):
    """Gauges that are read at each request from Prometheus."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def collect(self) -> Iterable[Metric]:
        """Return the gauges of the worker and of every agency, or none if the database cannot be read."""
        age = _gauge(
            "portal_collection_age_seconds",
            "Seconds since the last fetch (complete or partial) of the agency's oldest collection of the kind began.",
            "kind",
        )
        unread = _gauge("portal_collections_unread", "Collections to refresh that have never been fetched.", "kind")
        used = _gauge("portal_budget_slots_used", "Slots of the budget in use.", "asker")
        slots = _gauge("portal_budget_slots", "All slots of the budget.")
        rest = _gauge("portal_budget_rest_seconds", "Seconds until the agency's key may be used again.")
        open_ = _gauge("portal_submissions_open", "Submissions that have not ended.", "kind", "state")
        waits = _gauge("portal_submissions_oldest_seconds", "Seconds since the oldest was accepted.", "kind", "state")
        silent = GaugeMetricFamily(
            "portal_worker_heartbeat_age_seconds", "Seconds since a worker's last heartbeat, or since the start."
        )
        alive = GaugeMetricFamily("portal_worker_alive", "1 if a worker had a heartbeat within two minutes, else 0.")
        try:
            silent.add_metric([], self._services.heartbeat.silent_s())
            alive.add_metric([], self._services.heartbeat.is_alive())
            for name, agency in self._services.config.agencies.items():
                self._add_collections(agency, age, unread)
                for caller, number in zip(("person", "worker"), self._services.budget.in_use(agency), strict=True):
                    used.add_metric([name, caller], number)
                slots.add_metric([name], agency.budget)
                rest.add_metric([name], self._services.budget.resting(agency))
                for what, state, number, oldest in self._services.ledger.count_unsettled(name):
                    open_.add_metric([name, what, state], number)
                    waits.add_metric([name, what, state], (self._services.clock.now() - oldest).total_seconds())
        except SQLAlchemyError as error:
            log.warning("metrics_without_the_database", error=error_name(error))
            return []
        return [silent, alive, age, unread, used, slots, rest, open_, waits]

    def _add_collections(self, agency: Agency, age: GaugeMetricFamily, unread: GaugeMetricFamily) -> None:
        mirror, now = self._services.mirror, self._services.clock.now()
        states = mirror.all_states(agency.short_name)
        times: dict[str, list[datetime | None]] = defaultdict(list)
        for collection in scheduled_collections(mirror, agency, now):
            times[collection.kind].append(states.get(collection, NEVER_READ).read_at)
        for kind, read_at in times.items():
            unread.add_metric([agency.short_name, kind], read_at.count(None))
            if known := [moment for moment in read_at if moment]:
                age.add_metric([agency.short_name, kind], (now - min(now, *known)).total_seconds())


def start(services: Services) -> tuple[int, Callable[[], None]]:
    """Serve metrics at METRICS_BIND in a thread. Return the port and a function that stops it. Raise OSError."""
    registry = CollectorRegistry()
    registry.register(SummedCounts(services.config.metrics_dir))
    registry.register(Gauges(services))
    host, _, port = services.config.metrics_bind.rpartition(":")
    server, thread = start_http_server(int(port), host.strip("[]"), registry)

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return server.server_port, end


def _gauge(name: str, description: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, description, labels=["agency", *labels])

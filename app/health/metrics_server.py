"""The metrics for Prometheus: the counts of all processes on this machine, and gauges from the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from prometheus_client import CollectorRegistry, Metric, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from app.audit.entries import count_addresses
from app.mirror.overview import fetch_times
from app.observability.exceptions import error_name
from app.observability.metrics_files import SummedCounts

if TYPE_CHECKING:
    from app.services import Services

TRIED_WITHIN = timedelta(minutes=5)
"""Longer than Prometheus waits between two requests, so it sees each attack."""

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
        tried = GaugeMetricFamily(
            "portal_sign_in_addresses",
            "E-mail addresses for which a code was requested or a sign-in failed within the last five minutes.",
        )
        alive = GaugeMetricFamily("portal_worker_alive", "1 if a worker had a heartbeat within two minutes, else 0.")
        agencies, now = self._services.config.agencies, self._services.clock.now()
        try:
            silent.add_metric([], self._services.heartbeat.silent_s())
            alive.add_metric([], self._services.heartbeat.is_alive())
            tried.add_metric([], count_addresses(self._services.database, now - TRIED_WITHIN))
            for times in fetch_times(self._services.mirror, agencies.values(), now):
                unread.add_metric([times.agency, times.kind], times.unread)
                if times.oldest:
                    age.add_metric([times.agency, times.kind], max(0.0, (now - times.oldest).total_seconds()))
            for name, use in self._services.budget.usage(agencies.values()).items():
                used.add_metric([name, "person"], use.people)
                used.add_metric([name, "worker"], use.worker)
                slots.add_metric([name], agencies[name].budget)
                rest.add_metric([name], use.rest_s)
            for name, what, state, number, oldest in self._services.ledger.count_unsettled():
                if name in agencies:
                    open_.add_metric([name, what, state], number)
                    waits.add_metric([name, what, state], (now - oldest).total_seconds())
        except SQLAlchemyError as error:
            log.warning("metrics_without_the_database", error=error_name(error))
            return []
        return [silent, alive, tried, age, unread, used, slots, rest, open_, waits]


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

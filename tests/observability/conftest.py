"""A portal with metrics."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prometheus_client import values

from app.health import metrics_server
from app.observability import logging, metrics
from tests.observability.metrics_page import MetricsPage
from tests.portal_server import PortalServer
from tests.production.proxy import free_port


@pytest.fixture
def portal_with_metrics(
    build: Callable[..., PortalServer], portal_server: PortalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[PortalServer, MetricsPage]]:
    """Yield a portal with a test clock and its metrics page.

    prometheus_client chooses at its import whether it counts into files, before any test has a folder.
    """
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    monkeypatch.setattr(values, "ValueClass", values.MultiProcessValue())
    bind = f"127.0.0.1:{free_port()}"  # nothing serves there
    counting = build(BIND=bind, METRICS_BIND="127.0.0.1:0", METRICS_DIR=tmp_path / "counts")
    folder = tmp_path / "counts" / "web"
    folder.mkdir(parents=True)
    logging.configure("INFO", readable=True, count=metrics.counting(folder))
    with metrics_server.start(counting.services, tmp_path / "counts" / "worker-1") as server:
        yield counting, MetricsPage(f"http://127.0.0.1:{server.server_port}/metrics")
        server.shutdown()
    logging.configure("INFO", readable=True)

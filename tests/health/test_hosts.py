"""Hosts that differ: `status`, readiness and the metrics say so. No process refuses to start."""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.health.metrics_server import installation_gauges
from app.store.worker_tasks import TaskStore
from app.worker.tasks import Tasks, mailer_for
from tests.cli.test_status import status
from tests.portal_server import PortalServer
from tests.production.proxy import free_port

Host = Callable[..., PortalServer]
SECRET = "another secret of at least 32 characters"


@pytest.fixture
def host(build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch) -> Host:
    """Return a function that starts a host with this name."""

    def start(name: str, **settings: str) -> PortalServer:
        monkeypatch.setattr(platform, "node", lambda: name)
        site = build(BIND=f"127.0.0.1:{free_port()}", **settings)
        site.app.test_client().get("/health/ready")
        return site

    return start


def run_worker(site: PortalServer) -> None:
    """Let the worker of a host beat."""
    services = site.services
    Tasks(services, TaskStore(services.database, services.config.agencies), mailer_for(services.config)).keep_up()


def faults(site: PortalServer) -> list[str]:
    """Return what `status` says about hosts. Readiness and the metrics must agree."""
    site.advance_clock(21)
    ready = site.app.test_client().get("/health/ready")
    assert ready.status_code == 200
    text = status(site).stdout
    told = [line.split(": ", 1)[1] for line in text.splitlines() if line.startswith("  PortalHostsDiffer: ")]
    samples = [sample for metric in installation_gauges(site.services) for sample in metric.samples]
    [value] = [sample.value for sample in samples if sample.name == "portal_installation_host_faults"]
    assert (value, ready.json["warnings"]) == (len(told), ["hosts"] if told else [])
    assert ("Nothing to do." in text) <= (not told)
    return told


def test_hosts_that_are_equal_have_no_fault(host: Host) -> None:
    host("host-a")
    assert faults(host("host-b")) == []


def test_hosts_with_two_secrets_are_told_with_cause_and_cure(host: Host) -> None:
    host("host-a")
    assert faults(host("host-b", SECRET_KEY=SECRET)) == [
        "host-b's SECRET_KEY differs from host-a's: sign-ins fail. Copy it, and restart host-b."
    ]


def test_hosts_in_a_rotation_of_the_secret_have_no_fault(host: Host) -> None:
    old = host("host-a").config.secret_key
    assert faults(host("host-b", SECRET_KEY=SECRET, SECRET_KEY_OLD=old)) == []


def test_hosts_with_two_folders_are_told_with_cause_and_cure(host: Host, tmp_path: Path) -> None:
    host("host-a")
    [sentence] = faults(host("host-b", DOCUMENTS_DIR=str(tmp_path / "other")))
    assert sentence.startswith("host-b's DOCUMENTS_DIR differs from host-a's: ")


def test_worker_with_a_clock_two_hours_ahead_is_told(host: Host) -> None:
    worker = host("host-a")
    worker.clock.set_back(timedelta(hours=-2))  # type: ignore[attr-defined]
    worker.advance_clock(21)  # the web server and the worker share a process here, and so its next renewal
    run_worker(worker)
    assert "The clock of host-a's worker is 7200 s ahead" in " ".join(faults(host("host-b")))


def test_process_that_has_ended_is_forgotten(host: Host) -> None:
    host("host-a", SECRET_KEY=SECRET)
    other = host("host-b", SECRET_KEY=SECRET + "!")
    other.advance_clock(121)
    assert faults(other) == []

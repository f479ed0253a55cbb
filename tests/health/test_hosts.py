"""Hosts that differ: `status`, readiness and the metrics say so. No process refuses to start."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from app.domain.version import VERSION
from app.health.metrics_server import installation_gauges
from app.settings import fingerprints
from app.store.engine import Database
from app.store.processes import FORGOTTEN_S, Processes
from tests.cli.test_status import ON_BOTH, status
from tests.clock import FakeClock
from tests.portal_server import PortalServer
from tests.production.proxy import free_port

Host = Callable[..., PortalServer]
SECRET = "another secret of at least 32 characters"
FUTURE = [
    f"Fetches of {name} are in the future: a clock was wrong. Compare the hosts' clocks."
    for name in ("acme", "harbour")
]
pytestmark = ON_BOTH


@pytest.fixture
def host(build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch) -> Host:
    """Return a function that starts a process of a host: a web server or a worker."""

    def start(name: str, service: str = "web-1", *, ahead: timedelta = timedelta(0), **settings: str) -> PortalServer:
        monkeypatch.setattr(platform, "node", lambda: name)
        site = build(BIND=f"127.0.0.1:{free_port()}", **settings)
        site.clock.set_back(-ahead)  # type: ignore[attr-defined]
        if service == "worker-1":
            site.refresh(everywhere=True)
        site.services.processes.renew(service)
        return site

    return start


def faults(site: PortalServer) -> list[str]:
    """Return what `status` says about hosts. The metrics must agree, and readiness, which knows no fetches."""
    ready = site.app.test_client().get("/health/ready")
    assert ready.status_code == 200
    shown = status(site).stdout
    shown_faults = re.findall(r"^  PortalHostsDiffer: (.*)$", shown, re.MULTILINE)
    samples = [sample for metric in installation_gauges(site.services) for sample in metric.samples]
    [value] = [sample.value for sample in samples if sample.name == "portal_installation_host_faults"]
    warns = not set(shown_faults) <= set(FUTURE)
    assert (value, ready.json["warnings"]) == (len(shown_faults), ["hosts"] if warns else [])
    assert ("Nothing to do." in shown) <= (not shown_faults)
    return shown_faults


def test_hosts_that_are_equal_have_no_fault(host: Host) -> None:
    host("host-a", "worker-1")
    assert faults(host("host-b")) == []


def test_hosts_with_two_secrets_are_told_with_cause_and_cure(host: Host) -> None:
    host("host-a", "worker-1")
    sentence = "host-b's SECRET_KEY differs from host-a's: sign-ins fail. Correct the wrong one, and restart that host."
    old = host("host-a", "worker-1").config.secret_key
    assert faults(host("host-b", SECRET_KEY=SECRET)) == [sentence]
    assert faults(host("host-b", SECRET_KEY=SECRET, SECRET_KEY_OLD=old)) == [sentence]  # host-a refuses its codes


def test_hosts_in_a_rotation_of_the_secret_have_no_fault(host: Host) -> None:
    old = host("host-a", SECRET_KEY_OLD=SECRET).config.secret_key
    assert faults(host("host-b", SECRET_KEY=SECRET, SECRET_KEY_OLD=old)) == []


def test_hosts_with_two_files_of_agencies_are_told(host: Host, settings: dict[str, str], tmp_path: Path) -> None:
    host("host-a")
    other = tmp_path / "other.toml"
    other.write_text(Path(settings["AGENCIES_FILE"]).read_text().replace("Acme", "Apex"))
    [sentence] = faults(host("host-b", AGENCIES_FILE=str(other)))
    assert sentence.startswith("host-b's agencies.toml differs from host-a's: some people are refused.")


def test_hosts_with_two_folders_are_told_with_cause_and_cure(host: Host, tmp_path: Path) -> None:
    host("host-a", "worker-1")
    [sentence] = faults(host("host-b", DOCUMENTS_DIR=str(tmp_path / "other")))
    assert sentence.startswith("host-b's DOCUMENTS_DIR differs from host-a's ")
    assert sentence.endswith("Share one folder, and restart the host with the wrong one.")


def test_hosts_with_two_versions_are_told(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host("host-a")
    monkeypatch.setattr(fingerprints, "VERSION", "9.1")
    site = host("host-b", SECRET_KEY=SECRET)
    assert faults(site) == [f"host-b has version 9.1, host-a {VERSION}. Upgrade or restart the older one."]
    assert re.search(r"^web-1 +host-b, version 9.1, settings read 2026-11-25 09:00$", status(site).stdout, re.MULTILINE)


def test_services_of_one_host_are_told_apart(host: Host) -> None:
    host("host-a", "worker-1")
    [sentence] = faults(host("host-a", SECRET_KEY=SECRET))
    assert sentence.startswith("host-a's worker-1's SECRET_KEY differs from host-a's web-1's")


def test_copy_of_a_machine_with_its_name_is_compared(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host("debian")
    monkeypatch.setattr(FakeClock, "boot_id", lambda _: "the copy")
    [sentence] = faults(host("debian", SECRET_KEY=SECRET))
    assert "SECRET_KEY differs" in sentence


def test_worker_with_a_clock_two_hours_ahead_is_told(host: Host) -> None:
    host("host-a", "worker-1", ahead=timedelta(hours=2))
    site = host("host-b")
    assert faults(site) == [
        "The clock of host-a's worker-1 is 7200 s ahead of the database's: ages and times are wrong. Start the time "
        "services of both machines.",
        *FUTURE,
    ]
    site.advance_clock(FORGOTTEN_S + 1)  # the worker has ended, but its times are in the database
    site.services.processes.renew("web-1")
    assert faults(site) == FUTURE
    shown = status(site).stdout
    assert "last fetch    succeeded an unknown time ago" in shown
    assert not re.search(r"-\d+ s", shown)


def test_clock_is_compared_with_that_of_postgresql(host: Host) -> None:
    database = Database(host("host-a").config.database_url)
    wrong = FakeClock(datetime.now(UTC) + timedelta(hours=2))
    processes = Processes(database, wrong, [], lambda _: {"warnings": []})
    processes.renew("web-2")
    assert [round(each.ahead_s, -1) for each in processes.read()] == [7_200 * database.is_server]
    database.dispose()


def test_warnings_of_every_process_are_told(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FLASK_SKIP_DOTENV", raising=False)
    Path(".env").write_text("MAIL_FROM=portal@two.example\nSMTP_URL=smtp://two.example\n")
    monkeypatch.setenv("ENV_FILE_VARIABLES", "MAIL_FROM")  # changed; the other one is new
    host("host-a", "worker-1")
    monkeypatch.delenv("ENV_FILE_VARIABLES")
    Path(".env").unlink()
    assert faults(host("host-b")) == [
        "host-a: .env has changed since it was read (MAIL_FROM, SMTP_URL). Restart this host's services."
    ]


def test_failing_renewal_is_logged_and_ends_the_last_comparison(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host("host-a")
    site = host("host-b", SECRET_KEY=SECRET)
    assert faults(site)
    with monkeypatch.context() as patch, capture_logs() as logs:
        patch.setattr(fingerprints, "VERSION", object())  # it has no JSON
        site.advance_clock(FORGOTTEN_S + 1)
        site.services.processes.renew("web-1")
        assert faults(site) == []
    with site.services.database.write() as connection:
        connection.execute(text("DROP TABLE processes"))
    with capture_logs() as later:
        site.services.processes.renew("web-1")
    errors = [line["error"] for line in [*logs, *later] if line["event"] == "processes_not_compared"]
    assert errors == ["TypeError", "ProgrammingError" if site.services.database.is_server else "OperationalError"]

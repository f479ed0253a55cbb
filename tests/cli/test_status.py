"""`flask --app wsgi status`: the state of the host and the installation for a person, and what is to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from click.testing import Result

import config
from app import create_app
from app.domain.version import VERSION
from app.health.installation import LATE_BACKUP_S, LATE_CODE_S, LATE_REVIEW_S
from app.health.metrics_server import installation_gauges
from app.store import migrations
from app.store.heartbeat import SILENCE_S
from tests.end_to_end.processes import ROOT
from tests.observability.web_server import serving
from tests.portal_server import PortalServer
from tests.production.proxy import free_port
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review

ON_BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
HARPER = {"email": "office@harper.example"}


@pytest.fixture
def site(portal_server: PortalServer, build: Callable[..., PortalServer]) -> PortalServer:
    """Return a portal that has a port of its own."""
    return build(BIND=f"127.0.0.1:{free_port()}", AGE_JOBS_S="600")


def status(site: PortalServer, *, served: bool = True) -> Result:
    """Run the command, with a web server or without."""
    if not served:
        return site.app.test_cli_runner().invoke(args=["status"])
    with serving(site):
        return site.app.test_cli_runner().invoke(args=["status"])


def alerts(result: Result) -> list[str]:
    """Return the names of what is to do."""
    assert result.exit_code in (0, 1), result.stdout
    return re.findall(r"^  (Portal\w+): ", result.stdout, re.MULTILINE)


@ON_BOTH
def test_healthy_portal_has_nothing_to_do(site: PortalServer) -> None:
    site.refresh(everywhere=True)
    site.sign_in()
    result = status(site)
    assert (result.exit_code, alerts(result)) == (0, [])
    lines = result.stdout.splitlines()
    assert lines[0] == f"version         {VERSION}, tables {migrations.newest()}"
    assert lines[1] == f"web server      {site.config.bind}: ready"
    assert lines[-1] == "Nothing to do."
    assert f"database        {migrations.place(site.config.database_url)}" in lines
    assert re.search(r"^worker          alive, last heartbeat \d+ s ago$", result.stdout, re.MULTILINE)
    assert re.search(r"^documents disk  [\d.]+ of [\d.]+ GiB free, /", result.stdout, re.MULTILINE)
    acme = lines[lines.index("acme") :]
    assert acme[1] == "  key           not refused"
    assert re.fullmatch(r"  budget        0 people and \d+ worker, of 45", acme[2])
    assert re.fullmatch(r"  last fetch    succeeded \d+ s ago \(\w+\)", acme[3])
    assert re.match(r"  age of lists  branch \d+ s, status \d+ s, contractor ", acme[4])
    assert acme[5] == "  unfinished    none"
    assert "harbour" in lines


@ON_BOTH
def test_each_trouble_is_named_with_its_entry_in_the_docs(site: PortalServer) -> None:
    sender = Sender(site, site.sign_in())
    in_review(sender)
    site.clock.work = None  # type: ignore[union-attr]
    site.simulator.fault(path="/acme/jobs/", status=401)
    site.advance_clock(site.config.age_jobs_s + 1)
    site.refresh(everywhere=True)
    site.advance_clock(LATE_CODE_S)
    result = status(site)
    assert (result.exit_code, {*alerts(result)}) == (1, {"PortalKeyRefused", "PortalDataStale"})
    assert "AgentOS refuses the key of acme for job, jobs." in result.stdout
    assert "1 invoice review (oldest " in result.stdout
    assert "e-mails         1 office, 1 review waiting" in result.stdout.splitlines()

    site.app.test_client().post("/api/session/code", json=HARPER)
    site.clock.worker = None  # type: ignore[attr-defined]
    site.advance_clock(LATE_REVIEW_S)
    result = status(site, served=False)
    assert result.exit_code == 1
    names = alerts(result)
    assert {*names} == {
        "PortalHostNotReady",
        "PortalWorkerAway",
        "PortalCodesLate",
        "PortalDataStale",
        "PortalReviewWaits",
    }
    page = (ROOT / "docs" / "at-3-am.md").read_text("utf-8")
    assert [name for name in names if f"\n### {name}\n" not in page] == []
    assert f"{site.config.bind}: no answer (ConnectionRefusedError)" in result.stdout
    for word in ("harper", "CON-1001", "JOB-1", "@"):
        assert word.lower() not in result.stdout.replace(migrations.place(site.config.database_url), "").lower()


@ON_BOTH
def test_installation_without_a_backup_has_two_days_for_its_first(site: PortalServer) -> None:
    def age_s() -> float:
        """Return the metric, which has the same limit."""
        return next(
            sample.value
            for metric in installation_gauges(site.services)
            for sample in metric.samples
            if sample.name == "portal_installation_backup_age_seconds"
        )

    def let_a_worker_run(seconds: float) -> None:
        with site.services.database.write() as connection:
            connection.exec_driver_sql(f"UPDATE heartbeats SET alive_s = {seconds}")

    let_a_worker_run(LATE_BACKUP_S)
    result = status(site)
    assert (alerts(result), age_s()) == ([], LATE_BACKUP_S)
    assert "backup          none was recorded" in result.stdout.splitlines()
    let_a_worker_run(LATE_BACKUP_S + 1)
    assert (alerts(status(site)), age_s()) == (["PortalBackupLate"], LATE_BACKUP_S + 1)


@ON_BOTH
def test_outage_of_agentos_shows_before_a_list_is_old(build: Callable[..., PortalServer]) -> None:
    site = build(BIND=f"127.0.0.1:{free_port()}", AGE_JOBS_S="60")

    def last_fetches() -> list[str]:
        """Return what the command says about the last fetches of both agencies, a minute after the former ones."""
        site.advance_clock(61)
        site.refresh(everywhere=True)
        result = status(site)
        assert alerts(result) == []
        return re.findall("^  last fetch    (.*)$", result.stdout, re.MULTILINE)

    assert status(site).stdout.count("\n  last fetch    none yet\n") == 2
    assert all(re.fullmatch(r"succeeded 0 s ago \(\w+\)", each) for each in last_fetches())
    site.simulator.fault(path="/acme/", status=503)
    acme, harbour = last_fetches()
    assert re.fullmatch(r"job failed \d s ago; last success 6\d s ago \(\w+\)", acme)
    assert re.fullmatch(r"succeeded \d s ago \(job\)", harbour)
    site.simulator.control("DELETE", "faults")
    assert last_fetches() == ["succeeded 0 s ago (job)"] * 2


def test_agentos_that_has_never_answered_is_told_from_one_that_was_not_called(
    build: Callable[..., PortalServer],
) -> None:
    site = build(BIND=f"127.0.0.1:{free_port()}")
    site.simulator.fault(path="/acme/", status=503)
    site.refresh(everywhere=True)
    line = r"^  last fetch    branch,.* failed \d s ago; no success yet$"
    assert re.search(line, status(site).stdout, re.MULTILINE)


@ON_BOTH
def test_record_that_agentos_never_answers_is_late_in_status_and_metrics(build: Callable[..., PortalServer]) -> None:
    site = build(BIND=f"127.0.0.1:{free_port()}")
    site.simulator.fault(path="/acme/contacts/staff/[^/]+$", status=500, times=1)
    site.refresh(everywhere=True)
    result = status(site)
    assert alerts(result) == ["PortalDataStale"]
    assert "The copy of these lists of acme is old or incomplete: staff." in result.stdout
    samples = [sample for metric in installation_gauges(site.services) for sample in metric.samples]
    late = [
        sample.labels for sample in samples if sample.name == "portal_installation_collections_late" and sample.value
    ]
    assert late == [{"agency": "acme", "kind": "staff"}]


def test_status_names_degraded_readiness_once(site: PortalServer) -> None:
    site.clock.worker = None  # type: ignore[attr-defined]
    site.advance_clock(SILENCE_S + 1)
    with serving(site) as url:
        requests.get(f"{url}/api/agencies", headers={"X-Forwarded-For": "203.0.113.7"}, timeout=10)
        result = site.app.test_cli_runner().invoke(args=["status"])
    assert f"web server      {site.config.bind}: degraded: worker, proxies" in result.stdout.splitlines()
    assert alerts(result) == ["PortalDegraded", "PortalWorkerAway"]
    assert "  PortalDegraded: The web server reports: proxies." in result.stdout.splitlines()


def test_status_without_any_worker_so_far_says_so(build: Callable[..., PortalServer], tmp_path: Path) -> None:
    site = build(DATABASE_URL=f"sqlite:///{tmp_path / 'new.db'}", BIND=f"127.0.0.1:{free_port()}")
    with site.services.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM heartbeats")
    result = status(site)
    assert "worker          none has run yet" in result.stdout.splitlines()
    assert "PortalWorkerAway" in alerts(result)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://portal:the-password@127.0.0.1:1/portal", "The database at 127.0.0.1/portal cannot be used: "),
        ("sqlite:///{}/missing.db", "The database is not ready: run `flask --app wsgi db upgrade` first."),
    ],
)
def test_status_without_the_database_shows_the_host(
    settings: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, sentence: str
) -> None:
    for name, value in {**settings, "DATABASE_URL": url.format(tmp_path), "BIND": f"127.0.0.1:{free_port()}"}.items():
        monkeypatch.setenv(name, value)
    result = create_app(config.load()).test_cli_runner().invoke(args=["status"])
    assert alerts(result) == ["PortalHostNotReady", "PortalDatabaseAway"]
    [line] = [line for line in result.stdout.splitlines() if line.startswith("database  ")]
    assert line.startswith(f"database        {sentence}")
    assert "documents disk  " in result.stdout
    assert "the-password" not in result.stdout


def test_status_with_unreadable_tables_says_so(site: PortalServer) -> None:
    with site.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE slots")
    result = status(site)
    assert alerts(result)[-1] == "PortalDatabaseAway"
    assert "The database cannot be read (sqlalchemy.exc.OperationalError SQLITE_ERROR)." in result.stdout

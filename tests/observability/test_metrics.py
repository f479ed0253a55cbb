"""Metrics for Prometheus: the sums of all processes, which survive the end of a process and name no person."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import requests

from app.auth.limits import WRONG_ANSWERS
from app.domain.clock import to_text
from app.health.metrics_server import counts
from app.observability.metrics import MEASURES
from tests.contract.api_calls import API
from tests.end_to_end.processes import ROOT, Processes, running, wait_until
from tests.end_to_end.test_make_run import free_address
from tests.observability.metrics_page import MetricsPage
from tests.portal_server import PortalServer, Simulator

EMAIL = "office@harper.example"
FLAGS = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--today", "2026-11-25", "--no-limit")
LABELS = {"method", "rule", "status", "agency", "operation", "error", "asker", "kind", "outcome", "le"}
HOST_LABELS = {"version", "revision", "folder", "reason"}
LIVE = {"method": "GET", "rule": "/health/live", "status": "200"}


@dataclass
class MeasuredProcesses:
    """All processes, and their metrics."""

    processes: Processes
    page: MetricsPage
    folder: Path
    asked: int = 0

    def ask(self) -> None:
        """Send a request on a new connection, to which any web process may respond."""
        requests.get(f"{self.processes.portal}/health/live", headers={"Connection": "close"}, timeout=30)
        self.asked += 1

    def counters(self) -> set[int]:
        """Return the ids of the web processes that have counted a request and still have a metrics file."""
        booted = re.findall(r"Booting worker with pid: (\d+)", self.processes.output("portal"))
        return {int(pid) for pid in booted if (self.folder / "web" / f"histogram_{pid}.db").exists()}

    def until_counted_by(self, number: int) -> None:
        """Send requests until this number of web processes have counted one."""
        wait_until(f"{number} web processes at work", lambda: self.ask() or len(self.counters()) == number)

    def is_served(self) -> bool:
        """Return whether the worker serves the metrics."""
        try:
            return self.page.sum("portal_database_up") == 1
        except requests.ConnectionError:
            return False


@pytest.mark.processes
def test_metrics_of_all_processes_are_combined(tmp_path: Path) -> None:
    settings = {"METRICS_BIND": free_address(), "METRICS_DIR": str(tmp_path / "counts"), "WEB_CONCURRENCY": "2"}
    with running(tmp_path, simulator=FLAGS, AGENTOS_BUDGET="10000", AGE_JOBS_S="0.5", **settings) as processes:
        page = MetricsPage(f"http://{settings['METRICS_BIND']}/metrics")
        counted = MeasuredProcesses(processes, page, tmp_path / "counts")
        check_request_counts(counted)
        check_attempt_counts(counted)
        check_restart_of_a_service(counted)
        check_labels_contain_no_personal_data(counted)
        check_public_port_has_no_metrics(counted)
        check_port_in_use_is_reported(counted)


def check_request_counts(counted: MeasuredProcesses) -> None:
    counted.until_counted_by(2)
    assert counted.page.sum("portal_request_duration_seconds_count", **LIVE) == counted.asked
    killed = counted.counters().pop()
    os.kill(killed, signal.SIGKILL)
    wait_until("the next one", lambda: counted.processes.output("portal").count("Booting worker") == 3)
    assert counted.page.sum("portal_request_duration_seconds_count", **LIVE) == counted.asked
    counted.until_counted_by(3)
    assert counted.page.sum("portal_request_duration_seconds_count", **LIVE) == counted.asked


def check_restart_of_a_service(counted: MeasuredProcesses) -> None:
    """A service empties its folder when it starts, and no other. A second worker counts without serving."""
    simulator = Simulator(counted.processes.simulator)
    counted.processes.kill("worker", signal.SIGTERM)
    before = len(simulator.calls())
    worker = ("flask", "--app", "wsgi", "worker", "--number", "2")
    counted.processes.start("second", *worker, LOG_LEVEL="WARNING")  # lines that are not logged count, too
    wait_until("a call of the second worker", lambda: len(simulator.calls()) > before)
    counted.processes.kill("second", signal.SIGTERM)
    calls = len(simulator.calls()) - before
    counted.processes.environment["AGENTOS_BASE_URL"] = "http://127.0.0.1:9"  # so that the first makes no further call
    counted.processes.start("worker")
    wait_until("the metrics", counted.is_served)
    name = "portal_agentos_attempt_duration_seconds_count"
    assert sum(each.value for each in counted.page.samples(name) if each.labels["error"] == "none") == calls
    assert counted.page.sum("portal_request_duration_seconds_count", **LIVE) == counted.asked
    counted.processes.kill("worker", signal.SIGTERM)
    counted.processes.environment["AGENTOS_BASE_URL"] = counted.processes.simulator
    counted.processes.start("worker")
    wait_until("the metrics", counted.is_served)


def check_attempt_counts(counted: MeasuredProcesses) -> None:
    """The worker alone calls AgentOS here."""

    def all_counted() -> bool:
        seen = len(Simulator(counted.processes.simulator).calls())
        return counted.page.sum("portal_agentos_attempt_duration_seconds_count") == seen

    wait_until("all calls", all_counted)
    assert counted.page.sum("portal_budget_wait_duration_seconds_count", asker="worker") > 0


def check_labels_contain_no_personal_data(counted: MeasuredProcesses) -> None:
    simulator, browser, portal = Simulator(counted.processes.simulator), requests.Session(), counted.processes.portal
    browser.post(f"{portal}/api/session/code", json={"email": EMAIL, "agency": "acme"}, timeout=30)
    body = {"email": EMAIL, "code": counted.processes.code(EMAIL)}
    assert browser.post(f"{portal}/api/session", json=body, timeout=30).status_code == 201
    for path in (f"{API}/jobs/JOB-1", f"{API}/jobs/telltale-1", "/telltale/2", "/metrics"):
        wait_until(path, lambda path=path: browser.get(portal + path, timeout=30).status_code in (200, 404))
    browser.request("TELLTALE", f"{portal}{API}/jobs", timeout=30)
    simulator.fault(method="PATCH", path="/jobs/JOB-1$", status=429)
    for _ in range(2):
        assert browser.patch(f"{portal}{API}/jobs/JOB-1/complete", json={}, timeout=30).status_code == 500
    page = counted.page
    assert page.sum("portal_agentos_attempt_duration_seconds_count", operation="set_status", error="RateLimited") == 1
    assert page.sum("portal_budget_refusals_total", agency="acme", asker="person", error="RateLimited") == 1
    assert page.sum("portal_installation_budget_rest_seconds", agency="acme") > 0
    assert page.sum("portal_request_duration_seconds_count", rule=f"{API}/jobs/<id:job_id>") > 1
    assert page.sum("portal_request_duration_seconds_count", rule="none", status="404") >= 2
    samples = page.samples()
    assert len(samples) > 100
    assert {name for sample in samples for name in sample.labels} <= LABELS | HOST_LABELS
    for word in ("@", "harper", "JOB-", "CON-", "BR-", "telltale", "127.0.0.1", "/metrics", "key"):
        assert [each for each in samples if word.lower() in str(each.labels.values()).lower()] == [], word


def check_public_port_has_no_metrics(counted: MeasuredProcesses) -> None:
    answer = requests.get(f"{counted.processes.portal}/metrics", timeout=30)
    assert (answer.status_code, list(answer.json())) == (404, ["error"])


def check_port_in_use_is_reported(counted: MeasuredProcesses) -> None:
    counted.processes.start("third", "flask", "--app", "wsgi", "worker")
    counted.processes.finish("third", expected=3)
    assert "cannot be used (Address already in use). Is there another worker 1?" in counted.processes.output("third")
    assert counted.page.sum("portal_request_duration_seconds_count") > 0, "nothing was deleted"


def test_portal_without_metrics_does_not_import_prometheus(settings: dict[str, str]) -> None:
    ask = "import sys, wsgi; sys.exit('prometheus_client' in sys.modules)"
    environment = {"PATH": os.environ["PATH"], **settings}
    assert subprocess.run([sys.executable, "-c", ask], cwd=ROOT, env=environment, timeout=60).returncode == 0


def test_collection_age_metric_grows_until_next_fetch(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics

    def age(kind: str) -> float:
        return page.sum("portal_installation_collection_age_seconds", agency="acme", kind=kind)

    portal_server.refresh()
    before = age("job")
    portal_server.advance_clock(100)
    assert age("job") == before + 100
    portal_server.refresh()
    assert age("job") < before + 100
    assert age("contractor") == before + 100, "not due yet"
    old = to_text(portal_server.clock.now() - timedelta(days=2))
    with portal_server.services.database.write() as connection:
        lists = "agency = 'acme' AND kind = 'contractor'"
        collection = f"{lists} AND scope = (SELECT max(scope) FROM collections WHERE {lists})"
        connection.exec_driver_sql(f"UPDATE collections SET read_at = '{old}' WHERE {collection}")
        nobodys = f"('acme', 'pending', 'CON-9', '{old}')"  # no contractor who signed in recently uses it
        connection.exec_driver_sql(f"INSERT INTO collections (agency, kind, scope, read_at) VALUES {nobodys}")
    assert age("contractor") == 2 * 86_400, "the oldest counts"
    assert age("pending") == 0


def test_budget_metrics_show_used_slots(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    client = portal_server.sign_in()
    asked = portal_server.simulator.calls()
    portal_server.advance_clock(70)
    assert page.sum("portal_installation_budget_slots_used", agency="acme") == 0
    assert client.post(f"{API}/jobs/JOB-1/notes", json={"note": "On my way"}).status_code == 201
    calls = len(portal_server.simulator.calls()) - len(asked)
    assert page.sum("portal_installation_budget_slots_used", agency="acme", asker="person") == calls > 0
    assert page.sum("portal_installation_budget_slots", agency="acme") == portal_server.config.agencies["acme"].budget
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE slots")
    page.sum("portal_installation_budget_slots")
    assert "portal_installation_budget_slots" not in page.text, "counts are told still, how things stand is not known"


def test_spray_of_500_addresses_within_a_minute_shows(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics

    def tried() -> float:
        return page.sum("portal_installation_sign_in_addresses")

    client = portal_server.app.test_client()
    for number in range(500):
        address = {"REMOTE_ADDR": f"203.0.113.{number % 5}"}
        body = {"email": f"person-{number}@nowhere.example"}
        if number % 2:
            answer = client.post("/api/session/code", json=body, environ_base=address)
        else:
            answer = client.post("/api/session", json={**body, "code": "000000"}, environ_base=address)
        assert answer.status_code in (204, 401)
        portal_server.advance_clock(0.1)
    assert tried() == 500
    for _ in range(10):
        client.post("/api/session", json={"email": "person-1@nowhere.example", "code": "000000"})
    assert tried() == 500
    portal_server.advance_clock(299.95)
    assert tried() == 1
    portal_server.advance_clock(1)
    assert tried() == 0


def test_sign_in_goes_on_while_too_many_fail(
    portal_with_metrics: tuple[PortalServer, MetricsPage], capsys: pytest.CaptureFixture[str]
) -> None:
    portal_server, _ = portal_with_metrics
    portal_server.services.rate_limit.add(WRONG_ANSWERS, portal_server.config.signin_failures_per_hour)
    body = {"email": "person@nowhere.example", "code": "000000"}
    assert portal_server.app.test_client().post("/api/session", json=body).status_code == 401
    logged = capsys.readouterr().err
    assert "too_many_failed_sign_ins" in logged
    assert "not_counted" not in logged


LOG_EVERY_EVENT = """
import sys
from pathlib import Path

import structlog

from app.observability import logging
from app.observability.metrics import MEASURES, counting

logging.configure("INFO", readable=True, count=counting(Path(sys.argv[1])))
log = structlog.get_logger("test")
labels = dict.fromkeys((name for measure in MEASURES for name in measure.labels), "x")
values = {measure.value: 1 for measure in MEASURES if measure.value}
for event in sorted({event for measure in MEASURES for event in measure.events}):
    log.info(event, **labels, **values)
log.info("sign_in")
"""
"""A process that logs each counted event once, and then one that cannot be counted, because it lacks a label."""


def test_every_measure_counts_and_failure_to_count_is_logged(tmp_path: Path) -> None:
    folder = tmp_path / "1"
    folder.mkdir()
    command = [sys.executable, "-c", LOG_EVERY_EVENT, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.count("not_counted of=sign_in") == ended.stderr.count("not_counted") == 1
    samples = [sample for metric in counts(tmp_path) for sample in metric.samples]
    for measure in MEASURES:
        name = f"{measure.name}_count" if measure.value else measure.name
        assert sum(sample.value for sample in samples if sample.name == name) == len(measure.events), name

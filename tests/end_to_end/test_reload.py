"""SIGHUP: the web server and the worker take over a changed file of agencies, and survive a wrong one.

They name changed variables of `.env`, which need a restart.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import ROOT, Processes, running, wait_until
from tests.jobs.expected import HARPER
from tests.observability.metrics_page import MetricsPage
from tests.postgres_server import PostgresServer
from tests.production.proxy import free_port

pytestmark = pytest.mark.processes

FLAGS = ("--branches", "1", "--contractors", "4", "--jobs", "8", "--no-limit")
EXAMPLE = (ROOT / "agencies.example.toml").read_text("utf-8")
ONE_AGENCY = EXAMPLE.partition("[agencies.harbour]")[0]
RENAMED = EXAMPLE.replace("Acme Lettings", "Acme & Sons")
RELOADED = ("portal", "worker")
SLOTS = "portal_installation_budget_slots"
TYPO = ONE_AGENCY.replace("accent =", "acent =")


def hang_up(processes: Processes, name: str) -> None:
    os.kill(processes.pid(name), signal.SIGHUP)


def test_hang_up_loads_new_agencies_and_refuses_wrong_ones(tmp_path: Path) -> None:
    file = tmp_path / "agencies.toml"
    file.write_text(ONE_AGENCY, "utf-8")
    bind = f"127.0.0.1:{free_port()}"
    settings = {"AGENCIES_FILE": str(file), "METRICS_BIND": bind, "METRICS_DIR": str(tmp_path / "metrics")}
    settings["BIND"] = f"127.0.0.1:{free_port()}"
    with running(tmp_path, simulator=FLAGS, AGENTOS_BUDGET_WINDOW_S="1", **settings) as processes:
        harper = Contractor(processes, HARPER, "acme/CON-1001")

        def agencies() -> list[str]:
            """Return the names of Harper's agencies; none if a killed process had accepted the connection."""
            try:
                answer = harper.browser.get(f"{processes.portal}/api/session", timeout=30)
            except requests.ConnectionError:
                return []
            return sorted(account["agencyName"] for account in answer.json()["accounts"])

        def monitored() -> set[str]:
            """Return the short names of the agencies in the metrics; none while the worker starts again."""
            page = MetricsPage(f"http://{bind}/metrics")
            try:
                page.sum(SLOTS)
            except requests.ConnectionError:
                return set()
            return {sample.labels["agency"] for sample in page.samples(SLOTS)}

        def refusals() -> float:
            """Return 1 if this host's metrics, and so an alert, say that a reload was refused; else 0."""
            return MetricsPage(f"http://{bind}/metrics").sum("portal_degraded", reason="settings")

        assert set(agencies()) == {"Acme Lettings"}
        assert monitored() == {"acme"}
        assert refusals() == 0

        file.write_text(TYPO, "utf-8")
        for name in RELOADED:
            hang_up(processes, name)
            wait_until(f"the refusal of the {name}", lambda name=name: "reload_refused" in processes.output(name))
            assert "acent" in processes.output(name)
        for pid in processes.children("portal"):
            os.kill(pid, signal.SIGKILL)  # gunicorn starts others, with the settings that it has kept
        assert set(wait_until("new web processes", agencies)) == {"Acme Lettings"}
        assert processes.worker_output().count("worker_started") == 1

        assert monitored() == {"acme"}
        assert refusals() == 1, "the processes that gunicorn has just started know it too"

        file.write_text(RENAMED, "utf-8")
        processes.start("status", "flask", "--app", "wsgi", "status")  # it could not start with the wrong file
        processes.finish("status", expected=1)
        assert "PortalDegraded: The web server reports: settings." in processes.output("status")
        assert re.search(r"PortalHostsDiffer: .*: The last reload was refused\.", processes.output("status"))
        assert re.search(r"worker-1 .*, settings read ", processes.output("status"))
        pid = processes.pid("worker")
        for name in RELOADED:
            hang_up(processes, name)
        names = {"Acme & Sons", "Harbour & Vale Estates"}
        wait_until("both agencies", lambda: set(agencies()) == names)
        wait_until("the new worker", lambda: processes.worker_output().count("worker_started") == 2)
        wait_until("the metrics of both agencies", lambda: monitored() == {"acme", "harbour"})
        assert (processes.is_running("worker"), processes.pid("worker")) == (True, pid), "the supervisor sees no end"
        wait_until("web processes with the new settings alone", lambda: refusals() == 0)


def test_hang_up_names_changed_variables_of_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new variable is loaded, and SETTLE_S of the environment takes precedence also after a restart."""
    code = tmp_path / "code"
    code.mkdir()
    for path in ROOT.iterdir():
        if path.name != ".env":
            (code / path.name).symlink_to(path)
    monkeypatch.setattr(Processes, "code_folder", code)
    (code / ".env").write_text("SECRET_KEY=the-former\nCONTACT_DAYS=5\nSETTLE_S=9\n", "utf-8")
    with running(tmp_path, simulator=FLAGS, FLASK_SKIP_DOTENV="", SETTLE_S="8") as processes:

        def warnings(name: str) -> list[str]:
            """Return the part of each warning of a process after its event."""
            return re.findall(r"restart_needed (.*)", processes.output(name))

        (code / ".env").write_text("SECRET_KEY=the-new\nSETTLE_S=10\nWRITES_PER_MINUTE=20\n", "utf-8")
        for times in (1, 2):
            for name in RELOADED:
                hang_up(processes, name)
                wait_until(f"the warning of the {name}", lambda name=name, n=times: len(warnings(name)) == n)
        for name in RELOADED:
            assert all("variables=['CONTACT_DAYS', 'SECRET_KEY']" in line for line in warnings(name)), warnings(name)
            assert "the-" not in "".join(warnings(name))
            assert "reload_refused" not in processes.output(name)
        processes.kill("worker", signal.SIGTERM)
        starts = processes.worker_output().count("worker_started")
        processes.start("worker")
        wait_until("the worker", lambda: processes.worker_output().count("worker_started") == starts + 1)
        hang_up(processes, "worker")
        wait_until("its reload", lambda: processes.worker_output().count("worker_started") == starts + 2)
        assert len(warnings("worker")) == 2

        (code / ".env").write_bytes(b"AGENCY_NAME=Caf\xe9\n")
        for name in RELOADED:
            hang_up(processes, name)
            processes.find(name, r"reload_refused.*\n(    \.env: is not text in UTF-8)")


def test_hang_up_of_worker_without_its_database_is_refused(tmp_path: Path, postgres: PostgresServer) -> None:
    with (
        postgres.database("template0") as url,
        running(tmp_path, simulator=FLAGS, DATABASE_URL=url.replace("+psycopg", "")) as processes,
    ):
        processes.find("worker", "(worker_started)")
        postgres.program.stop(signal.SIGQUIT)
        try:
            hang_up(processes, "worker")
            processes.find("worker", "(The database at .* cannot be used: )")
            processes.find("worker", "(reload_refused)")
        finally:
            postgres.start_again()
        hang_up(processes, "worker")
        wait_until("the new worker", lambda: processes.worker_output().count("worker_started") == 2)
        processes.assert_running("worker")


def test_worker_ends_with_its_terminal(tmp_path: Path) -> None:
    """A terminal that closes sends the same signal. Without it, nobody would see the worker go on."""
    with running(tmp_path, simulator=FLAGS) as processes:
        processes.kill("worker", signal.SIGTERM)
        terminal, end = os.openpty()
        log = tmp_path / "worker.log"
        with log.open("wb") as output:
            worker = subprocess.Popen(
                [sys.executable, "-m", "flask", "--app", "wsgi", "worker"],
                cwd=ROOT,
                env=processes.environment,
                stdin=end,
                stdout=output,
                stderr=output,
            )
        try:
            wait_until("the worker", lambda: "worker_started" in log.read_text("utf-8"))
            os.close(end)
            os.close(terminal)
            worker.send_signal(signal.SIGHUP)
            assert worker.wait(60) == 0
        finally:
            worker.kill()

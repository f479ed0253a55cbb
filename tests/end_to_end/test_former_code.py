"""The code of one time on the tables of another, as in an update, on each engine and with real processes."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

import pytest
import requests
from alembic import command

from app.store import migrations
from app.store.engine import Database
from tests.end_to_end.contractor import Contractor, sign_in
from tests.end_to_end.processes import ROOT, Processes, running, wait_until
from tests.jobs.expected import HARPER
from tests.production.proxy import free_port

pytestmark = pytest.mark.processes

SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")
ACCOUNT = "acme/CON-1001"
JOBS = {"completion": "JOB-5", "note": "JOB-1", "invoice": "JOB-3"}
WITHOUT_SESSIONS = "0026"
"""The revision before the tables that hold a session."""
READY_AFTER_UPGRADE_S = 5.0
"""The time that a host may take from `db upgrade` until it is ready."""
NO_HISTORY = "The clone has no commit before that of the newest migration."


def git(*arguments: str) -> bytes:
    """Return the output of git, or b"" if it fails."""
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False).stdout


@pytest.fixture(scope="session")
def former_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the code of the last commit without the newest migration. It runs with the present packages."""
    file = f"migrations/versions/{migrations.newest()}_*.py"
    added = git("log", "-1", "--first-parent", "-m", "--diff-filter=A", "--format=%H", "--", file).decode().strip()
    archive = git("archive", f"{added}^1") if added else b""
    if not archive:
        pytest.skip(NO_HISTORY)
    folder = tmp_path_factory.mktemp("former")
    subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
    return folder


def restart(processes: Processes, code: Path) -> None:
    """Restart the web server and the worker with this code, and wait until both serve."""
    processes.code_folder = code
    for name in ("portal", "worker"):
        processes.kill(name, signal.SIGTERM)
        processes.start(name)
    wait_until("the portal", lambda: readiness(processes) == 200)


def readiness(processes: Processes) -> int:
    """Return the status of the readiness probe, or 0 without an answer."""
    try:
        return requests.get(f"{processes.portal}/health/ready", timeout=10).status_code
    except requests.RequestException:
        return 0


def test_former_code_works_with_the_present_tables(tmp_path: Path, stores: dict[str, str], former_code: Path) -> None:
    """The same person uses the present code, the former one as in a way back, and the present one again."""
    bind = f"127.0.0.1:{free_port()}"
    with running(tmp_path, simulator=SMALL, BIND=bind, SETTLE_S="1", **stores) as processes:
        harper = Contractor(processes, HARPER, ACCOUNT)
        for code in (former_code, ROOT):
            restart(processes, code)
            harper.wait_until_read()
            harper.write_each_kind(JOBS)
        processes.code_folder = former_code
        for words in ("submissions list", "audit list --email office@harper.example", "db upgrade"):
            processes.start("command", "flask", "--app", "wsgi", *words.split())
            processes.finish("command")


def test_new_code_is_ready_once_its_tables_are_there(tmp_path: Path, stores: dict[str, str]) -> None:
    """A web server needs no restart. A worker ends, and its supervisor starts it again."""
    with running(tmp_path, simulator=SMALL, BIND=f"127.0.0.1:{free_port()}", **stores) as processes:
        for name in ("portal", "worker"):
            processes.kill(name, signal.SIGTERM)
        downgrade(processes.environment["DATABASE_URL"], WITHOUT_SESSIONS)
        processes.start("portal")
        processes.find("portal", f"({re.escape(migrations.NOT_READY)})")
        assert wait_until("the probe", lambda: readiness(processes)) == 503
        assert requests.get(processes.portal, timeout=30).status_code == 200
        processes.start("worker")
        processes.finish("worker", 2)
        assert processes.output("worker").endswith(f"Error: {migrations.NOT_READY}\n")
        processes.start("upgrade")
        processes.finish("upgrade")
        wait_until("the portal", lambda: readiness(processes) == 200, READY_AFTER_UPGRADE_S)
        processes.start("worker")
        sign_in(processes, HARPER)


def downgrade(url: str, revision: str) -> None:
    """Change the tables to those of an earlier revision."""
    database = Database(url)
    with database.write() as connection:
        settings = migrations._settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)
    database.dispose()

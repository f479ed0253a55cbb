"""The code of the newest release on the present tables, as in an update, on each engine and with real processes."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
import requests

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import ROOT, Processes, running, wait_until
from tests.jobs.expected import HARPER
from tests.production.proxy import free_port
from tools.release import git, newest_tag

pytestmark = pytest.mark.processes

SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")
ACCOUNT = "acme/CON-1001"
JOBS = {"completion": "JOB-5", "note": "JOB-1", "invoice": "JOB-3"}
NO_RELEASE = "There is no release to compare with: the clone has no tag."


@pytest.fixture(scope="session")
def released_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the code of the newest release. It runs with the present packages."""
    tag = newest_tag()
    if tag is None:
        pytest.skip(NO_RELEASE)
    folder = tmp_path_factory.mktemp("released")
    archive = folder / "code.tar"
    git("archive", f"--output={archive}", tag)
    subprocess.run(["tar", "-x", "-C", folder, "-f", archive], check=True)
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


def test_released_code_works_with_the_present_tables(
    tmp_path: Path, stores: dict[str, str], released_code: Path
) -> None:
    """The same person uses the present code, the released one as in a way back, and the present one again."""
    bind = f"127.0.0.1:{free_port()}"
    with running(tmp_path, simulator=SMALL, BIND=bind, SETTLE_S="1", **stores) as processes:
        harper = Contractor(processes, HARPER, ACCOUNT)
        for code in (released_code, ROOT):
            restart(processes, code)
            harper.wait_until_read()
            harper.write_each_kind(JOBS)
        processes.code_folder = released_code
        for words in ("submissions list", "audit list --email office@harper.example", "db upgrade"):
            processes.start("command", "flask", "--app", "wsgi", *words.split())
            processes.finish("command")

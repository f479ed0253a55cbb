"""Restarts, reloads and crashes of hosts under load, behind nginx as shipped."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import HOSTS, Installation, installed
from tests.production.traffic import Traffic

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BROWSERS = 24


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, redis_server_url: str
) -> Iterator[Installation]:
    with (
        postgres.database("template0") as url,
        installed(tmp_path_factory.mktemp("production"), url, redis_server_url) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def browsers(installation: Installation) -> list[requests.Session]:
    """Return Harper's browsers, one for each thread that sends."""
    harper = installation.sign_in(HARPER)
    url = f"{installation.proxy.url}/api/contractor"
    for path in traffic.READS:
        wait_until(path, lambda path=path: harper.get(f"{url}/{path}", timeout=30).ok)
    made = [installation.browser() for _ in range(BROWSERS)]
    for browser in made:
        browser.cookies.update(harper.cookies)
    return made


@pytest.fixture(scope="module")
def jobs(installation: Installation, browsers: list[requests.Session]) -> list[str]:
    answer = browsers[0].get(f"{installation.proxy.url}/api/contractor/jobs?status=open", timeout=30)
    return [job["jobId"] for job in answer.json()["jobs"]]


def assert_each_note_is_there_once(installation: Installation, seen: Traffic) -> None:
    """Wait until AgentOS has each acknowledged note. It must have none twice."""
    expected = set(seen.acknowledged)

    def notes() -> Counter[str]:
        jobs = installation.simulator.state()["jobs"]
        return Counter(note["NoteContents"] for job in jobs for note in job.get("MaintenanceNotes") or [])

    wait_until("all notes", lambda: expected <= notes().keys())
    assert max(notes().values()) == 1


def test_rolling_restart_fails_no_request(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(1)
        for host in HOSTS:
            installation.restart(host)
        time.sleep(1)
    print(f"{seen.requests} requests, {len(seen.acknowledged)} notes")
    print(Counter((f.reason[:120], f.what.rpartition("/")[2]) for f in seen.failures))
    assert seen.failures == []
    assert seen.acknowledged
    assert_each_note_is_there_once(installation, seen)

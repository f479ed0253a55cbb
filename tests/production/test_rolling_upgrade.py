"""An update to the next release and the way back, under load, behind Caddy with active health checks as shipped.

The present code plays the former release. The next one is a copy with further migrations. docs/operations.md has the
same order of steps.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
import requests

from app.api.openapi import VERSION
from app.store import migrations
from tests.end_to_end.processes import ROOT, wait_until
from tests.production import traffic
from tests.production.caddy import CheckingCaddy
from tests.production.installation import HOSTS, STOP_S, Installation
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
PROBE_EVERY_S = 0.2
READY_AFTER_UPGRADE_S = 5.0
MIGRATION_S = 2.5
"""Longer than a readiness probe waits for a lock, and shorter than a submission does."""
RUNS = (".env.example", "app", "config.py", "gunicorn.conf.py", "migrations", "wsgi.py")
"""Files and folders that a release needs."""
LONGEST_PAUSE_S = MIGRATION_S / 2
"""The longest time without the end of a read. A read that waits for a migration takes longer."""
MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{former}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    {step}
"""
SLOW = f'op.execute("SELECT pg_sleep({MIGRATION_S})")'  # as a long index does, it delays all writes
STEPS = (
    SLOW,
    'op.create_table("table_{revision}", sa.Column("id", sa.Integer, primary_key=True))',
    'op.add_column("submissions", sa.Column("column_{revision}", sa.String(8)))',
    'op.add_column("sign_ins", sa.Column("column_{revision}", sa.String(8)))',
    SLOW,
)
"""The migrations of a release. The last one is slow, after those that change tables in use."""


def release_after(former: Path, folder: Path) -> Path:
    """Copy the code of a release to `folder`, and add migrations. The last one is the version of the new release."""
    for name in RUNS:
        copy = shutil.copytree if (former / name).is_dir() else shutil.copy
        copy(former / name, folder / name)
    versions = folder / "migrations" / "versions"
    revision = max(path.name[:4] for path in versions.glob("[0-9]*.py"))
    for step in STEPS:
        before, revision = revision, f"{int(revision) + 1:04}"
        facts = {"revision": revision, "former": before}
        text = MIGRATION.format(**facts, step=step.format(revision=revision))
        (versions / f"{revision}_next_release.py").write_text(text, "utf-8")
    description = folder / "app" / "api" / "openapi.py"
    text, count = re.subn(r'^VERSION = ".*"', f'VERSION = "{revision}"', description.read_text("utf-8"), flags=re.M)
    assert count == 1
    description.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def proxy() -> type[Proxy]:
    return CheckingCaddy


@pytest.fixture(scope="module")
def next_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release_after(ROOT, tmp_path_factory.mktemp("next"))


@pytest.fixture(scope="module")
def release_after_next(tmp_path_factory: pytest.TempPathFactory, next_release: Path) -> Path:
    return release_after(next_release, tmp_path_factory.mktemp("after-next"))


@contextmanager
def always_ready(installation: Installation) -> Iterator[Callable[[int], None]]:
    """Yield a function that restarts a host. At any other moment, the readiness probe of each host must be 200."""
    restarting: set[int] = set()
    answers: Counter[tuple[int, int | str]] = Counter()
    end = threading.Event()

    def probe(host: int) -> None:
        while not end.wait(PROBE_EVERY_S):
            is_excused = host in restarting
            try:
                answer: int | str = installation.readiness(host)[0]
            except requests.RequestException as error:
                answer = type(error).__name__
            if not is_excused and host not in restarting:
                answers[host, answer] += 1

    def restart(host: int) -> None:
        restarting.add(host)
        installation.restart(host)
        restarting.remove(host)

    probes = [threading.Thread(target=probe, args=(host,)) for host in HOSTS]
    for each in probes:
        each.start()
    try:
        yield restart
    finally:
        end.set()
        for each in probes:
            each.join()
    assert answers.keys() == {(host, 200) for host in HOSTS}, answers


def upgrade(installation: Installation) -> None:
    """Run `db upgrade` of the release that `processes.code_folder` names."""
    installation.processes.start("upgrade")
    installation.processes.finish("upgrade")


def longest_pause_s(moments: list[float], begin: float, end: float) -> float:
    """Return the longest part of the time from `begin` to `end` in which none of the moments lies."""
    between = sorted(moment for moment in moments if begin < moment < end)
    return max(after - before for before, after in pairwise([begin, *between, end]))


def versions(installation: Installation) -> list[str]:
    return [installation.version(host) for host in HOSTS]


@pytest.mark.timeout(600)
def test_rolling_upgrade_and_the_way_back_fail_no_request(
    installation: Installation, browsers: list[requests.Session], jobs: list[str], next_release: Path
) -> None:
    """The tables change while both hosts run the former release. Then hosts of both releases serve together.

    On the way back, the tables stay as they are.
    """
    with (
        traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen,
        always_ready(installation) as restart,
    ):
        time.sleep(BEFORE_AND_AFTER_S)
        installation.processes.code_folder = next_release
        begin = time.monotonic()
        upgrade(installation)
        end = time.monotonic()
        time.sleep(BEFORE_AND_AFTER_S)
        for host in HOSTS:
            restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
        assert versions(installation) == [f"{int(migrations.newest()) + len(STEPS):04}"] * 2
        installation.processes.code_folder = ROOT
        for host in HOSTS:
            restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
    assert versions(installation) == [VERSION] * 2
    assert seen.failures == []
    assert longest_pause_s(seen.read_at, begin, end) < LONGEST_PAUSE_S
    traffic.assert_each_note_is_there_once(installation.simulator, seen)


def test_host_that_is_updated_too_early_gets_no_request_until_the_upgrade(
    installation: Installation, browsers: list[requests.Session], jobs: list[str], release_after_next: Path
) -> None:
    """Its web server becomes ready without a restart. Its worker ends, and its supervisor starts it again."""
    processes = installation.processes
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        for name in ("web-1", "worker-1"):
            processes.kill(name, signal.SIGTERM, STOP_S)
        before = {name: len(processes.output(name)) for name in ("web-1", "worker-1")}
        processes.code_folder = release_after_next
        for name in ("web-1", "worker-1"):
            processes.start(name)
        processes.finish("worker-1", 2)
        assert migrations.NOT_READY in processes.output("worker-1")[before["worker-1"] :]
        wait_until("the sentence", lambda: migrations.NOT_READY in processes.output("web-1")[before["web-1"] :])
        assert installation.readiness(1)[0] == 503
        time.sleep(5 * BEFORE_AND_AFTER_S)
        lines = [line for line in processes.output("web-1")[before["web-1"] :].splitlines() if line.startswith("{")]
        rules = [json.loads(line).get("rule") for line in lines if json.loads(line)["event"] == "request"]
        assert set(rules) == {"/health/ready"}
        upgrade(installation)
        wait_until("host 1", lambda: installation.is_ready(1), READY_AFTER_UPGRADE_S)
        processes.start("worker-1")
        time.sleep(BEFORE_AND_AFTER_S)
        processes.assert_running("worker-1")
    assert seen.failures == []
    traffic.assert_each_note_is_there_once(installation.simulator, seen)

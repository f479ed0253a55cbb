"""An update to the next release and the way back, under load, behind Caddy with active health checks as shipped.

The present code plays the former release. The next one is a copy with further migrations. docs/install.md has the
same order of steps.
"""

from __future__ import annotations

import shutil
import time
from itertools import pairwise
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import ROOT
from tests.production import traffic
from tests.production.caddy import CheckingCaddy
from tests.production.installation import HOSTS, Installation
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
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
    'op.add_column("sessions", sa.Column("column_{revision}", sa.String(8)))',
    SLOW,
)
"""The migrations of a release. The last one is slow, after those that change tables in use."""


def release_after(former: Path, folder: Path) -> Path:
    """Copy the code of a release to `folder`, and add migrations."""
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
    return folder


@pytest.fixture(scope="module")
def proxy() -> type[Proxy]:
    return CheckingCaddy


@pytest.fixture(scope="module")
def next_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release_after(ROOT, tmp_path_factory.mktemp("next"))


def longest_pause_s(moments: list[float], begin: float, end: float) -> float:
    """Return the longest part of the time from `begin` to `end` in which none of the moments lies."""
    between = sorted(moment for moment in moments if begin < moment < end)
    return max(after - before for before, after in pairwise([begin, *between, end]))


@pytest.mark.timeout(600)
def test_rolling_upgrade_and_the_way_back_lose_nothing(
    installation: Installation, browsers: list[requests.Session], jobs: list[str], next_release: Path
) -> None:
    """The tables change while both hosts run the former release. Then hosts of both releases serve together.

    On the way back, the tables stay as they are.
    """
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        installation.processes.code_folder = next_release
        begin = time.monotonic()
        installation.processes.start("upgrade")
        installation.processes.finish("upgrade")
        end = time.monotonic()
        time.sleep(BEFORE_AND_AFTER_S)
        for host in HOSTS:
            installation.restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
        installation.processes.code_folder = ROOT
        for host in HOSTS:
            installation.restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
    traffic.assert_only_repeatable(seen)
    assert longest_pause_s(seen.read_at, begin, end) < LONGEST_PAUSE_S
    traffic.assert_each_note_is_there_once(installation.simulator, seen)

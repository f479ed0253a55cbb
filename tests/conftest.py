"""The fixtures of all tests of the portal."""

import gc
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

import config
from app.domain.clock import Clock
from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata
from tests import postgres_server, shared_caches
from tests.auth.mail_server import MailServer
from tests.clock import BEGINNING
from tests.log_lines import lines  # noqa: F401
from tests.portal_server import PortalServer, Simulator, WorkingClock
from tests.postgres_server import PostgresServer

KEYS = {
    "AGENTOS_API_KEY_ACME": "acme-simulated-key-6d1f0c2b9a",
    "AGENTOS_API_KEY_HARBOUR": "harbour-simulated-key-83ee417d5c",
}
TODAY = {"today": BEGINNING.date().isoformat(), "now": BEGINNING.replace(tzinfo=None).isoformat()}
SMALL = {"branches": 2, "contractors": 12, "jobs": 60, "limit": None, **TODAY}

# Most of a test's time is spent on writing its database to the disk, so use memory if there is enough.
MEMORY = Path("/dev/shm")
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 * 1024**3:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# A developer's own `.env` must not change the tests.
os.environ["FLASK_SKIP_DOTENV"] = "1"

# Loaded here, before any test module. `pytest --hypothesis-profile=fuzz` overrides it.
FUZZ_EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "1800"))
NO_STOPWATCH: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
hypothesis_settings.register_profile("ci", max_examples=60, derandomize=True, database=None, **NO_STOPWATCH)
hypothesis_settings.register_profile("fuzz", max_examples=FUZZ_EXAMPLES, deadline=None, print_blob=True)
hypothesis_settings.load_profile("ci")

SECOND_TIER = ("fuzz", "production", "security/test_lockout.py", "simulator")
"""Folders and files whose tests all belong to the second tier."""

# Coverage makes a test take half as long again. These try one behaviour in many ways; others run the same lines.
UNWATCHED = (
    "agentos/test_first_window.py",
    "chaos",
    "contract/test_description.py",
    "contract/test_upstream_faults.py",
    "end_to_end",
    "fuzz",
    "architecture",
    "mirror/test_interrupted_refresh.py",
    "properties",
    "security",
    "response_cache",
    "simulation",
    "store/test_rate_limit.py",
    "submissions/test_delivery.py",
    "submissions/test_attack_findings.py",
    "submissions/test_blocked_submissions.py",
    "submissions/test_killed_process.py",
    "submissions/test_deferred_delivery.py",
    "submissions/test_refusals.py",
    "submissions/test_idempotency.py",
)
# Each case of these runs other lines. In other files, only the first case of a test is watched.
EVERY_CASE = ("financial/test_pdf_check.py",)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the measurement that pytest-cov begins too early in a process of xdist.

    It begins another one a moment later. The first would continue while the second is paused, at each `no_cover`.
    """
    plugin = session.config.pluginmanager.getplugin("_cov")
    if plugin is not None and plugin.cov_controller is not None and hasattr(session.config, "workerinput"):
        plugin.cov_controller.cov.stop()


def pytest_collection_finish() -> None:
    """Exclude imported objects from garbage collection, which otherwise takes a tenth of the time."""
    shared_caches.install()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Put into the second tier what starts processes, and what is in `SECOND_TIER`."""
    here = Path(__file__).parent
    if item.get_closest_marker("processes") or any(item.path.is_relative_to(here / place) for place in SECOND_TIER):
        item.add_marker(pytest.mark.second_tier)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure coverage only on SQLite, and only with tests outside `UNWATCHED`, mostly with the first case of each.

    Tests with a time-out of their own are the longest, so they begin first.
    """
    here = Path(__file__).parent
    unwatched = [here / place for place in UNWATCHED]
    every_case = [here / file for file in EVERY_CASE]
    watched: set[str] = set()
    for item in items:
        test = item.nodeid if item.path in every_case else item.nodeid.partition("[")[0]
        engine = getattr(item, "callspec", None) and item.callspec.params.get("engine", "sqlite")
        is_elsewhere = engine == "postgresql" or any(item.path.is_relative_to(place) for place in unwatched)
        if is_elsewhere or test in watched:
            item.add_marker(pytest.mark.no_cover)
        else:
            watched.add(test)
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)  # at the end, the longest would run alone


@pytest.fixture(scope="session")
def agentos() -> Iterator[Simulator]:
    """Yield the simulator of the session, in a process of its own."""
    command = [sys.executable, "-m", "simulator", "--bind", "127.0.0.1:0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield Simulator(process.stdout.readline().split()[-1])
        process.terminate()


@pytest.fixture
def simulator(agentos: Simulator) -> Simulator:
    """Return the simulator with small new data."""
    agentos.control("POST", "reset", SMALL)
    return agentos


@pytest.fixture
def postbox() -> Iterator[MailServer]:
    """Yield a mail server that keeps what is sent to it."""
    server = MailServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Yield a real PostgreSQL, started for the first test that needs it."""
    with postgres_server.serving() as server:
        yield server


@pytest.fixture
def engine() -> str:
    """Return the kind of database. Folders whose tests run on each kind override this fixture."""
    return "sqlite"


@pytest.fixture
def database_url(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Yield the URL of a database for this test. It is filled if the test uses `portal_server`, else empty."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'portal.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    primed = "portal_server" in request.fixturenames
    with server.database(request.getfixturevalue("primed_postgres") if primed else server.tables) as url:
        yield url


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """Yield the URL of a database in PostgreSQL with empty tables, for this test."""
    with postgres.database(postgres.tables) as url:
        yield url


@pytest.fixture
def make_database(database_url: str) -> Iterator[Callable[..., Database]]:
    """Return a function that opens this test's database, or the one at a URL, with the clock of a process."""
    made: list[Database] = []

    def make(clock: Clock | None = None, url: str | None = None, **options: Any) -> Database:
        migrations.make_file(url or database_url)
        made.append(Database(url or database_url, clock, **options))
        with made[-1].write() as connection:
            metadata.create_all(connection)
        return made[-1]

    yield make
    for database in made:
        database.dispose()


MIGRATION = """
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    op.execute({statement!r})
"""


@pytest.fixture
def add_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that gives the code a later migration for each of the statements."""

    def add(*statements: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrations.FOLDER, folder)
        revision = migrations.newest()
        for statement in statements:
            before, revision = revision, f"{int(revision) + 1:04}"
            source = MIGRATION.format(revision=revision, before=before, statement=statement)
            (folder / "versions" / f"{revision}.py").write_text(source, "utf-8")
        monkeypatch.setattr(migrations, "FOLDER", folder)
        monkeypatch.setattr(migrations, "newest", lambda: revision)

    return add


@pytest.fixture
def settings(tmp_path: Path, database_url: str, simulator: Simulator) -> dict[str, str]:
    """Return the environment of a portal that uses the simulator."""
    return _environment(tmp_path, database_url, simulator)


def _environment(folder: Path, database_url: str, simulator: Simulator) -> dict[str, str]:
    return {
        "PORTAL_ENV": "test",
        "AGENTOS_BASE_URL": simulator.url,
        "AGENCIES_FILE": "agencies.example.toml",
        "DATABASE_URL": database_url,
        "DOCUMENTS_DIR": str(folder / "documents"),
        "AGENTOS_BUDGET": "10000",
        "WRITES_PER_MINUTE": "1000",
        **KEYS,
    }


@pytest.fixture
def build(
    settings: dict[str, str], simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., PortalServer]]:
    """Return a function that makes a portal. Keyword arguments override its environment."""
    made: list[PortalServer] = []

    def make(**overrides: Any) -> PortalServer:
        for name, value in {**settings, **overrides}.items():
            monkeypatch.setenv(name, str(value))
        made.append(PortalServer(config.load(), simulator))
        return made[-1]

    yield make
    for portal_server in made:
        portal_server.stop()


@pytest.fixture(scope="session")
def primed(agentos: Simulator, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database that the worker has filled from the small simulator. Each portal gets a copy."""
    folder = tmp_path_factory.mktemp("primed")
    _prime(agentos, folder, f"sqlite:///{folder / 'portal.db'}")
    with closing(sqlite3.connect(folder / "portal.db")) as live, closing(sqlite3.connect(folder / "copy.db")) as copy:
        live.backup(copy)
    return folder / "copy.db"


@pytest.fixture(scope="session")
def primed_postgres(agentos: Simulator, postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the name of the same database in PostgreSQL."""
    name = postgres.make(postgres.tables)
    _prime(agentos, tmp_path_factory.mktemp("primed"), postgres.url(name))
    return name


def _prime(agentos: Simulator, folder: Path, database_url: str) -> None:
    agentos.control("POST", "reset", SMALL)
    with pytest.MonkeyPatch.context() as environment:
        for name, value in _environment(folder, database_url, agentos).items():
            environment.setenv(name, value)
        portal_server = PortalServer(config.load(), agentos)
    portal_server.refresh(everywhere=True)
    portal_server.services.database.dispose()
    agentos.control("POST", "reset", SMALL)


@pytest.fixture
def portal_server(
    primed: Path,
    simulator: Simulator,
    settings: dict[str, str],
    build: Callable[..., PortalServer],
    engine: str,
    request: pytest.FixtureRequest,
) -> PortalServer:
    """Return a portal whose mirror is filled. Its worker runs whenever a request waits."""
    if engine == "sqlite":
        shutil.copy(primed, settings["DATABASE_URL"].removeprefix("sqlite:///"))
    else:
        assert "portal_server" in request.fixturenames, (
            "whoever asks for it at run time finds a database that was not read in"
        )
    portal_server = build()
    assert isinstance(portal_server.clock, WorkingClock)
    portal_server.clock.work = partial(portal_server.refresh, everywhere=True)
    return portal_server

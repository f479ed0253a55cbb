"""A portal that is backed up by the command, loses its database and its documents, and is restored by the command."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from app import create_app
from app.operations.backup import make
from app.settings.model import Config
from tests.clock import FakeClock
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.postgres_server import PostgresServer
from tests.submissions.conftest import Sender, sender  # noqa: F401


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Installation:
    """A portal, its backup in `folder`, and the portal that was restored from it."""

    def __init__(self, portal_server: PortalServer, folder: Path, postgres: PostgresServer | None) -> None:
        self.portal_server = portal_server
        self.folder = folder
        self._postgres = postgres

    @property
    def config(self) -> Config:
        """Return the portal's configuration."""
        return self.portal_server.config

    def run(self, *words: str) -> Result:
        """Run a command of the portal in a new process, as far as its database connections matter."""
        clock = self.portal_server.clock
        app = create_app(self.config, clock)
        result = app.test_cli_runner().invoke(args=list(words))
        app.extensions["services"].database.dispose()
        assert not isinstance(result.exception, Exception) or result.exit_code, result.exception
        return result

    def back_up(self) -> Path:
        """Make the backup. Return its file."""
        result = self.run("backup", str(self.folder))
        assert result.exit_code == 0, result.output
        assert f"The backup {self.archive} is complete" in result.output
        return self.archive

    def back_up_in_thread(self) -> None:
        """Make the backup from any thread. The command itself needs the main thread, where Python handles signals."""
        _, _, missing = make.make(self.portal_server.services, self.folder)
        assert missing == 0

    @property
    def archive(self) -> Path:
        """Return the only backup in `folder`."""
        [archive] = self.folder.iterdir()
        return archive

    def lose(self) -> None:
        """Lose the database and all documents. An empty database takes its place."""
        self.portal_server.services.database.dispose()
        shutil.rmtree(self.config.documents_dir, ignore_errors=True)
        if self._postgres is None:
            path = Path(self.config.database_url.removeprefix("sqlite:///"))
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
        else:
            self._postgres.drop(self.config.database_url)
            empty = self._postgres.url(self._postgres.make("template0"))
            self.portal_server.config = replace(self.config, database_url=empty)
        assert self.run("db", "upgrade").exit_code == 0

    def restore(self) -> PortalServer:
        """Restore the backup, and return the portal that serves with it."""
        result = self.run("restore", str(self.archive))
        assert result.exit_code == 0, result.output
        clock = self.portal_server.clock
        assert isinstance(clock, FakeClock)
        clock.worker = None
        restored = PortalServer(self.config, self.portal_server.simulator, clock)
        restored.refresh()
        return restored

    def start_again(self) -> Sender:
        """Lose everything, restore it, and return the contractor, who has signed in again."""
        self.lose()
        restored = self.restore()
        return Sender(restored, client_for(restored, "acme/CON-1001"))


@pytest.fixture
def installation(
    portal_server: PortalServer, tmp_path: Path, engine: str, request: pytest.FixtureRequest
) -> Installation:
    """Return a portal that is to be backed up."""
    postgres = request.getfixturevalue("postgres") if engine == "postgresql" else None
    return Installation(portal_server, tmp_path / "backup", postgres)

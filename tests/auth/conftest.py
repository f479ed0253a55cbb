"""The whole portal with two agencies, a test clock and a mail server. Any call to AgentOS fails the test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import responses
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, select, update

import config
from app import create_app
from app.domain.account import Contractor
from app.domain.clock import to_text
from app.mail.smtp import Mailer
from app.mirror.kinds import Collection, Kind
from app.mirror.rows import RowWrite
from app.services import Services
from app.store import migrations
from app.store.engine import next_number
from app.store.tables import collections, metadata
from tests.agentos.conftest import authority, certificate, tls  # noqa: F401 - fixtures
from tests.auth.mail_server import MailServer
from tests.clock import FakeClock
from tests.mails import send_codes

HARPER = "office@harper.example"
AGENCIES = """
[agencies.acme]
name = "Acme Lettings"
api_key_env = "ACME_KEY"
branches = ["BR-1"]
[agencies.bolt]
name = "Bolt Homes"
api_key_env = "BOLT_KEY"
branches = ["BR-9"]
"""
PRODUCTION = {
    "PORTAL_ENV": "production",
    "SMTP_URL": "smtp://mail.example",
    "MAIL_FROM": "portal@portal.example",
    "TRUSTED_HOSTS": "localhost",
    "PROXY_HOPS": "1",
    "AGENTOS_API_KEY_ACME": "a-key-of-acmes",
    "AGENTOS_API_KEY_HARBOUR": "a-key-of-harbours",
}
BRANCH = {"acme": "BR-1", "bolt": "BR-9", "gone": "BR-0"}


@pytest.fixture(autouse=True)
def agentos() -> Iterator[responses.RequestsMock]:
    """Assert that signing in makes no call to AgentOS."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock
        assert not mock.calls


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


MakeApp = Callable[..., Flask]


@pytest.fixture
def make_app(tmp_path: Path, database_url: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeApp]:
    made: list[Services] = []
    (tmp_path / "agencies.toml").write_text(AGENCIES)

    def make(**environment: str) -> Flask:
        settings = {
            "PORTAL_ENV": "test",
            "SECRET_KEY": "a secret of at least 32 characters, for tests",
            "DATABASE_URL": database_url,
            "DOCUMENTS_DIR": str(tmp_path / "documents"),
            "AGENCIES_FILE": str(tmp_path / "agencies.toml"),
            "ACME_KEY": "acme-key",
            "BOLT_KEY": "bolt-key",
            **environment,
        }
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        app = create_app(config.load(), clock)
        services: Services = app.extensions["services"]
        made.append(services)
        migrations.make_file(services.config.database_url)
        with services.database.write() as connection:
            metadata.create_all(connection)
        clock.worker = services.heartbeat.run_once
        return app

    yield make
    for services in made:
        services.database.dispose()


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    return make_app()


@pytest.fixture
def services(app: Flask) -> Services:
    parts: Services = app.extensions["services"]
    return parts


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@dataclass
class MirrorRecords:
    """The contractors in the mirror."""

    services: Services

    def put(self, agency: str, contractor_id: str, email: str | None = HARPER, **values: Any) -> None:
        """Store a contractor as if it had just been fetched."""
        contractor = Contractor(contractor_id=contractor_id, email=email, **values)
        with self.services.mirror.transaction(agency) as changes:
            changes.put(self._list(agency), [RowWrite(record=contractor)], next_number(changes.connection))

    def remove(self, agency: str, contractor_id: str) -> None:
        with self.services.mirror.transaction(agency) as changes:
            changes.remove(self._list(agency), [contractor_id])

    def mark_as_read(self, *agencies: str) -> None:
        """Mark these agencies' lists of branches and of contractors as completely fetched."""
        now = to_text(self.services.clock.now())
        with self.services.database.write() as connection:
            for agency in agencies:
                for kind, scope in ((Kind.BRANCH, ""), (Kind.CONTRACTOR, BRANCH[agency])):
                    row = {"agency": agency, "kind": kind, "scope": scope, "read_at": now}
                    connection.execute(insert(collections).values(row))

    def rows(self, table: Any) -> list[Any]:
        with self.services.database.read() as connection:
            return list(connection.execute(select(table)).all())

    def set(self, table: Any, **values: Any) -> None:
        with self.services.database.write() as connection:
            connection.execute(update(table).values(**values))

    def _list(self, agency: str) -> Collection:
        return Collection(agency, Kind.CONTRACTOR, BRANCH[agency])


@pytest.fixture
def records(services: Services) -> MirrorRecords:
    """Return the mirror after a complete fetch. Harper works for both agencies, and has two accounts at Acme."""
    records = MirrorRecords(services)
    records.put("bolt", "B-7", company_name="Harper Plumbing")
    records.put("acme", "CON-1002", company_name="Harper Drains")
    records.put("acme", "CON-1001", email="Office@Harper.example ; jo@harper.example", company_name="Harper Plumbing")
    records.put("acme", "CON-2001", email="nobody@else.example", company_name="Else & Co")
    records.mark_as_read("acme", "bolt")
    return records


@pytest.fixture
def mailer(postbox: MailServer) -> Mailer:
    return Mailer(postbox.url, "Portal <portal@portal.example>")


def same_browser(client: FlaskClient, app: Flask | None = None) -> FlaskClient:
    """Return a client with the same cookies, for concurrent requests, or for another installation."""
    other = (app or client.application).test_client()
    for cookie in client._cookies.values():
        other.set_cookie(cookie.key, cookie.value)
    return other


@dataclass
class SignInSteps:
    """The steps of signing in."""

    services: Services
    postbox: MailServer
    mailer: Mailer

    def work(self) -> int:
        """Let the worker send the codes."""
        return send_codes(self.services, self.mailer)

    def ask(self, client: FlaskClient, email: str = HARPER) -> None:
        """Request a code, and let the worker send it."""
        assert client.post("/api/session/code", json={"email": email}).status_code == 204
        self.work()

    def code(self, client: FlaskClient, email: str = HARPER) -> str:
        """Request a code. Return the mailed code."""
        self.ask(client, email)
        return self.postbox.codes[-1]

    def sign_in(self, client: FlaskClient, email: str = HARPER) -> Any:
        """Sign in with a new code. Return the session body."""
        answer = client.post("/api/session", json={"email": email, "code": self.code(client, email)})
        assert answer.status_code == 201, answer.text
        return answer.json


@pytest.fixture
def sign_in_steps(services: Services, records: MirrorRecords, postbox: MailServer, mailer: Mailer) -> SignInSteps:
    return SignInSteps(services, postbox, mailer)

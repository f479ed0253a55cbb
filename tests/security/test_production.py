"""Settings with which production refuses to start."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import config
from app.agentos.caller import Caller
from app.agentos.errors import Busy
from app.domain.clock import Deadline
from app.services import build
from app.settings.rules import looks_random
from app.store import migrations
from config import load
from simulator.agencies import ACME, HARBOUR
from tests.clock import FakeClock
from tests.portal_server import PortalServer
from tests.settings.test_config import GOOD, KEY, configuration_faults, environment, set_variables, write_agencies_file  # noqa: F401 - `environment` is a fixture

PRODUCTION = {
    "PORTAL_ENV": "production",
    "SECRET_KEY": "0f4b8c1d7e92a356b1c0d8e4f7a29365",
    "AGENTOS_BASE_URL": "https://live-api.letmc.com",
    "SMTP_URL": "smtp://user:pass@mail.example:587",
    "MAIL_FROM": "portal@agency.example",
    "TRUSTED_HOSTS": "Portal.example",
    "PROXY_HOPS": "1",
    "DATABASE_URL": "postgresql://portal:secret@db.example/portal",
    "DOCUMENTS_DIR": "/tmp/documents",
}
UNSAFE = {
    "FLASK_DEBUG": "1",
    "SECRET_KEY": "correct horse",
    "AGENTOS_BASE_URL": "http://live-api.letmc.com",
    "SMTP_URL": "console:",
    "AGENTOS_BUDGET": "60",
    "AGENTOS_REST_S": "1",
    "TRUSTED_HOSTS": "*",
    "ALLOWED_ORIGINS": "*",
}


def test_production_starts_with_complete_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, **PRODUCTION)
    made = load()
    assert made.is_production
    assert made.trusted_hosts == ("portal.example",)


@pytest.mark.parametrize(("env", "first"), [("production", 4), ("test", 35)])
def test_call_counter_in_production_starts_as_if_used_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: str, first: int
) -> None:
    """The first minute allows 50 - AGENTOS_BUDGET calls. An earlier process may have used the others."""
    set_variables(monkeypatch, **{**PRODUCTION, "DATABASE_URL": f"sqlite:///{tmp_path / 'portal.db'}"})
    monkeypatch.setenv("PORTAL_ENV", env)
    made = load()
    portal = build(made, {}, FakeClock())
    migrations.upgrade(portal.database, made.database_url)
    caller = Caller(role="person", deadline=Deadline(portal.clock, 60))
    for _ in range(first):
        with portal.budget.slot(made.agencies["acme"], caller, hold_s=20.0, wait_s=0.0):
            pass
    with pytest.raises(Busy), portal.budget.slot(made.agencies["acme"], caller, hold_s=20.0, wait_s=0.0):
        pass
    portal.database.dispose()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("FLASK_DEBUG", "1"),
        ("FLASK_DEBUG", "True"),
        ("SECRET_KEY", None),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", PRODUCTION["SECRET_KEY"][:31]),
        ("SECRET_KEY", config.DEVELOPMENT_SECRET),
        ("SECRET_KEY", "s" * 64),
        ("SECRET_KEY", "0123456789abcdef" * 4),
        ("SECRET_KEY", "0f4b8c1d7e92a356" * 2),
        ("SECRET_KEY", "abcdefghijklmnopqrstuvwxyz0123456789"),
        ("SECRET_KEY", "CHANGE-ME-0f4b8c1d7e92a356b1c0d8e4f7a29365"),
        ("SECRET_KEY", "your_secret_key_goes_here_0f4b8c1d7e9"),
        ("AGENTOS_BASE_URL", "http://live-api.letmc.com"),
        ("AGENTOS_API_KEY", ACME.key),
        ("AGENTOS_API_KEY", HARBOUR.key),
        ("SMTP_URL", None),
        ("SMTP_URL", "console:"),
        ("SMTP_URL", "Console:"),
        ("MAIL_FROM", None),
        ("TRUSTED_HOSTS", None),
        ("TRUSTED_HOSTS", ""),
        ("TRUSTED_HOSTS", ".example"),
        ("TRUSTED_HOSTS", ".agency.example"),
        ("TRUSTED_HOSTS", "portal.example,.com"),
        ("TRUSTED_HOSTS", "portal.example,.co.uk"),
        ("TRUSTED_HOSTS", "portal.example,.github.io"),
        ("PROXY_HOPS", None),
        ("DATABASE_URL", None),
        ("DOCUMENTS_DIR", None),
        ("PROXY_HOPS", ""),
        ("PROXY_HOPS", "0"),
        ("ALLOWED_ORIGINS", "http://app.portal.example"),
        ("ALLOWED_ORIGINS", "*"),
        ("ALLOWED_ORIGINS", "null"),
        ("ALLOWED_ORIGINS", "https://*.portal.example"),
        ("ALLOWED_ORIGINS", "https://portal.example/app"),
        ("ALLOWED_ORIGINS", "https://portal.example:443"),
        ("ALLOWED_ORIGINS", "https://portal.example@evil.example"),
        ("ALLOWED_ORIGINS", "https://app.agency.example"),
        ("ALLOWED_ORIGINS", "https://app.portal.example,https://notportal.example"),
        ("ALLOWED_ORIGINS", "https://localhost:3000"),
        ("ALLOWED_ORIGINS", "https://10.0.0.5"),
        ("AGENTOS_BUDGET", "51"),
        ("AGENTOS_BUDGET_WINDOW_S", "59.9"),
        ("AGENTOS_BUDGET_WINDOW_S", "5e-324"),
        ("AGENTOS_REST_S", "59"),
        ("METRICS_BIND", "0.0.0.0:9100"),
        ("METRICS_BIND", "0:9100"),
        ("METRICS_BIND", "[::]:9100"),
        ("METRICS_BIND", "here"),
    ],
)
def test_unsafe_setting_in_production_is_refused(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str | None
) -> None:
    set_variables(monkeypatch, **{**PRODUCTION, variable: value})
    (fault,) = configuration_faults()
    assert fault.startswith("AGENTOS_BUDGET" if variable == "AGENTOS_BUDGET_WINDOW_S" else variable)
    assert not value or len(value) < 31 or value not in fault


@pytest.mark.parametrize(
    "settings",
    [
        {"FLASK_DEBUG": "0"},
        {"FLASK_DEBUG": "false"},
        {"AGENTOS_BUDGET": "50"},
        {"AGENTOS_BUDGET": "25", "AGENTOS_BUDGET_WINDOW_S": "30"},
        {"AGENTOS_BUDGET": "50", "AGENTOS_BUDGET_WINDOW_S": "90", "AGENTOS_REST_S": "3600"},
        {"TRUSTED_HOSTS": ".agency.example,10.0.0.5,portal.example"},
        {"ALLOWED_ORIGINS": "https://app.portal.example,https://app.PORTAL.example:8443/"},
        {"SECRET_KEY": "Zm9vYmFy-q3L_8sT1vXnY7RkW2pJ4hC6d"},
        {"SMTP_URL": "smtps://mail.example"},
        {"METRICS_BIND": "10.0.0.1:9100"},
        {"METRICS_BIND": "[::1]:9100"},
    ],
)
def test_safe_setting_in_production_is_accepted(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]) -> None:
    set_variables(monkeypatch, **{**PRODUCTION, **settings})
    assert load().is_production


@pytest.mark.parametrize(
    ("hosts", "origin", "is_accepted"),
    [
        ("portal.agency.example,portal.other.example", "https://app.other.example", True),
        ("portal.agency.co.uk", "https://app.agency.co.uk", True),
        ("portal.agency.co.uk", "https://app.other.co.uk", False),
        ("portal.agency.co.uk,.agency.example", "https://app.agency.example", True),
        ("agency.github.io", "https://agency.github.io:8443", True),
        ("agency.github.io", "https://other.github.io", False),
        ("agency.github.io", "https://github.io", False),
        ("10.0.0.5", "https://10.0.0.5:8443", True),
        ("10.0.0.5", "https://10.1.0.5", False),
        ("localhost", "https://localhost:3000", True),
        ("localhost", "https://127.0.0.1:3000", False),
        ("portal.localhost", "https://app.localhost", False),
    ],
)
def test_allowed_origin_must_be_on_the_site_of_a_trusted_host(
    monkeypatch: pytest.MonkeyPatch, hosts: str, origin: str, *, is_accepted: bool
) -> None:
    set_variables(monkeypatch, **{**PRODUCTION, "TRUSTED_HOSTS": hosts, "ALLOWED_ORIGINS": origin})
    if is_accepted:
        assert load().allowed_origins == (origin,)
        return
    (fault,) = configuration_faults()
    assert fault.startswith("ALLOWED_ORIGINS: must be on the site of a host in TRUSTED_HOSTS, ")


STAGING = {
    "PORTAL_ENV": "staging",
    "AGENTOS_API_KEY": ACME.key,
    "AGENTOS_BASE_URL": "http://127.0.0.1:9400",
    "AGENTOS_BUDGET": "500",
    "AGENTOS_REST_S": "1",
    "SETTLE_S": "1",
}
"""Settings that only staging accepts."""


def test_staging_is_production_with_the_simulator(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, **PRODUCTION)
    set_variables(monkeypatch, **STAGING)
    assert load().is_production
    monkeypatch.setenv("PORTAL_ENV", "production")
    names = {fault.partition(":")[0] for fault in configuration_faults()}
    assert names == STAGING.keys() - {"PORTAL_ENV"}


def test_staging_refuses_real_keys_and_development_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, **PRODUCTION)
    set_variables(monkeypatch, **{**STAGING, "AGENTOS_API_KEY": KEY, "SECRET_KEY": "correct horse", "SMTP_URL": None})
    names = [fault.partition(":")[0] for fault in configuration_faults()]
    assert sorted(names) == ["AGENTOS_API_KEY", "SECRET_KEY", "SMTP_URL"]


def test_generated_secrets_are_accepted() -> None:
    """The test makes ten thousand secrets of the shortest accepted length with `secrets`."""
    chance = random.Random(32)
    assert all(looks_random(f"{chance.getrandbits(128):032x}") for _ in range(10_000))


def test_agency_budget_is_capped_by_global_budget(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_agencies_file(monkeypatch, tmp_path, f"[agencies.acme]\n{GOOD}budget = 90")
    set_variables(monkeypatch, **PRODUCTION, AGENTOS_BUDGET=50)
    assert load().agencies["acme"].budget == 50


def test_all_production_errors_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, unreadable and invalid settings are reported together."""
    set_variables(monkeypatch, **{**PRODUCTION, **UNSAFE, "MAIL_FROM": None, "PROXY_HOPS": None, "AGE_JOBS_S": "x"})
    names = {fault.partition(":")[0] for fault in configuration_faults()}
    assert names == {*UNSAFE, "MAIL_FROM", "PROXY_HOPS", "AGE_JOBS_S"}


@pytest.mark.parametrize("command", [["-c", "import wsgi"], ["-m", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"]])
def test_server_does_not_start_with_unsafe_settings(command: list[str]) -> None:
    """The server ends at once. It reports the reason in one line without the values."""
    variables = {**os.environ, **PRODUCTION, **UNSAFE, "AGENCIES_FILE": "agencies.example.toml"}
    variables |= {"AGENTOS_API_KEY_ACME": KEY, "AGENTOS_API_KEY_HARBOUR": KEY}
    ended = subprocess.run([sys.executable, *command], cwd=config.ROOT, env=variables, capture_output=True, text=True)
    assert ended.returncode == 3, "gunicorn gives up instead of starting workers for ever"
    assert ended.stdout == ""
    assert "Listening" not in ended.stderr
    line = json.loads(ended.stderr.splitlines()[-1])
    assert {fault.partition(":")[0] for fault in line["faults"]} == set(UNSAFE)
    assert UNSAFE["SECRET_KEY"] not in ended.stderr
    assert KEY not in ended.stderr


def test_database_files_are_private_to_portal_user(build: Callable[..., PortalServer], tmp_path: Path) -> None:
    file = tmp_path / "new" / "portal.db"
    portal_server = build(DATABASE_URL=f"sqlite:///{file}")
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM records")
        modes = {each.name: each.stat().st_mode & 0o777 for each in file.parent.iterdir()}
    assert modes == dict.fromkeys(["portal.db", "portal.db-shm", "portal.db-wal"], 0o600)
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_mail_links_use_first_complete_trusted_host(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, **{**PRODUCTION, "TRUSTED_HOSTS": ".agency.example,Portal.Agency.example,other.example"})
    assert load().public_url == "https://portal.agency.example"

"""Validation of settings: invalid values are refused at the start, by variable."""

import pytest
from structlog.testing import capture_logs

from app.settings.warnings import log_warnings
from config import load
from tests.settings.test_config import configuration_faults, environment, set_variables  # noqa: F401 - `environment` is a fixture

INVALID = {
    "SMTP_URL": ["mail.example", "http://mail.example", "smtp:", "smtp://", "smtps://", "smtp://m:x", "smtp://[m"],
    "AGENTOS_KEY_HEADER": ["", " ", "api key", "api_key:", "api_key\nX: y", "ключ"],
    "MAIL_FROM": ["", "portal", "@agency.example", "portal@", "portal@a.example\nBcc: b@a.example"],
    "TRUSTED_HOSTS": ["*", ".", "*.portal.example", "portal.example:443", "https://portal.example", "a,,b"],
    "ALLOWED_ORIGINS": [
        "localhost:3000",
        "null",  # any sandboxed frame or file has this origin
        "*",
        "http://",
        "https://*.agency.example",
        "http://localhost:3000/app",
        "http://localhost:3000?app",
        "http://me@localhost:3000",
        "http://localhost:80",
        "http://localhost:65536",
        "http://[localhost]:3000",
        "http://agentür.example",
        "https://app.agency.example.",
        ",",
    ],
    "METRICS_BIND": ["127.0.0.1:8000"],  # that of BIND
    "DATABASE_URL": ["mysql://db/portal", "sqlite+none:///portal.db", "sqlite://", "portal.db", ""],
}


@pytest.mark.parametrize(("variable", "value"), [(name, value) for name in INVALID for value in INVALID[name]])
def test_invalid_value_is_one_fault(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    set_variables(monkeypatch, **{variable: value})
    (fault,) = configuration_faults()
    assert fault.startswith(f"{variable}: ")


@pytest.mark.parametrize("sender", ["portal@agency.example", "Acme Lettings <portal@agency.example>", "p@localhost"])
def test_mail_from_may_have_a_name(monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    set_variables(monkeypatch, MAIL_FROM=sender)
    assert load().mail_from == sender


@pytest.mark.parametrize("origins", ["http://localhost:3000", "https://app.agency.example/,http://[::1]:5173"])
def test_allowed_origins_accept_http_and_https(monkeypatch: pytest.MonkeyPatch, origins: str) -> None:
    set_variables(monkeypatch, ALLOWED_ORIGINS=origins)
    assert load().allowed_origins == tuple(origins.split(","))


@pytest.mark.parametrize(
    ("origins", "settings", "foreign"),
    [
        ("http://localhost:3000,http://127.0.0.1:3000", {}, ["http://127.0.0.1:3000"]),
        ("https://localhost:3000", {}, ["https://localhost:3000"]),
        ("https://localhost:3000", {"PROXY_HOPS": 1}, []),
        ("http://[::1]:3000,http://LOCALHOST:3000/", {"BIND": "[::1]:8000"}, ["http://[::1]:3000"]),
        ("http://10.0.0.5:3000,http://localhost:3000", {"BIND": "10.0.0.5:8000"}, ["http://localhost:3000"]),
        ("http://10.0.0.5:3000,http://127.0.0.1:3000", {"BIND": "0.0.0.0:8000"}, ["http://127.0.0.1:3000"]),
        ("http://app.agency.test:3000", {"TRUSTED_HOSTS": "portal.agency.test"}, []),
        ("http://127.0.0.1:3000", {"TRUSTED_HOSTS": "localhost,127.0.0.1"}, []),
    ],
)
def test_development_warns_of_origins_on_other_sites(
    monkeypatch: pytest.MonkeyPatch, origins: str, settings: dict[str, object], foreign: list[str]
) -> None:
    set_variables(monkeypatch, ALLOWED_ORIGINS=origins, **settings)
    with capture_logs() as logs:
        log_warnings(load())
    sentences = [line["event"] for line in logs if line["event"].startswith("ALLOWED_ORIGINS: ")]
    assert [sentence.partition("pages of ")[2].split()[0] for sentence in sentences] == foreign


@pytest.mark.parametrize("variable", ["BIND", "METRICS_BIND"])
@pytest.mark.parametrize("bind", ["127.0.0.1:99999", "127.0.0.1:65536", "127.0.0.1:", ":8000", "0:٣", "[::1]:-1"])
def test_address_must_have_a_possible_port(monkeypatch: pytest.MonkeyPatch, variable: str, bind: str) -> None:
    set_variables(monkeypatch, **{variable: bind})
    assert configuration_faults() == [f"{variable}: must be host:port, such as 127.0.0.1:8000, with a port up to 65535"]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://portal@server:secret@db/portal",
        "postgresql://db/portal?user=portal&password=p%40ss&sslrootcert=/etc/ssl/a%40b.pem",
    ],
)
def test_postgresql_url_may_have_an_at_in_a_user_or_escaped(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    set_variables(monkeypatch, DATABASE_URL=url)
    assert load().database_url.endswith(url.partition(":")[2])


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_url_of_any_scheme_has_the_same_driver(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    set_variables(monkeypatch, DATABASE_URL=f"{scheme}://portal:s%40crET@db.example:5432/portal?sslmode=require")
    url = "postgresql+psycopg://portal:s%40crET@db.example:5432/portal?sslmode=require"
    assert load().database_url == url

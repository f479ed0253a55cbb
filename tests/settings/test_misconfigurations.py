"""Common mistakes of operators in production: each gives one clear sentence at the start, and at `config check`."""

from pathlib import Path
from typing import Any

import pytest

from simulator.agencies import ACME
from tests.security.test_production import PRODUCTION
from tests.settings.test_config import KEY, configuration_faults, environment, set_variables  # noqa: F401 - a fixture

AGENCY = '[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY"\n'
MISSING = "must be set in this environment"
HOSTS = "must be host names without https:// or a port (.agency.example is any name below that)"
SIMULATORS = "(with AGENCIES_FILE: the variable that api_key_env names)"
ESCAPED = "; in a password, write %40 for @, %2F for /, %3F for ? and %23 for #"
ESCAPED_AT = "the host, the database's name or an option has an @; there and in a password, write %40 for @, %3F for ?"
LAST_FOLDER = "/nowhere does not exist, and only the last folder of a path is made"
MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown environment": (
        {"PORTAL_ENV": "prod"},
        "PORTAL_ENV: Must be one of: development, test, staging, production.",
    ),
    "no secret": ({"SECRET_KEY": None}, f"SECRET_KEY: {MISSING}"),
    "a secret that can be guessed": (
        {"SECRET_KEY": "change-me-change-me-change-me-change-me"},
        "SECRET_KEY: must be random, with at least 32 characters: python3 -c 'import secrets; "
        "print(secrets.token_hex())'",
    ),
    "a secret's file that is missing": (
        {"SECRET_KEY": None, "SECRET_KEY_FILE": "/nowhere/secret"},
        "SECRET_KEY_FILE: /nowhere/secret cannot be read: No such file or directory",
    ),
    "a secret and its file": (
        {"SECRET_KEY_FILE": "/etc/hostname"},
        "SECRET_KEY_FILE: SECRET_KEY is set too; choose one",
    ),
    "the same secret as former secret": (
        {"SECRET_KEY_OLD": PRODUCTION["SECRET_KEY"]},
        "SECRET_KEY_OLD: must be the former SECRET_KEY, not the present one",
    ),
    "no database": ({"DATABASE_URL": None}, f"DATABASE_URL: {MISSING}"),
    "a database of another kind": (
        {"DATABASE_URL": "mysql://db/portal"},
        "DATABASE_URL: must be sqlite:///path or postgresql://user:password@host/name",
    ),
    "a database's password with @": ({"DATABASE_URL": "postgresql://p:geh@eim@db/p1"}, f"DATABASE_URL: {ESCAPED_AT}"),
    "a database's password with @ and /": (
        {"DATABASE_URL": "postgresql://p:geh@e/im@db/p1"},
        f"DATABASE_URL: {ESCAPED_AT}",
    ),
    "a database's password with @ and ?": (
        {"DATABASE_URL": "postgresql://p:geh@e?im@db/p1"},
        f"DATABASE_URL: {ESCAPED_AT}",
    ),
    "a database's user with /": ({"DATABASE_URL": "postgresql://a/p:geheim@db/p1"}, f"DATABASE_URL: {ESCAPED_AT}"),
    "a database's password with @, as an option": (
        {"DATABASE_URL": "postgresql://db:5432/p1?user=p&password=geh@eim"},
        f"DATABASE_URL: {ESCAPED_AT}",
    ),
    "a database in a missing folder": (
        {"DATABASE_URL": "sqlite:////nowhere/at/all.db"},
        f"DATABASE_URL: {LAST_FOLDER}",
    ),
    "a misspelt folder of documents": (
        {"DOCUMENTS_DIR": None, "DOCUMENT_DIR": "/tmp/documents"},
        f"DOCUMENTS_DIR: {MISSING}; DOCUMENT_DIR is no setting",
    ),
    "a missing folder of documents": ({"DOCUMENTS_DIR": "/nowhere/at/all"}, f"DOCUMENTS_DIR: {LAST_FOLDER}"),
    "a file as folder of documents": (
        {"DOCUMENTS_DIR": "/etc/hostname"},
        "DOCUMENTS_DIR: /etc/hostname is not a folder",
    ),
    "codes on the console": (
        {"SMTP_URL": "console:"},
        "SMTP_URL: must be a mail server, such as smtp://user:password@mail.example:587",
    ),
    "a mail server without a scheme": (
        {"SMTP_URL": "mail.example:587"},
        "SMTP_URL: must begin with smtp:// or smtps://, such as smtp://user:password@mail.example:587",
    ),
    "a password of the mail server with #": (
        {"SMTP_URL": "smtp://p:12#geheim@mail.example:587"},
        f"SMTP_URL: must be smtp://host:port, smtps://host:port or console:{ESCAPED}",
    ),
    "a password of the mail server with ?": (
        {"SMTP_URL": "smtp://user:12?geh=eim@mail.example"},
        f"SMTP_URL: must be smtp://host:port, smtps://host:port or console:{ESCAPED}",
    ),
    "a proxy without a scheme": (
        {"HTTPS_PROXY": "proxy.example:3128"},
        f"HTTPS_PROXY: must be an HTTP proxy, such as http://user:password@proxy.example:3128{ESCAPED}",
    ),
    "a password of the proxy with ?": (
        {"HTTPS_PROXY": "http://p:12?geheim@proxy.example:3128"},
        f"HTTPS_PROXY: must be an HTTP proxy, such as http://user:password@proxy.example:3128{ESCAPED}",
    ),
    "an authority without a certificate": (
        {"EXTRA_CA": "/etc/ssl/company.pem"},
        "EXTRA_CA: must be certificates in PEM; EXTRA_CA_FILE may name a file with them",
    ),
    "no sender": ({"MAIL_FROM": None}, f"MAIL_FROM: {MISSING}"),
    "a sender without a domain": ({"MAIL_FROM": "portal"}, "MAIL_FROM: must be an e-mail address"),
    "no host names": (
        {"TRUSTED_HOSTS": None},
        "TRUSTED_HOSTS: must name the hosts that the portal answers to, such as portal.agency.example (not .example or "
        ".co.uk)",
    ),
    "a URL as host name": ({"TRUSTED_HOSTS": "https://portal.agency.example"}, f"TRUSTED_HOSTS: {HOSTS}"),
    "a host name with a port": ({"TRUSTED_HOSTS": "portal.agency.example:443"}, f"TRUSTED_HOSTS: {HOSTS}"),
    "no number of proxies": ({"PROXY_HOPS": None}, f"PROXY_HOPS: {MISSING}"),
    "a word as number of proxies": ({"PROXY_HOPS": "one"}, "PROXY_HOPS: Not a valid integer."),
    "an origin with a path": (
        {"ALLOWED_ORIGINS": "https://app.portal.example/app"},
        "ALLOWED_ORIGINS: must be origins such as https://app.agency.example or, in development, "
        "http://localhost:3000, without a path and without the usual port (443 or 80)",
    ),
    "an origin on another site": (
        {"ALLOWED_ORIGINS": "https://app.other.example"},
        "ALLOWED_ORIGINS: must be on the site of a host in TRUSTED_HOSTS, such as https://app.agency.example for "
        "portal.agency.example, because pages of other sites get no session cookie",
    ),
    "an address without a port": (
        {"BIND": "127.0.0.1"},
        "BIND: must be host:port, such as 127.0.0.1:8000, with a port up to 65535",
    ),
    "public metrics": (
        {"METRICS_BIND": "0.0.0.0:9100"},
        "METRICS_BIND: must be one address of this machine, not all addresses, because anybody who can connect can "
        "read all metrics",
    ),
    "the debugger": ({"FLASK_DEBUG": "1"}, "FLASK_DEBUG: must not be set"),
    "AgentOS without TLS": (
        {"AGENTOS_BASE_URL": "http://live-api.letmc.com"},
        "AGENTOS_BASE_URL: must begin with https://",
    ),
    "the simulator's key": (
        {"AGENTOS_API_KEY": ACME.key},
        f"AGENTOS_API_KEY: must not be the simulator's, which everybody knows {SIMULATORS}",
    ),
    "a real key in staging": (
        {"PORTAL_ENV": "staging", "AGENTOS_BASE_URL": "http://127.0.0.1:9000"},
        f"AGENTOS_API_KEY: must be the simulator's in staging, so that nothing real changes {SIMULATORS}",
    ),
    "the real AgentOS in staging": (
        {"PORTAL_ENV": "staging", "AGENTOS_API_KEY": ACME.key},
        "AGENTOS_BASE_URL: must be the simulator's address in staging",
    ),
    "an environment in a file": (
        {"PORTAL_ENV": None, "PORTAL_ENV_FILE": "/etc/portal/environment"},
        "PORTAL_ENV_FILE: is no setting; set PORTAL_ENV itself",
    ),
    "no key": (
        {"AGENTOS_API_KEY": None},
        "AGENTOS_SHORT_NAME: agencies.acme.api_key_env: AGENTOS_API_KEY must hold the agency's AgentOS key",
    ),
    "more calls than AgentOS permits": (
        {"AGENTOS_BUDGET": "60"},
        "AGENTOS_BUDGET: must not be more than 50 per 60 s",
    ),
    "no file of agencies": (
        {"AGENCIES_FILE": "/nowhere/agencies.toml"},
        "AGENCIES_FILE: /nowhere/agencies.toml cannot be read: No such file or directory",
    ),
    "a provider without an id of the portal": (
        {"OIDC_ISSUER": "https://id.example", "OIDC_NAME": "Acme"},
        "OIDC_CLIENT_ID: must be the portal's id at the identity provider, because another OIDC_ setting is set",
    ),
    "keys at a path that cannot be": (
        {"HANDOVER_ISSUER": "a", "HANDOVER_AUDIENCE": "b", "HANDOVER_KEYS": "/" + "k" * 300},
        "HANDOVER_KEYS: must be a file that exists and that the portal can read, or a URL without a query",
    ),
    "no keys of a front end": (
        {"HANDOVER_ISSUER": "a", "HANDOVER_AUDIENCE": "b", "HANDOVER_KEYS": "/nowhere/keys.json"},
        "HANDOVER_KEYS: must be a file that exists and that the portal can read, or a URL without a query",
    ),
}
"""The variables that differ from a good configuration, and the sentence."""
WRONG_FILES = {
    "[agencies.acme": "{file} is not TOML: Expected ']' at the end of a table declaration (at end of document)",
    AGENCY + 'acent = "#0b5cad"': "agencies.acme.acent: Unknown field; did you mean accent?",
    AGENCY + 'completd_status = "Done"': "agencies.acme.completd_status: Unknown field; did you mean completed_status?",
    AGENCY + 'telephone = "01632 960000"': "agencies.acme.telephone: Unknown field.",
    AGENCY + 'accent = "#ffff00"': (
        "agencies.acme.accent: White text on #ffff00 has a contrast of 1.1 to 1, and 4.5 is the least (WCAG AA): "
        "choose a darker colour."
    ),
    AGENCY + 'logo = "acme.svg"': "agencies.acme.logo: acme.svg cannot be read: No such file or directory.",
    AGENCY.replace("AGENTOS_API_KEY", "ACME_KEY"): (
        "agencies.acme.api_key_env: the variable that it names must hold the agency's AgentOS key"
    ),
    AGENCY.replace("AGENTOS_API_KEY", "A8F3C2D19B7E4465"): (
        "agencies.acme.api_key_env: the variable that it names must hold the agency's AgentOS key"
    ),
    AGENCY.replace("AGENTOS_API_KEY", "AGENTOS_API_KEY_ACME"): (
        "agencies.acme.api_key_env: AGENTOS_API_KEY_ACME must hold the agency's AgentOS key"
    ),
}
"""Files of agencies, and the sentence about each."""


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_gives_one_clear_sentence(monkeypatch: pytest.MonkeyPatch, mistake: str) -> None:
    variables, sentence = MISTAKES[mistake]
    set_variables(monkeypatch, **{**PRODUCTION, **variables})
    assert configuration_faults() == [sentence]
    assert KEY not in sentence


@pytest.mark.parametrize("text", WRONG_FILES)
def test_mistake_in_the_file_of_agencies_gives_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "agencies.toml"
    file.write_text(text, "utf-8")
    set_variables(monkeypatch, **PRODUCTION, AGENCIES_FILE=file)
    assert configuration_faults() == [f"AGENCIES_FILE: {WRONG_FILES[text].format(file=file)}"]

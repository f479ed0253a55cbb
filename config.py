"""The portal's configuration, read once from the environment. All faults are reported together, by variable."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from environs import Env, EnvError
from flask.cli import load_dotenv
from flask.helpers import get_load_dotenv
from marshmallow import validate

from app.agentos.endpoints import VENDOR_URL
from app.domain.slots import VENDOR_LIMIT
from app.settings.agencies import load_agencies
from app.settings.env_file import env_file_variables, follow_env_file
from app.settings.environment import FILE, environment, file_faults
from app.settings.model import ENVIRONMENTS, Config, ConfigurationError, is_public
from app.settings.rules import COMMON, PRODUCTION, REAL_AGENTOS, SIMULATED_AGENTOS, Rule
from app.settings.storage_paths import INSTANCE, database_url, storage_faults
from app.settings.warnings import misspelt

ROOT = Path(__file__).parent
NOT_SET = "Environment variable not set."
"""The message of environs about a required variable."""
DEVELOPMENT_SECRET = "development only, known to everybody"
RULES = {
    "production": (*COMMON, *PRODUCTION, *REAL_AGENTOS),
    "staging": (*COMMON, *PRODUCTION, *SIMULATED_AGENTOS),
}
"""The rules of an environment; of others: `COMMON`."""


def load_env_file() -> None:
    """Load `.env` into the environment, as Flask's commands do. Raise `ConfigurationError`."""
    if get_load_dotenv():
        env_file_variables()
        load_dotenv()
        follow_env_file()


_kept: Config | None = None


def keep(config: Config) -> None:
    """Keep a configuration for the processes that this one forks, so that a later fault in a file ends none of them."""
    global _kept
    _kept = config


def is_kept() -> bool:
    """Return whether this process has kept a configuration."""
    return _kept is not None


def current() -> Config:
    """Return the configuration that the parent of this process has kept, or load it. Raise `ConfigurationError`."""
    return _kept or load()


def load() -> Config:
    """Return the configuration of this process. Raise `ConfigurationError` with all faults."""
    if f"PORTAL_ENV{FILE}" in os.environ:
        raise ConfigurationError([f"PORTAL_ENV{FILE}: is no setting; set PORTAL_ENV itself"])
    if unreadable := list(file_faults()):
        raise ConfigurationError(unreadable)  # other faults may follow from these
    faults = [f".env: {name} is no setting; {setting} is" for name, setting in misspelt(env_file_variables())]
    env = environment()
    name = env.str("PORTAL_ENV", "development", validate=validate.OneOf(ENVIRONMENTS)) or "development"
    settings = _settings(env, is_production=is_public(name))
    is_new = name == "development" and not (ROOT / ".env").exists()
    agencies, agency_faults = load_agencies(env, settings["agentos_budget"] or VENDOR_LIMIT, is_new=is_new)
    unread = _errors(env)
    faults += agency_faults
    faults += [f"{variable}: {_sentence(variable, messages)}" for variable, messages in unread.items()]
    config = Config(environment=name, agencies=agencies, **settings)
    faults += [*_faults(config, RULES.get(name, COMMON), unread=unread), *storage_faults(settings)]
    if faults:
        raise ConfigurationError(faults)
    return config


def _settings(env: Env, *, is_production: bool) -> dict[str, Any]:
    """Return all settings but the agencies. For a wrong value, return None and record the fault in `env`."""
    positive = validate.Range(min=0, min_inclusive=False)
    at_least_one = validate.Range(min=1)
    own_folder = validate.NoneOf((Path(),), error="must be a folder of its own")

    def required_in_production(default: Any) -> dict[str, Any]:
        return {} if is_production else {"default": default}

    def in_instance(name: str) -> dict[str, Any]:
        """In production, data in the folder of the code would be lost with the next version."""
        return required_in_production(INSTANCE / name)

    return {
        # As Flask reads it; `flask --debug` sets it too.
        "debug": (env.str("FLASK_DEBUG", "") or "").lower() not in ("", "0", "false", "no"),
        "secret_key": env.str("SECRET_KEY", **required_in_production(DEVELOPMENT_SECRET)),
        "secret_key_old": env.str("SECRET_KEY_OLD", ""),
        "bind": env.str("BIND", "127.0.0.1:8000"),
        "web_concurrency": env.int("WEB_CONCURRENCY", 2, validate=at_least_one),
        "worker_threads": env.int("WORKER_THREADS", 8, validate=validate.Range(min=3, max=64)),
        "database_url": database_url(env, **required_in_production(f"sqlite:///{INSTANCE / 'portal.db'}")),
        "documents_dir": env.path("DOCUMENTS_DIR", **in_instance("documents"), validate=own_folder),
        "agentos_base_url": (
            env.str(
                "AGENTOS_BASE_URL",
                VENDOR_URL,
                validate=validate.Regexp(r"https?://[^/?#\s]+/?\Z", error="must be a URL without a path"),
            )
            or ""
        ).rstrip("/"),
        "agentos_key_header": env.str("AGENTOS_KEY_HEADER", "api_key"),
        "agentos_connect_timeout_s": env.float("AGENTOS_CONNECT_TIMEOUT_S", 3.0, validate=positive),
        "agentos_read_timeout_s": env.float("AGENTOS_READ_TIMEOUT_S", 20.0, validate=positive),
        "agentos_upload_timeout_s": env.float("AGENTOS_UPLOAD_TIMEOUT_S", 120.0, validate=positive),
        "agentos_budget": env.int("AGENTOS_BUDGET", 45, validate=at_least_one),
        "agentos_budget_window_s": env.float("AGENTOS_BUDGET_WINDOW_S", 60.0, validate=positive),
        "agentos_worker_share": env.int("AGENTOS_WORKER_SHARE", 10, validate=validate.Range(min=0)),
        "agentos_rest_s": env.float("AGENTOS_REST_S", 60.0, validate=positive),
        "settle_s": env.float("SETTLE_S", 120.0, validate=positive),
        "age_jobs_s": env.float("AGE_JOBS_S", 60.0, validate=positive),
        "age_contacts_s": env.float("AGE_CONTACTS_S", 3600.0, validate=positive),
        "age_account_s": env.float("AGE_ACCOUNT_S", 3600.0, validate=positive),
        "age_statements_s": env.float("AGE_STATEMENTS_S", 3600.0, validate=positive),
        "https_proxy": env.str("HTTPS_PROXY", ""),
        "no_proxy": env.str("NO_PROXY", ""),
        "extra_ca": env.str("EXTRA_CA", ""),
        "smtp_url": env.str("SMTP_URL", **required_in_production("console:")),
        "mail_from": env.str(
            "MAIL_FROM",
            **required_in_production("portal@localhost"),
            validate=validate.Regexp(r"(.*<)?[^\s<>@]+@[^\s<>@]+>?\Z", error="must be an e-mail address"),
        ),
        "allowed_origins": tuple(env.list("ALLOWED_ORIGINS", []) or ()),
        "trusted_hosts": tuple(map(str.lower, env.list("TRUSTED_HOSTS", []) or ())),
        "proxy_hops": env.int("PROXY_HOPS", **required_in_production(0), validate=validate.Range(min=0)),
        "session_max_hours": env.float("SESSION_MAX_HOURS", 336.0, validate=positive),
        "session_idle_hours": env.float("SESSION_IDLE_HOURS", 72.0, validate=positive),
        "signin_per_address": env.int("SIGNIN_PER_ADDRESS", 300, validate=at_least_one),
        "signin_failures_per_hour": env.int("SIGNIN_FAILURES_PER_HOUR", 1_000, validate=at_least_one),
        "oidc_issuer": env.str("OIDC_ISSUER", ""),
        "oidc_client_id": env.str("OIDC_CLIENT_ID", ""),
        "oidc_client_secret": env.str("OIDC_CLIENT_SECRET", ""),
        "oidc_name": env.str("OIDC_NAME", ""),
        "handover_issuer": env.str("HANDOVER_ISSUER", ""),
        "handover_audience": env.str("HANDOVER_AUDIENCE", ""),
        "handover_keys": env.str("HANDOVER_KEYS", ""),
        "writes_per_minute": env.int("WRITES_PER_MINUTE", 10, validate=at_least_one),
        "contact_days": env.int("CONTACT_DAYS", 30, validate=validate.Range(min=0)),
        "document_days": env.int("DOCUMENT_DAYS", 30, validate=validate.Range(min=0)),
        "metrics_bind": env.str("METRICS_BIND", ""),
        "metrics_dir": env.path("METRICS_DIR", INSTANCE / "metrics"),
        "log_level": env.str(
            "LOG_LEVEL", "INFO", validate=validate.OneOf(("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))
        ),
    }


def _errors(env: Env) -> Mapping[str, list[Any]]:
    """Return the messages about unreadable values in `env`, by variable."""
    try:
        env.seal()
    except EnvError as error:
        messages: Mapping[str, list[Any]] = error.error_messages  # type: ignore[attr-defined]
        return messages
    return {}


def _sentence(variable: str, messages: list[Any]) -> str:
    """Return the messages about a variable as one sentence. For a missing one, name a variable that looks like it."""
    if messages != [NOT_SET]:
        return " ".join(map(str, messages))
    similar = next((name for name, setting in misspelt(os.environ) if setting == variable), None)
    return f"must be set in this environment; {similar} is no setting" if similar else "must be set in this environment"


def _faults(config: Config, rules: Collection[Rule], unread: Collection[str]) -> Iterator[str]:
    """Yield a line for each broken rule. Skip rules about variables whose fault is known: of each, one is reported.

    `unread`: the variables with unreadable values. Their settings are None, despite the types.
    """
    known = set(unread)
    for rule in rules:
        if known.isdisjoint((rule.variable, *rule.reads)) and not rule.holds(config):
            known.add(rule.variable)
            yield f"{rule.variable}: {rule.must}"

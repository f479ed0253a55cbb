"""The portal's configuration: read once from the environment, every fault told at once, by the variable's name."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple, cast

from environs import Env, EnvError
from marshmallow import validate

from app.domain.agency import Agency
from app.domain.slots import VENDOR_LIMIT, keeps_to_vendor_limit
from config_agencies import agencies_of
from config_places import INSTANCE, database_url, place_faults
from config_values import (
    HOST,
    TOKEN,
    is_address,
    is_everywhere,
    is_mail_server,
    is_origin,
    is_redis,
    is_sender,
    is_wide,
    looks_random,
)

ROOT = Path(__file__).parent
DEVELOPMENT_SECRET = "development only, known to everybody"
ADDRESS = "must be host:port, with a port up to 65535"


class ConfigurationError(Exception):
    """The environment cannot be used; `faults` has a line for each reason."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The configuration cannot be used:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


class Rule(NamedTuple):
    """`variable: must`, unless it `holds`. `reads` are the other variables it looks at."""

    variable: str
    must: str
    holds: Callable[[Config], bool]
    reads: tuple[str, ...] = ()


COMMON = (
    Rule(
        "AGENTOS_KEY_HEADER",
        "must be the name of a header",
        lambda config: bool(TOKEN.fullmatch(config.agentos_key_header)),
    ),
    Rule("BIND", ADDRESS, lambda config: is_address(config.bind)),
    Rule("METRICS_BIND", ADDRESS, lambda config: not config.metrics_bind or is_address(config.metrics_bind)),
    Rule("MAIL_FROM", "must be an e-mail address", lambda config: is_sender(config.mail_from)),
    Rule(
        "SMTP_URL",
        "must be smtp://host:port, smtps://host:port or console:",
        lambda config: is_mail_server(config.smtp_url) or config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "REDIS_URL",
        "must be redis://host:port/0 or the like",
        lambda config: not config.redis_url or is_redis(config.redis_url),
    ),
    Rule(
        "SESSION_TYPE",
        "redis needs REDIS_URL",
        lambda config: config.session_type != "redis" or bool(config.redis_url),
        reads=("REDIS_URL",),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must be host names without a port (.agency.example is any name below that)",
        lambda config: all(HOST.fullmatch(host) for host in config.trusted_hosts),
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be origins such as https://app.agency.example or, in development, http://localhost:3000",
        lambda config: all(map(is_origin, config.allowed_origins)),
    ),
    Rule(
        "METRICS_BIND",
        "must not be BIND, which is public",
        lambda config: config.metrics_bind != config.bind,
        reads=("BIND",),
    ),
)
PRODUCTION = (
    Rule(
        "METRICS_BIND",
        "must be one address of this machine, not all: whoever reaches it is told everything",
        lambda config: not is_address(config.metrics_bind) or not is_everywhere(config.metrics_bind),
    ),
    Rule("FLASK_DEBUG", "must not be set", lambda config: not config.debug),
    Rule(
        "SECRET_KEY",
        "must be random, with at least 32 characters: python3 -c 'import secrets; print(secrets.token_hex())'",
        lambda config: len(config.secret_key) >= 32 and looks_random(config.secret_key),
    ),
    Rule("AGENTOS_BASE_URL", "must begin with https://", lambda config: config.agentos_base_url.startswith("https://")),
    Rule(
        "AGENTOS_BUDGET",
        f"must not be more than {VENDOR_LIMIT} per 60 s",
        lambda config: keeps_to_vendor_limit(config.agentos_budget, config.agentos_budget_window_s),
        reads=("AGENTOS_BUDGET_WINDOW_S",),
    ),
    Rule("AGENTOS_REST_S", "must be at least 60", lambda config: config.agentos_rest_s >= 60),
    Rule(
        "SMTP_URL",
        "must be a mail server, such as smtp://user:password@mail.example:587",
        lambda config: is_mail_server(config.smtp_url) or not config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must name the hosts that the portal answers to, such as portal.agency.example (no whole top-level domain)",
        lambda config: bool(config.trusted_hosts) and not any(is_wide(host) for host in config.trusted_hosts),
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be origins that begin with https://",
        lambda config: not any(origin.lower().startswith("http:") for origin in config.allowed_origins),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Config:
    """Settings common to every environment. Durations are seconds where the name ends in `_s`."""

    is_production: ClassVar[bool] = False
    """Whether it is served by HTTPS to people with data of their own."""
    rules: ClassVar[tuple[Rule, ...]] = COMMON

    env: Literal["development", "test", "production"]
    debug: bool
    secret_key: str = field(repr=False)
    bind: str
    database_url: str = field(repr=False)
    redis_url: str = field(repr=False)
    session_type: Literal["cachelib", "redis"]
    session_file_dir: Path
    agencies: Mapping[str, Agency]
    agentos_base_url: str
    agentos_key_header: str
    agentos_connect_timeout_s: float
    agentos_read_timeout_s: float
    agentos_upload_timeout_s: float
    agentos_budget: int
    agentos_budget_window_s: float
    agentos_worker_share: int
    agentos_rest_s: float
    age_jobs_s: float
    age_contacts_s: float
    age_account_s: float
    age_statements_s: float
    smtp_url: str = field(repr=False)
    mail_from: str
    allowed_origins: tuple[str, ...]
    trusted_hosts: tuple[str, ...]
    proxy_hops: int
    session_max_hours: float
    session_idle_hours: float
    signin_per_address: int
    writes_per_minute: int
    contact_days: int
    log_level: str
    metrics_bind: str
    metrics_dir: Path


class Development(Config):
    """A newcomer's machine."""


class Test(Config):
    """A test run: no `.env` file is read."""


class Production(Config):
    """Contractors' own data: nothing is left to a default that only suits a desk."""

    is_production = True
    rules = (*COMMON, *PRODUCTION)


ENVIRONMENTS: dict[str, type[Config]] = {"development": Development, "test": Test, "production": Production}


def load() -> Config:
    """The configuration of this process. Raises `ConfigurationError` with every fault found."""
    env = Env(eager=False)
    if os.environ.get("PORTAL_ENV", "development") == "development":
        env.read_env(str(ROOT / ".env"), recurse=False)  # into `env` alone: os.environ never sees what it holds
    name = env.str("PORTAL_ENV", "development", validate=validate.OneOf(ENVIRONMENTS)) or "development"
    kind = ENVIRONMENTS.get(name, Development)
    settings = _settings(env, kind)
    env.int("WEB_CONCURRENCY", 2, validate=validate.Range(min=1))  # the web server's: a wrong one ends it with a trace
    is_new = name == "development" and not (ROOT / ".env").exists()
    agencies, agency_faults = agencies_of(env, settings["agentos_budget"] or VENDOR_LIMIT, is_new=is_new)
    wrong = _errors(env)
    found = [f"{variable}: {' '.join(map(str, messages))}" for variable, messages in wrong.items()] + agency_faults
    config = kind(env=cast(Any, name), agencies=agencies, **settings)
    found += [*_faults(config, kind.rules, unread=wrong), *place_faults(settings, unread=wrong)]
    if found:
        raise ConfigurationError(found)
    return config


def _settings(env: Env, kind: type[Config]) -> dict[str, Any]:
    """Every plain variable. One that is wrong is noted in `env` and comes out as None."""
    positive = validate.Range(min=0, min_inclusive=False)
    at_least_one = validate.Range(min=1)
    production = kind is Production

    def required_in_production(default: Any) -> dict[str, Any]:
        return {} if production else {"default": default}

    return {
        # By Flask's own judgement; `flask --debug` sets it too.
        "debug": (env.str("FLASK_DEBUG", "") or "").lower() not in ("", "0", "false", "no"),
        "secret_key": env.str("SECRET_KEY", **required_in_production(DEVELOPMENT_SECRET)),
        "bind": env.str("BIND", "127.0.0.1:8000"),
        "database_url": database_url(env),
        "redis_url": env.str("REDIS_URL", ""),
        "session_file_dir": env.path(
            "SESSION_FILE_DIR",
            INSTANCE / "sessions",
            validate=validate.NoneOf((Path(),), error="must be a folder of its own"),
        ),
        "session_type": env.str("SESSION_TYPE", "cachelib", validate=validate.OneOf(("cachelib", "redis"))),
        "agentos_base_url": (
            env.str(
                "AGENTOS_BASE_URL",
                "https://live-api.letmc.com",
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
        "age_jobs_s": env.float("AGE_JOBS_S", 60.0, validate=positive),
        "age_contacts_s": env.float("AGE_CONTACTS_S", 3600.0, validate=positive),
        "age_account_s": env.float("AGE_ACCOUNT_S", 3600.0, validate=positive),
        "age_statements_s": env.float("AGE_STATEMENTS_S", 3600.0, validate=positive),
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
        "writes_per_minute": env.int("WRITES_PER_MINUTE", 10, validate=at_least_one),
        "contact_days": env.int("CONTACT_DAYS", 30, validate=validate.Range(min=0)),
        "metrics_bind": env.str("METRICS_BIND", ""),
        "metrics_dir": env.path("METRICS_DIR", INSTANCE / "metrics"),
        "log_level": env.str(
            "LOG_LEVEL", "INFO", validate=validate.OneOf(("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))
        ),
    }


def _errors(env: Env) -> Mapping[str, list[Any]]:
    """What `env` could not read, by variable."""
    try:
        env.seal()
    except EnvError as error:
        found: Mapping[str, list[Any]] = error.error_messages  # type: ignore[attr-defined]
        return found
    return {}


def _faults(config: Config, rules: Collection[Rule], unread: Collection[str]) -> Iterator[str]:
    """A line for each rule that does not hold, save those about variables that are `unread`, since their fault is told.

    The values of unread variables are None, whatever their type says.
    """
    for rule in rules:
        if not {rule.variable, *rule.reads} & set(unread) and not rule.holds(config):
            yield f"{rule.variable}: {rule.must}"

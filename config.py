"""The portal's configuration: read once from the environment, every fault told at once, by the variable's name."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal, cast

from environs import Env, EnvError
from marshmallow import Schema, ValidationError, fields, post_load, validate

from app.agentos.endpoints import check_overrides
from app.domain.agency import INVOICE_FIELDS, OPERATIONS, Agency
from app.domain.ids import is_id
from config_rules import COMMON, DEVELOPMENT_SECRET, PRODUCTION, VENDOR_LIMIT, Rule, faults

ROOT = Path(__file__).parent


class ConfigurationError(Exception):
    """The environment cannot be used; `faults` has a line for each reason."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The configuration cannot be used:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Config:
    """Settings common to every environment. Durations are seconds where the name ends in `_s`."""

    secure_cookies: ClassVar[bool] = False
    rules: ClassVar[tuple[Rule, ...]] = COMMON

    env: Literal["development", "test", "production"]
    debug: bool
    secret_key: str = field(repr=False)
    bind: str
    database_url: str = field(repr=False)
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


class Development(Config):
    """A newcomer's machine."""


class Test(Config):
    """A test run: no `.env` file is read."""


class Production(Config):
    """Contractors' own data: nothing is left to a default that only suits a desk."""

    secure_cookies = True
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
    agencies, agency_faults = _agencies(env, settings["agentos_budget"])
    wrong = _errors(env)
    found = [f"{variable}: {' '.join(map(str, messages))}" for variable, messages in wrong.items()] + agency_faults
    config = kind(env=cast(Any, name), agencies=agencies, **settings)
    found += faults(config, kind.rules, unread=wrong)
    if found:
        raise ConfigurationError(found)
    return config


def _settings(env: Env, kind: type[Config]) -> dict[str, Any]:
    """Every plain variable. One that is wrong is noted in `env` and comes out as None."""
    instance = ROOT / "instance"
    positive = validate.Range(min=0, min_inclusive=False)
    at_least_one = validate.Range(min=1)
    production = kind is Production
    # Asked for something that is not there, better say so than keep sessions where nobody looks for them.
    env.str("SESSION_TYPE", "cachelib", validate=validate.OneOf(("cachelib",), error="only cachelib is there yet"))

    def required_in_production(default: Any) -> dict[str, Any]:
        return {} if production else {"default": default}

    return {
        # By Flask's own judgement; `flask --debug` sets it too.
        "debug": (env.str("FLASK_DEBUG", "") or "").lower() not in ("", "0", "false", "no"),
        "secret_key": env.str("SECRET_KEY", **required_in_production(DEVELOPMENT_SECRET)),
        "bind": env.str("BIND", "127.0.0.1:8000", validate=validate.Regexp(r".+:\d+\Z", error="must be host:port")),
        "database_url": env.str(
            "DATABASE_URL",
            f"sqlite:///{instance / 'portal.db'}",
            validate=validate.Regexp(r"sqlite:///.+", error="must be sqlite:///path"),
        ),
        "session_file_dir": env.path("SESSION_FILE_DIR", instance / "sessions"),
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
        "mail_from": env.str("MAIL_FROM", **required_in_production("portal@localhost")),
        "allowed_origins": tuple(env.list("ALLOWED_ORIGINS", []) or ()),
        "trusted_hosts": tuple(map(str.lower, env.list("TRUSTED_HOSTS", []) or ())),
        "proxy_hops": env.int("PROXY_HOPS", **required_in_production(0), validate=validate.Range(min=0)),
        "session_max_hours": env.float("SESSION_MAX_HOURS", 336.0, validate=positive),
        "session_idle_hours": env.float("SESSION_IDLE_HOURS", 72.0, validate=positive),
        "signin_per_address": env.int("SIGNIN_PER_ADDRESS", 300, validate=at_least_one),
        "writes_per_minute": env.int("WRITES_PER_MINUTE", 10, validate=at_least_one),
        "contact_days": env.int("CONTACT_DAYS", 30, validate=validate.Range(min=0)),
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


class _Words(fields.Field[tuple[str, ...]]):
    """One word or a list of them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
            raise ValidationError("Must be a word or a list of words.")
        return tuple(word.strip() for word in words)


class _Tuple(fields.List[Any]):
    """A list, kept as a tuple."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(*args, **kwargs))


class AgencySchema(Schema):
    """One `[agencies.NAME]` table of `AGENCIES_FILE`."""

    name = fields.String(required=True, validate=validate.Length(min=1))
    api_key_env = fields.String(
        required=True, validate=validate.Regexp(r"[A-Z_][A-Z0-9_]*\Z", error="Must be a variable's name, never a key.")
    )
    branches = _Tuple(fields.String(validate=validate.Predicate("isprintable")))
    completed_status = _Words()
    cancelled_status = _Words()
    reopened_status = fields.String(validate=validate.Length(min=1))
    invoice_required = _Tuple(fields.String(validate=validate.OneOf(INVOICE_FIELDS)))
    invoice_link = fields.String(validate=validate.OneOf(("job", "job_or_statement")))
    not_offered = _Tuple(fields.String(validate=validate.OneOf(OPERATIONS)))
    budget = fields.Integer(strict=True, validate=validate.Range(min=1))
    agentos_paths = fields.Dict(keys=fields.String(), values=fields.String())

    @post_load
    def note_written(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add `written`: which word settings the file spells out, since only those must exist in AgentOS."""
        words = {"completed_status", "cancelled_status", "reopened_status"}
        return {**data, "written": frozenset(words & data.keys())}


def _agencies(env: Env, budget: int | None) -> tuple[dict[str, Agency], list[str]]:
    """The agencies by short name, and what is wrong with them."""
    where, tables = "AGENCIES_FILE", {}
    try:
        if path := env.str("AGENCIES_FILE", ""):
            tables = tomllib.loads((ROOT / path).read_text("utf-8")).get("agencies", {})
        elif short_name := env.str("AGENTOS_SHORT_NAME", ""):
            where = "AGENTOS_SHORT_NAME"
            name = env.str("AGENCY_NAME", "") or short_name
            tables = {short_name: {"name": name, "api_key_env": "AGENTOS_API_KEY"}}
    except (OSError, ValueError) as error:
        return {}, [f"AGENCIES_FILE: cannot be read: {error}"]
    if not isinstance(tables, dict) or not tables:
        return {}, [f"{where}: names no agency; set AGENCIES_FILE, or AGENTOS_SHORT_NAME and AGENTOS_API_KEY"]
    agencies: dict[str, Agency] = {}
    faults: list[str] = []
    for short_name, table in tables.items():
        try:
            agencies[short_name] = _agency(env, short_name, table, budget or VENDOR_LIMIT)
        except (ValueError, ValidationError) as error:
            faults.append(f"{where}: agencies.{short_name}: {error}")
    return agencies, faults


def _agency(env: Env, short_name: str, table: Any, budget: int) -> Agency:
    """One agency. Raises ValueError or ValidationError."""
    if not is_id(short_name):
        raise ValueError("the short name may hold only A-Z a-z 0-9 _ -, at most 64")
    settings = AgencySchema().load(table)
    check_overrides(settings.get("agentos_paths", {}))
    variable = settings.pop("api_key_env")
    key = env.str(variable, "")
    if not key or not key.isascii() or not key.isprintable():
        raise ValueError(f"{variable}: must hold the agency's AgentOS key")
    settings["budget"] = min(settings.get("budget", budget), budget)
    return Agency(short_name=short_name, api_key=key, **settings)

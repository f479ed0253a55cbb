"""The portal's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from app.domain.agency import Agency

ENVIRONMENTS = ("development", "test", "staging", "production")
"""The values of `PORTAL_ENV`. Staging is production with the simulated AgentOS."""


def is_public(environment: str | None) -> bool:
    """Return whether the portal serves people over HTTPS in this environment: in production and in staging.

    Both require the settings whose defaults suit only development.
    """
    return environment in ("staging", "production")


class ConfigurationError(Exception):
    """The settings cannot be used. `faults` has a line for each reason."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The configuration cannot be used:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of every environment. Durations whose names end in `_s` are in seconds."""

    environment: str
    """One of `ENVIRONMENTS`."""
    debug: bool
    secret_key: str = field(repr=False)
    secret_key_old: str = field(repr=False)
    """The former `secret_key` for a while after its replacement, or an empty text."""
    bind: str
    web_concurrency: int
    """The number of processes of the web server, which reads the variable itself."""
    worker_threads: int
    database_url: str = field(repr=False)
    documents_dir: Path
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
    settle_s: float
    age_jobs_s: float
    age_contacts_s: float
    age_account_s: float
    age_statements_s: float
    https_proxy: str = field(repr=False)
    no_proxy: str
    extra_ca: str = field(repr=False)
    """Certificates (PEM) of authorities that are trusted besides the usual ones."""
    smtp_url: str = field(repr=False)
    mail_from: str
    allowed_origins: tuple[str, ...]
    trusted_hosts: tuple[str, ...]
    proxy_hops: int
    session_max_hours: float
    session_idle_hours: float
    signin_per_address: int
    signin_failures_per_hour: int
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str = field(repr=False)
    oidc_name: str
    handover_issuer: str
    handover_audience: str
    handover_keys: str
    writes_per_minute: int
    contact_days: int
    document_days: int
    log_level: str
    metrics_bind: str
    metrics_dir: Path
    reload_refused: bool = False
    """The last reload of the web server found faults, so these settings are older than the files."""

    @property
    def is_production(self) -> bool:
        """True if the portal serves people over HTTPS, with the real AgentOS or, in staging, with the simulated one."""
        return is_public(self.environment)

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """The secrets with which digests and signatures may have been made, the present one first."""
        return tuple(filter(None, (self.secret_key, self.secret_key_old)))

    @property
    def public_url(self) -> str:
        """Return the address of the portal for links in e-mails, without a slash at the end.

        In production, it is the first full name in `TRUSTED_HOSTS`, with HTTPS. In development, it is `BIND`.
        """
        if self.is_production:
            return f"https://{next(host for host in self.trusted_hosts if not host.startswith('.'))}"
        return local_url(self.bind)


def local_url(bind: str) -> str:
    """Return the URL of host:port for a browser on this machine.

    It has `localhost` in place of a loopback address, because a browser takes `localhost` and 127.0.0.1 for two sites.
    """
    host, _, port = bind.rpartition(":")
    return f"http://localhost:{port}" if is_everywhere(bind) or is_loopback(host.strip("[]")) else f"http://{bind}"


def is_ip_address(host: str) -> bool:
    """Return whether the host is an IP address, without brackets, and not a name."""
    return _ip_address(host) is not None


def is_loopback(host: str) -> bool:
    """Return whether the host is a loopback address such as 127.0.0.1 or ::1."""
    address = _ip_address(host)
    return address is not None and address.is_loopback


def _ip_address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def is_everywhere(bind: str) -> bool:
    """Return whether host:port means every address of the machine."""
    return not bind.rpartition(":")[0].strip("[]0.:")

"""Rules for settings, in every environment and in production, and their validators."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from app.agentos.endpoints import VENDOR_URL
from app.domain.errors import ProviderAway
from app.domain.slots import VENDOR_LIMIT, keeps_to_vendor_limit
from app.domain.worker_lease import LEASE_S, LONGEST_ATTEMPT_S
from app.settings.model import Config, is_everywhere, is_ip_address
from app.settings.sites import foreign_origins, is_public_suffix
from app.settings.urls import is_http_proxy, is_mail_server

if TYPE_CHECKING:
    from joserfc.jwk import Key

VARIETY = 8
"""Minimum number of distinct characters, and of distinct steps from one to the next. 32 random ones have 10 or more."""
PLACEHOLDERS = re.compile(
    "changeme|changethis|default|development|example|insecure|notsecret|password|placeholder|replace|secretkey|yoursecret"
)
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
ORIGIN = re.compile(
    r"(?P<scheme>https?)://([a-z0-9._-]*[a-z0-9_-]|\[(?P<ipv6>[0-9a-f:.]+)\])(:(?P<port>[1-9][0-9]{0,4}))?/?"
)
DEFAULT_PORTS = {"http": "80", "https": "443"}
HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*")


def has_certificate(text: str) -> bool:
    """Return whether the text consists of certificates in PEM, at least one."""
    try:
        ssl.create_default_context().load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):  # ValueError: it is not ASCII
        return False
    return True


def is_address(text: str) -> bool:
    """Return whether the text is host:port."""
    match = re.fullmatch(r".+:([0-9]{1,5})", text)
    return match is not None and int(match[1]) <= 65_535


def is_origin(text: str) -> bool:
    """Return whether the text is an origin as browsers send it: a scheme, a host, and a port if it is not the default.

    A slash at the end is accepted.
    """
    match = ORIGIN.fullmatch(text.lower())
    if match is None or match["port"] == DEFAULT_PORTS[match["scheme"]] or int(match["port"] or 1) > 65_535:
        return False
    return not match["ipv6"] or is_ip_address(match["ipv6"])


def looks_random(secret: str) -> bool:
    """Return whether a secret looks random: no repetition, no sequence, no placeholder."""
    letters = "".join(filter(str.isalnum, secret.lower()))
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    repeats = secret in (secret * 2)[1:-1]
    return not repeats and min(len(set(secret)), len(steps)) >= VARIETY and not PLACEHOLDERS.search(letters)


def is_web_address(text: str) -> bool:
    """Return whether the text is the URL of a page or document, without a query or a fragment."""
    return bool(re.fullmatch(r"https?://[^/?#\s@]+(/[^?#\s]*)?", text))


def is_readable_file(path: str) -> bool:
    """Return whether this process can read the file."""
    return os.path.isfile(path) and os.access(path, os.R_OK)  # Path.is_file fails in a closed folder


def keys_of_file(path: str) -> list[Key]:
    """Return the usable keys of a file with a JSON Web Key Set, or none for anything else."""
    from app.settings.public_keys import read_key_file, usable_keys  # few installations need them

    try:
        return list(usable_keys(read_key_file(path)))
    except ProviderAway:
        return []


def _uses_oidc(config: Config) -> bool:
    return bool(config.oidc_issuer or config.oidc_client_id or config.oidc_client_secret or config.oidc_name)


def _uses_handover(config: Config) -> bool:
    return bool(config.handover_issuer or config.handover_audience or config.handover_keys)


SIMULATED = "-simulated-key-"
"""A part of every key of the simulator."""
ESCAPED = "; in a password, write %40 for @, %2F for /, %3F for ? and %23 for #"
ADDRESS = "must be host:port, such as 127.0.0.1:8000, with a port up to 65535"


class Rule(NamedTuple):
    """A rule. If `holds(config)` is false, the fault is `variable: must`. `reads`: other variables that it uses.

    It is skipped if a fault of any of these variables is known.
    """

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
    Rule(
        "AGENTOS_READ_TIMEOUT_S",
        f"plus AGENTOS_CONNECT_TIMEOUT_S must be at most {LONGEST_ATTEMPT_S:g}, because a lease lasts {LEASE_S:g} s",
        lambda config: config.agentos_connect_timeout_s + config.agentos_read_timeout_s <= LONGEST_ATTEMPT_S,
        reads=("AGENTOS_CONNECT_TIMEOUT_S",),
    ),
    Rule(
        "SECRET_KEY_OLD",
        "must be the former SECRET_KEY, not the present one",
        lambda config: not config.secret_key_old or config.secret_key_old != config.secret_key,
        reads=("SECRET_KEY",),
    ),
    Rule("BIND", ADDRESS, lambda config: is_address(config.bind)),
    Rule("METRICS_BIND", ADDRESS, lambda config: not config.metrics_bind or is_address(config.metrics_bind)),
    Rule(
        "SMTP_URL",
        "must begin with smtp:// or smtps://, such as smtp://user:password@mail.example:587",
        lambda config: "://" in config.smtp_url or config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "SMTP_URL",
        f"must be smtp://host:port, smtps://host:port or console:{ESCAPED}",
        lambda config: is_mail_server(config.smtp_url) or config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "HTTPS_PROXY",
        f"must be an HTTP proxy, such as http://user:password@proxy.example:3128{ESCAPED}",
        lambda config: not config.https_proxy or is_http_proxy(config.https_proxy),
    ),
    Rule(
        "EXTRA_CA",
        "must be certificates in PEM; EXTRA_CA_FILE may name a file with them",
        lambda config: not config.extra_ca or has_certificate(config.extra_ca),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must be host names without https:// or a port (.agency.example is any name below that)",
        lambda config: all(HOST.fullmatch(host) for host in config.trusted_hosts),
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be origins such as https://app.agency.example or, in development, http://localhost:3000, without a path "
        "and without the usual port (443 or 80)",
        lambda config: all(map(is_origin, config.allowed_origins)),
    ),
    Rule(
        "METRICS_BIND",
        "must not be BIND, which is public",
        lambda config: config.metrics_bind != config.bind,
        reads=("BIND",),
    ),
    Rule(
        "OIDC_ISSUER",
        "must be the identity provider's URL, such as https://id.group.example, because another OIDC_ setting is set",
        lambda config: not _uses_oidc(config) or is_web_address(config.oidc_issuer),
    ),
    Rule(
        "OIDC_ISSUER",
        "must be the identity provider's URL without /.well-known/openid-configuration, which the portal adds",
        lambda config: not config.oidc_issuer.rstrip("/").endswith("/.well-known/openid-configuration"),
    ),
    Rule(
        "OIDC_CLIENT_ID",
        "must be the portal's id at the identity provider, because another OIDC_ setting is set",
        lambda config: not _uses_oidc(config) or bool(config.oidc_client_id),
    ),
    Rule(
        "OIDC_NAME",
        "must name the identity provider for the sign-in button, such as Acme Group, in at most 40 characters",
        lambda config: (
            not _uses_oidc(config) or (0 < len(config.oidc_name.strip()) <= 40 and config.oidc_name.isprintable())
        ),
    ),
    Rule(
        "HANDOVER_ISSUER",
        "must be the issuer (iss) of the tokens, because another HANDOVER_ setting is set",
        lambda config: not _uses_handover(config) or bool(config.handover_issuer),
    ),
    Rule(
        "HANDOVER_AUDIENCE",
        "must be the audience (aud) of the tokens, such as the portal's URL, because another HANDOVER_ setting is set",
        lambda config: not _uses_handover(config) or bool(config.handover_audience),
    ),
    Rule(
        "HANDOVER_KEYS",
        "must be the URL of a JSON Web Key Set or a file with one, because another HANDOVER_ setting is set",
        lambda config: not _uses_handover(config) or bool(config.handover_keys),
    ),
    Rule(
        "HANDOVER_KEYS",
        "must be a file that exists and that the portal can read, or a URL without a query",
        lambda config: (
            not config.handover_keys or is_web_address(config.handover_keys) or is_readable_file(config.handover_keys)
        ),
    ),
    Rule(
        "HANDOVER_KEYS",
        "must be a JSON Web Key Set with a public key; other formats, such as PEM, are not accepted",
        lambda config: not is_readable_file(config.handover_keys) or bool(keys_of_file(config.handover_keys)),
    ),
    Rule(
        "HANDOVER_KEYS",
        "must have no private keys, with which anybody who reads the file could sign in as any contractor",
        lambda config: not any(key.is_private for key in keys_of_file(config.handover_keys)),
    ),
)
PRODUCTION = (
    Rule(
        "METRICS_BIND",
        "must be one address of this machine, not all addresses, because anybody who can connect can read all metrics",
        lambda config: not config.metrics_bind or not is_everywhere(config.metrics_bind),
    ),
    Rule("FLASK_DEBUG", "must not be set", lambda config: not config.debug),
    Rule(
        "SECRET_KEY",
        "must be random, with at least 32 characters: python3 -c 'import secrets; print(secrets.token_hex())'",
        lambda config: len(config.secret_key) >= 32 and looks_random(config.secret_key),
    ),
    Rule(
        "SMTP_URL",
        "must be a mail server, such as smtp://user:password@mail.example:587",
        lambda config: not config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must name the hosts that the portal answers to, such as portal.agency.example (not .example or .co.uk)",
        lambda config: (
            bool(config.trusted_hosts)
            and not any(host.startswith(".") and is_public_suffix(host[1:]) for host in config.trusted_hosts)
        ),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must name one host in full, such as portal.agency.example: links in e-mails lead to the first of them",
        lambda config: not all(host.startswith(".") for host in config.trusted_hosts),
    ),
    Rule(
        "PROXY_HOPS",
        "must be at least 1, because the portal needs a proxy in front of it, such as that of deploy/nginx",
        lambda config: config.proxy_hops > 0,
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be origins that begin with https://",
        lambda config: not any(origin.lower().startswith("http:") for origin in config.allowed_origins),
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be on the site of a host in TRUSTED_HOSTS, such as https://app.agency.example for portal.agency.example, "
        "because pages of other sites get no session cookie",
        lambda config: not foreign_origins(config),
        reads=("TRUSTED_HOSTS",),
    ),
    Rule(
        "OIDC_ISSUER",
        "must begin with https://",
        lambda config: not config.oidc_issuer.startswith("http:"),
    ),
    Rule(
        "HANDOVER_KEYS",
        "must begin with https:// or be the path of a file",
        lambda config: not config.handover_keys.startswith("http:"),
    ),
)
"""Rules of production and staging."""
REAL_AGENTOS = (
    Rule(
        "AGENTOS_API_KEY",
        "must not be the simulator's, which everybody knows (with AGENCIES_FILE: the variable that api_key_env names)",
        lambda config: not any(SIMULATED in agency.api_key for agency in config.agencies.values()),
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
        "SETTLE_S",
        "must be at least 60, and at least AGENTOS_UPLOAD_TIMEOUT_S",
        lambda config: config.settle_s >= max(60.0, config.agentos_upload_timeout_s),
        reads=("AGENTOS_UPLOAD_TIMEOUT_S",),
    ),
)
"""Rules of production, which calls the real AgentOS."""
SIMULATED_AGENTOS = (
    Rule(
        "AGENTOS_BASE_URL",
        "must be the simulator's address in staging",
        lambda config: config.agentos_base_url != VENDOR_URL,
    ),
    Rule(
        "AGENTOS_API_KEY",
        "must be the simulator's in staging, so that nothing real changes (with AGENCIES_FILE: the variable that "
        "api_key_env names)",
        lambda config: all(SIMULATED in agency.api_key for agency in config.agencies.values()),
    ),
)
"""Rules of staging, which calls the simulated AgentOS: its limits need no care."""

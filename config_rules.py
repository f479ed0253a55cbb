"""What speaks against starting with a configuration, beyond the shape of each value."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from email.utils import parseaddr
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from config import Config

DEVELOPMENT_SECRET = "development only, known to everybody"
VENDOR_LIMIT = 50
"""AgentOS's own limit, in calls per key and rolling 60 seconds."""
VARIETY = 8
"""Different signs, and different steps from one sign to the next: random secrets of 32 have 10 and more of either."""
PLACEHOLDERS = re.compile(
    "changeme|changethis|default|development|example|insecure|notsecret|password|placeholder|replace|secretkey|yoursecret"
)
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*")


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
        lambda config: bool(_TOKEN.fullmatch(config.agentos_key_header)),
    ),
    Rule("MAIL_FROM", "must be an e-mail address", lambda config: _is_sender(config.mail_from)),
    Rule(
        "SMTP_URL",
        "must be smtp://host:port, smtps://host:port or console:",
        lambda config: is_mail_server(config.smtp_url) or config.smtp_url.lower().startswith("console:"),
    ),
    Rule(
        "TRUSTED_HOSTS",
        "must be host names without a port (.agency.example is any name below that)",
        lambda config: all(_HOST.fullmatch(host) for host in config.trusted_hosts),
    ),
)
PRODUCTION = (
    Rule("FLASK_DEBUG", "must not be set", lambda config: not config.debug),
    Rule("SECRET_KEY", "must have at least 32 characters", lambda config: len(config.secret_key) >= 32),
    Rule(
        "SECRET_KEY",
        "must be random: python3 -c 'import secrets; print(secrets.token_hex())'",
        lambda config: len(config.secret_key) < 32 or looks_random(config.secret_key),
    ),
    Rule("AGENTOS_BASE_URL", "must begin with https://", lambda config: config.agentos_base_url.startswith("https://")),
    Rule(
        "AGENTOS_BUDGET",
        f"must not be more than {VENDOR_LIMIT} per 60 s",
        # As many whole budgets as the limit has room for must last a minute.
        lambda config: VENDOR_LIMIT // config.agentos_budget * config.agentos_budget_window_s >= 60,
        reads=("AGENTOS_BUDGET_WINDOW_S",),
    ),
    Rule("AGENTOS_REST_S", "must be at least 60", lambda config: config.agentos_rest_s >= 60),
    Rule("SMTP_URL", "must be a mail server", lambda config: is_mail_server(config.smtp_url)),
    Rule(
        "TRUSTED_HOSTS",
        "must be set, and no suffix may stand for a whole top-level domain",
        lambda config: bool(config.trusted_hosts) and not any(_is_wide(host) for host in config.trusted_hosts),
    ),
    Rule(
        "ALLOWED_ORIGINS",
        "must be origins that begin with https://",
        lambda config: all(re.fullmatch(r"https://[^/*\s]+/?", origin) for origin in config.allowed_origins),
    ),
)


def faults(config: Config, rules: Collection[Rule], unread: Collection[str]) -> Iterator[str]:
    """A line for each rule that does not hold, save those about variables that are `unread`, since their fault is told.

    The values of unread variables are None, whatever their type says.
    """
    for rule in rules:
        if not {rule.variable, *rule.reads} & set(unread) and not rule.holds(config):
            yield f"{rule.variable}: {rule.must}"


def is_mail_server(url: str) -> bool:
    """Whether a URL names a server that takes mail."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_sender(text: str) -> bool:
    """Whether mail can come from there: an address, perhaps with a name in front."""
    name, _, domain = parseaddr(text)[1].rpartition("@")
    return bool(name and domain) and text.isprintable()


def looks_random(secret: str) -> bool:
    """Whether nobody could have typed it without thinking: not the same over and over, no sequence, no placeholder."""
    letters = "".join(filter(str.isalnum, secret.lower()))
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    repeats = secret in (secret * 2)[1:-1]
    return not repeats and min(len(set(secret)), len(steps)) >= VARIETY and not PLACEHOLDERS.search(letters)


def _is_wide(host: str) -> bool:
    return host.startswith(".") and "." not in host[1:]

"""Settings that can be used, but are probably not meant so. The portal warns of them and starts."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator

import structlog

from app.domain.agency import Agency
from app.settings.environment import FILE, KEYS, settings_names
from app.settings.model import Config, is_everywhere, local_url
from app.settings.sites import foreign_origins

OTHERS = ("HTTP_PROXY",)
"""Variables of other programs. The portal ignores them."""


def misspelt(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that looks like a misspelt setting, and the setting. The portal ignores the name."""
    known = settings_names()
    for name in names:
        setting = name.removesuffix(FILE)
        matches = difflib.get_close_matches(setting, known, n=1, cutoff=0.85)
        if matches and not {name, setting} & {*known, *OTHERS} and not name.startswith(KEYS):
            yield name, matches[0]


def warnings_of(config: Config) -> Iterator[str]:
    """Yield a sentence for each doubtful setting of this process."""
    yield from (f"{name} is no setting; {setting} is." for name, setting in misspelt(sorted(os.environ)))
    is_open = is_everywhere(config.bind)
    if not config.is_production and (is_open or not local_url(config.bind).startswith("http://localhost:")):
        where = "every address of this machine" if is_open else config.bind
        yield (
            f"PORTAL_ENV: {config.environment} has no HTTPS and prints sign-in codes, but BIND is {where}. Set "
            "production, or staging with the simulated AgentOS, unless only you can reach this address."
        )
    portal = config.public_url.rpartition(":")[0]
    for origin in foreign_origins(config):  # production refuses them
        yield (
            f"ALLOWED_ORIGINS: pages of {origin} cannot stay signed in at {portal}. Use the same scheme and host name "
            "for both, such as localhost: for a browser, localhost and 127.0.0.1 are two sites."
        )
    yield from _twins(config.agencies.values())


def _twins(agencies: Iterable[Agency]) -> Iterator[str]:
    """Yield a warning for each agency that has the key of an earlier one, or its name in other capitals."""
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    for agency in agencies:
        name = agency.short_name
        if (twin := keys.setdefault(agency.api_key, name)) != name:
            yield f"AGENCIES_FILE: {twin} and {name} have the same API key. Give each agency its own, or remove one."
        if (twin := names.setdefault(name.casefold(), name)) != name:
            yield f"AGENCIES_FILE: {twin} and {name} differ only in capitals. If they are one agency, remove one."


def log_warnings(config: Config) -> None:
    """Log a warning for each doubtful setting, at the start of a web server."""
    for sentence in warnings_of(config):
        structlog.get_logger("process").warning(sentence)

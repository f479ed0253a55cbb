"""The facts about a process that other processes compare with theirs. They contain no secret."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from app.domain.digests import keyed_digest
from app.domain.version import VERSION
from app.settings.env_file import changed_variables
from app.settings.model import Config, ConfigurationError
from app.settings.warnings import warnings_of

REFUSED = "The last reload was refused. Run `config check`, mend what it names, and reload again."


def describe(config: Config, read_at: str, mark: Callable[[], str], doubts: Iterable[str]) -> dict[str, Any]:
    """Return the facts of this process.

    `mark` returns the mark of the folder of documents. `doubts`: warnings that the settings do not show.
    """
    try:
        documents = mark()
    except OSError as error:
        documents = str(error.strerror)
    agencies = msgspec.json.encode(config.agencies, order="deterministic")  # the order of a set differs by process
    return {
        "version": VERSION,
        "read_at": read_at,
        "documents": documents,
        "secrets": _fingerprints(config, ""),
        "agencies": _fingerprints(config, agencies.decode()),
        "warnings": [*warnings_of(config), *_stale(config), *doubts],
    }


def _fingerprints(config: Config, text: str) -> list[str]:
    """Return a fingerprint for each secret key."""
    return [keyed_digest(key, "fingerprint", text).hex() for key in config.secret_keys]


def _stale(config: Config) -> list[str]:
    if config.reload_refused:
        return [REFUSED]
    try:
        changed = ", ".join(sorted(changed_variables()))
    except ConfigurationError as error:
        return error.faults
    return [f".env has changed since it was read ({changed}). Restart this host's services."] if changed else []

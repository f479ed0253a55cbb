"""The facts about a process that other processes compare with theirs. They contain no secret."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from app.domain.version import VERSION
from app.settings.env_file import changed_variables
from app.settings.model import Config, ConfigurationError
from app.settings.warnings import warnings_of


def describe(config: Config, read_at: str, mark: Callable[[], str]) -> dict[str, Any]:
    """Return the facts of this process. `mark` returns the mark of the folder of documents."""
    try:
        documents = mark()
    except OSError as error:
        documents = str(error.strerror)
    agencies = {name: asdict(agency) for name, agency in config.agencies.items()}
    return {
        "version": VERSION,
        "read_at": read_at,
        "documents": documents,
        "secrets": _fingerprints(config, ""),
        "agencies": _fingerprints(config, json.dumps(agencies, sort_keys=True, default=_plain)),
        "warnings": [*warnings_of(config), *_stale(config)],
    }


def _fingerprints(config: Config, text: str) -> list[str]:
    """Return a fingerprint for each secret key. Without the key, nobody can compare or guess texts."""
    return [hmac.digest(key.encode(), f"fingerprint {text}".encode(), "sha256").hex() for key in config.secret_keys]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else repr(value)  # the order of a set differs by process


def _stale(config: Config) -> list[str]:
    if config.reload_refused:
        return ["The last reload was refused. Run `config check`, mend what it names, and reload again."]
    try:
        changed = ", ".join(changed_variables())
    except ConfigurationError as error:
        return error.faults
    return [f".env has changed since it was read ({changed}). Restart this host's services."] if changed else []

"""The facts about a process's configuration that other processes compare with theirs. They contain no secret."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.settings.env_file import changed_variables
from app.settings.model import Config, ConfigurationError
from app.settings.warnings import warnings_of


def describe(config: Config, salt: str) -> dict[str, Any]:
    """Return fingerprints of the secrets and the agencies, and the warnings. `salt` is the same on all hosts."""
    return {
        "secrets": [_fingerprint(salt, key) for key in config.secret_keys],
        "agencies": _fingerprint(salt, _agencies(config)),
        "warnings": [*warnings_of(config), *_stale()],
    }


def _stale() -> list[str]:
    try:
        changed = ", ".join(changed_variables())
    except ConfigurationError as error:
        return error.faults
    return [f".env has changed since it was read ({changed}). Restart this process."] if changed else []


def _agencies(config: Config) -> str:
    agencies: Mapping[str, Any] = {name: asdict(agency) for name, agency in config.agencies.items()}
    return json.dumps(agencies, sort_keys=True, default=_plain)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else repr(value)  # the order of a set differs by process


def _fingerprint(salt: str, text: str) -> str:
    return hmac.digest(salt.encode(), text.encode(), "sha256").hex()

"""What answers are made by, besides rows: the code, and how the agency is configured."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from app.settings.model import Config


def recipes(config: Config) -> dict[str, str]:
    """A digest for each agency, by its short name: answers made by another are none any more."""
    return {
        name: _digest(_code(), replace(one, api_key=""), config.contact_days) for name, one in config.agencies.items()
    }


@cache
def _code() -> str:
    """All of the application's, as this process found it."""
    return _digest(*(path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py"))))


def _digest(*things: object) -> str:
    return blake2b(msgspec.json.encode(things, order="deterministic"), digest_size=16).hexdigest()

"""Fingerprints of the code and of the agencies' configuration, on which cached responses depend."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from app.store.code_fingerprint import code_fingerprint

if TYPE_CHECKING:
    from app.settings.model import Config


def fingerprints(config: Config) -> dict[str, str]:
    """Return a fingerprint for each agency, by its short name. Responses with another fingerprint are never sent."""
    prints = {}
    for name, agency in config.agencies.items():
        values = (code_fingerprint(), replace(agency, api_key=""), config.contact_days)
        prints[name] = blake2b(msgspec.json.encode(values, order="deterministic"), digest_size=16).hexdigest()
    return prints

"""Public keys of an issuer of signed tokens: a JSON Web Key Set (RFC 7517)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, KeySet

from app.domain.errors import ProviderAway

JOSERFC_ERRORS = (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""The exceptions of joserfc for tokens and keys of any content."""


def usable_keys(document: dict[str, Any]) -> KeySet:
    """Return the public keys in a key set, without those of an unknown kind. Raise ProviderAway if there are none."""
    keys = []
    values = document.get("keys")
    for value in values if isinstance(values, list) else ():
        if not isinstance(value, dict) or value.get("kty") == "oct":  # a secret is no public key
            continue
        try:
            key = JWKRegistry.import_key(value)
            key.ensure_kid()
        except JOSERFC_ERRORS:
            continue
        keys.append(key)
    if not keys:
        raise ProviderAway("the key set has no usable key")
    return KeySet(keys)


def read_key_file(path: str) -> dict[str, Any]:
    """Return the key set in a file. Raise ProviderAway if the file cannot be read or is no JSON object."""
    try:
        document = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ProviderAway(f"the key file: {type(error).__name__}") from None
    if not isinstance(document, dict):
        raise ProviderAway("the key file is no JSON object")
    return document

"""Signed tokens (JSON Web Tokens, RFC 7519), checked with their issuer's public keys (a JSON Web Key Set, RFC 7517).

Only asymmetric algorithms are accepted. So nobody can use a public key as the secret of HS256, and "none" is refused
(RFC 8725, 3.1 and 3.2).
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from joserfc import jwt
from joserfc.errors import (
    BadSignatureError,
    ClaimError,
    ExpiredTokenError,
    InvalidKeyCurveError,
    InvalidKeyIdError,
    JoseError,
    KeyParameterError,
    SecurityWarning,
)
from joserfc.jwk import JWKRegistry, KeySet
from joserfc.jws import JWSRegistry

from app.domain.errors import ProviderAway
from app.identity.cached_document import CachedDocument
from app.identity.errors import TokenExpired, TokenRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.clock import Clock

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "Ed25519")
"""RFC 9864 calls EdDSA with this curve Ed25519."""
KEPT_S = 3600.0
"""Seconds for which keys are used before they are fetched again. A key that the issuer has withdrawn lives so long."""
LOOK_AGAIN_S = 60.0
"""Least seconds between two fetches because of an unknown key. Anybody can send tokens with unknown keys."""
UNKNOWN_KEY = (InvalidKeyIdError, BadSignatureError, KeyParameterError, InvalidKeyCurveError)
"""The exceptions of joserfc for a token whose key is not in a key set.

An issuer may exchange its key under the same id, or without one (OpenID Connect Core 1.0, 10.1).
"""
JOSERFC_ERRORS = (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""The exceptions of joserfc for tokens and keys of any content."""

# joserfc warns of the name EdDSA, which RFC 9864 replaces. Issuers still use it.
warnings.filterwarnings("ignore", message="EdDSA is deprecated", category=SecurityWarning)


class PublicKeys:
    """The keys of an issuer. `fetch` returns the key set as JSON, or raises ProviderAway."""

    def __init__(self, fetch: Callable[[], dict[str, Any]], clock: Clock) -> None:
        self._clock = clock
        self._keys = CachedDocument(lambda: usable_keys(fetch()), clock)

    def prepare(self) -> None:
        """Fetch the keys, so that no request waits for them. Raise ProviderAway."""
        self._keys.get(KEPT_S)

    def verify(self, token: str) -> jwt.Token:
        """Return the header and the claims of a token with a valid signature. The claims are not checked.

        If none of the keys fits, fetch them again. Raise TokenRefused, also if they cannot be fetched again, or
        ProviderAway without any keys.
        """
        keys = self._keys.get(KEPT_S)
        try:
            return _decoded(token, keys)
        except UNKNOWN_KEY as error:
            refusal = refusal_of(error)
        try:
            return _decoded(token, self._keys.get(LOOK_AGAIN_S))
        except UNKNOWN_KEY:
            raise refusal from None
        except ProviderAway as error:
            raise TokenRefused(f"{refusal.reason}; new keys: {error.reason}") from None

    def claims(self, token: str, *, issuer: str, required: tuple[str, ...], leeway_s: int) -> dict[str, Any]:
        """Return the claims of a token of this issuer with a valid signature, valid now, that has the `required` ones.

        `leeway_s`: the seconds by which the issuer's clock may differ. Raise TokenRefused or ProviderAway.
        """
        claims = self.verify(token).claims
        options: dict[str, jwt.ClaimsOption] = {name: {"essential": True} for name in required}
        options["iss"] = {"essential": True, "value": issuer}
        registry = jwt.JWTClaimsRegistry(now=int(self._clock.now().timestamp()), leeway=leeway_s, **options)
        try:
            registry.validate(claims)
        except JOSERFC_ERRORS as error:
            raise refusal_of(error) from None
        return claims


def _decoded(token: str, keys: KeySet) -> jwt.Token:
    """Return a token with a valid signature. Raise one of `UNKNOWN_KEY` or TokenRefused."""
    try:
        return jwt.decode(token, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    except UNKNOWN_KEY:
        raise
    except JOSERFC_ERRORS as error:
        raise refusal_of(error) from None


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


def refusal_of(error: Exception) -> TokenRefused:
    """Return the refusal for one of `JOSERFC_ERRORS`, without its message, which may contain personal data."""
    if isinstance(error, ExpiredTokenError):
        return TokenExpired("expired")
    if isinstance(error, ClaimError):
        return TokenRefused(f"{error.error}: {error.claim}")
    return TokenRefused(error.error if isinstance(error, JoseError) else type(error).__name__)

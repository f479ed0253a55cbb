"""Signed tokens (JSON Web Tokens, RFC 7519), checked with the public keys of their issuer.

Only asymmetric algorithms are accepted. So nobody can use a public key as the secret of HS256, and "none" is refused
(RFC 8725, 3.1 and 3.2).
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

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
from joserfc.jws import JWSRegistry

from app.auth.sso.cached_document import KEPT_S
from app.auth.sso.errors import TokenExpired, TokenRefused
from app.domain.errors import ProviderAway
from app.settings.public_keys import JOSERFC_ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable

    from joserfc.jwk import KeySet

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "Ed25519")
"""RFC 9864 calls EdDSA with this curve Ed25519."""
LOOK_AGAIN_S = 60.0
"""Least seconds between two fetches because of an unknown key. Anybody can send tokens with unknown keys."""
UNKNOWN_KEY = (InvalidKeyIdError, BadSignatureError, KeyParameterError, InvalidKeyCurveError)
"""The exceptions of joserfc for a token whose key is not in a key set.

An issuer may exchange its key under the same id, or without one (OpenID Connect Core 1.0, 10.1).
"""

# joserfc warns of the name EdDSA, which RFC 9864 replaces. Issuers still use it.
warnings.filterwarnings("ignore", message="EdDSA is deprecated", category=SecurityWarning)


def verify(token: str, keys: Callable[[float], KeySet]) -> jwt.Token:
    """Return the header and the claims of a token with a valid signature. The claims are not checked.

    `keys`: returns the issuer's keys, fetched at most so many seconds ago. If none of them fits, fetch them again.
    Raise TokenRefused, also if they cannot be fetched again, or ProviderAway without any keys.
    """
    try:
        return _decoded(token, keys(KEPT_S))
    except UNKNOWN_KEY as error:
        refusal = refusal_of(error)
    try:
        return _decoded(token, keys(LOOK_AGAIN_S))
    except UNKNOWN_KEY:
        raise refusal from None
    except ProviderAway as error:
        raise TokenRefused(f"{refusal}; new keys: {error.reason}") from None


def _decoded(token: str, keys: KeySet) -> jwt.Token:
    """Return a token with a valid signature. Raise one of `UNKNOWN_KEY` or TokenRefused."""
    try:
        return jwt.decode(token, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    except UNKNOWN_KEY:
        raise
    except JOSERFC_ERRORS as error:
        raise refusal_of(error) from None


def refusal_of(error: Exception) -> TokenRefused:
    """Return the refusal for one of `JOSERFC_ERRORS`, without its message, which may contain personal data."""
    if isinstance(error, ExpiredTokenError):
        return TokenExpired("expired")
    if isinstance(error, ClaimError):
        return TokenRefused(f"{error.error}: {error.claim}")
    return TokenRefused(error.error if isinstance(error, JoseError) else type(error).__name__)

"""Digests that databases, session stores and passkeys contain: a change of a function here makes them all invalid."""

import hmac
from hashlib import sha256


def lookup_digest(secret: str) -> str:
    """Return the SHA-256, in hexadecimal, of a secret or of another system's id, which is stored in its place.

    It needs no key, because nobody can guess the secret. `secret` may contain halves of surrogate pairs.
    """
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def keyed_digest(secret_key: str, purpose: str, *values: str) -> bytes:
    """Return the HMAC-SHA-256 (RFC 2104) of values that somebody could guess, such as addresses and codes.

    Nobody can compare it with a guess without `secret_key`, the setting. Each `purpose` has different digests.
    """
    return hmac.digest(secret_key.encode(), "\n".join((purpose, *values)).encode(), "sha256")

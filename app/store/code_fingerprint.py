"""A fingerprint of the application's code, to detect stored values that were made by other code."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

APP = Path(__file__).parents[1]


@cache
def code_fingerprint(*packages: str) -> bytes:
    """Return a digest of these packages' Python files (none: of the whole application) as of the first call."""
    digest = blake2b(digest_size=16)
    for folder in [APP / package for package in packages] or [APP]:
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()

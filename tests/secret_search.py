"""A search for secrets in output, however they are encoded."""

import html
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus, unquote

_LAYERS = 3
"""The maximum number of nested encodings, such as a URL in a URL in a JSON text."""
_ESCAPED = re.compile(r"\\+(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([nrt\"'/\\]))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t"}
_SHORT = 8
"""Shorter plain texts must stand alone, because many numbers contain `123456`."""


def find_secrets(text: str, secrets: Iterable[str]) -> list[str]:
    """Return the secrets that `text` contains, each once, with the encoding.

    The search finds plain text in any case and with other spaces, percent-encoded text (also twice), and text escaped
    as in JSON, Python or HTML. It also finds hexadecimal and base64 (both alphabets, within longer data) of the secret
    or of its escaped forms.
    """
    seen = [(layer, _squeezed(layer), _squeezed(layer).lower()) for layer in _layers(text)]
    return [f"{secret} ({how})" for secret in dict.fromkeys(secrets) if (how := _how(secret, seen))]


def _how(secret: str, seen: list[tuple[str, str, str]]) -> str | None:
    plain = _squeezed(secret).lower()
    assert len(plain) >= 4, f"{secret!r} is too short to be looked for"
    if len(plain) < _SHORT:
        alone = re.compile(rf"(?<![0-9a-z.]){re.escape(secret)}(?![0-9a-z])", re.IGNORECASE)
        if any(alone.search(layer) for layer, _, _ in seen):
            return "plain"
    elif any(plain in lower for _, _, lower in seen):
        return "plain"
    for form in {secret, secret.lower(), secret.upper(), quote(secret, safe=""), quote_plus(secret), _json(secret)}:
        code = form.encode()
        if any(code.hex() in lower for _, _, lower in seen):
            return "hexadecimal"
        if any(core in squeezed for core in _base64(code) for _, squeezed, _ in seen):
            return "base64"
    return None


def _layers(text: str) -> Iterator[str]:
    for _ in range(_LAYERS):
        yield text
        inner = html.unescape(_ESCAPED.sub(_sign, unquote(text)))
        if inner == text:
            return
        text = inner
    yield text


def _sign(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number is None:
        return _SIGNS.get(match[4], match[4])
    return chr(int(number, 16)) if int(number, 16) < 0x110000 else match[0]


def _squeezed(text: str) -> str:
    """Return the text without white space and plus signs, which stand for spaces in forms. Join surrogate pairs."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(r"[\s+]+", "", whole)


def _json(text: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text if ord(c) < 0x10000)


def _base64(code: bytes) -> Iterator[str]:
    """Yield the base64 characters that depend only on `code`, for each of its three positions in a group.

    Plus signs are removed, because `_squeezed` removes them from the text.
    """
    for before in range(3):
        first, after = -(-before * 8 // 6), (before + len(code)) * 8 // 6
        for encode in (b64encode, urlsafe_b64encode):
            yield encode(bytes(before) + code)[first:after].decode().replace("+", "")

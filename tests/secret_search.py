"""Looking for secrets in what was printed, whatever they were wrapped in on the way."""

import html
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus, unquote

_LAYERS = 3
"""How many escapings one within another are undone: a URL in a URL in a JSON text."""
_ESCAPED = re.compile(r"\\+(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([nrt\"'/\\]))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t"}
_SHORT = 8
"""Plain text of fewer characters must stand alone: `123456` is in many a number."""


def find_secrets(text: str, secrets: Iterable[str]) -> list[str]:
    """Which of `secrets` stand in `text`, and how: as they are, in any case, escaped or encoded; once each.

    Found are: plain, percent-encoded (twice, too), escaped as in JSON, Python or HTML, with other spaces or none; and
    hexadecimal or base64 (both alphabets, in the middle of something longer) of the secret or of its escaped forms.
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
    """Without spaces, line breaks and the plus of a form's space; two halves of a JSON escape made one character."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(r"[\s+]+", "", whole)


def _json(text: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text if ord(c) < 0x10000)


def _base64(code: bytes) -> Iterator[str]:
    """The characters that depend on nothing but `code`, for each of the three places it can stand at in a group.

    Without plus signs, as they were squeezed out.
    """
    for before in range(3):
        first, after = -(-before * 8 // 6), (before + len(code)) * 8 // 6
        for encode in (b64encode, urlsafe_b64encode):
            yield encode(bytes(before) + code)[first:after].decode().replace("+", "")

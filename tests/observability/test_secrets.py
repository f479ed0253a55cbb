"""The search for secrets finds each encoding. Otherwise, a clean log would prove nothing."""

import base64
import html
import json
from urllib.parse import quote, quote_plus

import pytest

from tests.secret_search import find_secrets

SECRETS = {
    "key": "acme-simulated-key-6d1f0c2b9a",
    "bank": "SECRET-SORT-20-00-00",
    "e-mail": "o'brien+jobs@harper.example",
    "note": "Key under the blue pot 🔑\n<b>änderung</b>",
    "phone": "07700 900321",
    "code": "048213",
    "binary": "ÿþ>>>???~~~",
}
DISGUISES = {
    "plain": lambda s: s,
    "upper": str.upper,
    "swapped case": str.swapcase,
    "JSON": lambda s: json.dumps({"a": s}),
    "JSON in JSON": lambda s: json.dumps(json.dumps({"a": s})),
    "JSON unescaped": lambda s: json.dumps(s, ensure_ascii=False),
    "repr": lambda s: repr({"a": s.encode().decode()}),
    "bytes": lambda s: s.encode("unicode_escape").decode(),
    "URL": quote,
    "whole URL": lambda s: quote(s, safe=""),
    "form": quote_plus,
    "URL in URL": lambda s: quote(quote(s, safe=""), safe=""),
    "small URL": lambda s: quote(s, safe="").lower(),
    "every byte": lambda s: "".join(f"%{byte:02x}" for byte in s.encode()),
    "HTML": html.escape,
    "hex": lambda s: s.encode().hex(),
    "HEX": lambda s: s.encode().hex().upper(),
    "hex of a URL": lambda s: quote(s, safe="").encode().hex(),
    **{
        f"{name} {before}+{after}": lambda s, e=encode, b=before, a=after: e(b * b"x" + s.encode() + a * b"y").decode()
        for name, encode in (("base64", base64.b64encode), ("urlsafe", base64.urlsafe_b64encode))
        for before in range(4)
        for after in range(3)
    },
    "MIME": lambda s: base64.encodebytes(b"Basic user:" * 9 + s.encode()).decode(),
    "MIME in JSON": lambda s: json.dumps(base64.encodebytes(b"Basic user:" * 9 + s.encode()).decode()),
    "base64 in a URL": lambda s: quote(base64.b64encode(s.encode()), safe=""),
    "a URL in base64": lambda s: base64.b64encode(quote(s, safe="").encode()).decode(),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_every_disguised_secret_is_found(secret: str, disguise) -> None:  # type: ignore[no-untyped-def]
    text = f'{{"event": "request", "rule": "/a"}} {disguise(secret)} {{"status": 200}}'
    assert [report.rpartition(" (")[0] for report in find_secrets(text, [secret, "nothing-of-this"])] == [secret]


def test_absent_secret_is_not_found() -> None:
    text = json.dumps({"milliseconds": 1048213.5, "request_id": "f048213e" * 4, "at": "2026-11-25T09:00:00.048213Z"})
    assert find_secrets(text * 100, SECRETS.values()) == []

"""The sentences of the web app about a failed single sign-on."""

from __future__ import annotations

from app.auth import limits
from app.auth.sso import openid
from app.domain.errors import ProviderAway
from tests.web.js_modules import evaluate


def test_sentences_are_those_of_the_api() -> None:
    sentences = evaluate("sign-in/failures.js", "it.SENTENCES")
    # The API says "this e-mail address". After a redirect, no screen shows the address.
    assert "e-mail address of that sign-in" in sentences.pop("no-account")
    assert sentences == {**openid.SENTENCES, "busy": limits.TOO_MANY, "away": ProviderAway("").sentence}

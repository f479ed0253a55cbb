"""The reasons for which a proof of identity is not accepted. The text of each is for the log, without personal data."""

import re

from app.domain.errors import ProviderAway

NOT_VERIFIED = "The portal could not verify this sign-in."
BUSY_RETRY_S = 2.0
"""Seconds after which a request should try again if too many threads wait."""


class TokenRefused(Exception):
    """A token or a code is not accepted."""


class TokenExpired(TokenRefused):
    """A token is not accepted because its time is over."""


class EmailUnverified(TokenRefused):
    """The provider does not say that it has verified the person's e-mail address."""


class ProviderBusy(ProviderAway):
    """Too many threads of this process already wait for the provider. The provider may be healthy."""

    def __init__(self) -> None:
        super().__init__("too many threads are waiting for it", retry_after_s=BUSY_RETRY_S)


def loggable(code: object) -> str:
    """Return the code of an OAuth error (RFC 6749, 5.2) for the log. Anybody can send another text, which is not."""
    return code if isinstance(code, str) and re.fullmatch("[a-z_]{1,40}", code) else "nothing known"

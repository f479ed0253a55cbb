"""The reasons for which a proof of identity is not accepted. Each `reason` is for the log, without personal data."""

from app.domain.errors import ProviderAway


class TokenRefused(Exception):
    """A token or a code is not accepted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TokenExpired(TokenRefused):
    """A token is not accepted because its time is over."""


class EmailUnverified(TokenRefused):
    """The provider does not say that it has verified the person's e-mail address."""


class ProviderBusy(ProviderAway):
    """The portal makes too many calls to the provider just now. The provider may be healthy."""

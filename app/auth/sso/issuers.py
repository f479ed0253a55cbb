"""The issuers whose tokens the portal accepts, if settings name them: an identity provider, and another front end."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.auth.sso.cached_document import KEPT_S, CachedDocument
from app.auth.sso.http import JsonClient
from app.domain.errors import ProviderAway
from app.http_client import SessionFactory

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

    from app.auth.sso.provider import Provider
    from app.domain.clock import Clock
    from app.settings.model import Config


@dataclass(frozen=True, slots=True)
class Issuers:
    """The identity provider, and the keys of the front end that hands over signed-in people. Each may be missing."""

    provider: Provider | None
    handover_keys: CachedDocument[KeySet] | None

    def prepare(self) -> None:
        """Fetch the documents of both, so that no request waits for them."""
        for documents in (self.provider.documents if self.provider else None, self.handover_keys):
            if documents is not None:
                with suppress(ProviderAway):  # a request tries again
                    documents.get(KEPT_S)


def build(config: Config, clock: Clock) -> Issuers:
    """Return the issuers of this installation. Their libraries take a while to import, and few installations need them.

    Open no connection.
    """
    client = JsonClient(clock, SessionFactory(config.https_proxy, config.no_proxy, config.extra_ca))
    provider = handover_keys = None
    if config.oidc_issuer:
        from app.auth.sso.provider import Provider

        provider = Provider(config.oidc_issuer, config.oidc_client_id, config.oidc_client_secret, client, clock)
    if config.handover_keys:
        handover_keys = CachedDocument(lambda: _handover_keys(client, config.handover_keys), clock)
    return Issuers(provider, handover_keys)


def _handover_keys(client: JsonClient, source: str) -> KeySet:
    """Return the keys at a URL or in a file. Raise ProviderAway."""
    from app.settings.public_keys import read_key_file, usable_keys

    document: dict[str, Any] = client.get(source) if source.startswith("http") else read_key_file(source)
    return usable_keys(document)

"""Signing in with the installation's identity provider (OpenID Connect).

A sign-in begins and ends in the same browser: its nonce must match the digest that the portal stored with the
state. So nobody can make another person's browser sign in to a foreign account. The state works once. The nonce of
the ID token and the secret of PKCE are derived from the state and the portal's key, so they need not be stored.
"""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from app.auth import devices, limits, service
from app.auth.sessions import Method
from app.auth.sso.errors import NOT_VERIFIED, EmailUnverified, TokenRefused, loggable
from app.domain.clock import to_text
from app.domain.digests import keyed_digest, lookup_digest
from app.domain.errors import SignInRefused
from app.store.tables import openid_attempts

if TYPE_CHECKING:
    from app.auth.sessions import NewSession
    from app.auth.sso.provider import Provider
    from app.domain.client import Client
    from app.services import Services

CALLBACK = "/api/session/oidc/callback"
"""The path at which the provider's response arrives."""
LIFETIME = timedelta(minutes=10)
"""Time for which a person may stay at the provider."""
STATE_BYTES = 32

OR_A_CODE = "Please try again, or sign in with a code."
SENTENCES = {
    "expired": "This sign-in took too long, was used before or began in another browser. Please try again.",
    "denied": f"You did not finish signing in. {OR_A_CODE}",
    "refused": f"{NOT_VERIFIED} {OR_A_CODE}",
    "unverified": "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
}
"""The sentence for each code of `SignInRefused`."""


def start(
    services: Services, provider: Provider, *, origin: str, next_path: str, nonce_digest: str, client: Client
) -> str:
    """Store the start of a sign-in, and return the page of the provider at which the person signs in.

    `origin`: the portal's own, in the browser. Raise TooMany or ProviderAway.
    """
    limits.count_try(services, limits.SINGLE_SIGN_ONS, devices.network(client))
    state = secrets.token_urlsafe(STATE_BYTES)
    nonce, verifier = _derived(services, "nonce", state), _derived(services, "verifier", state)
    url = provider.authorization_url(redirect_uri=origin + CALLBACK, state=state, nonce=nonce, verifier=verifier)
    now = to_text(services.clock.now())
    with services.database.write() as connection:
        connection.execute(
            insert(openid_attempts).values(
                state=lookup_digest(state), attempt=nonce_digest, next_path=next_path, started_at=now
            )
        )
    return url


def use_up(services: Services, state: str, nonce_digest: str | None, client: Client) -> str:
    """Use up the sign-in that this browser started with this state, and return the page to show after it.

    Raise SignInRefused if there is none, or TooMany.
    """
    own = delete(openid_attempts).where(
        openid_attempts.c.state == lookup_digest(state),
        openid_attempts.c.attempt == nonce_digest,
        openid_attempts.c.started_at > to_text(services.clock.now() - LIFETIME),
    )
    with services.database.write() as connection:
        page: str | None = connection.scalar(own.returning(openid_attempts.c.next_path))
    if page is None:
        limits.count_try(services, limits.SINGLE_SIGN_ONS, devices.network(client))
        raise _refused(services, "expired", "unknown state", client)
    return page


def sign_in(
    services: Services, provider: Provider, state: str, response: dict[str, Any], origin: str, session: NewSession
) -> None:
    """Sign in with the provider's response to a sign-in that began with this state.

    `response`: its parameters `code`, `error` and `iss`, each a text or None. Raise SignInRefused, ProviderAway or
    NoAccount.
    """
    client = session.client
    try:
        provider.check_response_issuer(response["iss"])
        if response["code"] is None:
            raise _refused(services, "denied", f"the provider says {loggable(response['error'])}", client)
        email, id_token = provider.identify(
            response["code"],
            redirect_uri=origin + CALLBACK,
            nonce=_derived(services, "nonce", state),
            verifier=_derived(services, "verifier", state),
        )
    except EmailUnverified as error:
        raise _refused(services, "unverified", str(error), client) from None
    except TokenRefused as error:
        raise _refused(services, "refused", str(error), client) from None
    sign_out_url = provider.sign_out_url(id_token, f"{origin}/")
    service.begin(services, email, Method.OIDC, session, sign_out_url=sign_out_url)


def _refused(services: Services, code: str, why: str, client: Client) -> SignInRefused:
    """Record a failed sign-in, and return its error. It does not count as a guess, because nobody can guess a state."""
    service.record_failure(services, None, f"oidc: {why}", client)
    return SignInRefused(code, SENTENCES[code])


def _derived(services: Services, purpose: str, state: str) -> str:
    """Return a secret of 43 characters for a state. PKCE demands 43 to 128 (RFC 7636, 4.1)."""
    value = keyed_digest(services.config.secret_key, f"openid {purpose}", state)
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

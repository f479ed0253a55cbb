"""Signing in with the installation's identity provider (OpenID Connect).

A sign-in begins and ends in the same browser: its nonce must match the digest that the portal stored with the
state. So nobody can make another person's browser sign in to a foreign account. The state works once. The nonce of
the ID token and the secret of PKCE are derived from the state and the portal's key, so they need not be stored.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import delete, exists, insert, select

from app.auth import devices, limits, service
from app.auth.service import Method
from app.auth.sso.email_claim import NOT_VERIFIED, email_of_claim
from app.domain.clock import to_text
from app.domain.digests import keyed_digest, lookup_digest
from app.domain.errors import NotFound, SignInRefused
from app.identity.errors import EmailUnverified, TokenRefused
from app.store.old_rows import delete_rows
from app.store.tables import openid_attempts

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import ColumnElement

    from app.auth.sessions import NewSession
    from app.domain.client import Client
    from app.identity.provider import Identity, Provider
    from app.services import Services

CALLBACK = "/api/session/oidc/callback"
"""The path at which the provider's response arrives."""
LIFETIME = timedelta(minutes=10)
"""Time for which a person may stay at the provider."""
STATE_BYTES = 32

PROVIDER_ERRORS = frozenset(
    (
        *("invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope"),
        *("server_error", "temporarily_unavailable", "interaction_required", "login_required"),
        *("account_selection_required", "consent_required", "invalid_request_uri", "invalid_request_object"),
        *("request_not_supported", "request_uri_not_supported", "registration_not_supported"),
    )
)
"""The errors of RFC 6749, 4.1.2.1, and of OpenID Connect Core 1.0, 3.1.2.6."""
OR_A_CODE = "Please try again, or sign in with a code."
SENTENCES = {
    "expired": "This sign-in took too long, was used before or began in another browser. Please try again.",
    "denied": f"You did not finish signing in. {OR_A_CODE}",
    "refused": f"{NOT_VERIFIED} {OR_A_CODE}",
    "unverified": "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
}
"""The sentence for each code of `SignInRefused`."""


@dataclass(frozen=True, slots=True)
class ProviderResponse:
    """The provider's response to the portal's request: a code, or the code of an error. `issuer`: see RFC 9207."""

    code: str | None
    error: str | None
    issuer: str | None


def provider_of(services: Services) -> Provider:
    """Return the identity provider. Raise NotFound if this installation has none."""
    if services.provider is None:
        raise NotFound("way to sign in")
    return services.provider


def start(services: Services, *, origin: str, next_path: str, nonce_digest: str, client: Client) -> str:
    """Store the start of a sign-in, and return the page of the provider at which the person signs in.

    `origin`: the portal's own, in the browser. Raise NotFound without a provider, TooMany or ProviderAway.
    """
    provider = provider_of(services)
    limits.limit(services, limits.quota(services, limits.SINGLE_SIGN_ONS, devices.network(client)))
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


def acquire_call(services: Services) -> AbstractContextManager[None]:
    """Return a context in which the thread may call the provider, for the end of a sign-in.

    Raise NotFound without a provider, or ProviderAway without its metadata. The context raises ProviderBusy.
    """
    provider = provider_of(services)
    provider.metadata()
    return provider.acquire_call()


def check_started(services: Services, state: str, nonce_digest: str | None, client: Client) -> None:
    """Raise SignInRefused or TooMany if this browser started no sign-in with this state, NotFound without a provider.

    Call this before `acquire_call`: anybody can invent a state, and must not hold a place of those who come back.
    """
    provider_of(services)
    with services.database.read() as connection:
        is_started = connection.scalar(select(exists().where(*_started(services, state, nonce_digest))))
    if not is_started:
        _refuse_state(services, client)


def take_started(services: Services, state: str, nonce_digest: str | None, client: Client) -> str:
    """Use up the sign-in that this browser started with this state, and return the page to show after it.

    Raise SignInRefused if there is none, or TooMany.
    """
    with services.database.write() as connection:
        row = connection.execute(
            delete(openid_attempts)
            .where(*_started(services, state, nonce_digest))
            .returning(openid_attempts.c.next_path)
        ).one_or_none()
    if row is None:
        _refuse_state(services, client)
    return str(row.next_path)


def _started(services: Services, state: str, nonce_digest: str | None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of the sign-in that this browser started with this state."""
    return (
        openid_attempts.c.state == lookup_digest(state),
        openid_attempts.c.attempt == nonce_digest,
        openid_attempts.c.started_at > to_text(services.clock.now() - LIFETIME),
    )


def _refuse_state(services: Services, client: Client) -> NoReturn:
    limits.limit(services, limits.quota(services, limits.SINGLE_SIGN_ONS, devices.network(client)))
    raise _refused(services, "expired", "unknown state", client)


def sign_in(services: Services, state: str, response: ProviderResponse, origin: str, session: NewSession) -> None:
    """Sign in with the provider's response to the sign-in that began with this state.

    Raise SignInRefused, ProviderAway or NoAccount.
    """
    client = session.client
    identity = _identify(services, state, response, origin, client)
    email = email_of_claim(identity.email)
    if email is None:
        raise _refused(services, "unverified", "no address", client)
    sign_out_url = provider_of(services).sign_out_url(identity.id_token, f"{origin}/")
    service.begin(services, email, Method.OIDC, session, sign_out_url=sign_out_url)


def forget(services: Services) -> int:
    """Delete unused starts of sign-ins. Return their number."""
    long_ago = to_text(services.clock.now() - LIFETIME)
    return delete_rows(services.database, openid_attempts, openid_attempts.c.started_at <= long_ago)


def _identify(services: Services, state: str, response: ProviderResponse, origin: str, client: Client) -> Identity:
    """Return the identity of the person whom the provider vouches for."""
    provider = provider_of(services)
    try:
        provider.check_response_issuer(response.issuer)
        if response.code is None:
            raise _refused(services, "denied", f"the provider says {_loggable(response.error)}", client)
        return provider.identify(
            response.code,
            redirect_uri=origin + CALLBACK,
            nonce=_derived(services, "nonce", state),
            verifier=_derived(services, "verifier", state),
        )
    except EmailUnverified as error:
        raise _refused(services, "unverified", error.reason, client) from None
    except TokenRefused as error:
        raise _refused(services, "refused", error.reason, client) from None


def _refused(services: Services, code: str, why: str, client: Client) -> SignInRefused:
    """Record a failed sign-in, and return its error. It does not count as a guess, because nobody can guess a state."""
    service.record_failure(services, None, f"oidc: {why}", client)
    return SignInRefused(code, SENTENCES[code])


def _loggable(error: str | None) -> str:
    """Return the code of an error if it is one of the standards'. Anybody can send another."""
    return error if error in PROVIDER_ERRORS else "nothing known"


def _derived(services: Services, purpose: str, state: str) -> str:
    """Return a secret of 43 characters for a state. PKCE demands 43 to 128 (RFC 7636, 4.1)."""
    value = keyed_digest(services.config.secret_key, f"openid {purpose}", state)
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

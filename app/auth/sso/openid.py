"""Signing in and out with the installation's identity provider (OpenID Connect).

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

import structlog
from sqlalchemy import and_, delete, exists, insert, or_, select

from app.auth import devices, limits, service
from app.auth.service import Method
from app.auth.sign_ins import end_sign_in, validity_conditions
from app.auth.sso.email_claim import NOT_VERIFIED, email_of_claim
from app.domain.clock import to_text
from app.domain.digests import keyed_digest, lookup_digest
from app.domain.errors import Invalid, NotFound, ProviderAway, SignInRefused
from app.identity.errors import EmailUnverified, TokenRefused
from app.store.engine import upsert
from app.store.old_rows import delete_rows
from app.store.tables import openid_attempts, openid_logouts, openid_sign_ins, sign_ins

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import ColumnElement, Connection

    from app.auth.sign_ins import NewSession
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
IS_ENDED = and_(
    or_(
        openid_sign_ins.c.provider_session == openid_logouts.c.provider_session,
        and_(
            openid_sign_ins.c.subject == openid_logouts.c.subject,
            or_(openid_sign_ins.c.provider_session.is_(None), openid_logouts.c.provider_session.is_(None)),
        ),
    ),
    openid_sign_ins.c.created_at <= openid_logouts.c.ended_at,
)
"""The condition of the sign-ins that a logout ends: those of the session that it names, until its time.

If the provider named no session at the sign-in, or names none at the logout, it may be any session of the person.
"""

log = structlog.get_logger("auth")


@dataclass(frozen=True, slots=True)
class StartedSignIn:
    """A sign-in that began in this browser. `next_path`: the page to show after it."""

    state: str
    next_path: str


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


def take_started(services: Services, state: str, nonce_digest: str | None, client: Client) -> StartedSignIn:
    """Use up the sign-in that this browser started with this state, and return it.

    Raise SignInRefused if there is none, or TooMany.
    """
    with services.database.write() as connection:
        row = connection.execute(
            delete(openid_attempts).where(*_started(services, state, nonce_digest)).returning(*openid_attempts.c)
        ).one_or_none()
    if row is None:
        _refuse_state(services, client)
    return StartedSignIn(state, row.next_path)


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


def sign_in(
    services: Services, started: StartedSignIn, response: ProviderResponse, origin: str, session: NewSession
) -> str:
    """Sign in with the provider's response to a started sign-in. Return the sign-in's id.

    Raise SignInRefused, ProviderAway or NoAccount.
    """
    client = session.client
    identity = _identify(services, started, response, origin, client)
    email = email_of_claim(identity.email)
    if email is None:
        raise _refused(services, "unverified", "no address", client)
    sign_out_url = provider_of(services).sign_out_url(identity.id_token, f"{origin}/")
    row = {
        "subject": lookup_digest(identity.subject),
        "provider_session": _digest(identity.session),
        "sign_out_url": sign_out_url,
        "created_at": to_text(identity.issued_at),
    }

    def store(connection: Connection, sign_in_id: str) -> None:
        connection.execute(insert(openid_sign_ins).values(sign_in_id=sign_in_id, **row))
        if connection.scalar(select(exists().where(openid_sign_ins.c.sign_in_id == sign_in_id, IS_ENDED))):
            raise SignInRefused("refused", SENTENCES["refused"])

    try:
        return service.begin(services, email, Method.OIDC, session, store_more=store)
    except SignInRefused:
        raise _refused(services, "refused", "signed out at the provider meanwhile", client) from None


def sign_out_url(services: Services, sign_in_id: str | None) -> str | None:
    """Return the page that ends the session at the provider, if this sign-in began there and is valid."""
    of_sign_in = (sign_ins.c.id == openid_sign_ins.c.sign_in_id, sign_ins.c.id == sign_in_id)
    with services.database.read() as connection:
        url: str | None = connection.scalar(
            select(openid_sign_ins.c.sign_out_url).where(*of_sign_in, *validity_conditions(services))
        )
    return url


def end_provider_session(services: Services, logout_token: str, client: Client) -> None:
    """End the sign-ins of a session that has ended at the provider. Those that began later go on.

    Only failures count, because the provider sends the logouts of everybody. A token is verified before its network's
    limit, which a stranger there could use up. Raise Invalid for a token that is not the provider's, NotFound without a
    provider, TooMany or ProviderAway.
    """
    provider, origin = provider_of(services), devices.network(client)
    try:
        ended = provider.ended_session(logout_token)
    except ProviderAway:
        limits.limit(services, limits.quota(services, limits.SIGN_INS, origin))
        raise
    except TokenRefused as error:
        limits.limit_sign_ins(services, origin)
        log.info("provider_logout", outcome=error.reason)
        raise Invalid("logout_token: must be a valid logout token of the identity provider.") from None
    now, digest = to_text(services.clock.now()), lookup_digest(logout_token)
    row = {
        "token": digest,
        "subject": _digest(ended.subject),
        "provider_session": _digest(ended.session),
        "ended_at": to_text(ended.ended_at),
        "received_at": now,
    }
    of_session = (sign_ins.c.id == openid_sign_ins.c.sign_in_id, openid_logouts.c.token == digest, IS_ENDED)
    with services.database.write() as connection:
        # A sign-in that is not complete sees this row.
        connection.execute(upsert(connection.dialect.name, openid_logouts).values(row).on_conflict_do_nothing())
        for sign_in in connection.execute(select(sign_ins).where(*of_session)).all():
            end_sign_in(services, connection, sign_in, None, now, "by the identity provider")


def forget(services: Services) -> int:
    """Delete unused starts, the data of sign-ins that have ended or expired, and old logouts. Return their number."""
    long_ago = to_text(services.clock.now() - LIFETIME)
    is_own = sign_ins.c.id == openid_sign_ins.c.sign_in_id
    ended = ~exists().where(is_own, *validity_conditions(services))
    return (
        delete_rows(services.database, openid_attempts, openid_attempts.c.started_at <= long_ago)
        + delete_rows(services.database, openid_sign_ins, ended)
        + delete_rows(services.database, openid_logouts, openid_logouts.c.received_at <= long_ago)
    )


def _identify(
    services: Services, started: StartedSignIn, response: ProviderResponse, origin: str, client: Client
) -> Identity:
    """Return the identity of the person whom the provider vouches for."""
    provider = provider_of(services)
    try:
        provider.check_response_issuer(response.issuer)
        if response.code is None:
            raise _refused(services, "denied", f"the provider says {_loggable(response.error)}", client)
        return provider.identify(
            response.code,
            redirect_uri=origin + CALLBACK,
            nonce=_derived(services, "nonce", started.state),
            verifier=_derived(services, "verifier", started.state),
        )
    except EmailUnverified as error:
        raise _refused(services, "unverified", error.reason, client) from None
    except TokenRefused as error:
        raise _refused(services, "refused", error.reason, client) from None


def _refused(services: Services, code: str, why: str, client: Client) -> SignInRefused:
    """Record a failed sign-in, and return its error. It does not count as a guess, because nobody can guess a state."""
    service.record_failure(services, None, f"oidc: {why}", client)
    return SignInRefused(code, SENTENCES[code])


def _digest(text: str | None) -> str | None:
    """Return the digest of an id at the provider, or None without one."""
    return lookup_digest(text) if text else None


def _loggable(error: str | None) -> str:
    """Return the code of an error if it is one of the standards'. Anybody can send another."""
    return error if error in PROVIDER_ERRORS else "nothing known"


def _derived(services: Services, purpose: str, state: str) -> str:
    """Return a secret of 43 characters for a state. PKCE demands 43 to 128 (RFC 7636, 4.1)."""
    value = keyed_digest(services.config.secret_key, f"openid {purpose}", state)
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

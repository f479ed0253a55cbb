"""A person's passkeys: add, list and remove them, and sign in with one.

A challenge is random bytes that the browser's answer must contain. It is valid once, for five minutes. A browser has
one challenge for signing in, and each session has one for registration. A new one replaces it.
"""

from __future__ import annotations

import secrets
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NoReturn

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, and_, delete, exists, func, insert, select, update

from app.audit.audit import Event
from app.auth import devices, limits, security_mail, sessions
from app.auth import service as auth
from app.auth.passkeys import ceremony
from app.auth.passkeys.ceremony import NotVerified
from app.auth.security_mail import SecurityMail
from app.auth.sessions import Method
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.domain.errors import Invalid, NotFound, SignInTooOld, WrongPasskey
from app.mirror.overview import agencies_with_unread_contractors
from app.store.engine import delete_rows, upsert
from app.store.tables import emails, passkey_challenges, passkeys

if TYPE_CHECKING:
    from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential

    from app.auth.session_store import Session
    from app.auth.sessions import NewSession
    from app.domain.client import Client
    from app.services import Services

CHALLENGE_LIFETIME = timedelta(minutes=5)
CHALLENGE_BYTES = 32
"""WebAuthn requires at least 16 (https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges)."""
MOST_PASSKEYS = 10
"""Passkeys of a person."""
RECENT = timedelta(minutes=15)
"""A person who signed in longer ago must sign in again to add or remove a passkey (ASVS 5.0, 7.5.1).

Otherwise, somebody who finds an open phone could keep access to the account, or lock its owner out of it.
"""
UNUSED_KEPT = timedelta(days=90)
"""Time after its last use for which a passkey without an account is kept. If never used: after its addition.

The agency may have archived the contractor by mistake. A contractor who last used it earlier loses it at once.
"""
UNKNOWN_SOFTWARE = "Unknown browser"

EXPIRED = "This took too long, or it was sent twice. Please try again."
NOT_ADDED = "This passkey could not be verified, so it was not added. Please try again."
REPEATED = "This passkey was added before. Please remove it from the device first, or use another device."
TOO_OLD = "To change your passkeys, please sign in again with a code: your last sign-in was over 15 minutes ago."
NOT_ASKED = "To change your passkeys, please sign in again with a code: your last sign-in did not ask for one."
TOO_MANY_REGISTRATIONS = "You tried to add passkeys too often. Please try again later."
TOO_MANY = f"You have {MOST_PASSKEYS} passkeys already. Please remove one first."
UNKNOWN = "The portal does not know this passkey. Please sign in with a code."
REFUSED = "Your passkey could not be verified. Please try once more, or sign in with a code."
COPIED = "This passkey may have been copied, so it is not accepted. Please sign in with a code, and remove the passkey."


def sign_in_origin(services: Services, credential: AuthenticationCredential, client: Client) -> str:
    """Return the origin of a sign-in (`limits.origin_of`): a known device of the passkey's owner, or a network."""
    passkey = _find(services, credential)
    return limits.origin_of(services, passkey and passkey.email, client)


def begin_registration(services: Services, session: Session, site: str) -> str:
    """Return the options, in JSON, with which the browser creates a passkey. `site`: the portal's origin.

    Raise SignInTooOld, Invalid for too many, or TooMany.
    """
    _require_recent(services, session)
    quota = limits.quota_of_person(services, limits.REGISTRATIONS, session.email)
    limits.limit(services, quota, TOO_MANY_REGISTRATIONS)
    with services.database.read() as connection:
        known = connection.execute(select(passkeys.c.credential_id).where(_of(session.email))).scalars().all()
    if len(known) >= MOST_PASSKEYS:
        raise Invalid(TOO_MANY)
    # Not the address, because a lost device shows the handle to anybody. Source:
    # https://www.w3.org/TR/webauthn-3/#sctn-user-handle-privacy
    user_handle = keyed_digest(services.config.secret_key, "passkey", session.email)
    # The handle of `add` must be the one that the device stores, also if SECRET_KEY is replaced meanwhile.
    challenge = _create_challenge(services, session.id, user_handle)
    return ceremony.creation_options(site, session.email, user_handle, challenge, known)


def add(
    services: Services, session: Session, credential: RegistrationCredential, site: str, client: Client
) -> dict[str, Any]:
    """Store the new passkey of a signed-in person, and return its row.

    Raise SignInTooOld, Invalid, or Unauthenticated if the sign-in has ended meanwhile.
    """
    _require_recent(services, session)
    challenge = _take_challenge(services, session.id)
    if challenge is None:
        raise Invalid(EXPIRED)
    try:
        verified = ceremony.verify_attestation(site, credential, challenge)
    except NotVerified:
        raise Invalid(NOT_ADDED) from None
    now = services.clock.now()
    at = to_text(now)
    passkey = {
        "id": uuid.uuid4().hex,
        "credential_id": credential.raw_id,
        "email": session.email,
        "public_key": verified.credential_public_key,
        "sign_count": verified.sign_count,
        "user_handle": challenge[CHALLENGE_BYTES:],
        "name": client.software or UNKNOWN_SOFTWARE,
        "created_at": at,
        "used_at": None,
    }
    with services.database.write() as connection:
        sessions.require_valid(services, connection, session.id, now)
        if _count(connection, _of(session.email)) >= MOST_PASSKEYS:
            raise Invalid(TOO_MANY)
        if _count(connection, passkeys.c.credential_id == credential.raw_id):
            raise Invalid(REPEATED)
        connection.execute(insert(passkeys).values(passkey))
        services.audit.record(connection, Event.PASSKEY_ADDED, at=at, email=session.email, client=client)
        security_mail.add(services, connection, SecurityMail.NEW_PASSKEY, session.email, client, at=at)
    return passkey


def list_passkeys(services: Services, email: str) -> list[RowMapping]:
    """Return the rows of the person's passkeys, the oldest first."""
    own = select(passkeys).where(_of(email)).order_by(passkeys.c.created_at, passkeys.c.id)
    with services.database.read() as connection:
        return list(connection.execute(own).mappings())


def remove(services: Services, session: Session, passkey_id: str, client: Client) -> None:
    """Delete a passkey of a signed-in person.

    Raise NotFound if the person has no such passkey, SignInTooOld, or Unauthenticated if the sign-in has ended
    meanwhile.
    """
    email, at = session.email, services.clock.now()
    now = to_text(at)
    with services.database.write() as connection:
        sessions.require_valid(services, connection, session.id, at)
        own = delete(passkeys).where(passkeys.c.id == passkey_id, _of(email))
        if connection.execute(own).rowcount == 0:
            raise NotFound("passkey")
        _require_recent(services, session)  # the error undoes the deletion
        services.audit.record(connection, Event.PASSKEY_REMOVED, at=now, email=email, client=client)
        security_mail.add(services, connection, SecurityMail.PASSKEY_REMOVED, email, client, at=now)


def forget(services: Services) -> int:
    """Delete passkeys whose owner has no account and has used none for `UNUSED_KEPT`. Return their number.

    Delete nothing while the contractors of any agency were never fetched, because the owner may be one of them.
    """
    agencies = services.config.agencies
    if agencies_with_unread_contractors(services.mirror, agencies.values()):
        return 0
    last_use = func.coalesce(passkeys.c.used_at, passkeys.c.created_at)
    is_unused = last_use <= to_text(services.clock.now() - UNUSED_KEPT)
    has_account = exists().where(emails.c.email == passkeys.c.email, emails.c.agency.in_(agencies))
    return delete_rows(services.database, passkeys, and_(is_unused, ~has_account))


def begin_sign_in(services: Services, site: str, nonce_digest: str, client: Client) -> str:
    """Return the options, in JSON, with which the browser signs in. Raise TooMany."""
    limits.count_try(services, limits.CHALLENGES, devices.network(client))
    return ceremony.request_options(site, _create_challenge(services, nonce_digest))


def sign_in(
    services: Services,
    credential: AuthenticationCredential,
    site: str,
    nonce_digest: str | None,
    session: NewSession,
    origin: str,
) -> None:
    """Sign in with a passkey. `site`: the portal's origin. `origin`: that of `sign_in_origin`.

    Raise TooMany, WrongPasskey if the answer does not prove a known passkey, or NoAccount.
    """
    client = session.client
    limits.count_try(services, limits.SIGN_INS, origin)
    challenge = nonce_digest and _take_challenge(services, nonce_digest)
    if not challenge:
        auth.record_failure(services, None, "no challenge for a passkey", client)
        raise WrongPasskey(EXPIRED)
    row = _find(services, credential)
    if row is None:
        _refuse(services, None, "unknown passkey", UNKNOWN, client)
    try:
        if row.user_handle != credential.response.user_handle:
            raise NotVerified
        sign_count = ceremony.verify_assertion(site, credential, challenge, row.public_key)
    except NotVerified:
        _refuse(services, row.email, "passkey not verified", REFUSED, client)
    # Passkeys that several devices share do not count (https://www.w3.org/TR/webauthn-3/#sctn-sign-counter).
    is_counted = sign_count > 0 or row.sign_count > 0
    if is_counted and sign_count <= row.sign_count:
        _refuse(services, row.email, "passkey counted backwards", COPIED, client)
    own = update(passkeys).where(passkeys.c.id == row.id, passkeys.c.sign_count == row.sign_count)

    def note_use(connection: Connection) -> None:
        now = to_text(services.clock.now())
        if connection.execute(own.values(sign_count=sign_count, used_at=now)).rowcount == 0:
            raise NotVerified

    try:
        auth.begin(services, row.email, Method.PASSKEY, session, store_more=note_use)
    except NotVerified:  # removed or used since it was read
        _refuse(services, row.email, "passkey changed meanwhile", REFUSED, client)


def _create_challenge(services: Services, holder: str, ending: bytes = b"") -> bytes:
    """Create a challenge for a holder, and return it: random bytes, and after `CHALLENGE_BYTES` of them, `ending`.

    `holder`: the digest of a browser's nonce for a sign-in, or the id of a session for a registration.
    """
    challenge = secrets.token_bytes(CHALLENGE_BYTES) + ending
    values = {"challenge": challenge, "created_at": to_text(services.clock.now())}
    with services.database.write() as connection:
        row = upsert(connection.dialect.name, passkey_challenges).values(holder=holder, **values)
        connection.execute(row.on_conflict_do_update(index_elements=["holder"], set_=values))
    return challenge


def _take_challenge(services: Services, holder: str) -> bytes | None:
    """Delete the holder's challenge, and return it. Return None if there is none or if it has expired."""
    valid = delete(passkey_challenges).where(
        passkey_challenges.c.holder == holder,
        passkey_challenges.c.created_at > to_text(services.clock.now() - CHALLENGE_LIFETIME),
    )
    with services.database.write() as connection:
        challenge: bytes | None = connection.scalar(valid.returning(passkey_challenges.c.challenge))
    return challenge


def _find(services: Services, credential: AuthenticationCredential) -> Row[Any] | None:
    """Return the row of the passkey that the client names. Return None if the portal does not know it."""
    with services.database.read() as connection:
        return connection.execute(select(passkeys).where(passkeys.c.credential_id == credential.raw_id)).one_or_none()


def _require_recent(services: Services, session: Session) -> None:
    """Raise SignInTooOld if the person has not proved within `RECENT` that they are there.

    An identity provider, or another front end, may have signed them in without a question.
    """
    if session.method not in (Method.CODE, Method.PASSKEY):
        raise SignInTooOld(NOT_ASKED)
    if services.clock.now() - session.began_at > RECENT:
        raise SignInTooOld(TOO_OLD)


def _refuse(services: Services, email: str | None, why: str, sentence: str, client: Client) -> NoReturn:
    auth.record_failure(services, email, why, client)
    raise WrongPasskey(sentence)


def _of(email: str) -> ColumnElement[bool]:
    return passkeys.c.email == email


def _count(connection: Connection, where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(passkeys).where(where)).scalar_one()

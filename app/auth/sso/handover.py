"""Handover: another front end exchanges a signed token for a session of the person who is signed in there.

The token is a JSON Web Token (RFC 7519) for this portal alone, valid for 5 minutes at most, and accepted once.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.auth import devices, limits, service
from app.auth.schemas import email_of_claim
from app.auth.sessions import Method
from app.auth.sso.errors import NOT_VERIFIED, TokenExpired, TokenRefused
from app.domain.clock import to_text
from app.domain.digests import lookup_digest
from app.domain.errors import NoAccount, NotFound, ProviderAway, SignInRefused
from app.store.engine import upsert
from app.store.tables import handovers

if TYPE_CHECKING:
    from joserfc.jwk import KeySet
    from joserfc.jwt import ClaimsOption

    from app.auth.sessions import NewSession
    from app.auth.sso.cached_document import CachedDocument
    from app.domain.client import Client
    from app.services import Services

LONGEST_S = 300
"""The longest time in seconds from a token's `iat` to its `exp`."""
LEEWAY_S = 30
"""Seconds by which the other front end's clock may differ."""
TOKEN_ID_CHARACTERS = 200

AGAIN = "Please open the portal again from the page where you signed in."
REFUSED = f"{NOT_VERIFIED} {AGAIN}"
EXPIRED = f"This sign-in has expired. {AGAIN}"
USED = f"This sign-in was used before. {AGAIN}"


def sign_in(services: Services, keys: CachedDocument[KeySet] | None, token: str, session: NewSession) -> None:
    """Sign in with a token. `keys`: those of the other front end, or None if this installation accepts no tokens.

    Only tokens that sign nobody in count as tries, so a stranger's tokens do not end the handover for their network.
    Verifying needs no limit: it takes a fraction of a millisecond, and unknown keys are fetched at most once a minute.
    Raise NotFound without `keys`, TooMany, SignInRefused, NoAccount, or ProviderAway if the keys cannot be fetched.
    """
    client = session.client
    if keys is None:
        raise NotFound("way to sign in")
    try:
        claims = _claims(services, keys, token)
        email = _email(claims)
        if not _use_up(services, claims):
            raise _refused(services, email, "used before", USED, client)
        service.begin(services, email, Method.HANDOVER, session, agency=claims.get("agency"))
    except TokenRefused as error:
        sentence = EXPIRED if isinstance(error, TokenExpired) else REFUSED
        raise _refused(services, None, str(error), sentence, client) from None
    except (ProviderAway, NoAccount):
        limits.count_try(services, limits.SIGN_INS, devices.network(client))
        raise


def _claims(services: Services, keys: CachedDocument[KeySet], token: str) -> dict[str, Any]:
    """Return the claims of a valid token. Raise TokenRefused or ProviderAway."""
    from joserfc.jwt import JWTClaimsRegistry

    from app.auth.sso.signed_tokens import refusal_of, verify
    from app.settings.public_keys import JOSERFC_ERRORS

    config = services.config
    claims = verify(token, keys.get).claims
    options: dict[str, ClaimsOption] = {name: {"essential": True} for name in ("aud", "exp", "iat", "jti", "email")}
    options["iss"] = {"essential": True, "value": config.handover_issuer}
    registry = JWTClaimsRegistry(now=int(services.clock.now().timestamp()), leeway=LEEWAY_S, **options)
    try:
        registry.validate(claims)
    except JOSERFC_ERRORS as error:
        raise refusal_of(error) from None
    if claims["aud"] not in (config.handover_audience, [config.handover_audience]):
        raise TokenRefused("aud: another or a further audience")
    if not 0 < claims["exp"] - claims["iat"] <= LONGEST_S:
        raise TokenRefused("exp: too long after iat")
    if len(claims["jti"]) > TOKEN_ID_CHARACTERS:
        raise TokenRefused("jti: too long")
    return claims


def _email(claims: dict[str, Any]) -> str:
    """Return the person's address. Raise TokenRefused if it is none, or if the token says that it is not verified."""
    if claims.get("email_verified", True) is not True:
        raise TokenRefused("email_verified: not true")
    email = email_of_claim(claims["email"])
    if email is None:
        raise TokenRefused("email: no address")
    return email


def _refused(services: Services, email: str | None, why: str, sentence: str, client: Client) -> SignInRefused:
    """Count and record a token that is not accepted, and return its error. Raise TooMany over the limit."""
    limits.count_try(services, limits.SIGN_INS, devices.network(client))
    service.record_failure(services, email, f"handover: {why}", client)
    return SignInRefused("refused", sentence)


def _use_up(services: Services, claims: dict[str, Any]) -> bool:
    """Record that the token is used. Return False if its id was used before."""
    expires_at = datetime.fromtimestamp(claims["exp"], UTC) + timedelta(seconds=LEEWAY_S + 1)
    with services.database.write() as connection:
        row = upsert(connection.dialect.name, handovers).values(
            token=lookup_digest(claims["jti"]), expires_at=to_text(expires_at)
        )
        # With psycopg, `rowcount` is -1 for this statement.
        used = connection.execute(row.on_conflict_do_nothing().returning(handovers.c.token)).one_or_none()
    return used is not None

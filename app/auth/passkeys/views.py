"""`/api/session/passkeys`: a person's passkeys. `/api/session/passkey`: sign in with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Response

from app.api import rate_limit_headers
from app.api.blueprint import Blueprint, RouteFacts, no_content, portal_origin, services
from app.auth import browser, limits
from app.auth.current_session import begin_session
from app.auth.guard import own_session
from app.auth.passkeys import service
from app.auth.passkeys.schemas import (
    NewPasskeySchema,
    NothingSchema,
    PasskeyCreationOptionsSchema,
    PasskeyRequestOptionsSchema,
    PasskeySchema,
    PasskeySignInSchema,
    PasskeysSchema,
)
from app.auth.schemas import SessionSchema
from app.domain.digests import lookup_digest
from app.domain.errors import NotFound, SignInTooOld, WrongPasskey

if TYPE_CHECKING:
    from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential

    from app.auth.service import Person

blueprint = Blueprint("passkeys", __name__, description="A person's passkeys (WebAuthn).")
PATH = "/api/session/passkeys"
sign_in_blueprint = Blueprint("passkey", __name__, description="Signing in with a passkey (WebAuthn).")


@blueprint.route(
    "/registration/options",
    methods=["POST"],
    facts=RouteFacts(
        failures={409: SignInTooOld(service.TOO_OLD), 429: None},
        quota=lambda: limits.quota_of_person(services(), limits.REGISTRATIONS, own_session().email),
        portal_pages_only=True,
    ),
)
@blueprint.arguments(NothingSchema, required=False)
@blueprint.response(200, PasskeyCreationOptionsSchema)
def begin_passkey_registration(_: dict[str, Any]) -> Response:
    """Begin to add a passkey

    Give the answer to `PublicKeyCredential.parseCreationOptionsFromJSON`, its result to `navigator.credentials.create`,
    and send the JSON of the new credential with `addPasskey`, within five minutes and in the same session. Pages of
    other origins cannot. The person must have signed in with a code or a passkey within the last 15 minutes, and has
    at most 10 passkeys. At an IP address in place of a host name, passkeys are impossible.
    """
    return _json(service.begin_registration(services(), own_session(), portal_origin()))


@blueprint.route(
    "",
    methods=["POST"],
    facts=RouteFacts(failures={409: SignInTooOld(service.TOO_OLD)}, portal_pages_only=True),
)
@blueprint.arguments(NewPasskeySchema)
@blueprint.response(201, PasskeySchema)
def add_passkey(credential: RegistrationCredential) -> tuple[dict[str, Any], dict[str, str]]:
    """Add a passkey

    The device must have checked the person's fingerprint, face or PIN. The sign-in must still be recent, as for
    `beginPasskeyRegistration`.
    """
    passkey = service.add(services(), own_session(), credential, portal_origin(), browser.client())
    return passkey, {"Location": PATH}


@blueprint.route("", methods=["GET"])
@blueprint.response(200, PasskeysSchema)
def list_passkeys() -> dict[str, Any]:
    """List the person's passkeys

    The passkeys of the e-mail address, for all of its accounts.
    """
    return {"passkeys": service.list_passkeys(services(), own_session().email)}


@blueprint.route(
    "/<id:passkey_id>",
    methods=["DELETE"],
    facts=RouteFacts(
        failures={404: NotFound("passkey"), 409: SignInTooOld(service.TOO_OLD)},
        portal_pages_only=True,
    ),
)
@blueprint.response(204, description="The passkey is no longer valid.")
def remove_passkey(passkey_id: str) -> Response:
    """Remove a passkey

    From now on, nobody can sign in with it. Sessions that began with it go on. The sign-in must be recent, as for
    `beginPasskeyRegistration`, and the person gets an e-mail.
    """
    service.remove(services(), own_session(), passkey_id, browser.client())
    return no_content()


@sign_in_blueprint.route(
    "/options",
    methods=["POST"],
    facts=RouteFacts(
        failures={429: None},
        quota=browser.network_quota(limits.CHALLENGES),
    ),
)
@sign_in_blueprint.arguments(NothingSchema, required=False)
@sign_in_blueprint.response(200, PasskeyRequestOptionsSchema)
def begin_passkey_sign_in(_: dict[str, Any]) -> Response:
    """Begin to sign in with a passkey

    Give the answer to `PublicKeyCredential.parseRequestOptionsFromJSON`, its result to `navigator.credentials.get`, and
    send the JSON of the credential with `signInWithPasskey`, within five minutes. The answer sets a cookie, which that
    request needs. It is the same for everybody: the person chooses one of the passkeys on the device.
    """
    nonce = browser.nonce()
    options = service.begin_sign_in(services(), portal_origin(), lookup_digest(nonce), browser.client())
    browser.keep_nonce(nonce)
    return _json(options)


@sign_in_blueprint.route(
    "",
    methods=["POST"],
    facts=RouteFacts(
        failures={429: None, 401: WrongPasskey(service.EXPIRED)},
        quota=browser.network_quota(limits.SIGN_INS),
    ),
)
@sign_in_blueprint.arguments(PasskeySignInSchema)
@sign_in_blueprint.response(201, SessionSchema)
def sign_in_with_passkey(credential: AuthenticationCredential) -> tuple[Person, dict[str, str]]:
    """Sign in with a passkey

    The answer sets the cookie `portal_session`, as that of `signIn` does.
    """
    site, nonce_digest = portal_origin(), browser.nonce_digest()
    origin = service.sign_in_origin(services(), credential, browser.client())
    rate_limit_headers.show(limits.quota(services(), limits.SIGN_INS, origin))
    return begin_session(lambda session: service.sign_in(services(), credential, site, nonce_digest, session, origin))


def _json(text: str) -> Response:
    return Response(text, mimetype="application/json")

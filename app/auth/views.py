"""`/api/session`: sign in, read the session, switch the account, sign out."""

from typing import Any, cast

from flask import Response, g

from app.api import rate_limit_headers
from app.api.blueprint import Blueprint, RouteFacts, no_content, services
from app.auth import browser, codes, limits, service
from app.auth.end_session import PROVIDER_PAGE, end_session
from app.auth.guard import own_sign_in
from app.auth.new_session import begin_session
from app.auth.schemas import AccountChoiceSchema, CodeRequestSchema, SessionSchema, SignInSchema
from app.auth.service import Person
from app.domain.digests import lookup_digest
from app.domain.errors import NotFound, NoWorker, WrongCode

blueprint = Blueprint("session", __name__, description="Signing in with a code, choosing an account, signing out.")


@blueprint.route(
    "/code",
    methods=["POST"],
    facts=RouteFacts(
        failures={429: None, 500: NoWorker(codes.CODES_NOT_SENT)},
        quota=browser.network_quota(limits.CODES),
    ),
)
@blueprint.arguments(CodeRequestSchema)
@blueprint.response(204, description="If an agency knows the address, a code is on its way.")
def request_code(body: dict[str, Any]) -> Response:
    """Ask for a sign-in code

    The answer is the same for known and unknown addresses. A known address gets an e-mail with a six-digit code, valid
    for 10 minutes, 5 tries at most and one sign-in. The answer sets a cookie, and the code works only with this cookie.
    An address gets at most 5 codes an hour and 10 a day for each device and each network. The two newest codes work.
    """
    nonce, client = browser.nonce(), browser.client()
    origin = limits.origin_of(services(), body["email"], client)
    rate_limit_headers.show(limits.quota(services(), limits.CODES, origin))
    codes.request_code(services(), body["email"], body["agency"], lookup_digest(nonce), client, origin)
    browser.keep_nonce(nonce)
    return no_content()


@blueprint.route(
    "",
    methods=["POST"],
    facts=RouteFacts(
        failures={429: None, 401: WrongCode(service.WRONG_CODE)},
        quota=browser.network_quota(limits.SIGN_INS),
    ),
)
@blueprint.arguments(SignInSchema)
@blueprint.response(201, SessionSchema)
def sign_in(body: dict[str, str]) -> tuple[Person, dict[str, str]]:
    """Sign in

    Send the code from the e-mail, with the cookie that `requestCode` set. The answer sets the cookie `portal_session`,
    which all other requests need.
    """
    email, nonce_digest = body["email"], browser.nonce_digest()
    origin = limits.origin_of(services(), email, browser.client())
    rate_limit_headers.show(limits.quota(services(), limits.SIGN_INS, origin))
    return begin_session(
        lambda session: service.sign_in(services(), email, body["code"], nonce_digest, session, origin)
    )


@blueprint.route("", methods=["GET"])
@blueprint.response(200, SessionSchema)
def get_session() -> Person:
    """Get the current session

    The person's e-mail address, the current account, and all accounts of this person.
    """
    return cast(Person, g.person)


@blueprint.route(
    "",
    methods=["PATCH"],
    facts=RouteFacts(
        failures={404: NotFound("account"), 429: None},
        quota=lambda: limits.switches_quota(services(), own_sign_in().email),
    ),
)
@blueprint.arguments(AccountChoiceSchema)
@blueprint.response(200, SessionSchema)
def switch_account(choice: dict[str, str]) -> Person:
    """Change to another account

    The account must be one of this person's; otherwise the answer is 404. For a single request, use `Portal-Account`.
    """
    client = browser.client()
    return service.switch_account(services(), g.person, choice["agency"], choice["contractor_id"], client)


@blueprint.route("", methods=["DELETE"])
@blueprint.response(204, description="Signed out.", headers={"Location": PROVIDER_PAGE})
def sign_out() -> Response:
    """Sign out

    The session ends on the server too, so its cookie is no longer valid. Without a session, the answer is also 204. If
    the person signed in with the identity provider, `Location` is the page that ends the session there: go to it.
    """
    return no_content(end_session())

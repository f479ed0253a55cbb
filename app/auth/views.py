"""`/api/session`: sign in, read the session, switch the account, sign out; a person's devices and activity."""

from typing import Any, cast

from flask import Response, g

from app.api import rate_limit_headers
from app.api.blueprint import Blueprint, RouteFacts, no_content, services
from app.audit import entries
from app.auth import browser, codes, limits, service, sessions
from app.auth.current_session import CLEARED, PROVIDER_PAGE, begin_session, end_session
from app.auth.guard import own_session
from app.auth.schemas import (
    AccountChoiceSchema,
    ActivityFilterSchema,
    ActivitySchema,
    CodeRequestSchema,
    DevicesSchema,
    SessionSchema,
    SignInSchema,
)
from app.auth.service import Person
from app.domain.digests import lookup_digest
from app.domain.errors import NotFound, NoWorker, WrongCode

OWN_CACHE = {
    "description": "If it is the session of this request, the browser deletes the answers that it has stored.",
    "required": False,
    "schema": {"type": "string", "examples": [CLEARED]},
}
"""The description of the header `Clear-Site-Data`."""

blueprint = Blueprint("session", __name__, description="Signing in with a code, choosing an account, signing out.")
devices_blueprint = Blueprint("sessions", __name__, description="Where a person is signed in, and what happened there.")


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
        quota=lambda: limits.quota_of_person(services(), limits.SWITCHES, own_session().email),
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


@devices_blueprint.route("/devices")
@devices_blueprint.response(200, DevicesSchema)
def list_devices() -> dict[str, Any]:
    """List the devices with a session

    The devices on which this person is signed in now.
    """
    session = own_session()
    return {"devices": sessions.list_sessions(services(), session.email, session.id)}


@devices_blueprint.route("/devices", methods=["DELETE"])
@devices_blueprint.response(204, description="All other devices are signed out.")
def sign_out_other_devices() -> Response:
    """Sign out everywhere else

    Ends all sessions of this person except the one of this request.
    """
    session = own_session()
    sessions.end_sessions(services(), session.email, browser.client(), except_id=session.id)
    return no_content()


@devices_blueprint.route("/devices/<id:device_id>", methods=["DELETE"])
@devices_blueprint.response(
    204, description="The device is signed out.", headers={"Location": PROVIDER_PAGE, "Clear-Site-Data": OWN_CACHE}
)
def sign_out_device(device_id: str) -> Response:
    """Sign a device out

    Ends one session of this person. If it is the session of this request, this is the same as `signOut`.
    """
    session, client = own_session(), browser.client()
    if device_id == sessions.public_id_of(session.id):
        return no_content(end_session())
    if not sessions.end_sessions(services(), session.email, client, public_id=device_id, except_id=session.id):
        raise NotFound("device")
    return no_content()


@devices_blueprint.route("/activity")
@devices_blueprint.arguments(ActivityFilterSchema, location="query")
@devices_blueprint.response(200, ActivitySchema)
def list_activity(query: dict[str, Any]) -> dict[str, Any]:
    """List the activity of this person

    Sign-ins, failed tries with this person's e-mail address, and submissions of the last 90 days, newest first.
    """
    page = entries.page_of_person(services().database, own_session().email, query["page"])
    return {"activity": page.items, "total": page.total, "next": page.next}

"""`/api/session`: signing in, looking who one is, changing the account, signing out."""

from typing import Any

from flask import Response, g, request

from app.api import Blueprint, portal
from app.auth import service, session
from app.auth.guard import signed_in
from app.auth.schemas import AccountChoiceSchema, CodeRequestSchema, SessionSchema, SignInSchema
from app.auth.service import Person

blueprint = Blueprint("session", __name__, description="Signing in")


@blueprint.route("/code", methods=["POST"])
@blueprint.arguments(CodeRequestSchema)
@blueprint.response(204)
def request_code(wanted: dict[str, Any]) -> Response:
    """Ask for a sign-in code.

    The answer is the same whether the address is known or not; a known one is mailed a six-digit code.
    """
    service.request_code(portal(), wanted["email"], wanted["agency"], str(request.remote_addr))
    return _nothing()


@blueprint.route("", methods=["POST"])
@blueprint.arguments(SignInSchema)
@blueprint.response(201, SessionSchema)
def sign_in(given: dict[str, str]) -> Person:
    """Sign in with the code that came by e-mail."""
    sign_in_id = service.sign_in(portal(), given["email"], given["code"], str(request.remote_addr))
    service.sign_out(portal(), session.current())
    session.start(sign_in_id)
    return signed_in()


@blueprint.route("", methods=["GET"])
@blueprint.response(200, SessionSchema)
def who() -> Person:
    """Who is signed in, and all of their accounts."""
    person: Person = g.person
    return person


@blueprint.route("", methods=["PATCH"])
@blueprint.arguments(AccountChoiceSchema)
@blueprint.response(200, SessionSchema)
def switch(choice: dict[str, str]) -> Person:
    """Change to another of one's own accounts."""
    return service.switch(portal(), g.person, choice["agency"], choice["contractor_id"])


@blueprint.route("", methods=["DELETE"])
@blueprint.response(204)
def sign_out() -> Response:
    """Sign out, on the server too. Without a session there is nothing to do, and that is fine."""
    service.sign_out(portal(), session.current())
    session.end()
    return _nothing()


def _nothing() -> Response:
    """204 without a body; from None, flask-smorest would make the body `null`."""
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response

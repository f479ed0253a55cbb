"""`/api/session/devices` and `/api/session/activity`: where a person is signed in, and what happened there."""

from typing import Any

from flask import Response

from app.api.blueprint import Blueprint, no_content, services
from app.audit import entries
from app.auth import browser, sign_ins
from app.auth.end_session import CLEARED, PROVIDER_PAGE, end_session
from app.auth.guard import own_sign_in
from app.domain.errors import NotFound
from app.sessions.schemas import ActivityFilterSchema, ActivitySchema, DevicesSchema

OWN_CACHE = {
    "description": "If it is the session of this request, the browser deletes the answers that it has stored.",
    "required": False,
    "schema": {"type": "string", "examples": [CLEARED]},
}
"""The description of the header `Clear-Site-Data`."""

blueprint = Blueprint("sessions", __name__, description="Where a person is signed in, and what happened there.")


@blueprint.route("/devices")
@blueprint.response(200, DevicesSchema)
def list_devices() -> dict[str, Any]:
    """List the devices with a session

    The devices on which this person is signed in now.
    """
    sign_in = own_sign_in()
    return {"devices": sign_ins.list_sessions(services(), sign_in.email, sign_in.id)}


@blueprint.route("/devices", methods=["DELETE"])
@blueprint.response(204, description="All other devices are signed out.")
def sign_out_other_devices() -> Response:
    """Sign out everywhere else

    Ends all sessions of this person except the one of this request.
    """
    sign_in = own_sign_in()
    sign_ins.end_sessions(services(), sign_in.email, browser.client(), except_sign_in_id=sign_in.id)
    return no_content()


@blueprint.route("/devices/<id:device_id>", methods=["DELETE"])
@blueprint.response(
    204, description="The device is signed out.", headers={"Location": PROVIDER_PAGE, "Clear-Site-Data": OWN_CACHE}
)
def sign_out_device(device_id: str) -> Response:
    """Sign a device out

    Ends one session of this person. If it is the session of this request, this is the same as `signOut`.
    """
    sign_in, client = own_sign_in(), browser.client()
    if device_id == sign_ins.session_id_of(sign_in.id):
        return no_content(end_session())
    if not sign_ins.end_sessions(services(), sign_in.email, client, session_id=device_id, except_sign_in_id=sign_in.id):
        raise NotFound("device")
    return no_content()


@blueprint.route("/activity")
@blueprint.arguments(ActivityFilterSchema, location="query")
@blueprint.response(200, ActivitySchema)
def list_activity(query: dict[str, Any]) -> dict[str, Any]:
    """List the activity of this person

    Sign-ins, failed tries with this person's e-mail address, and submissions of the last 90 days, newest first.
    """
    page = entries.page_of_person(services().database, own_sign_in().email, query["page"])
    return {"activity": page.items, "total": page.total, "next": page.next}

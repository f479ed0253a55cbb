"""`/api/session/devices` and `/api/session/activity`: where a person is signed in, and what happened there."""

from typing import Any, cast

from flask import Response, g

from app.api.blueprint import Blueprint, services
from app.api.fields import PagingSchema
from app.api.no_content import no_content
from app.auth import browser
from app.auth.end_session import PROVIDER_PAGE, end_session
from app.auth.service import Person
from app.sessions import service
from app.sessions.schemas import ActivitySchema, DevicesSchema

blueprint = Blueprint("sessions", __name__, description="Where a person is signed in, and what happened there.")


@blueprint.route("/devices")
@blueprint.response(200, DevicesSchema)
def list_devices() -> dict[str, Any]:
    """List the devices with a session

    The devices on which this person is signed in now.
    """
    return {"devices": service.list_devices(services(), _person())}


@blueprint.route("/devices", methods=["DELETE"])
@blueprint.response(204, description="All other devices are signed out.")
def sign_out_other_devices() -> Response:
    """Sign out everywhere else

    Ends all sessions of this person except the one of this request.
    """
    service.end_other_devices(services(), _person(), browser.client())
    return no_content()


@blueprint.route("/devices/<id:device_id>", methods=["DELETE"])
@blueprint.response(204, description="The device is signed out.", headers={"Location": PROVIDER_PAGE})
def sign_out_device(device_id: str) -> Response:
    """Sign a device out

    Ends one session of this person. If it is the session of this request, this is the same as `signOut`.
    """
    if service.is_current(_person(), device_id):
        return no_content(end_session())
    service.end_device(services(), _person(), device_id, browser.client())
    return no_content()


@blueprint.route("/activity")
@blueprint.arguments(PagingSchema, location="query")
@blueprint.response(200, ActivitySchema)
def list_activity(query: dict[str, Any]) -> dict[str, Any]:
    """List the activity of this person

    Sign-ins, failed tries with this person's e-mail address, and submissions of the last 90 days, newest first.
    """
    page = service.list_activity(services(), _person(), **query)
    return {"activity": page.items, "total": page.total, "next": page.next}


def _person() -> Person:
    return cast(Person, g.person)

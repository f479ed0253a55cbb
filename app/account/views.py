"""Account & Contacts."""

from typing import Any

from app.account import service
from app.account.schemas import AgencySchema, ContactsSchema, ContractorSchema
from app.api import Blueprint, portal
from app.auth.guard import visit
from app.freshness import shown

blueprint = Blueprint("account", __name__)


@blueprint.route("/account")
@blueprint.response(200, ContractorSchema)
def get_account() -> dict[str, Any]:
    """The signed-in contractor's record as the agency holds it."""
    reading = service.account(portal(), visit())
    return shown(reading, account=reading.value)


@blueprint.route("/contacts")
@blueprint.response(200, ContactsSchema)
def list_contacts() -> dict[str, Any]:
    """The agency's branches, and the staff who manage this contractor's jobs."""
    reading = service.contacts(portal(), visit())
    return shown(reading, contacts=reading.value)


@blueprint.route("/agency")
@blueprint.response(200, AgencySchema)
def get_agency() -> Any:
    """What a screen needs to know of the agency's configuration."""
    reading = service.agency(portal(), visit())
    shown(reading)
    return reading.value

"""Account & Contacts."""

from typing import Any

from app.account import service
from app.account.schemas import AccountSchema, AgencySchema, ContactsSchema
from app.api.blueprint import Blueprint, RouteFacts, context, services
from app.api.conditional_get import with_freshness
from app.domain.agency import Agency
from app.domain.errors import NotOffered
from app.domain.reading import Reading

blueprint = Blueprint("account", __name__, description="The contractor's record, contacts, and the agency.")


@blueprint.route("/account")
@blueprint.response(200, AccountSchema)
def get_account() -> Reading[Any]:
    """Get the contractor's account

    The signed-in contractor's record at the agency, without bank details.
    """
    return with_freshness(service.account(services(), context()))


@blueprint.route("/contacts", facts=RouteFacts(failures={404: NotOffered("contacts")}))
@blueprint.response(200, ContactsSchema)
def list_contacts() -> Reading[Any]:
    """List contacts

    The agency's branches, and the staff who manage this contractor's jobs, sorted by name.
    """
    reading = service.contacts(services(), context())
    return with_freshness(reading, contacts=reading.value)


@blueprint.route("/agency")
@blueprint.response(200, AgencySchema)
def get_agency() -> Reading[Agency]:
    """Get the agency's rules

    The part of the agency's configuration that a screen needs: its offers, its rules for invoices, and all limits.
    Nothing in it comes from AgentOS, so `stale` is always false.
    """
    return with_freshness(Reading(context().agency, services().started_at, stale=False))

"""A person's own sessions and activity, for the views and for commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.audit import entries
from app.auth import sign_ins
from app.domain.errors import NotFound

if TYPE_CHECKING:
    from app.audit.entries import Entry
    from app.auth.service import Person
    from app.auth.sign_ins import Session
    from app.domain.client import Client
    from app.domain.paging import Page, PageQuery
    from app.services import Services


def list_devices(services: Services, person: Person) -> list[Session]:
    """Return the valid sessions of the person, the last used first."""
    return sign_ins.list_valid(services, person.sign_in.email, person.sign_in.id)


def is_current(person: Person, device_id: str) -> bool:
    """Return whether this is the session of the request."""
    return device_id == sign_ins.public_id(person.sign_in.id)


def end_device(services: Services, person: Person, device_id: str, client: Client) -> None:
    """End one of the person's sessions. Raise `NotFound` for any other id."""
    if not sign_ins.end(services, person.sign_in.email, client, device_id=device_id):
        raise NotFound("device")


def end_other_devices(services: Services, person: Person, client: Client) -> None:
    """End all sessions of the person except the current one."""
    sign_ins.end(services, person.sign_in.email, client, but=person.sign_in.id)


def list_activity(services: Services, person: Person, page: PageQuery) -> Page[Entry]:
    """Return a page of the audit's entries about the person's e-mail address, newest first."""
    return entries.page_of_person(services.database, person.sign_in.email, page)

"""The guard of contractor routes: it finds the signed-in person and the account of a request."""

import structlog
from flask import current_app, g, request

from app.agentos.caller import Caller
from app.api.blueprint import route_facts
from app.api.context import services
from app.auth import service, session
from app.auth.service import Person
from app.domain.clock import Deadline
from app.domain.limits import REQUEST_S
from app.services import RequestContext


def require_person() -> Person:
    """Return the signed-in person. Raise Unauthenticated."""
    person = service.load_person(services(), session.sign_in_id())
    g.person = person
    return person


def require_person_except_to_sign_in() -> None:
    """Require a signed-in person to read the session and to switch accounts, but not to sign in or out."""
    if request.method in ("GET", "HEAD", "PATCH"):
        require_person()


def require_contractor() -> None:
    """Require a signed-in person. The header `Portal-Account`, or else the session, names the account."""
    person = require_person()
    account = service.choose_account(person, request.headers.get("Portal-Account"))
    deadline_s = route_facts(current_app, str(request.endpoint)).deadline_s or REQUEST_S
    caller = Caller(role="person", deadline=Deadline(services().clock, deadline_s), request_id=g.request_id)
    g.context = RequestContext(account.agency, account.contractor, caller, person.sign_in.email)
    structlog.contextvars.bind_contextvars(agency=account.agency.short_name, contractor_id=g.context.contractor_id)

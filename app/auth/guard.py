"""The guard at the door of every contractor's route: who is this, and for which account?"""

import structlog
from flask import current_app, g, request

from app.agentos.caller import Caller
from app.api.blueprint import route_facts
from app.api.context import services
from app.auth import service, session
from app.auth.accounts import Account, find_account
from app.auth.service import Person
from app.domain.clock import Deadline
from app.domain.errors import NOT_YOUR_ACCOUNT, Conflict
from app.domain.limits import REQUEST_S
from app.services import RequestContext


def require_person() -> Person:
    """Who is signed in. Raises Unauthenticated."""
    who = service.load_person(services(), session.sign_in_id())
    g.person = who
    return who


def require_person_except_to_sign_in() -> None:
    """Let anybody ask for a code, sign in and sign out; looking and switching take somebody who is signed in."""
    if request.method in ("GET", "HEAD", "PATCH"):
        require_person()


def require_contractor() -> None:
    """Let in who is signed in, for the account that `Portal-Account` or else the session names."""
    who = require_person()
    account = _account(who)
    deadline_s = route_facts(current_app, str(request.endpoint)).deadline_s or REQUEST_S
    caller = Caller(role="person", deadline=Deadline(services().clock, deadline_s), request_id=g.request_id)
    g.context = RequestContext(account.agency, account.contractor, caller, who.sign_in.email)
    structlog.contextvars.bind_contextvars(agency=account.agency.short_name, contractor_id=g.context.contractor_id)


def _account(who: Person) -> Account:
    """One tab may work for another of the same person's accounts without changing the session for the others."""
    header = request.headers.get("Portal-Account")
    if header is None:
        return who.account
    agency, _, contractor_id = header.partition("/")
    account = find_account(who.accounts, (agency, contractor_id))
    if account is None:
        raise Conflict(NOT_YOUR_ACCOUNT)
    return account

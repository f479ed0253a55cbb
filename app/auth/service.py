"""Sign-in, accounts and sign-out, for the views and the guard. E-mail addresses are normalised (`normal_email`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import structlog
from sqlalchemy import Connection

from app.audit.audit import Event
from app.auth import codes, limits, sessions
from app.auth.session_store import Session
from app.auth.sessions import Method, NewSession
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.client import Client
from app.domain.clock import to_text
from app.domain.errors import (
    SIGN_IN,
    ForeignAccount,
    NoAccount,
    NotFound,
    Unauthenticated,
    WrongCode,
)
from app.services import Services

log = structlog.get_logger("auth")


@dataclass(frozen=True, slots=True)
class Account:
    """An account of a person: a contractor at an agency."""

    agency: Agency
    contractor: Contractor

    @property
    def key(self) -> tuple[str, str]:
        """The agency's short name, and the contractor's id."""
        return self.agency.short_name, self.contractor.contractor_id


def accounts_of(services: Services, contractors: Iterable[tuple[str, Contractor]]) -> tuple[Account, ...]:
    """Return a person's contractors as accounts, sorted by the agency's name, then the account's name."""
    agencies = services.config.agencies
    unsorted = [Account(agencies[name], contractor) for name, contractor in contractors if name in agencies]
    return tuple(sorted(unsorted, key=lambda each: (each.agency.name, each.contractor.display_name, each.key)))


def find_account(all_accounts: tuple[Account, ...], key: tuple[str, str] | None) -> Account | None:
    """Return the account whose `Account.key` is `key`, or None."""
    return next((account for account in all_accounts if account.key == key), None)


NO_ACCOUNT = "No agency here has a contractor with this e-mail address now."
TOO_MANY_SWITCHES = "You changed the account too often. Please try again later."
WRONG_CODE = "The code is wrong or no longer valid. Please check it, or ask here for a new one."


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person: the session, all accounts, and the current account."""

    session: Session
    accounts: tuple[Account, ...]
    account: Account


def sign_in(
    services: Services, email: str, code: str, nonce_digest: str | None, session: NewSession, origin: str
) -> None:
    """Sign in with a code. `origin`: see `limits.origin_of`.

    Raise TooMany, WrongCode or NoAccount.
    """
    limits.count_try(services, limits.SIGN_INS, origin)
    limits.brake(services, origin)
    with services.database.write() as connection:
        correct, has_live_code = codes.check(services, connection, email, code, nonce_digest)
        # The same work for every wrong answer, so that its time does not reveal whether the address has a live code.
        if correct is None:
            limits.count_wrong_answer(services, connection, has_live_code=has_live_code)
    if correct is None:
        record_failure(services, email, "wrong code", session.client)
        raise WrongCode(WRONG_CODE)

    def use_up(connection: Connection) -> None:
        if correct.id not in codes.use_up(connection, email, nonce_digest, to_text(services.clock.now())):
            raise WrongCode(WRONG_CODE)

    try:
        begin(services, email, Method.CODE, session, agency=correct.agency, store_more=use_up)
    except WrongCode:
        record_failure(services, email, "code used up meanwhile", session.client)
        raise


def begin(
    services: Services,
    email: str,
    method: Method,
    session: NewSession,
    *,
    agency: str | None = None,
    sign_out_url: str | None = None,
    store_more: Callable[[Connection], None] | None = None,
) -> None:
    """Begin a session of a person who has proved their e-mail address.

    `agency`: the short name of the agency to start with, if the person has an account there. `sign_out_url` and
    `store_more`: see `sessions.create`. Raise NoAccount if the person has no account.
    """
    person_accounts = accounts_of(services, services.mirror.contractors_by_email(email))
    if not person_accounts:
        record_failure(services, email, "no account", session.client)
        raise NoAccount(NO_ACCOUNT)
    asked_for = tuple(account for account in person_accounts if account.agency.short_name == agency)
    candidates = asked_for or person_accounts
    account = find_account(candidates, sessions.last_used_account(services, email)) or candidates[0]
    agencies = {each.agency.short_name for each in person_accounts}
    sessions.create(
        services, email, account.key, agencies, method, session, sign_out_url=sign_out_url, store_more=store_more
    )
    log.info("sign_in", outcome="signed in", method=str(method))


def record_failure(services: Services, email: str | None, why: str, client: Client) -> None:
    """Record a failed try to sign in. `why`: a few words for the log."""
    now = to_text(services.clock.now())
    with services.database.write() as connection:
        services.audit.record(connection, Event.SIGN_IN_FAILED, at=now, email=email, client=client, detail=why)
    log.info("sign_in", outcome=why)


def load_person(services: Services, session: Session | None) -> Person:
    """Return the person with this session. Raise Unauthenticated without one, or if its current account is gone."""
    if session is None:
        raise Unauthenticated(SIGN_IN)
    person_accounts = accounts_of(services, session.contractors)
    account = find_account(person_accounts, session.account_key)
    if account is None:
        raise Unauthenticated("You no longer have this account. Please sign in again.")
    return Person(session, person_accounts, account)


def choose_account(person: Person, header: str | None) -> Account:
    """Return the account in the header `Portal-Account` or, without the header, the session's account.

    Raise ForeignAccount if it is not the person's. With the header, each browser tab can use a different account.
    """
    if header is None:
        return person.account
    agency, _, contractor_id = header.partition("/")
    account = find_account(person.accounts, (agency, contractor_id))
    if account is None:
        raise ForeignAccount
    return account


def switch_account(services: Services, person: Person, agency: str, contractor_id: str, client: Client) -> Person:
    """Switch the person to another account, and return the person. A switch to the current account changes nothing.

    Raise NotFound if the person has no such account, or TooMany.
    """
    account = find_account(person.accounts, (agency, contractor_id))
    if account is None:
        raise NotFound("account")
    if account == person.account:
        return person
    limits.limit(services, limits.quota_of_person(services, limits.SWITCHES, person.session.email), TOO_MANY_SWITCHES)
    sessions.switch_account(services, person.session.id, person.session.email, account.key, client)
    return replace(person, account=account)

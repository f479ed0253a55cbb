"""Signing in, as the views and the guard need it. Addresses are normal (`normal_email`) throughout."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from ipaddress import ip_network
from typing import TYPE_CHECKING

from sqlalchemy import insert

from app.auth import codes, sign_ins
from app.auth.accounts import Account, accounts_by_email, find_account
from app.auth.sign_ins import SignIn
from app.domain.errors import SIGN_IN, NotFound, NoWorker, TooMany, Unauthenticated
from app.store.tables import code_requests
from app.store.timestamps import text

if TYPE_CHECKING:
    from app.services import Services

HOUR_S = 3600.0
CODES_NOT_SENT = "cannot send sign-in codes"
WRONG_CODE = "The code is wrong or no longer valid. Please check it, or ask for a new one."


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, all of their accounts, and the one the sign-in stands at."""

    sign_in: SignIn
    accounts: tuple[Account, ...]
    account: Account


def request_code(services: Services, email: str, agency: str | None, address: str) -> None:
    """Note that `email` wants a code, to work for `agency` if they say so.

    Whether anybody knows the address is looked up later, out of the caller's sight. Raises NoWorker, for known and
    unknown addresses alike, if no worker is alive to mail a code: then nothing is noted and nothing counted.
    """
    if not services.heartbeat.is_alive():
        raise NoWorker(CODES_NOT_SENT)
    _limit(services, "code", address)
    now = text(services.clock.now())
    with services.database.write() as connection:
        connection.execute(
            insert(code_requests).values(id=uuid.uuid4().hex, email=email, agency=agency, asked_at=now, next_try_at=now)
        )


def sign_in(services: Services, email: str, code: str, address: str) -> str:
    """The id of a new sign-in. Raises Unauthenticated for a code that is not good (any more)."""
    _limit(services, "try", address)
    redeemed = codes.redeem(services, email, code)
    if redeemed is None:
        raise Unauthenticated(WRONG_CODE)
    theirs = accounts_by_email(services, email)
    if not theirs:
        raise Unauthenticated("No agency here has a contractor with this e-mail address any more.")
    asked_for = tuple(account for account in theirs if account.agency.short_name == redeemed.agency)
    candidates = asked_for or theirs
    account = find_account(candidates, sign_ins.last_used_account(services, email)) or candidates[0]
    return sign_ins.create(services, email, account.key)


def load_person(services: Services, sign_in_id: str | None) -> Person:
    """Who comes with this sign-in. Raises Unauthenticated; so it does when the current account is gone."""
    found = sign_ins.find(services, sign_in_id) if sign_in_id else None
    if found is None:
        raise Unauthenticated(SIGN_IN)
    theirs = accounts_by_email(services, found.email)
    account = find_account(theirs, found.account_key)
    if account is None:
        raise Unauthenticated("This account is not yours any more. Please sign in again.")
    return Person(found, theirs, account)


def switch_account(services: Services, who: Person, agency: str, contractor_id: str) -> Person:
    """The same person at another of their accounts. Raises NotFound."""
    account = find_account(who.accounts, (agency, contractor_id))
    if account is None:
        raise NotFound("account")
    sign_ins.switch_account(services, who.sign_in.id, account.key)
    return Person(who.sign_in, who.accounts, account)


def sign_out(services: Services, sign_in_id: str | None) -> None:
    """End a sign-in, if there is one."""
    if sign_in_id:
        sign_ins.revoke(services, sign_in_id)


def _limit(services: Services, what: str, address: str) -> None:
    """Count it against whoever has the address; of IPv6 a household has a whole /64. Raises TooMany."""
    who = str(ip_network((address, 64), strict=False)) if ":" in address else address
    wait_s = services.rate_limit.take(f"{what}:{who}", services.config.signin_per_address, HOUR_S)
    if wait_s is not None:
        raise TooMany("Too many attempts from your connection. Please try again later.", retry_after_s=wait_s)

"""Limits on signing in. They count by the origin of a request: a known device or a network (`origin_of`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from app.auth import codes, devices
from app.domain.digests import keyed_digest
from app.domain.errors import TooMany
from app.store.rate_limit import Quota

if TYPE_CHECKING:
    from app.domain.client import Client
    from app.services import Services

log = structlog.get_logger("auth")

CODES, SIGN_INS = "codes", "sign-ins"
CHALLENGES = "challenges"
"""Challenges for passkeys.

At a sign-in, the client has named no address yet, so its network is counted. If a stranger there uses up the
challenges, a known device can still sign in with a code.
"""
SINGLE_SIGN_ONS = "single sign-ons"
"""Starts of a sign-in with the identity provider.

A page of any site can make its visitors' browsers begin one, so they do not count as `SIGN_INS`. Networks alone are
counted, because only the provider will say who signs in.
"""
HOUR_S = 3600
SLOW_S = 10.0
"""Seconds between two tries of an origin while too many tries fail everywhere."""
FAILURES = "failed sign-ins"
"""The counter of failed tries from networks over all addresses."""
REGISTRATIONS_PER_HOUR = 20
"""Each new passkey causes an e-mail, and another one when it is removed."""
SWITCHES_PER_HOUR = 30
"""Each switch is an entry of the audit, whose list shows only the newest ones."""
TOO_MANY = "Too many attempts from your connection. Please try again later."


def quota(services: Services, name: str, origin: str) -> Quota:
    """Return the limit with this name, such as `CODES`, for an origin."""
    return Quota(name, f"{name} of {origin}", services.config.signin_per_address, HOUR_S)


def origin_of(services: Services, name: str, email: str | None, client: Client) -> str:
    """Return the origin by which `CODES` or `SIGN_INS` (`name`) counts a request for an address (`devices.origin`).

    A known device that has used up its own limit counts with its network. Otherwise, somebody who has a copy of the
    device's cookie, because they use the same browser, could lock the person out there.
    """
    origin = devices.origin(services.database, email, client)
    if email is None or devices.is_network(origin):
        return origin
    left, _ = services.rate_limit.left(quota(services, name, origin))
    has_left = left and (name != CODES or codes.device_has_left(services, email, origin))
    return origin if has_left else devices.network(client)


def switches_quota(services: Services, email: str) -> Quota:
    """Return the limit of a person's changes to another account."""
    return Quota("account changes", f"account changes of {_person(services, email)}", SWITCHES_PER_HOUR, HOUR_S)


def registrations_quota(services: Services, email: str) -> Quota:
    """Return the limit of a person's registrations of a passkey that begin.

    Removals have none: otherwise, a thief could use them up, and the owner could not remove the thief's passkey.
    """
    key = f"passkey registrations of {_person(services, email)}"
    return Quota("passkey registrations", key, REGISTRATIONS_PER_HOUR, HOUR_S)


def _person(services: Services, email: str) -> str:
    """Return the name of a person in the keys of limits. Nobody can guess the address from it."""
    return keyed_digest(services.config.secret_key, "limit", email).hex()


def limit(services: Services, quota: Quota, sentence: str = TOO_MANY) -> None:
    """Count a try. Raise TooMany with `sentence` over the limit."""
    wait_s = services.rate_limit.take(quota.key, quota.most, quota.window_s)
    if wait_s is not None:
        raise TooMany(sentence, retry_after_s=wait_s)


def limit_sign_ins(services: Services, origin: str) -> bool:
    """Count a try to sign in. Return whether too many tries fail everywhere.

    Raise TooMany if its origin has made too many, or too many just now while too many fail everywhere.
    """
    limit(services, quota(services, SIGN_INS, origin))
    is_attacked = services.rate_limit.count(FAILURES, HOUR_S) >= services.config.signin_failures_per_hour
    if is_attacked:
        _slow_down(services, origin)
    return is_attacked


def count_failure(services: Services, origin: str) -> None:
    """Count a failed try that may be a guess.

    Tries of a known device do not count. The limits on its codes suffice, and otherwise a person with a few devices
    could slow everybody down from one network.
    """
    if devices.is_network(origin):
        services.rate_limit.take(FAILURES, services.config.signin_failures_per_hour, HOUR_S)


def _slow_down(services: Services, origin: str) -> None:
    """Raise TooMany if this origin has just tried, while too many tries fail over all addresses.

    Somebody may be guessing codes from many networks. Each network and each known device keeps a try every `SLOW_S`.
    """
    most = services.config.signin_failures_per_hour
    if services.rate_limit.take("too many failed sign-ins logged", 1, 60.0) is None:
        log.warning("too_many_failed_sign_ins", most=most)
    wait_s = services.rate_limit.take(f"slow down {origin}", 1, SLOW_S)
    if wait_s is not None:
        raise TooMany("Many wrong codes are being tried just now. Please wait a few seconds.", retry_after_s=wait_s)

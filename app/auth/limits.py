"""The limits on signing in.

Codes for an address: 5 an hour and 10 a day on a known device or in a network (an IPv4 address, an IPv6 /48), and 60 an
hour and 200 a day in all networks. Beyond these limits, the answer is still 204, but no mail is sent.

Requests, for any addresses: a known device or a network may ask for `SIGNIN_PER_ADDRESS` codes an hour (by default
300), and send as many answers, right or wrong. Then the answer is 429.

The brake is against guesses at many addresses. After `SIGNIN_FAILURES_PER_HOUR` wrong answers to live codes within an
hour (by default 1,000, over all addresses), each known device and each network has one try of a code every 10 s, and
otherwise gets 429. An answer counts only if its browser has a live code, so nobody can cause the brake without asking
for codes.

A known device is a browser in which the person with the address has signed in before. Each known device has limits of
its own, so no stranger can use them up, not even from the same network: a mobile carrier has thousands of people in
one. A person on a new device has no such protection: strangers in 12 networks can use up an address's codes for an
hour, and in 20 networks for a day.

A code works only in the browser that asked for it, for 10 minutes and 5 answers (`app.auth.codes`). A browser can have
two live codes, and a wrong answer counts against both. So the chances to guess a code of an address are: in one network
25 answers an hour (1 in 40,000) and 50 a day (1 in 20,000), in all networks 300 an hour (1 in 3,333) and 1,000 a day
(1 in 1,000). Strangers cannot use up the answers of the person's own browser.

All periods are moving windows, counted in the database.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import Connection, select

from app.auth import devices
from app.domain.client import Client
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.domain.errors import TooMany
from app.services import Services
from app.store.rate_limit import Quota
from app.store.tables import codes

log = structlog.get_logger("auth")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CODES_OF_ORIGIN = {HOUR: 5, DAY: 10}
"""The most codes for an address on a known device or in a network, in each period."""
CODES_IN_ALL_NETWORKS = {HOUR: 60, DAY: 200}
"""The most codes for an address in all networks together. Otherwise, guesses would grow with a stranger's networks."""
SLOW_S = 10.0
"""Seconds between two tries of a known device or a network while the brake is on."""
WRONG_ANSWERS, OTHER_ANSWERS = "wrong answers to live codes", "answers without a live code"
"""The counters of wrong answers. Only the first one causes the brake.

The second one is never read. It makes every wrong answer take the same time, with a live code and without.
"""
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
REGISTRATIONS = "passkey registrations"
"""Registrations of a passkey that begin. Each new passkey causes an e-mail, and another one when it is removed.

Removals have no limit: otherwise, a thief could use it up, and the owner could not remove the thief's passkey.
"""
SWITCHES = "account changes"
"""Each change adds an entry to the person's activity. A flood of them would hide other entries."""
MARKS = "invoicing marks"
"""Changes of the marks of jobs that need no invoice. Each invalidates the contractor's cached responses."""
MOST_OF_PERSON = {REGISTRATIONS: 20, SWITCHES: 30, MARKS: 1_000}
"""The limits of a person an hour."""
TOO_MANY = "Too many attempts from your connection. Please try again later."
BRAKE = "Many wrong codes are being tried just now. Please wait a few seconds."


def origin_of(services: Services, email: str | None, client: Client) -> str:
    """Return the known device or the network by which the limits count a request for an address.

    `email`: proved or not; None if the request names none. Find the origin once for each request, so that all of its
    limits count the same. A device is known only for the addresses that have signed in on it, so neither an invented
    cookie nor somebody's own account gives further tries for the address of another person.
    """
    if email is not None and client.device is not None:
        with services.database.read() as connection:
            if devices.is_known(connection, email, client.device):
                return f"{devices.DEVICE}{client.device}"
    return devices.network(client)


def allow_code(connection: Connection, email: str, origin: str, now: datetime, *, except_id: str) -> bool:
    """Return whether an address gets a further code for this origin.

    `except_id`: the code of an earlier try to send the same mail, which does not count.
    """
    others = select(codes.c.origin).where(codes.c.email == email, codes.c.id != except_id)
    for period in (HOUR, DAY):
        origins = connection.scalars(others.where(codes.c.created_at > to_text(now - period))).all()
        if origins.count(origin) >= CODES_OF_ORIGIN[period]:
            return False
        in_networks = len(origins) - sum(map(devices.is_device, origins))
        if in_networks >= CODES_IN_ALL_NETWORKS[period] and not devices.is_device(origin):
            return False
    return True


def count_try(services: Services, name: str, origin: str) -> None:
    """Count a try of a known device or a network. Raise TooMany over the limit with this name, such as `SIGN_INS`."""
    limit(services, quota(services, name, origin))


def quota(services: Services, name: str, origin: str) -> Quota:
    """Return the limit with this name, such as `CODES`, for a known device or a network."""
    return Quota(name, f"{name} of {origin}", services.config.signin_per_address, HOUR_S)


def quota_of_person(services: Services, name: str, email: str) -> Quota:
    """Return the limit of a person with this name, such as `SWITCHES`. Nobody can guess the address from its key."""
    person = keyed_digest(services.config.secret_key, "limit", email).hex()
    return Quota(name, f"{name} of {person}", MOST_OF_PERSON[name], HOUR_S)


def limit(services: Services, quota: Quota, sentence: str = TOO_MANY) -> None:
    """Count a try. Raise TooMany with `sentence` over the limit."""
    wait_s = services.rate_limit.take(quota.key, quota.most, quota.window_s)
    if wait_s is not None:
        raise TooMany(sentence, retry_after_s=wait_s)


def brake(services: Services, origin: str) -> None:
    """Raise TooMany if too many wrong codes are tried everywhere, and this device or network has just tried one."""
    most = services.config.signin_failures_per_hour
    if services.rate_limit.count(WRONG_ANSWERS, HOUR_S) < most:
        return
    if services.rate_limit.take("too many failed sign-ins logged", 1, 60.0) is None:
        log.warning("too_many_failed_sign_ins", most=most)
    wait_s = services.rate_limit.take(f"slow down {origin}", 1, SLOW_S)
    if wait_s is not None:
        raise TooMany(BRAKE, retry_after_s=wait_s)


def count_wrong_answer(services: Services, connection: Connection, *, has_live_code: bool) -> None:
    """Count a wrong answer for the brake. `has_live_code`: the browser that answers has a live code."""
    key, most = WRONG_ANSWERS if has_live_code else OTHER_ANSWERS, services.config.signin_failures_per_hour
    services.rate_limit.take_within(connection, key, most, HOUR_S, services.clock.now().timestamp())

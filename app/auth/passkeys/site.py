"""The portal's address in a request, as WebAuthn names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address

from app.domain.errors import Invalid

NO_NAME = "Passkeys need a host name in the address of the portal, such as localhost; an IP address has none."


@dataclass(frozen=True, slots=True)
class Site:
    """A web site. `host`: the id of its passkeys (RP ID). `origin`: scheme, host and port.

    Source: https://www.w3.org/TR/webauthn-3/#rp-id
    """

    host: str
    origin: str


def site_of(scheme: str, host: str) -> Site:
    """Return the site at a host with an optional port. Raise Invalid for an IP address, which has no passkeys."""
    name = re.sub(r":[0-9]*\Z", "", host)
    if not name or name.startswith("[") or _is_address(name):
        raise Invalid(NO_NAME)
    return Site(name, f"{scheme}://{host}")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True

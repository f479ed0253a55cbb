"""The portal's address in a request, as WebAuthn names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.errors import Invalid
from app.settings.model import is_ip_address

NO_NAME = "Passkeys need a host name in the address of the portal, such as localhost; an IP address has none."


@dataclass(frozen=True, slots=True)
class Site:
    """A web site. `host`: the id of its passkeys (RP ID). `origin`: scheme, host and port.

    Source: https://www.w3.org/TR/webauthn-3/#rp-id
    """

    host: str
    origin: str


def site_at(origin: str) -> Site:
    """Return the site with this origin. Raise Invalid for an IP address, which has no passkeys."""
    name = re.sub(r":[0-9]*\Z", "", origin.partition("://")[2])
    if not name or name.startswith("[") or is_ip_address(name):
        raise Invalid(NO_NAME)
    return Site(name, origin)

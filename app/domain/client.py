"""The sender of a request, as far as the audit records it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_network

_PREFIX = {4: 24, 6: 48}
"""Bits of an IP address that the audit keeps, by version. They name a provider's network, not a household."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """The browser or program that sent a request.

    `address`: its IP address; empty if the server knows none, as on a Unix socket. `software`: a short name, such as
    "Chrome on Android"; None if it gives none. `device`: the hash of the browser's device (`app.auth.browser`), if
    anybody has signed in there. `request_id`: the id of the request in logs and in AgentOS.
    """

    address: str
    software: str | None
    device: str | None
    request_id: str

    @property
    def network(self) -> str:
        """The network that limits count as one client: an IPv4 address or an IPv6 /64."""
        return str(ip_network((self.address, 64), strict=False)) if ":" in self.address else self.address

    @property
    def prefix(self) -> str | None:
        """The network that the audit records: an IPv4 /24 or an IPv6 /48. None without an IP address."""
        bits = _PREFIX[6 if ":" in self.address else 4]
        return str(ip_network((self.address, bits), strict=False)) if self.address else None

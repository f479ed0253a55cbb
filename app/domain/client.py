"""The sender of a request, as far as the audit records it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PREFIX = {4: 24, 6: 48}
"""Bits of an IP address that the audit keeps, by version. An IPv4 /24 has many lines, an IPv6 /48 may be one."""
_LIMITED_PREFIX = 48
"""Bits of an IPv6 address that limits count. Providers give an ordinary line a /56 or a /48 (RIPE-690)."""
_TEXT_CHARACTERS = 64
"""The part of an unreadable address that limits count."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """The browser or program that sent a request.

    `address`: its IP address; empty if the server knows none, as on a Unix socket. `software`: a short name, such as
    "Chrome on Android"; None if it gives none. `device`: the hash of the browser's device cookie (`app.auth.browser`),
    or None without a well-formed one. The cookie may be invented: `app.auth.devices` knows the devices with a sign-in.
    `request_id`: the id of the request in logs and in AgentOS.
    """

    address: str
    software: str | None
    device: str | None
    request_id: str

    @property
    def network(self) -> str:
        """The network that limits count as one client (`network_of`)."""
        return network_of(self.address)

    @property
    def prefix(self) -> str | None:
        """The network that the audit records: an IPv4 /24 or an IPv6 /48. None if the address is unreadable."""
        address = _read(self.address)
        return None if address is None else _network(address, _PREFIX[address.version])


def network_of(text: str) -> str:
    """Return the network of an address that limits count as one client: an IPv4 address or an IPv6 /48.

    If the address is unreadable, return its text.
    """
    address = _read(text)
    if address is None:
        return text[:_TEXT_CHARACTERS]
    return str(address) if isinstance(address, IPv4Address) else _network(address, _LIMITED_PREFIX)


def _network(address: IPv4Address | IPv6Address, bits: int) -> str:
    return str(ip_network((address, bits), strict=False))


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """Return an address. None for other text: a Unix socket has no address, and a proxy may send anything."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address

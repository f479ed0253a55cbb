"""The networks of a client, by its address."""

import pytest

from app.domain.client import Client


@pytest.mark.parametrize(
    ("address", "network", "prefix"),
    [
        ("203.0.113.77", "203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48", "2001:db8:1::/48"),
        ("::1", "::/48", "::/48"),
        ("fe80::1%eth0", "fe80::/48", "fe80::/48"),
        ("", "", None),
        ("unknown", "unknown", None),
        ("203.0.113.77:4711", "203.0.113.77:4711", None),
        ("x" * 200, "x" * 64, None),
    ],
)
def test_networks_of_an_address(address: str, network: str, prefix: str | None) -> None:
    client = Client(address=address, software=None, device=None, request_id="a-request")
    assert (client.network, client.prefix) == (network, prefix)

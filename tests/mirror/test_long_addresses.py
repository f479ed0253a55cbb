"""Fields that are longer than a column of the database."""

from tests.portal_server import PortalServer


def test_contractor_with_overlong_address_is_stored(portal_server: PortalServer) -> None:
    addresses = f"{'x' * 300}@harper.example; new@harper.example"
    portal_server.simulator.change(
        "acme/contractors/CON-1001", EMailAddress=addresses, CompanyName="Harper & Daughters"
    )
    portal_server.advance_clock(3_700)
    portal_server.refresh()
    account = portal_server.sign_in("new@harper.example").get("/api/contractor/account").json
    assert account["companyName"] == "Harper & Daughters"  # type: ignore[index]
    assert account["email"] == addresses, "shown as it is held"  # type: ignore[index]

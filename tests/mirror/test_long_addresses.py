"""What an agency may write into a field, though no column takes it."""

from tests.house import House


def test_an_address_longer_than_any_is_spoils_no_reading(house: House) -> None:
    addresses = f"{'x' * 300}@harper.example; new@harper.example"
    house.simulator.change("acme/contractors/CON-1001", EMailAddress=addresses, CompanyName="Harper & Daughters")
    house.tomorrow(3_700)
    house.refresh()
    account = house.sign_in("new@harper.example").get("/api/contractor/account").json
    assert account["companyName"] == "Harper & Daughters"  # type: ignore[index]
    assert account["email"] == addresses, "shown as it is held"  # type: ignore[index]

"""The accounts of a person, looked up in the mirror at each request and never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.account import Contractor
from app.domain.agency import Agency

if TYPE_CHECKING:
    from app.services import Services


@dataclass(frozen=True, slots=True)
class Account:
    """A contractor at an agency, as an account of a person."""

    agency: Agency
    contractor: Contractor

    @property
    def key(self) -> tuple[str, str]:
        """The agency's short name and the contractor's id."""
        return self.agency.short_name, self.contractor.contractor_id


def accounts_by_email(services: Services, email: str) -> tuple[Account, ...]:
    """Return the accounts of the person with this normal address, by the agency's name, then the account's name."""
    return accounts_of(services, services.mirror.contractors_by_email(email))


def accounts_of(services: Services, contractors: Iterable[tuple[str, Contractor]]) -> tuple[Account, ...]:
    """Return a person's contractors as accounts, by the agency's name, then the account's name."""
    agencies = services.config.agencies
    person_accounts = [
        Account(agencies[short_name], contractor) for short_name, contractor in contractors if short_name in agencies
    ]
    person_accounts.sort(key=lambda account: (account.agency.name, account.contractor.display_name, account.key))
    return tuple({account.key: account for account in person_accounts}.values())


def find_account(all_accounts: tuple[Account, ...], key: tuple[str, str] | None) -> Account | None:
    """Return the account that `key` names, or None."""
    return next((account for account in all_accounts if account.key == key), None)

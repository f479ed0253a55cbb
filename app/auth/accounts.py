"""Whose accounts: worked out from the mirror each time, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.account import Contractor
from app.domain.agency import Agency

if TYPE_CHECKING:
    from app.services import Services


@dataclass(frozen=True, slots=True)
class Account:
    """One contractor at one agency, as one of a person's accounts."""

    agency: Agency
    contractor: Contractor

    @property
    def key(self) -> tuple[str, str]:
        """What names it."""
        return self.agency.short_name, self.contractor.contractor_id


def accounts_by_email(services: Services, email: str) -> tuple[Account, ...]:
    """Every account of the person with this (normal) address, by the agency's name, then their own."""
    agencies = services.config.agencies
    found = [
        Account(agencies[short_name], contractor)
        for short_name, contractor in services.mirror.contractors_by_email(email)
        if short_name in agencies
    ]
    found.sort(key=lambda account: (account.agency.name, account.contractor.display_name, account.key))
    return tuple({account.key: account for account in found}.values())


def find_account(all_accounts: tuple[Account, ...], key: tuple[str, str] | None) -> Account | None:
    """The one of `all_accounts` that `key` names."""
    return next((account for account in all_accounts if account.key == key), None)

"""Contractors, and the branches and staff that they work with."""

import re
from dataclasses import dataclass
from typing import Literal

from app.domain.limits import LIMITS


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """An office of the agency."""

    branch_id: str
    name: str | None = None
    email: str | None = None
    phone: str | None = None

    @property
    def emails(self) -> frozenset[str]:
        """Every address in the record's one e-mail field, as `normal_email` writes them."""
        return _emails(self.email)


@dataclass(frozen=True, kw_only=True, slots=True)
class Staff:
    """A member of the agency's staff who may manage jobs."""

    staff_id: str
    name: str | None = None
    job_title: str | None = None
    branch_id: str | None = None
    email: str | None = None
    mobile: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contractor:
    """The record of a contractor at an agency."""

    contractor_id: str
    branch_id: str | None = None
    global_reference: str | None = None
    company_name: str | None = None
    forename: str | None = None
    surname: str | None = None
    email: str | None = None
    phone: str | None = None
    mobile: str | None = None
    address1: str | None = None
    address2: str | None = None
    address3: str | None = None
    address4: str | None = None
    postcode: str | None = None
    vat_number: str | None = None
    archived: bool = False

    @property
    def display_name(self) -> str:
        """The contractor's name on screens and as the author of notes."""
        return (
            self.company_name or joined(" ", self.forename, self.surname) or self.global_reference or self.contractor_id
        )

    @property
    def status(self) -> Literal["active", "archived"]:
        """The status: `archived` if the agency no longer works with the contractor."""
        return "archived" if self.archived else "active"

    @property
    def address_line3(self) -> str | None:
        """The third and the fourth line of the address in one line."""
        return joined(", ", self.address3, self.address4)

    @property
    def address(self) -> str | None:
        """The address in one line."""
        return joined(", ", self.address1, self.address2, self.address3, self.address4, self.postcode)

    @property
    def emails(self) -> frozenset[str]:
        """Every address in the record's one e-mail field, as `normal_email` writes them."""
        return _emails(self.email)


def joined(by: str, *parts: str | None) -> str | None:
    """Return the parts that are not empty as one text, or None if all are empty."""
    return by.join(part for part in parts if part) or None


def normal_email(text: str) -> str:
    """Return an e-mail address for comparison: trimmed, in lower case."""
    return text.strip().lower()


def _emails(text: str | None) -> frozenset[str]:
    addresses = (normal_email(part) for part in re.split("[;,]", text or ""))
    return frozenset(address for address in addresses if 0 < len(address) <= LIMITS.email_characters)

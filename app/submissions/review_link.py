"""Signed links to the page of an office's open reviews.

A link has the agency, a digest of the office's addresses, and the time of its e-mail. It works for 14 days. If the
addresses change, the former addressees lose access.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress

from itsdangerous import BadData, URLSafeSerializer

from app.domain.agency import Agency
from app.domain.delivery import DAY_S
from app.domain.submission import Submission
from app.services import Services
from app.submissions.notices_addresses import office_addresses

VALID_DAYS = 14


def link(services: Services, agency: str, addresses: Sequence[str]) -> str:
    """Return the address of the page of the reviews that these addresses are asked about."""
    token = _signer(services).dumps([agency, _digest(addresses), int(services.clock.now().timestamp())])
    return f"{services.config.public_url}/review/{token}"


def agency_of(services: Services, token: str) -> tuple[Agency, str] | None:
    """Return the agency and the digest of addresses in a link. Return None for a forged or expired link."""
    with suppress(BadData):
        name, digest, issued_at = _signer(services).loads(token)
        agency = services.config.agencies.get(name)
        if agency is not None and services.clock.now().timestamp() - issued_at <= VALID_DAYS * DAY_S:
            return agency, digest
    return None


def belongs(services: Services, agency: Agency, digest: str, row: Submission) -> bool:
    """Return True if the office with this digest of addresses may see the submission."""
    addresses = office_addresses(services, agency, row) if row.agency == agency.short_name else []
    return bool(addresses) and _digest(addresses) == digest


def _digest(addresses: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(addresses).encode()).hexdigest()[:32]


def _signer(services: Services) -> URLSafeSerializer:
    return URLSafeSerializer(services.config.secret_keys[::-1], salt="reviews")  # the last one signs

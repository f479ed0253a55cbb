"""The e-mail address in the claims of another system that vouches for a person."""

from __future__ import annotations

from marshmallow import ValidationError

from app.auth.schemas import EmailField
from app.domain.limits import LIMITS

NOT_VERIFIED = "The portal could not verify this sign-in."


def email_of_claim(text: object) -> str | None:
    """Return the address in a claim as `normal_email` writes it, or None if the portal can know no such address.

    Refuse letters that become ASCII in lower case, such as the Kelvin sign. Otherwise the owner of such an address
    would get the accounts of the owner of the address in ASCII.
    """
    if not isinstance(text, str) or any(not letter.isascii() and letter.lower().isascii() for letter in text):
        return None
    try:
        email = str(EmailField().deserialize(text))
    except ValidationError:
        return None
    return email if len(email) <= LIMITS.email_characters else None

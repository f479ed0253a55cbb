"""The limits for data from contractors, according to the portal contract (page 2 of the specification).

Each number is defined only here. Checks, sentences, e-mails, the API description and the phone use this module.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The limits that a form checks. `GET /api/contractor/agency` sends them to the phone.

    Amounts are in pounds. Texts are counted in characters, without blanks at their ends.
    """

    email_characters: int = 254
    note_characters: int = 4_000
    description_characters: int = 2_000
    invoice_number_characters: int = 50
    amount_least: Decimal = Decimal("0.01")
    amount_most: Decimal = Decimal(1_000_000)
    invoice_years_back: int = 6
    invoice_days_ahead: int = 1
    document_bytes: int = 10 * MIB
    document_name_characters: int = 255
    retry_hours: int = 72


LIMITS = Limits()
"""RFC 5321 allows 254 characters in an e-mail address."""

ID_CHARACTERS = 64
ID_PATTERN = rf"[A-Za-z0-9_-]{{1,{ID_CHARACTERS}}}"
ID_RULE = f"1 to {ID_CHARACTERS} characters from `A-Z a-z 0-9 _ -`"
ID = re.compile(ID_PATTERN)
"""The form of an id, an opaque text made by AgentOS. Use `fullmatch`."""

CODE_DIGITS, CODE_TRIES = 6, 5
"""Digits of a code to sign in, and how often a person may try it. The phone knows both (`tools/phone_limits.py`)."""
KEY_CHARACTERS = 128
SEARCH_CHARACTERS = 200
BODY_BYTES = 64 * KIB
"""Most bytes of a request without a document. The longest note fits: 12 bytes for an escaped pair of surrogates."""
INVOICE_BYTES = 15 * MIB
"""Most bytes of a request with an invoice. A document of 10 MiB fits: base64 makes four bytes of three."""

REQUEST_S, INVOICE_S = 25.0, 55.0
"""Most seconds for a request, and for a request with an invoice."""

KEY_DAYS = 7
"""Days for which a submission's idempotency key is stored after the submission is finished."""
NOTE_REPEAT_S, INVOICE_REPEAT_HOURS = 60, 24
"""Time in which a request with the same content, but without a key, counts as a repeat of a successful submission."""
DUPLICATE_DAYS = 30
"""Days in which another invoice for the same job and amount, or with the same document, is a likely mistake."""

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(count: int, unit: str) -> str:
    """Return a count and its unit for a sentence: "one day", "six years", "30 days"."""
    number = _WORDS[count] if count < len(_WORDS) else f"{count:,}"
    return f"{number} {unit}{'' if count == 1 else 's'}"


RETRY_TIME = in_words(LIMITS.retry_hours // 24, "day")
DOCUMENT_SIZE = f"{LIMITS.document_bytes // MIB} MB"
"""Two of the limits in words, for sentences to contractors."""

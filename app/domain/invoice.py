"""Invoices that contractors send to their agency."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import BinaryIO, Literal


class InvoiceState(StrEnum):
    """The state of an invoice, as its contractor sees it."""

    SENDING = "sending"
    SUBMITTED = "submitted"
    AUTHORISED = "authorised"
    REJECTED = "rejected"
    PAID = "paid"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDocument:
    """The PDF of an invoice without its bytes: name, size in bytes, and SHA-256 in hexadecimal.

    `folder`: the mark of the folder in which the portal stored it (`app.ledger.document_files`), if known.
    """

    name: str
    size: int
    sha256: str
    folder: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Document(StoredDocument):
    """The PDF of an invoice. `open` opens a file with its bytes, from the beginning."""

    open: Callable[[], AbstractContextManager[BinaryIO]] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceDraft:
    """An invoice to send, without its document. Amounts are in pounds; `amount` includes VAT."""

    job_id: str | None
    statement_id: str | None
    amount: Decimal
    vat: Decimal | None
    description: str
    invoice_date: date
    invoice_number: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Invoice:
    """An invoice that was sent, from the ledger or from AgentOS. `state` is translated from AgentOS's word.

    `submission_id` is None if the portal did not send it.
    """

    invoice_id: str | None
    submission_id: str | None = None
    job_id: str | None = None
    statement_id: str | None = None
    amount: Decimal | None = None
    vat: Decimal | None = None
    description: str | None = None
    invoice_date: date | None = None
    invoice_number: str | None = None
    state: InvoiceState = InvoiceState.SUBMITTED
    submitted_at: datetime | None = None
    document_name: str | None = None
    document_size: int | None = None

    @property
    def document(self) -> dict[str, object] | None:
        """The document of the invoice. Its size, in bytes, is None if the portal does not know it."""
        return {"name": self.document_name, "size": self.document_size} if self.document_name else None


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceEvent:
    """The beginning of a state of an invoice. If not `exact`, the portal first saw the state at this time."""

    status: InvoiceState
    at: datetime
    exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedInvoice(Invoice):
    """An invoice with its `history`, oldest first.

    `rejected_by`: `system` if AgentOS refused the submission, `agency` if AgentOS lists it as rejected, else None.
    """

    history: tuple[InvoiceEvent, ...]
    rejected_by: Literal["system", "agency"] | None


PENNY = Decimal("0.01")


def to_pence(amount: Decimal) -> Decimal:
    """Return `amount` rounded half up to pence, because AgentOS stores doubles: 0.1+0.2 is 0.30. Zero has no sign."""
    return amount.quantize(PENNY, rounding=ROUND_HALF_UP) or Decimal("0.00")


def has_whole_pence(amount: Decimal) -> bool:
    """Return True if two decimals are enough for `amount`: True for 1.500, False for 1.005."""
    return amount.is_finite() and amount == to_pence(amount)

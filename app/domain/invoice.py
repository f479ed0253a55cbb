"""Invoices that contractors send to their agency."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import BinaryIO


class InvoiceState(StrEnum):
    """Where an invoice stands, for the contractor."""

    SENDING = "sending"
    SUBMITTED = "submitted"
    AUTHORISED = "authorised"
    REJECTED = "rejected"
    PAID = "paid"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDocument:
    """What is known of a PDF that goes with an invoice: its name, its size in bytes, its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Document(StoredDocument):
    """The PDF itself. Its bytes are in a file, which `open` opens at the beginning, to be read piece by piece."""

    open: Callable[[], AbstractContextManager[BinaryIO]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SentDocument:
    """What is known of a document once it has gone; `size` in bytes is None where AgentOS alone knows it."""

    name: str
    size: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceDraft:
    """An invoice about to be sent, apart from its document; amounts in pounds, `amount` includes VAT."""

    job_id: str | None
    statement_id: str | None
    amount: Decimal
    vat: Decimal | None
    description: str
    invoice_date: date
    invoice_number: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Invoice:
    """An invoice that was sent, as we or AgentOS know it; `state` is AgentOS's word in our terms."""

    invoice_id: str | None
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
    def document(self) -> SentDocument | None:
        """The document that went with it."""
        return SentDocument(self.document_name, self.document_size) if self.document_name else None

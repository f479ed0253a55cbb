"""An agency and its configuration."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal

from app.domain.errors import NotOffered
from app.domain.limits import LIMITS, Limits

CONTACTS = "contacts"
COMPLETE = "jobs.complete"
ADD_NOTE = "notes.add"
HISTORICAL = "statements.historical"
PENDING = "statements.pending"
SUBMIT_INVOICE = "invoices.submit"
LIST_INVOICES = "invoices.list"
OPERATIONS = (CONTACTS, COMPLETE, ADD_NOTE, HISTORICAL, PENDING, SUBMIT_INVOICE, LIST_INVOICES)
ALWAYS_REQUIRED = ("amount", "description", "invoiceDate")
"""The JSON names of the fields of an invoice that every agency requires."""
INVOICE_FIELDS = ("statementId", "invoiceNumber", "vat", "document")
"""The JSON names of the optional fields of an invoice. An agency may require any of them."""


@dataclass(frozen=True, kw_only=True)
class Logo:
    """A picture of at most 64 KiB."""

    content: bytes = field(repr=False)
    kind: Literal["png", "svg"]

    @cached_property
    def name(self) -> str:
        """A file name from a digest of content and use, so that caches can keep the file and its headers for ever."""
        return f"{hashlib.sha256(b'same-site' + self.content).hexdigest()[:20]}.{self.kind}"


@dataclass(frozen=True, kw_only=True)
class Agency:
    """A letting agency: its access to AgentOS, and its own names of statuses.

    `short_name` is the agency's name in AgentOS's paths. To complete a job, the portal sets the first
    `completed_status`. `written` are the status settings in the configuration file. `accent` is a colour (#rrggbb) on
    which white text is readable. `office_email` receives questions about submissions in review;
    contractors ring `office_phone` if nobody can be asked.
    """

    short_name: str
    name: str
    api_key: str = field(repr=False)
    branches: tuple[str, ...] = ()
    completed_status: tuple[str, ...] = ("Completed",)
    cancelled_status: tuple[str, ...] = ("Cancelled",)
    reopened_status: str = "In progress"
    emergency_priorities: tuple[str, ...] = ("Emergency",)
    written: frozenset[str] = frozenset()
    invoice_required: tuple[str, ...] = ()
    invoice_link: Literal["job", "job_or_statement"] = "job"
    not_offered: tuple[str, ...] = ()
    budget: int = 45
    agentos_paths: Mapping[str, str] = field(default_factory=dict)
    office_email: str | None = None
    office_phone: str | None = None
    accent: str | None = None
    logo: Logo | None = None
    limits: ClassVar[Limits] = LIMITS

    def offers(self, operation: str) -> bool:
        """Return True if `operation`, one of `OPERATIONS`, is switched on."""
        return operation not in self.not_offered

    def require(self, operation: str, what: str) -> None:
        """Raise `NotOffered` if `operation`, named `what` for people, is switched off."""
        if not self.offers(operation):
            raise NotOffered(what)

    @property
    def offered(self) -> tuple[str, ...]:
        """The operations that are switched on."""
        return tuple(operation for operation in OPERATIONS if self.offers(operation))

    @property
    def logo_url(self) -> str | None:
        """The path of the logo at the portal."""
        return f"/logo/{self.logo.name}" if self.logo else None

    @property
    def invoice_rules(self) -> dict[str, object]:
        """The rules for invoices: the JSON names of `required` fields, and the objects that an invoice may refer to."""
        link = ("jobId",) if self.invoice_link == "job" else ()
        required = (*link, *ALWAYS_REQUIRED, *self.invoice_required)
        return {"required": required, "link": self.invoice_link}

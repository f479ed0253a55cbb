"""The table of the kinds of submissions."""

from app.financial.invoices import InvoiceHandler
from app.jobs.writes import CompletionHandler, NoteHandler
from app.submissions.handler import Handler

HANDLERS: dict[str, type[Handler]] = {one.kind: one for one in (NoteHandler, CompletionHandler, InvoiceHandler)}

"""The table of the kinds of submissions."""

from app.submissions.completion import CompletionHandler
from app.submissions.handler import Handler
from app.submissions.invoice import InvoiceHandler
from app.submissions.note import NoteHandler

HANDLERS: dict[str, type[Handler]] = {one.kind: one for one in (NoteHandler, CompletionHandler, InvoiceHandler)}

"""The handler of each kind of submission."""

from app.submissions.completion import CompletionHandler
from app.submissions.handler import Handler
from app.submissions.invoice import InvoiceHandler
from app.submissions.note import NoteHandler

HANDLERS: dict[str, type[Handler]] = {
    handler.kind: handler for handler in (NoteHandler, CompletionHandler, InvoiceHandler)
}

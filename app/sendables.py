"""The one table of what can be sent."""

from app.financial.invoices import Invoices
from app.jobs.changes import Completions, Notes
from app.submissions.sendable import Sendable

SENDABLES: dict[str, Sendable] = {one.kind: one for one in (Notes(), Completions(), Invoices())}

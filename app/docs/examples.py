"""What answers look like where their schema's own examples would not fit the operation."""

from typing import Any

from app.domain.submission import State, SubmissionKind

SENT_BY = {
    "completeJob": SubmissionKind.COMPLETION,
    "addNote": SubmissionKind.NOTE,
    "submitInvoice": SubmissionKind.INVOICE,
}
"""What each operation that writes sends."""


def accepted(operation: str) -> dict[str, Any]:
    """A submission that is on its way."""
    return {
        "submissionId": "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d",
        "kind": SENT_BY[operation],
        "jobId": "JOB-7",
        "state": State.WAITING,
        "createdAt": "2026-11-25T09:12:00+00:00",
        "updatedAt": "2026-11-25T09:12:00+00:00",
        "message": "It will be sent as soon as possible.",
        "result": None,
    }

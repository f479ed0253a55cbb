"""Submissions as JSON."""

from __future__ import annotations

import json
from typing import Any

from marshmallow import fields, validate

from app.api.fields import NEXT, AnswerSchema, Cursor, FreshSchema, LondonTime, PagingSchema, Text, about
from app.domain.limits import LIMITS, RETRY_TIME
from app.domain.reading import Reading
from app.domain.submission import State, Submission, SubmissionKind

MESSAGES = {
    State.WAITING: "It will be sent as soon as possible.",
    State.SENDING: "It is being sent.",
    State.CONFIRMED: "Your agency has it.",
    State.REJECTED: "Your agency's system did not accept it. Please contact the agency.",
    State.UNCONFIRMED: "It may have arrived; we are checking.",
    State.REVIEW: "Only your agency can check whether it arrived.",
    State.EXPIRED: f"It could not be sent within {RETRY_TIME}. Please send it again.",
    State.ABANDONED: "It was not sent. You may send it again.",
}
DID_NOT_ARRIVE = "It did not arrive. You may send it again."


class Message(fields.String):
    """The sentence that was stored with a submission, or else the sentence for its state."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str:
        if value:
            return str(value)
        submission: Submission = obj.value if isinstance(obj, Reading) else obj
        has_been_sent = submission.state is State.ABANDONED and submission.ended_at is not None
        return DID_NOT_ARRIVE if has_been_sent else MESSAGES[submission.state]


class StoredResult(fields.Raw):
    """A response body that was stored as bytes of JSON."""

    def _serialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        return None if value is None else json.loads(value)


class SubmissionSchema(AnswerSchema):
    """A note, completion or invoice that a contractor sent, and its state."""

    submission_id = fields.String(**about("Its id.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"))
    kind = fields.String(
        validate=validate.OneOf([str(kind) for kind in SubmissionKind]), **about("What was sent.", "note")
    )
    job_id = fields.String(allow_none=True, **about("The job it is for.", "JOB-7"))
    state = fields.String(
        validate=validate.OneOf([str(state) for state in State]),
        **about(
            "The state. `waiting`, `sending`: on its way. `confirmed`: the agency has it. `rejected`: the agency's "
            "system refused it. `unconfirmed`: it may have arrived, and the portal is checking. `review`: only the "
            f"agency can check. `expired`: it could not be sent within {LIMITS.retry_hours} hours. `abandoned`: it "
            "did not arrive, and will not be sent.",
            str(State.WAITING),
        ),
    )
    created_at = LondonTime(**about("When it was accepted.", "2026-11-25T09:12:00+00:00"))
    updated_at = LondonTime(**about("When the state last changed.", "2026-11-25T09:12:00+00:00"))
    message = Message(**about("A sentence about the state.", MESSAGES[State.WAITING]))
    office_asked = fields.Boolean(**about("True if an e-mail asked the agency's office to check.", False))
    result = StoredResult(
        allow_none=True,
        **about(
            "The result once the submission is confirmed, by its `kind`: the note, the job of a completion, or the "
            "invoice, word for word as in the first answer. Only a note has `noteId`, only a job `completed`, only an "
            "invoice `invoiceId`.",
            anyOf=[
                *({"$ref": f"#/components/schemas/{name}"} for name in ("Note", "Job", "Invoice")),
                {"type": "null"},
            ],
        ),
    )


class SubmissionFilterSchema(PagingSchema):
    """Selects submissions."""

    state = Text(
        load_default=None,
        validate=validate.OneOf([str(state) for state in State]),
        **about("Only submissions in this state.", "unconfirmed"),
    )


class SingleSubmissionSchema(SubmissionSchema, FreshSchema):
    """A note, completion or invoice that a contractor sent, its state, and the time of the answer."""


class SubmissionsSchema(FreshSchema):
    """A page of a contractor's submissions."""

    submissions = fields.List(fields.Nested(SubmissionSchema), **about("Newest first."))
    total = fields.Integer(**about("The number of all matching submissions; `submissions` is one page of them.", 3))
    next = Cursor(allow_none=True, **NEXT)

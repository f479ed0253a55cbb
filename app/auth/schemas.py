"""Request and response schemas of the session routes."""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields

from app.api.fields import AnswerSchema, LondonTime, RequestSchema, Text, about, at_most, id_field
from app.domain.account import normal_email
from app.domain.limits import CODE_DIGITS, LIMITS, in_words


class EmailField(fields.Email):
    """An e-mail address, trimmed and in lower case.

    Refuses quoted local parts ("anything, even control characters"@x.example), which the standard allows.
    """

    default_error_messages = {"invalid": "Must be an e-mail address, such as office@harper.example."}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        email = normal_email(super()._deserialize(value, attr, data, **kwargs))
        if '"' in email or not email.isprintable():
            raise self.make_error("invalid")
        return email


class CodeField(Text):
    """Six digits; spaces are ignored."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {"pattern": rf"^\s*([0-9]\s*){{{CODE_DIGITS}}}$", **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        code = "".join(super()._deserialize(value, attr, data, **kwargs).split())
        if not re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", code):
            raise ValidationError(f"Must be {in_words(CODE_DIGITS, 'digit')}.")
        return code


def _email() -> EmailField:
    return EmailField(
        required=True,
        validate=at_most(LIMITS.email_characters),
        **about("The contractor's address at the agency, in any case.", "office@harper.example"),
    )


class CodeRequestSchema(RequestSchema):
    """A request for a code: the e-mail address, and the agency to start with."""

    email = _email()
    agency = id_field(load_default=None, **about("The short name of the agency to start with.", "acme"))


class SignInSchema(RequestSchema):
    """The e-mail address, and the code that was sent to it."""

    email = _email()
    code = CodeField(required=True, **about("The six digits. Spaces between them are ignored.", "042719"))


class AccountChoiceSchema(RequestSchema):
    """The account to switch to."""

    agency = id_field(required=True, **about("The agency's short name.", "acme"))
    contractor_id = id_field(required=True, **about("The contractor's id there.", "CON-1001"))


class SessionAccountSchema(AnswerSchema):
    """An account of the person."""

    agency = fields.String(attribute="agency.short_name", **about("The agency's short name.", "acme"))
    agency_name = fields.String(attribute="agency.name", **about("The agency's name.", "Acme Lettings"))
    contractor_id = fields.String(
        attribute="contractor.contractor_id", **about("The contractor's id there.", "CON-1001")
    )
    display_name = fields.String(
        attribute="contractor.display_name",
        **about("The contractor's name at the agency.", "Harper Plumbing Ltd"),
    )


class SessionSchema(AnswerSchema):
    """The signed-in person, the current account, all accounts, and the end of the session."""

    email = fields.String(attribute="sign_in.email", **about("The person's e-mail address.", "office@harper.example"))
    account = fields.Nested(SessionAccountSchema, **about("The account of requests without `Portal-Account`."))
    accounts = fields.List(
        fields.Nested(SessionAccountSchema), **about("All accounts of this person, sorted by agency and name.")
    )
    ends_at = LondonTime(
        attribute="sign_in.ends_at",
        **about(
            "When the session ends at the latest if no other request follows. A client that keeps data of the person "
            "deletes it then.",
            "2026-11-28T09:12:00+00:00",
        ),
    )

"""What the session routes take and give."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from app.domain.account import normal_email
from app.fields import id_field


class EmailField(fields.Email):
    """An e-mail address, taken as it is compared: trimmed, lower case."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        return normal_email(super()._deserialize(value, attr, data, **kwargs))


class CodeField(fields.String):
    """Six digits, with any spaces that copying brought along."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        return "".join(super()._deserialize(value, attr, data, **kwargs).split())


def _email() -> EmailField:
    return EmailField(required=True, validate=validate.Length(max=254))


class CodeRequestSchema(Schema):
    """Who wants a code, and which of their agencies they want to work for."""

    email = _email()
    agency = id_field(load_default=None)


class SignInSchema(Schema):
    """The address and the code that was mailed to it."""

    email = _email()
    code = CodeField(required=True, validate=validate.Regexp(r"[0-9]{6}\Z", error="Must be six digits."))


class AccountChoiceSchema(Schema):
    """Which of their accounts somebody wants to work for."""

    agency = id_field(required=True)
    contractor_id = id_field(required=True, data_key="contractorId")


class SessionAccountSchema(Schema):
    """One of a person's accounts."""

    agency = fields.String(attribute="agency.short_name", required=True)
    agencyName = fields.String(attribute="agency.name", required=True)  # noqa: N815
    contractorId = fields.String(attribute="contractor.contractor_id", required=True)  # noqa: N815
    displayName = fields.String(attribute="contractor.display_name", required=True)  # noqa: N815


class SessionSchema(Schema):
    """Who is signed in, and for which of their accounts."""

    email = fields.String(attribute="sign_in.email", required=True)
    account = fields.Nested(SessionAccountSchema, required=True)
    accounts = fields.List(fields.Nested(SessionAccountSchema), required=True)

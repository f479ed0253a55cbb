"""Request and response schemas of the routes of sessions, devices and the activity."""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate

from app.api.fields import (
    NEXT,
    AnswerSchema,
    Cursor,
    LondonTime,
    PagingSchema,
    RequestSchema,
    Text,
    WholeNumber,
    about,
    at_most,
    between,
    id_field,
)
from app.audit.audit import OPERATORS_ONLY, Event
from app.auth.sessions import Method
from app.domain.account import normal_email
from app.domain.limits import CODE_DIGITS, LIMITS, in_words

ENTRIES = 100
"""The number of entries of the activity in an answer without `limit`. Strangers can cause any number of them."""


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


def email_of_claim(text: object) -> str | None:
    """Return the address in a claim as `normal_email` writes it, or None if the portal can know no such address.

    Refuse letters that become ASCII in lower case, such as the Kelvin sign. Otherwise the owner of such an address
    would get the accounts of the owner of the address in ASCII.
    """
    if not isinstance(text, str) or any(not letter.isascii() and letter.lower().isascii() for letter in text):
        return None
    try:
        email = str(EmailField().deserialize(text))
    except ValidationError:
        return None
    return email if len(email) <= LIMITS.email_characters else None


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

    email = fields.String(attribute="session.email", **about("The person's e-mail address.", "office@harper.example"))
    account = fields.Nested(SessionAccountSchema, **about("The account of requests without `Portal-Account`."))
    accounts = fields.List(
        fields.Nested(SessionAccountSchema), **about("All accounts of this person, sorted by agency and name.")
    )
    ends_at = LondonTime(
        attribute="session.ends_at",
        **about(
            "When the session ends at the latest if no other request follows. A client that keeps data of the person "
            "deletes it then.",
            "2026-11-28T09:12:00+00:00",
        ),
    )


class ActivityFilterSchema(PagingSchema):
    """Selects a page of the activity."""

    limit = WholeNumber(
        load_default=lambda: ENTRIES,  # a function stays out of the description, where a new default breaks clients
        validate=between(1, 500),
        **about(f"The maximum number of entries. Without it, {ENTRIES}.", 50),
    )


class DeviceSchema(AnswerSchema):
    """A device on which a person is signed in."""

    device_id = fields.String(
        attribute="public_id", **about("Its id, valid until this session ends.", "3f2a9c0d5e8b4716a2c4e6f80b1d3c5a")
    )
    software = fields.String(allow_none=True, **about("The browser and its system.", "Chrome on Android"))
    network = fields.String(
        allow_none=True, **about("The network at the sign-in: an IPv4 /24 or an IPv6 /48.", "203.0.113.0/24")
    )
    method = fields.String(
        validate=validate.OneOf(list(map(str, Method))), **about("How the person signed in.", "code")
    )
    signed_in_at = LondonTime(
        attribute="created_at", **about("When the person signed in.", "2026-11-25T09:12:00+00:00")
    )
    last_seen_at = LondonTime(
        attribute="seen_at",
        **about("When the device last used the portal, to within five minutes.", "2026-11-25T10:02:00+00:00"),
    )
    current = fields.Boolean(**about("True for the device that sent this request.", True))


class DevicesSchema(AnswerSchema):
    """The devices on which a person is signed in."""

    devices = fields.List(fields.Nested(DeviceSchema), **about("The last used first."))


class ActivityEntrySchema(AnswerSchema):
    """An event of a person's sign-ins and submissions."""

    at = LondonTime(**about("When it happened.", "2026-11-25T09:12:00+00:00"))
    event = fields.String(
        validate=validate.OneOf([str(event) for event in Event if event not in OPERATORS_ONLY]),
        **about("What happened.", "signed in"),
    )
    detail = fields.String(allow_none=True, **about("More about it, such as the method of a sign-in.", "code"))
    agency = fields.String(allow_none=True, **about("The short name of the agency it concerns.", "acme"))
    contractor_id = fields.String(allow_none=True, **about("The contractor's id there.", "CON-1001"))
    submission_id = fields.String(
        allow_none=True, **about("The submission it concerns.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d")
    )
    software = fields.String(
        allow_none=True, **about("The browser of the request and its system.", "Chrome on Android")
    )
    network = fields.String(
        allow_none=True, **about("The network of the request: an IPv4 /24 or an IPv6 /48.", "203.0.113.0/24")
    )
    request_id = fields.String(
        allow_none=True,
        **about("The id of the request, to quote to the agency.", "5b0c9f52-7f0e-4f0f-9c59-0d8f4d2c1a11"),
    )


class ActivitySchema(AnswerSchema):
    """A page of a person's activity of the last 90 days."""

    activity = fields.List(fields.Nested(ActivityEntrySchema), **about("Newest first."))
    total = fields.Integer(**about("The number of all entries; `activity` is one page of them.", 12))
    next = Cursor(allow_none=True, **NEXT)

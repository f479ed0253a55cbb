"""A person's sessions and activity as JSON."""

from marshmallow import fields, validate

from app.api.fields import NEXT, AnswerSchema, Cursor, LondonTime, PagingSchema, WholeNumber, about, between
from app.audit.audit import OPERATORS_ONLY, Event
from app.auth.service import Method

ENTRIES = 100
"""The number of entries of the activity in an answer without `limit`. Strangers can cause any number of them."""


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
        attribute="session_id", **about("Its id, valid until this session ends.", "3f2a9c0d5e8b4716a2c4e6f80b1d3c5a")
    )
    software = fields.String(allow_none=True, **about("The browser and its system.", "Chrome on Android"))
    network = fields.String(
        allow_none=True, **about("The network at the sign-in: an IPv4 /24 or an IPv6 /48.", "203.0.113.0/24")
    )
    method = fields.String(
        allow_none=True,
        validate=validate.OneOf([*map(str, Method), None]),
        **about("How the person signed in. Null for a session from before version 2.1.", "code"),
    )
    signed_in_at = LondonTime(**about("When the person signed in.", "2026-11-25T09:12:00+00:00"))
    last_seen_at = LondonTime(
        **about("When the device last used the portal, to within five minutes.", "2026-11-25T10:02:00+00:00")
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

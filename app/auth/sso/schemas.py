"""Request and response schemas of the routes for single sign-on."""

import re

from marshmallow import fields, validate

from app.api.fields import AnswerSchema, RequestSchema, Text, TextsSchema, about, at_most

JWT_CHARACTERS = 8_000
JWT = r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+"
PATH = r'/(?![/\\])[!"$-\[\]-~]*'
"""A path of this site in printable ASCII, without a backslash or a fragment.

Browsers take `//host` and `/\\host` for other sites.
"""
PATH_CHARACTERS = 500
STATE_CHARACTERS = 200


class MethodsSchema(AnswerSchema):
    """The ways to sign in at this installation."""

    methods = fields.List(
        fields.String(),
        **about(
            "`code`: a code by e-mail. `passkey`: a passkey. `oidc`: the identity provider. More may follow.",
            ["code", "passkey"],
        ),
    )
    oidc_name = fields.String(
        allow_none=True, **about("The name of the identity provider, for a button.", "Acme Group")
    )


class StartSchema(TextsSchema):
    """The page to show after signing in."""

    next = Text(
        load_default="/",
        validate=[
            validate.Regexp(re.compile(rf"{PATH}\Z"), error="Must be a path of this site, such as /jobs."),
            at_most(PATH_CHARACTERS),
        ],
        **about(
            "The page to show after signing in: a path of this site.",
            "/jobs/JOB-7",
            pattern=f"^{PATH}$",
            maxLength=PATH_CHARACTERS,
        ),
    )


class ProviderPageSchema(AnswerSchema):
    """The page of the identity provider at which the person signs in."""

    url = fields.String(**about("The address of the page.", "https://id.group.example/authorize?client_id=portal"))


class CallbackSchema(TextsSchema):
    """The parameters that the identity provider adds. Others are ignored (RFC 6749, 4.1.2)."""

    state = Text(
        load_default=None,
        validate=validate.Length(min=1, max=STATE_CHARACTERS, error="Must have {min} to {max} characters."),
        **about(
            "The state of the sign-in that began in this browser.", "Yl3v5T8s", minLength=1, maxLength=STATE_CHARACTERS
        ),
    )
    code = Text(load_default=None, **about("The code that the portal exchanges for an ID token.", "Jb7sKq1f"))
    error = Text(load_default=None, **about("The reason why there is no code.", "access_denied"))
    iss = Text(load_default=None, **about("The provider's issuer (RFC 9207).", "https://id.group.example"))


class HandoverSchema(RequestSchema):
    """A signed token of the front end in which the person is signed in."""

    token = Text(
        required=True,
        validate=[
            validate.Regexp(re.compile(rf"{JWT}\Z"), error="Must be a signed JSON Web Token."),
            at_most(JWT_CHARACTERS),
        ],
        **about(
            "A JSON Web Token, signed with RS256, PS256, ES256 or EdDSA.",
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL215cHJvcC5leGFtcGxlIn0.c2lnbmF0dXJl",
            pattern=f"^{JWT}$",
            maxLength=JWT_CHARACTERS,
        ),
    )

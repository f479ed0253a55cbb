"""Schemas of the passkey routes. py_webauthn reads credentials and writes options; the schemas describe their JSON.

Source: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON.
"""

from __future__ import annotations

from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields, post_load

from app.api.fields import AnswerSchema, LondonTime, RequestSchema, Text, about

PUBLIC_KEY = "public-key"
BASE64URL = "^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2,3})?$"
_EXAMPLE = "r2hJv0Qb0sVqk1Zk3bM0dw"


def _bytes(description: str, example: str, **options: Any) -> Text:
    return Text(required=True, **options, **about(description, example, pattern=BASE64URL))


class NothingSchema(RequestSchema):
    """An empty object, or no body at all."""


class _ResponseSchema(RequestSchema):
    """The members that browsers add are ignored: newer browsers have more of them."""

    class Meta:
        """No client developer writes these members."""

        unknown = EXCLUDE

    client_data = _bytes(
        "The browser's own data about the ceremony.", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0", data_key="clientDataJSON"
    )


class PasskeyAttestationSchema(_ResponseSchema):
    """The device's answer to creation options. Other members are ignored."""

    attestation_object = _bytes("The new public key.", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ")


class PasskeyAssertionSchema(_ResponseSchema):
    """The device's answer to request options. Other members are ignored."""

    authenticator_data = _bytes(
        "The device's own data about the ceremony.", "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ"
    )
    signature = _bytes("The signature of both.", "MEUCIQDqf7Jm3w0mVtHh")
    user_handle = _bytes("The person's id on the device.", "Q2hhbmdlZCBieSBub2JvZHk")


class _CredentialSchema(RequestSchema):
    id = Text(required=True, **about("The id of the credential, in base64url.", _EXAMPLE))
    raw_id = _bytes("The same id.", _EXAMPLE)
    type = Text(required=True, **about("The type of the credential.", PUBLIC_KEY, enum=[PUBLIC_KEY]))
    authenticator_attachment = Text(
        allow_none=True, **about("Where the passkey is. The portal ignores it.", "platform")
    )
    client_extension_results = fields.Dict(
        error_messages={"invalid": "Must be an object."}, **about("The portal ignores them.")
    )
    parser: str
    """The function of py_webauthn that reads the credential."""

    @post_load(pass_original=True)
    def _parse(self, _: Any, body: dict[str, Any], **__: Any) -> Any:
        from webauthn import helpers
        from webauthn.helpers.exceptions import WebAuthnException

        try:
            return getattr(helpers, self.parser)(body)
        except (WebAuthnException, ValueError):  # ValueError: a user handle that is not base64url
            raise ValidationError("Must be a device's answer in the form of toJSON().", "response") from None


class NewPasskeySchema(_CredentialSchema):
    """A new passkey, as `toJSON` of the browser's credential writes it."""

    response = fields.Nested(PasskeyAttestationSchema, required=True, **about("The device's answer."))

    parser = "parse_registration_credential_json"


class PasskeySignInSchema(_CredentialSchema):
    """A proof by a passkey, as `toJSON` of the browser's credential writes it."""

    response = fields.Nested(PasskeyAssertionSchema, required=True, **about("The device's answer."))

    parser = "parse_authentication_credential_json"


class PasskeySiteSchema(AnswerSchema):
    """The portal, for the browser's dialogue."""

    id = fields.String(**about("The portal's host.", "portal.agency.example"))
    name = fields.String(**about("The portal's name.", "Contractor Portal"))


class PasskeyOwnerSchema(AnswerSchema):
    """The person, for the browser's dialogue and for the list of passkeys on the device."""

    id = _bytes("The person's id, which is no address.", "Q2hhbmdlZCBieSBub2JvZHk")
    name = fields.String(**about("The person's e-mail address.", "office@harper.example"))
    display_name = fields.String(**about("The person's e-mail address.", "office@harper.example"))


class PasskeyParametersSchema(AnswerSchema):
    """A kind of key that the portal accepts."""

    type = fields.String(**about("The type of the credential.", PUBLIC_KEY))
    alg = fields.Integer(**about("The number of the algorithm at COSE.", -7))


class PasskeyReferenceSchema(AnswerSchema):
    """A credential that exists."""

    id = _bytes("The id of the credential.", _EXAMPLE)
    type = fields.String(**about("The type of the credential.", PUBLIC_KEY))


class _VerifiedSchema(AnswerSchema):
    user_verification = fields.String(**about("The device must check a fingerprint, a face or a PIN.", "required"))


class PasskeyRequirementsSchema(_VerifiedSchema):
    """Requirements for the device."""

    resident_key = fields.String(**about("The device must store the passkey with its owner.", "required"))
    require_resident_key = fields.Boolean(**about("The same, for older browsers.", True))


class _OptionsSchema(AnswerSchema):
    challenge = _bytes("Random bytes. They are valid once, for five minutes.", _EXAMPLE)
    timeout = fields.Integer(**about("The time that the person has, in milliseconds.", 240_000))


class PasskeyCreationOptionsSchema(_OptionsSchema):
    """The options for `navigator.credentials.create`, for `parseCreationOptionsFromJSON`."""

    rp = fields.Nested(PasskeySiteSchema, **about("The portal."))
    user = fields.Nested(PasskeyOwnerSchema, **about("The person."))
    pub_key_cred_params = fields.List(
        fields.Nested(PasskeyParametersSchema), **about("The kinds of keys, the preferred first.")
    )
    exclude_credentials = fields.List(
        fields.Nested(PasskeyReferenceSchema), **about("The person's passkeys. Their devices do not make another one.")
    )
    authenticator_selection = fields.Nested(PasskeyRequirementsSchema, **about("Requirements for the device."))
    attestation = fields.String(**about("The portal asks for no certificate of the device.", "none"))


class PasskeyRequestOptionsSchema(_OptionsSchema, _VerifiedSchema):
    """The options for `navigator.credentials.get`, for `parseRequestOptionsFromJSON`."""

    rp_id = fields.String(**about("The portal's host.", "portal.agency.example"))
    allow_credentials = fields.List(
        fields.Nested(PasskeyReferenceSchema), **about("Always empty: the person chooses one of the device's passkeys.")
    )


class PasskeySchema(AnswerSchema):
    """A passkey of the person."""

    passkey_id = fields.String(
        attribute="id", **about("The id of the passkey at the portal.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d")
    )
    name = fields.String(**about("The browser and the system that added it.", "Chrome Mobile on Android"))
    created_at = LondonTime(**about("The time at which it was added.", "2026-11-25T09:00:00+00:00"))
    used_at = LondonTime(allow_none=True, **about("The last sign-in with it, or null.", "2026-11-26T09:00:00+00:00"))


class PasskeysSchema(AnswerSchema):
    """The person's passkeys, the oldest first."""

    passkeys = fields.List(fields.Nested(PasskeySchema), **about("The passkeys."))

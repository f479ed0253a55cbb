"""Schemas of the passkey routes, in the JSON form of WebAuthn: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON.

Browsers convert it with `parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON` and `PublicKeyCredential.toJSON`.
"""

from typing import Any

from marshmallow import EXCLUDE, fields, post_load, validate

from app.api.fields import AnswerSchema, Base64Url, LondonTime, RequestSchema, Text, about
from app.auth.passkeys.ceremony import Assertion, Attestation

CREDENTIAL_BYTES = 1_023
"""Longest id of a credential (https://www.w3.org/TR/webauthn-3/#credential-id)."""
USER_HANDLE_BYTES = 64
"""Longest id of a person on a device (https://www.w3.org/TR/webauthn-3/#user-handle)."""
CLIENT_DATA_BYTES, AUTHENTICATOR_BYTES, SIGNATURE_BYTES = 4_096, 4_096, 1_024
ATTESTATION_BYTES = 32 * 1_024
"""Limits of the portal. Real values are shorter: a certificate chain has less than 10 KiB, a signature 512 bytes."""
PUBLIC_KEY = "public-key"
_EXAMPLE = "r2hJv0Qb0sVqk1Zk3bM0dw"


class NothingSchema(RequestSchema):
    """An empty object, or no body at all."""


class _ResponseSchema(RequestSchema):
    """The members that browsers add are ignored: newer browsers have more of them."""

    class Meta:
        """No client developer writes these members."""

        unknown = EXCLUDE

    client_data = Base64Url(
        data_key="clientDataJSON",
        required=True,
        most=CLIENT_DATA_BYTES,
        **about("The browser's own data about the ceremony.", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0"),
    )


class PasskeyAttestationSchema(_ResponseSchema):
    """The device's answer to creation options. Other members are ignored."""

    attestation_object = Base64Url(
        required=True, most=ATTESTATION_BYTES, **about("The new public key.", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ")
    )


class PasskeyAssertionSchema(_ResponseSchema):
    """The device's answer to request options. Other members are ignored."""

    authenticator_data = Base64Url(
        required=True,
        most=AUTHENTICATOR_BYTES,
        **about("The device's own data about the ceremony.", "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ"),
    )
    signature = Base64Url(
        required=True, most=SIGNATURE_BYTES, **about("The signature of both.", "MEUCIQDqf7Jm3w0mVtHh")
    )
    user_handle = Base64Url(
        required=True, most=USER_HANDLE_BYTES, **about("The person's id on the device.", "Q2hhbmdlZCBieSBub2JvZHk")
    )


class _CredentialSchema(RequestSchema):
    id = Text(
        required=True,
        validate=validate.Length(min=1, max=CREDENTIAL_BYTES * 2, error="Must have 1 to {max} characters."),
        **about("The id of the credential, in base64url.", _EXAMPLE),
    )
    raw_id = Base64Url(required=True, most=CREDENTIAL_BYTES, **about("The same id.", _EXAMPLE))
    type = Text(
        required=True,
        validate=validate.OneOf([PUBLIC_KEY], error=f'Must be "{PUBLIC_KEY}".'),
        **about("The type of the credential.", PUBLIC_KEY),
    )
    authenticator_attachment = Text(
        load_default=None, allow_none=True, **about("Where the passkey is. The portal ignores it.", "platform")
    )
    client_extension_results = fields.Dict(
        load_default=dict, error_messages={"invalid": "Must be an object."}, **about("The portal ignores them.")
    )


class NewPasskeySchema(_CredentialSchema):
    """A new passkey, as `toJSON` of the browser's credential writes it."""

    response = fields.Nested(PasskeyAttestationSchema, required=True, **about("The device's answer."))

    @post_load
    def _make(self, data: dict[str, Any], **_: Any) -> Attestation:
        return Attestation(id=data["id"], raw_id=data["raw_id"], **data["response"])


class PasskeySignInSchema(_CredentialSchema):
    """A proof by a passkey, as `toJSON` of the browser's credential writes it."""

    response = fields.Nested(PasskeyAssertionSchema, required=True, **about("The device's answer."))

    @post_load
    def _make(self, data: dict[str, Any], **_: Any) -> Assertion:
        return Assertion(id=data["id"], raw_id=data["raw_id"], **data["response"])


def _challenge() -> Base64Url:
    return Base64Url(**about("Random bytes. They are valid once, for five minutes.", _EXAMPLE))


def _timeout() -> fields.Integer:
    return fields.Integer(**about("The time that the person has, in milliseconds.", 240_000))


def _user_verification() -> fields.String:
    return fields.String(
        attribute="user_verification.value",
        **about("The device must check a fingerprint, a face or a PIN.", "required"),
    )


class PasskeySiteSchema(AnswerSchema):
    """The portal, for the browser's dialogue."""

    id = fields.String(**about("The portal's host.", "portal.agency.example"))
    name = fields.String(**about("The portal's name.", "Contractor Portal"))


class PasskeyOwnerSchema(AnswerSchema):
    """The person, for the browser's dialogue and for the list of passkeys on the device."""

    id = Base64Url(**about("The person's id, which is no address.", "Q2hhbmdlZCBieSBub2JvZHk"))
    name = fields.String(**about("The person's e-mail address.", "office@harper.example"))
    display_name = fields.String(**about("The person's e-mail address.", "office@harper.example"))


class PasskeyParametersSchema(AnswerSchema):
    """A kind of key that the portal accepts."""

    type = fields.String(**about("The type of the credential.", PUBLIC_KEY))
    alg = fields.Integer(**about("The number of the algorithm at COSE.", -7))


class PasskeyReferenceSchema(AnswerSchema):
    """A credential that exists."""

    id = Base64Url(**about("The id of the credential.", _EXAMPLE))
    type = fields.String(attribute="type.value", **about("The type of the credential.", PUBLIC_KEY))


class PasskeyRequirementsSchema(AnswerSchema):
    """Requirements for the device."""

    resident_key = fields.String(
        attribute="resident_key.value", **about("The device must store the passkey with its owner.", "required")
    )
    require_resident_key = fields.Boolean(**about("The same, for older browsers.", True))
    user_verification = _user_verification()


class PasskeyCreationOptionsSchema(AnswerSchema):
    """The options for `navigator.credentials.create`, for `parseCreationOptionsFromJSON`."""

    rp = fields.Nested(PasskeySiteSchema, **about("The portal."))
    user = fields.Nested(PasskeyOwnerSchema, **about("The person."))
    challenge = _challenge()
    pub_key_cred_params = fields.List(
        fields.Nested(PasskeyParametersSchema), **about("The kinds of keys, the preferred first.")
    )
    timeout = _timeout()
    exclude_credentials = fields.List(
        fields.Nested(PasskeyReferenceSchema), **about("The person's passkeys. Their devices do not make another one.")
    )
    authenticator_selection = fields.Nested(PasskeyRequirementsSchema, **about("Requirements for the device."))
    attestation = fields.String(
        attribute="attestation.value", **about("The portal asks for no certificate of the device.", "none")
    )


class PasskeyRequestOptionsSchema(AnswerSchema):
    """The options for `navigator.credentials.get`, for `parseRequestOptionsFromJSON`."""

    challenge = _challenge()
    timeout = _timeout()
    rp_id = fields.String(**about("The portal's host.", "portal.agency.example"))
    allow_credentials = fields.List(
        fields.Nested(PasskeyReferenceSchema), **about("Always empty: the person chooses one of the device's passkeys.")
    )
    user_verification = _user_verification()


class PasskeySchema(AnswerSchema):
    """A passkey of the person."""

    passkey_id = fields.String(**about("The id of the passkey at the portal.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"))
    name = fields.String(**about("The browser and the system that added it.", "Chrome Mobile on Android"))
    created_at = LondonTime(**about("The time at which it was added.", "2026-11-25T09:00:00+00:00"))
    used_at = LondonTime(allow_none=True, **about("The last sign-in with it, or null.", "2026-11-26T09:00:00+00:00"))


class PasskeysSchema(AnswerSchema):
    """The person's passkeys, the oldest first."""

    passkeys = fields.List(fields.Nested(PasskeySchema), **about("The passkeys."))

"""The two ceremonies of WebAuthn, by the library py_webauthn: registration and authentication.

Both require user verification (fingerprint, face or PIN), so that a passkey is two factors. The imports of the library
are inside the functions: they take 100 ms, and the worker and the commands do not need them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from webauthn.helpers.structs import PublicKeyCredentialCreationOptions, PublicKeyCredentialRequestOptions

    from app.auth.passkeys.site import Site

NAME = "Contractor Portal"
"""The name of the portal in the browser's dialogues."""
TIMEOUT = timedelta(minutes=4)
"""Time that the person has. It is shorter than a challenge is valid."""

log = structlog.get_logger("auth")


class NotVerified(Exception):
    """The browser's answer does not prove the possession of a passkey of this site."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attestation:
    """A browser's answer to creation options: the credential's id in both forms, and the members of its response."""

    id: str
    raw_id: bytes
    client_data: bytes
    attestation_object: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Assertion:
    """A browser's answer to request options: the credential's id in both forms, and the members of its response."""

    id: str
    raw_id: bytes
    client_data: bytes
    authenticator_data: bytes
    signature: bytes
    user_handle: bytes


@dataclass(frozen=True, slots=True)
class NewCredential:
    """The verified parts of a new passkey: its public key (COSE), and its count of signatures."""

    public_key: bytes
    sign_count: int


def creation_options(
    site: Site, email: str, user_handle: bytes, challenge: bytes, known: Iterable[bytes]
) -> PublicKeyCredentialCreationOptions:
    """Return the options for `navigator.credentials.create`. `known`: ids of the person's passkeys."""
    from webauthn import generate_registration_options
    from webauthn.helpers import structs

    return generate_registration_options(
        rp_id=site.host,
        rp_name=NAME,
        user_id=user_handle,
        user_name=email,
        challenge=challenge,
        timeout=_milliseconds(TIMEOUT),
        attestation=structs.AttestationConveyancePreference.NONE,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[structs.PublicKeyCredentialDescriptor(id=each) for each in known],
    )


def request_options(site: Site, challenge: bytes) -> PublicKeyCredentialRequestOptions:
    """Return the options for `navigator.credentials.get`. They name no passkey, so they are the same for everybody."""
    from webauthn import generate_authentication_options
    from webauthn.helpers import structs

    return generate_authentication_options(
        rp_id=site.host,
        challenge=challenge,
        timeout=_milliseconds(TIMEOUT),
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )


def verify_attestation(site: Site, attestation: Attestation, challenge: bytes) -> NewCredential:
    """Return the new credential. Raise NotVerified."""
    from webauthn import verify_registration_response
    from webauthn.helpers import structs

    with _refusals(attestation.client_data):
        verified = verify_registration_response(
            credential=structs.RegistrationCredential(
                id=attestation.id,
                raw_id=attestation.raw_id,
                response=structs.AuthenticatorAttestationResponse(
                    client_data_json=attestation.client_data, attestation_object=attestation.attestation_object
                ),
            ),
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    if verified.credential_id != attestation.raw_id:  # the library does not compare them
        raise NotVerified
    return NewCredential(verified.credential_public_key, verified.sign_count)


def verify_assertion(site: Site, assertion: Assertion, challenge: bytes, public_key: bytes) -> int:
    """Return the passkey's count of signatures after this one. Raise NotVerified.

    The caller compares the count with the last one. The library would do that before it checks the signature.
    """
    from webauthn import verify_authentication_response
    from webauthn.helpers import structs

    with _refusals(assertion.client_data):
        verified = verify_authentication_response(
            credential=structs.AuthenticationCredential(
                id=assertion.id,
                raw_id=assertion.raw_id,
                response=structs.AuthenticatorAssertionResponse(
                    client_data_json=assertion.client_data,
                    authenticator_data=assertion.authenticator_data,
                    signature=assertion.signature,
                    user_handle=assertion.user_handle,
                ),
            ),
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    return verified.new_sign_count


@contextmanager
def _refusals(client_data: bytes) -> Iterator[None]:
    """Convert the library's errors into NotVerified. Refuse an answer from a frame in a page of another origin."""
    from webauthn.helpers import parse_client_data_json
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        yield
        is_framed = parse_client_data_json(client_data).cross_origin
    except WebAuthnException as error:
        raise NotVerified from error
    except Exception as error:  # crafted keys and certificates cause errors of any type in the library's parsers
        log.info("passkey_unreadable", error=type(error).__name__)
        raise NotVerified from error
    if is_framed:  # the library does not check it
        raise NotVerified


def _milliseconds(time: timedelta) -> int:
    return time // timedelta(milliseconds=1)

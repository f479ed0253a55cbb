"""The two ceremonies of WebAuthn, by the library py_webauthn: registration and authentication. `site`: an origin.

Both require user verification (fingerprint, face or PIN), so that a passkey is two factors. The imports of the library
are inside the functions: they take 100 ms, and the worker and the commands do not need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog

from app.domain.errors import Invalid
from app.settings.model import is_ip_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential
    from webauthn.registration.verify_registration_response import VerifiedRegistration

NAME = "Contractor Portal"
"""The name of the portal in the browser's dialogues."""
TIMEOUT_MS = 240_000
"""Milliseconds that the person has. The time is shorter than a challenge is valid."""
CREDENTIAL_BYTES = 1_023
"""Longest id of a credential (https://www.w3.org/TR/webauthn-3/#credential-id)."""
NO_NAME = "Passkeys need a host name in the address of the portal, such as localhost; an IP address has none."

log = structlog.get_logger("auth")


def host_of(origin: str) -> str:
    """Return the id of a site's passkeys (RP ID): the host of its origin, which is scheme, host and port.

    Raise Invalid for an IP address, which has no passkeys. Source: https://www.w3.org/TR/webauthn-3/#rp-id
    """
    name = re.sub(r":[0-9]*\Z", "", origin.partition("://")[2])
    if not name or name.startswith("[") or is_ip_address(name):
        raise Invalid(NO_NAME)
    return name


class NotVerified(Exception):
    """The browser's answer does not prove the possession of a passkey of this site."""


def creation_options(site: str, email: str, user_handle: bytes, challenge: bytes, known: Iterable[bytes]) -> str:
    """Return the options in JSON for `navigator.credentials.create`. `known`: ids of the person's passkeys."""
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers import structs

    options = generate_registration_options(
        rp_id=host_of(site),
        rp_name=NAME,
        user_id=user_handle,
        user_name=email,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        attestation=structs.AttestationConveyancePreference.NONE,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[structs.PublicKeyCredentialDescriptor(id=each) for each in known],
    )
    return options_to_json(options)


def request_options(site: str, challenge: bytes) -> str:
    """Return the options in JSON for `navigator.credentials.get`. They name no passkey, so everybody gets the same."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers import structs

    options = generate_authentication_options(
        rp_id=host_of(site),
        challenge=challenge,
        timeout=TIMEOUT_MS,
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def verify_attestation(site: str, credential: RegistrationCredential, challenge: bytes) -> VerifiedRegistration:
    """Return the new passkey. Raise NotVerified, also for an attestation by a certificate, which nobody asked for."""
    from webauthn import verify_registration_response
    from webauthn.helpers import parse_attestation_object
    from webauthn.helpers.structs import AttestationFormat

    with _refusals(credential.response.client_data_json):
        attestation = parse_attestation_object(credential.response.attestation_object)
        if attestation.fmt not in (AttestationFormat.NONE, AttestationFormat.PACKED) or attestation.att_stmt.x5c:
            raise NotVerified
        verified = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=host_of(site),
            expected_origin=site,
            require_user_verification=True,
        )
    # The library compares neither the two ids nor the length.
    if verified.credential_id != credential.raw_id or len(credential.raw_id) > CREDENTIAL_BYTES:
        raise NotVerified
    return verified


def verify_assertion(site: str, credential: AuthenticationCredential, challenge: bytes, public_key: bytes) -> int:
    """Return the passkey's count of signatures after this one. Raise NotVerified.

    The caller compares the count with the last one. The library would do that before it checks the signature.
    """
    from webauthn import verify_authentication_response

    with _refusals(credential.response.client_data_json):
        verified = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=host_of(site),
            expected_origin=site,
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

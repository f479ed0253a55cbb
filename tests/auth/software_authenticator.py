"""A software authenticator: a device with passkeys (ES256, attestation "none"), and the JSON that browsers send for it.

Format of its data: https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

Json = dict[str, Any]
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
ORIGIN = "http://localhost"
"""The origin of Flask's test client."""


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@dataclass
class SoftwareAuthenticator:
    """A device with one passkey. `counts`: it counts its signatures, as security keys do."""

    flags: int = PRESENT | VERIFIED
    counts: bool = False
    sign_count: int = 0
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    user_handle: bytes = b""
    key: ec.EllipticCurvePrivateKey = field(default_factory=_key)

    def create(self, options: Json, origin: str = ORIGIN, **client_data: Any) -> Json:
        """Return the JSON of a new credential. `client_data` overrides members of the browser's own data."""
        self.user_handle = base64url_to_bytes(options["user"]["id"])
        data = self._client_data("webauthn.create", options["challenge"], origin, client_data)
        authenticator_data = self.authenticator_data(options["rp"]["id"], attested=self.public_key())
        attestation = {"fmt": "none", "attStmt": {}, "authData": authenticator_data}
        return self._credential(clientDataJSON=data, attestationObject=encode_cbor(attestation))

    def get(self, options: Json, origin: str = ORIGIN, **client_data: Any) -> Json:
        """Return the JSON of a proof of possession."""
        data = self._client_data("webauthn.get", options["challenge"], origin, client_data)
        authenticator_data = self.authenticator_data(options["rpId"])
        signature = self.key.sign(authenticator_data + sha256(data).digest(), ec.ECDSA(SHA256()))
        return self._credential(
            clientDataJSON=data,
            authenticatorData=authenticator_data,
            signature=signature,
            userHandle=self.user_handle,
        )

    def public_key(self) -> bytes:
        """Return the public key in COSE's form."""
        numbers = self.key.public_key().public_numbers()
        return encode_cbor({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})

    def authenticator_data(self, rp_id: str, attested: bytes = b"") -> bytes:
        """Return the device's data about a ceremony. `attested`: the public key of a new credential."""
        self.sign_count += self.counts
        flags = self.flags | (ATTESTED if attested else 0)
        head = sha256(rp_id.encode()).digest() + bytes([flags]) + self.sign_count.to_bytes(4, "big")
        credential = bytes(16) + len(self.credential_id).to_bytes(2, "big") + self.credential_id if attested else b""
        return head + credential + attested

    def _client_data(self, kind: str, challenge: str, origin: str, changes: Json) -> bytes:
        content = {"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False, **changes}
        return json.dumps(content).encode()

    def _credential(self, **response: bytes) -> Json:
        identity = bytes_to_base64url(self.credential_id)
        return {
            "id": identity,
            "rawId": identity,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {name: bytes_to_base64url(value) for name, value in response.items()},
        }


def add_passkey(client: FlaskClient, device: SoftwareAuthenticator) -> str:
    """Add the device's passkey for the person who is signed in. Return the id of the passkey at the portal."""
    options = client.post("/api/session/passkeys/registration/options").json
    answer = client.post("/api/session/passkeys", json=device.create(options or {}))
    assert answer.status_code == 201, answer.text
    return str(answer.json["passkeyId"])  # type: ignore[index]

"""Settings for single sign-on: each fault is one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey, KeySet, RSAKey

from app.settings.model import ConfigurationError
from config import load
from tests.settings.test_config import environment, set_variables  # noqa: F401 - a fixture

METADATA = "/.well-known/openid-configuration"
OIDC = {
    "OIDC_ISSUER": "https://id.group.example/realms/one",
    "OIDC_CLIENT_ID": "portal",
    "OIDC_CLIENT_SECRET": "a-secret-nobody-may-see",
    "OIDC_NAME": "Acme Group",
}
HANDOVER = {
    "HANDOVER_ISSUER": "https://app.agency.example",
    "HANDOVER_AUDIENCE": "https://portal.agency.example",
    "HANDOVER_KEYS": "https://app.agency.example/keys",
}


def faults(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    """Return the faults of these settings."""
    set_variables(monkeypatch, **variables)
    try:
        load()
    except ConfigurationError as error:
        return error.faults
    return []


def test_complete_settings_have_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, **OIDC, **HANDOVER) == []
    assert faults(monkeypatch, OIDC_CLIENT_SECRET="") == []
    assert OIDC["OIDC_CLIENT_SECRET"] not in repr(load())


@pytest.mark.parametrize(
    ("variable", "value", "named"),
    [
        ("OIDC_ISSUER", "", "must be the identity provider's URL"),
        ("OIDC_CLIENT_ID", "", "must be the portal's id"),
        ("OIDC_NAME", "", "must name the identity provider"),
        ("HANDOVER_ISSUER", "", "must be the issuer"),
        ("HANDOVER_AUDIENCE", "", "must be the audience"),
        ("HANDOVER_KEYS", "", "must be the URL of a JSON Web Key Set"),
        ("OIDC_ISSUER", "id.group.example", "must "),
        ("OIDC_ISSUER", "https://id.group.example/?realm=1", "must "),
        ("OIDC_ISSUER", "https://user:password@id.group.example", "must "),
        (
            "OIDC_ISSUER",
            f"https://id.example/realms/one{METADATA}/",
            f"must be the identity provider's URL without {METADATA}",
        ),
        ("OIDC_NAME", "x" * 41, "must "),
        ("OIDC_NAME", "two\nlines", "must "),
        ("HANDOVER_KEYS", "https://", "must "),
    ],
)
def test_missing_or_wrong_setting_is_one_fault(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, named: str
) -> None:
    (fault,) = faults(monkeypatch, **{**OIDC, **HANDOVER, variable: value})
    assert fault.startswith(f"{variable}: {named}")


@pytest.mark.parametrize(
    "content", ["", "-----BEGIN", "[]", "{}", {"keys": []}, {"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}]
)
def test_key_file_without_a_public_key_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: Any
) -> None:
    file = tmp_path / "keys.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    (fault,) = faults(monkeypatch, **{**HANDOVER, "HANDOVER_KEYS": str(file)})
    assert fault.startswith("HANDOVER_KEYS: must be a JSON Web Key Set with a public key")
    file.write_text(json.dumps(KeySet([ECKey.generate_key("P-256")]).as_dict()))
    assert faults(monkeypatch) == []


def test_key_file_with_a_private_key_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    public, private = ECKey.generate_key("P-256"), RSAKey.generate_key(2048)
    for keys in ([private], [public, private]):
        file.write_text(json.dumps({"keys": [key.as_dict(private=key is private) for key in keys]}))
        (fault,) = faults(monkeypatch, **{**HANDOVER, "HANDOVER_KEYS": str(file)})
        assert fault.startswith("HANDOVER_KEYS: must have no private keys")
    file.write_text(json.dumps(KeySet([public, private]).as_dict(private=False)))
    assert faults(monkeypatch) == []


def test_production_demands_https(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {"OIDC_ISSUER": "http://id.group.example", "HANDOVER_KEYS": "http://app.agency.example/keys"}
    assert faults(monkeypatch, **{**OIDC, **HANDOVER, **plain}) == []
    reported = faults(monkeypatch, PORTAL_ENV="production")
    assert "OIDC_ISSUER: must begin with https://" in reported
    assert "HANDOVER_KEYS: must begin with https:// or be the path of a file" in reported

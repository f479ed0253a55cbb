"""Settings for single sign-on: each fault is one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey, KeySet, RSAKey

import config
from app.settings.model import ConfigurationError
from config import load

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


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove this machine's settings, and configure one agency."""
    example = (Path(config.__file__).parent / ".env.example").read_text("utf-8")
    for line in example.splitlines():
        name = line.lstrip("#").partition("=")[0]
        if name.isupper() and name.replace("_", "").isalnum():
            monkeypatch.delenv(name, raising=False)
    for name, value in {"PORTAL_ENV": "test", "AGENTOS_SHORT_NAME": "acme", "AGENTOS_API_KEY": "a-key"}.items():
        monkeypatch.setenv(name, value)


def faults(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    """Return the faults of these settings."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    try:
        load()
    except ConfigurationError as error:
        return error.faults
    return []


def test_single_sign_on_is_off_by_default() -> None:
    assert (load().oidc_issuer, load().handover_keys) == ("", "")


def test_complete_settings_have_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, **OIDC, **HANDOVER) == []
    assert faults(monkeypatch, OIDC_CLIENT_SECRET="") == []
    assert OIDC["OIDC_CLIENT_SECRET"] not in repr(load())


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("OIDC_ISSUER", "must be the identity provider's URL"),
        ("OIDC_CLIENT_ID", "must be the portal's id"),
        ("OIDC_NAME", "must name the identity provider"),
        ("HANDOVER_ISSUER", "must be the issuer"),
        ("HANDOVER_AUDIENCE", "must be the audience"),
        ("HANDOVER_KEYS", "must be the URL of a JSON Web Key Set"),
    ],
)
def test_missing_setting_is_one_fault(monkeypatch: pytest.MonkeyPatch, missing: str, named: str) -> None:
    (fault,) = faults(monkeypatch, **{**OIDC, **HANDOVER, missing: ""})
    assert fault.startswith(f"{missing}: {named}")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("OIDC_ISSUER", "id.group.example"),
        ("OIDC_ISSUER", "https://id.group.example/?realm=1"),
        ("OIDC_ISSUER", "https://user:password@id.group.example"),
        ("OIDC_NAME", "x" * 41),
        ("OIDC_NAME", "two\nlines"),
        ("HANDOVER_KEYS", "https://"),
    ],
)
def test_wrong_setting_is_one_fault(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    (fault,) = faults(monkeypatch, **{**OIDC, **HANDOVER, variable: value})
    assert fault.startswith(f"{variable}: must ")


def test_missing_key_file_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for path in (tmp_path / "keys.json", tmp_path):
        (fault,) = faults(monkeypatch, **{**HANDOVER, "HANDOVER_KEYS": str(path)})
        assert fault.startswith("HANDOVER_KEYS: must be a file that exists")


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


@pytest.mark.parametrize("end", ["/.well-known/openid-configuration", "/realms/one/.well-known/openid-configuration/"])
def test_address_of_the_metadata_is_no_issuer(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    (fault,) = faults(monkeypatch, **{**OIDC, "OIDC_ISSUER": f"https://id.group.example{end}"})
    assert fault.startswith("OIDC_ISSUER: must be the identity provider's URL without /.well-known/")


def test_production_demands_https(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {"OIDC_ISSUER": "http://id.group.example", "HANDOVER_KEYS": "http://app.agency.example/keys"}
    assert faults(monkeypatch, **{**OIDC, **HANDOVER, **plain}) == []
    reported = faults(monkeypatch, PORTAL_ENV="production")
    assert "OIDC_ISSUER: must begin with https://" in reported
    assert "HANDOVER_KEYS: must begin with https:// or be the path of a file" in reported

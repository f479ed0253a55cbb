"""Secrets in files (`NAME_FILE`) and in credentials of systemd."""

import os
from pathlib import Path

import pytest

from config import load
from tests.settings.test_config import KEY, configuration_faults, environment, set_variables  # noqa: F401 - a fixture

SECRETS = {
    "SECRET_KEY": ("secret_key", "0f4b8c1d7e92a356b1c0d8e4f7a29365"),
    "DATABASE_URL": ("database_url", "postgresql+psycopg://portal:secret@db.example/portal"),
    "SMTP_URL": ("smtp_url", "smtp://user:secret@mail.example"),
    "OIDC_CLIENT_SECRET": ("oidc_client_secret", "a secret"),
}
OIDC = {"OIDC_ISSUER": "https://id.example", "OIDC_CLIENT_ID": "portal", "OIDC_NAME": "Acme"}


@pytest.mark.parametrize("name", SECRETS)
def test_secret_is_read_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    attribute, secret = SECRETS[name]
    file = tmp_path / "secret"
    file.write_text(f"{secret}\n", "utf-8")
    set_variables(monkeypatch, **OIDC, **{f"{name}_FILE": file})
    assert getattr(load(), attribute) == secret


@pytest.mark.parametrize("name", SECRETS)
def test_secret_is_read_from_a_credential(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    attribute, secret = SECRETS[name]
    (tmp_path / name).write_text(secret, "utf-8")
    monkeypatch.setattr(os, "environ", dict(os.environ))
    set_variables(monkeypatch, **OIDC, CREDENTIALS_DIRECTORY=tmp_path)
    assert getattr(load(), attribute) == secret


def test_key_of_an_agency_is_read_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from-the-file", "utf-8")
    set_variables(monkeypatch, AGENTOS_API_KEY=None, AGENTOS_API_KEY_FILE=tmp_path / "key")
    assert load().agencies["acme"].api_key == "from-the-file"


def test_variable_and_credential_together_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "AGENTOS_API_KEY").write_text("from-the-file", "utf-8")
    monkeypatch.setattr(os, "environ", dict(os.environ))
    set_variables(monkeypatch, CREDENTIALS_DIRECTORY=tmp_path)
    assert configuration_faults() == ["CREDENTIALS_DIRECTORY: AGENTOS_API_KEY is set too; choose one"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [(None, "cannot be read: No such file or directory"), (b"caf\xe9", "is not text in UTF-8")],
    ids=["missing", "not text"],
)
def test_wrong_file_is_named_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None, fault: str
) -> None:
    """The faults that follow from it, such as a missing key, are left out."""
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    set_variables(monkeypatch, AGENTOS_API_KEY=None, AGENTOS_API_KEY_FILE=file)
    assert configuration_faults() == [f"AGENTOS_API_KEY_FILE: {file} {fault}"]
    assert KEY not in fault

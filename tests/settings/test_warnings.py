"""Settings that the portal warns of, and the command `config check`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings.warnings import warnings_of
from config import ROOT, load
from tests.settings.test_config import environment, set_variables  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("DOCUMENT_DIR", "DOCUMENTS_DIR"),
        ("SECRETKEY", "SECRET_KEY"),
        ("SMTP_URI_FILE", "SMTP_URL"),
        ("LOGLEVEL", "LOG_LEVEL"),
    ],
)
def test_misspelt_variable_causes_a_warning(monkeypatch: pytest.MonkeyPatch, name: str, setting: str) -> None:
    set_variables(monkeypatch, **{name: "x"})
    assert list(warnings_of(load())) == [f"{name} is no setting; {setting} is."]


@pytest.mark.parametrize("name", ["SECRET_KEY_FILE", "AGENTOS_API_KEY_OTHER", "HOSTNAME", "DATABASE", "HTTP_PROXY"])
def test_other_variables_cause_no_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("0f4b8c1d7e92a356b1c0d8e4f7a29365", "utf-8")
    set_variables(monkeypatch, **{name: tmp_path / "file"})
    assert list(warnings_of(load())) == []


@pytest.mark.parametrize(
    ("bind", "place"),
    [
        ("0.0.0.0:8000", "every address of this machine"),
        ("[::]:8000", "every address"),
        ("10.0.0.5:8000", "10.0.0.5:8000"),
    ],
)
def test_public_address_without_https_causes_a_warning(monkeypatch: pytest.MonkeyPatch, bind: str, place: str) -> None:
    set_variables(monkeypatch, BIND=bind)
    (sentence,) = warnings_of(load())
    assert sentence.startswith("PORTAL_ENV: test has no HTTPS")
    assert place in sentence


@pytest.mark.parametrize("bind", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_local_address_causes_no_warning(monkeypatch: pytest.MonkeyPatch, bind: str) -> None:
    set_variables(monkeypatch, BIND=bind)
    assert list(warnings_of(load())) == []


def with_agencies(monkeypatch: pytest.MonkeyPatch, folder: Path, **keys: str) -> None:
    """Configure these agencies, with their keys."""
    tables = [f'[agencies.{name}]\nname = "A"\napi_key_env = "AGENTOS_API_KEY_{at}"\n' for at, name in enumerate(keys)]
    (folder / "agencies.toml").write_text("".join(tables), "utf-8")
    variables = {f"AGENTOS_API_KEY_{at}": key for at, key in enumerate(keys.values())}
    set_variables(monkeypatch, AGENCIES_FILE=folder / "agencies.toml", **variables)


def test_two_agencies_with_one_key_cause_a_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with_agencies(monkeypatch, tmp_path, acme="one key", harbour="one key", mill="another")
    assert list(warnings_of(load())) == [
        "AGENCIES_FILE: acme and harbour have the same API key. Give each agency its own, or remove one."
    ]


def test_agencies_that_differ_in_capitals_cause_a_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with_agencies(monkeypatch, tmp_path, acme="a key", mill="another", ACME="a third")
    (sentence,) = warnings_of(load())
    assert sentence.startswith(
        "AGENCIES_FILE: acme and ACME differ only in capitals. If they are one agency, remove one."
    )


def check(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    variables = {
        "PATH": os.environ["PATH"],
        "PORTAL_ENV": "test",
        "FLASK_SKIP_DOTENV": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'portal.db'}",
        "DOCUMENTS_DIR": str(tmp_path / "documents"),
        "AGENTOS_SHORT_NAME": "acme",
        "AGENTOS_API_KEY": "a key",
        **settings,
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "config", "check"]
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60, check=False)


def test_config_check_prints_warnings_and_agencies(tmp_path: Path) -> None:
    ended = check(tmp_path, DOCUMENT_DIR="x")
    assert (ended.returncode, ended.stderr) == (0, "Warning: DOCUMENT_DIR is no setting; DOCUMENTS_DIR is.\n")
    assert ended.stdout == "The configuration can be used. Agencies: acme.\n"


def test_config_check_prints_all_faults(tmp_path: Path) -> None:
    ended = check(tmp_path, BIND="nowhere", AGE_JOBS_S="0")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "BIND: must be host:port" in ended.stderr
    assert "AGE_JOBS_S: " in ended.stderr

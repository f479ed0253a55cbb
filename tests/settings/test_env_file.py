"""Loading of `.env` by the portal, by Flask's commands and by `make run`, with equal results."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.cli import load_dotenv

import config
from app.settings.env_file import env_file_variables
from tools import run

WHERE = config.ROOT
EXAMPLES = """  AGENCY_NAME = Acme # of Leeds
export MAIL_FROM="a@b.example"
SECRET_KEY=${AGENCY_NAME}$b=c
OIDC_NAME='O\\'Brien'
HTTPS_PROXY
"""


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder of `.env`, without settings from elsewhere."""
    monkeypatch.setattr(os, "environ", {"PATH": os.environ["PATH"]})
    monkeypatch.setattr(config, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_env_file_is_read_alike_by_all_readers(folder: Path) -> None:
    (folder / ".env").write_text(EXAMPLES, "utf-8")
    expected = {
        "AGENCY_NAME": "Acme",
        "MAIL_FROM": "a@b.example",
        "SECRET_KEY": "Acme$b=c",
        "OIDC_NAME": "O'Brien",
    }
    assert env_file_variables() == expected
    assert expected.items() <= run.settings().items()
    load_dotenv()
    assert expected.items() <= os.environ.items()


def test_make_run_uses_the_example_without_env_file() -> None:
    assert run.settings()["AGENTOS_API_KEY_ACME"] == "acme-simulated-key-6d1f0c2b9a"


def test_env_file_is_skipped_on_request(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("AGENCY_NAME=Acme", "utf-8")
    assert run.settings()["AGENCY_NAME"] == "Acme"
    monkeypatch.setenv("FLASK_SKIP_DOTENV", "1")
    assert "AGENCY_NAME" not in run.settings()


PROGRAMS = {
    "web server": ["-m", "gunicorn", "-c", str(WHERE / "gunicorn.conf.py"), "wsgi:app"],
    "command": ["-m", "flask", "--app", "wsgi", "agentos", "check"],
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_env_file_in_production_is_read_by_every_program(program: str, folder: Path) -> None:
    """Otherwise the worker could use another database than the web server."""
    (folder / ".env").write_text("PORTAL_ENV=production\nAGENCY_NAME=Acme\nPROXY_HOPS=x", "utf-8")
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(WHERE)}
    command = [sys.executable, *PROGRAMS[program]]
    ended = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 3
    assert "PROXY_HOPS: Not a valid integer." in ended.stderr


@pytest.mark.parametrize(
    ("line", "fault"), [(b"AGENCY_NAME=Caf\xe9", "is not text in UTF-8"), (b"AGENCY_NAME=\0", "contains a NUL byte")]
)
def test_env_file_that_cannot_be_loaded_gives_one_sentence(folder: Path, line: bytes, fault: str) -> None:
    """Only at the web server: Flask loads the file for its commands before the portal's code runs."""
    (folder / ".env").write_bytes(line)
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(WHERE)}
    command = [sys.executable, *PROGRAMS["web server"]]
    ended = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[1:] == [f"    .env: {fault}"]

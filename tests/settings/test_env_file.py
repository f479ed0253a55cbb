"""Loading of `.env` by the portal, by Flask's commands and by `make run`, with equal results."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.cli import load_dotenv
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import config
from app.settings.env_file import variables
from app.settings.environment import EXAMPLE
from tools import run

NAMES = ("AGENCY_NAME", "MAIL_FROM", "SECRET_KEY")
WHERE = config.ROOT
NONE: dict[str, str] = {}
LINES: dict[str, dict[str, str]] = {
    "AGENCY_NAME=Acme": {"AGENCY_NAME": "Acme"},
    "  AGENCY_NAME = Acme  ": {"AGENCY_NAME": "Acme"},
    "export AGENCY_NAME=Acme": {"AGENCY_NAME": "Acme"},
    "export   AGENCY_NAME=Acme": {"AGENCY_NAME": "Acme"},
    "AGENCY_NAME=": {"AGENCY_NAME": ""},
    "AGENCY_NAME": NONE,
    "#AGENCY_NAME=Acme": NONE,
    "AGENCY_NAME=Acme # of Leeds": {"AGENCY_NAME": "Acme"},
    "AGENCY_NAME=Acme\t# of Leeds": {"AGENCY_NAME": "Acme"},
    "AGENCY_NAME=Acme#1": {"AGENCY_NAME": "Acme#1"},
    "AGENCY_NAME='Acme # 1'": {"AGENCY_NAME": "Acme # 1"},
    "AGENCY_NAME='Acme' # of Leeds": {"AGENCY_NAME": "Acme"},
    'AGENCY_NAME="Acme" # of "Leeds"': {"AGENCY_NAME": "Acme"},
    'AGENCY_NAME="O\'Brien"': {"AGENCY_NAME": "O'Brien"},
    r'AGENCY_NAME="The \"Acme\"\n"': {"AGENCY_NAME": 'The "Acme"\n'},
    r"AGENCY_NAME='O\'Brien'": {"AGENCY_NAME": "O'Brien"},
    r"AGENCY_NAME=C:\new": {"AGENCY_NAME": r"C:\new"},
    "'AGENCY_NAME'=Acme": {"AGENCY_NAME": "Acme"},
    'AGENCY_NAME="Acme\nLettings"': {"AGENCY_NAME": "Acme\nLettings"},
    "AGENCY_NAME=Acme\r\nMAIL_FROM=a@b.example\r\n": {"AGENCY_NAME": "Acme", "MAIL_FROM": "a@b.example"},
    "AGENCY_NAME=Acme\nMAIL_FROM=${AGENCY_NAME}@b.example": {"AGENCY_NAME": "Acme", "MAIL_FROM": "Acme@b.example"},
    "AGENCY_NAME=Acme\nAGENCY_NAME=Bolt": {"AGENCY_NAME": "Bolt"},
    "SECRET_KEY=a$b=c": {"SECRET_KEY": "a$b=c"},
    "\ufeffAGENCY_NAME=Acme": {"AGENCY_NAME": "Acme"},
}
"""Contents of a file, each with the variables that it sets."""
PIECES = (*NAMES, "export ", "\r\n", "\\n", "${", *"}$=\"'# \t\n\\xé\u2028")


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Return the folder of `.env`, without settings from elsewhere."""
    for name in (*NAMES, "PORTAL_ENV", "FLASK_SKIP_DOTENV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(config, "ROOT", tmp_path)
    return tmp_path


def read(file: Path, text: str) -> list[dict[str, str | None]]:
    """Return the variables that the portal, Flask's commands and `make run` load from the file."""
    file.write_text(text, "utf-8", newline="")
    portal, started = config.environment(), run.settings()
    before = dict(os.environ)
    load_dotenv(file, load_defaults=False)
    loaded = dict(os.environ)
    os.environ.clear()
    os.environ.update(before)
    everywhere = [{name: portal.str(name, None) for name in NAMES}]
    everywhere += [{name: environment.get(name) for name in NAMES} for environment in (loaded, started)]
    return [{name: value for name, value in each.items() if value is not None} for each in everywhere]


@pytest.mark.parametrize("text", LINES)
def test_env_file_with_unusual_line_is_read_alike_by_all_readers(folder: Path, text: str) -> None:
    assert read(folder / ".env", text) == [LINES[text]] * 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(lambda messages: "AGENCY_NAME=" + "".join(messages)))
def test_random_env_file_is_read_alike_by_all_readers(folder: Path, text: str) -> None:
    portal, loaded, started = read(folder / ".env", text)
    assert portal == loaded == started


def test_env_example_is_read_alike_by_all_readers(folder: Path) -> None:
    """`make run` uses the example if there is no `.env`."""
    text = EXAMPLE.read_text("utf-8")
    (folder / ".env").write_text(text, "utf-8")
    assert run.settings()["AGENTOS_API_KEY_ACME"] == config.environment().str("AGENTOS_API_KEY_ACME")
    (folder / ".env").unlink()
    assert variables(text).items() <= run.settings().items()


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

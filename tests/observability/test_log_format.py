"""Log lines contain no text from outside, and no characters that move a terminal's cursor."""

import json
import os
import subprocess
import sys
from logging import getLogger
from pathlib import Path

import pytest
import structlog

from app.observability import logging
from tests.end_to_end.processes import ROOT
from tests.log_lines import Lines
from tests.secret_search import find_secrets

SECRET = "SECRET-SORT-20-00-00"
EVIL = "\x1b[2J\x1b]0;title\x07\r\nforged line\x9b31m\u2028\u202egnp.exe\x00"


def fails() -> None:
    local = SECRET
    try:
        int(local)
    except ValueError as error:
        raise KeyError(local, {"body": local}) from error


def test_exception_log_has_type_and_place_but_no_values(lines: Lines) -> None:
    try:
        fails()
    except KeyError:
        structlog.get_logger("x").exception("went_wrong")
        getLogger("library").exception("about %s", SECRET)
    ours, theirs = lines()
    assert ours["trace"][0] == "KeyError"
    assert ours["trace"][2].startswith("tests/observability/test_log_format.py:")
    assert "because of ValueError" in ours["trace"]
    assert theirs["trace"] == ours["trace"]
    assert (theirs["event"], theirs["logger"]) == ("library", "library")
    assert theirs["at"].startswith("tests/observability/test_log_format.py:")
    assert not find_secrets(json.dumps([ours, theirs]), [SECRET])


def test_deep_or_circular_traceback_is_truncated(lines: Lines) -> None:
    def deeper() -> None:
        deeper()

    try:
        deeper()
    except RecursionError as error:
        error.__context__ = error.__cause__ = ValueError()
        error.__cause__.__cause__ = error
        structlog.get_logger("x").error("went_wrong", exc_info=error)
    [line] = lines()
    assert 40 < len(line["trace"]) < 60


def test_readable_log_contains_no_control_characters(capsys: pytest.CaptureFixture[str], portal_server: object) -> None:
    logging.configure("INFO", readable=True)
    structlog.get_logger("x").warning(f"event {EVIL}", field=EVIL, **{f"name {EVIL}": 1}, faults=[EVIL])
    printed = capsys.readouterr().err
    assert printed.count("\n") == 2, "the line, and one fault below it"
    assert all(line.isprintable() for line in printed.splitlines())
    assert "\\u001b[2J" in printed


def test_json_log_entry_is_one_printable_ascii_line(capsys: pytest.CaptureFixture[str], lines: Lines) -> None:
    structlog.get_logger("x").warning(f"event {EVIL}", field=EVIL)
    printed = capsys.readouterr().err
    assert printed.endswith("\n")
    assert printed[:-1].isascii()
    assert printed[:-1].isprintable()
    assert json.loads(printed)["field"] == EVIL


def python(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": os.environ["PATH"], "HOME": str(folder), "PORTAL_ENV": "production", **environment}
    return subprocess.run(
        [sys.executable, "-W", "always", "-c", script],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=60,
    )


DYING = """
import gc, threading, warnings
from app.observability import logging
logging.begin()

def fail(text):
    local = {"password": text}
    raise ValueError(f"no {local}")

class Ends:
    def __init__(self, text): self.text = text
    def __repr__(self): return self.text
    def __del__(self): fail(self.text)

warnings.warn(SECRET, stacklevel=1)
thread = threading.Thread(target=fail, args=(SECRET,), name=SECRET)
thread.start()
thread.join()
Ends(SECRET)
gc.collect()
fail(SECRET)
"""


def test_unhandled_exceptions_are_logged_without_values(tmp_path: Path) -> None:
    ended = python(f"SECRET = {SECRET!r}\n{DYING}", tmp_path)
    assert ended.returncode == 1
    entries = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [line["event"] for line in entries] == ["python_warning", "thread_died", "unraisable", "uncaught"]
    assert all(line["trace"][0] == "ValueError" for line in entries[1:])
    assert find_secrets(ended.stderr + ended.stdout, [SECRET]) == []


SETTINGS = {
    "SECRET_KEY": "too-short-a-secret",
    "SMTP_URL": "ftp://user:smtp-pass-word@mail.example",
    "MAIL_FROM": "portal@agency.example",
    "PROXY_HOPS": "proxy-hops-value",
    "TRUSTED_HOSTS": "",
    "DATABASE_URL": "postgresql://user:data-base-pass@host/portal",
    "AGENTOS_BASE_URL": "http://user:url-pass-word@agentos.example",
    "AGENTOS_BUDGET": "budget-value",
    "AGENCY_NAME": "Acme",
    "AGENTOS_SHORT_NAME": "acme",
    "AGENTOS_API_KEY": "a-key-that-no-header-holds-\u20ac",
}


@pytest.mark.parametrize(
    "wrong", [SETTINGS, {**SETTINGS, "PROXY_HOPS": "1", "AGENTOS_BUDGET": "99"}], ids=["unread", "unsafe"]
)
def test_invalid_settings_are_named_but_not_quoted(tmp_path: Path, wrong: dict[str, str]) -> None:
    ended = python("import wsgi", tmp_path, **wrong)
    assert ended.returncode == 3
    [line] = [json.loads(line) for line in ended.stderr.splitlines()]
    assert line["level"] == "critical"
    assert any(fault.startswith(("SECRET_KEY:", "DATABASE_URL:")) for fault in line["faults"])
    values = [
        value for name, value in wrong.items() if name not in ("AGENCY_NAME", "AGENTOS_SHORT_NAME") and len(value) > 3
    ]
    pieces = ["smtp-pass-word", "data-base-pass", "url-pass-word", "a-key-that-no-header-holds"]
    assert find_secrets(ended.stderr, [*values, *pieces]) == []


FAILING_START = """
import app


def fail(*_):
    raise FileNotFoundError(2, "no such file", "some-file-of-acme")


app.create_app = fail
import wsgi
"""


def test_failed_start_is_logged_in_one_line(tmp_path: Path) -> None:
    good = {
        "PORTAL_ENV": "test",
        "AGENTOS_SHORT_NAME": "acme",
        "AGENTOS_API_KEY": "some-key-of-acme",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'portal.db'}",
        "DOCUMENTS_DIR": str(tmp_path / "documents"),
    }
    ended = python(FAILING_START, tmp_path, **good)
    assert ended.returncode == 3
    first, second, *_ = ended.stderr.splitlines()
    assert "critical not_started" in first
    assert second.strip() == "FileNotFoundError ENOENT"
    assert find_secrets(ended.stderr, ["some-key-of-acme", "some-file-of-acme"]) == []

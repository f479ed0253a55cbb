"""SIGHUP with a changed `.env`: gunicorn takes over new variables, and nothing of a file that cannot be used.

It names changed ones, which need a restart.
"""

import os
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs

import config
from tests.settings.test_config import environment, set_variables  # noqa: F401 - a fixture

GUNICORN_CONF = str(config.ROOT / "gunicorn.conf.py")
Write = Callable[[bytes], list[str]]


@pytest.fixture
def reload(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Write]:
    """Start without `.env`. Return a function that writes it, reloads it as gunicorn does, and returns what is logged.

    A logged line is its event and the names of variables, or the faults, in it.
    """
    set_variables(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'portal.db'}", DOCUMENTS_DIR=tmp_path / "documents")
    monkeypatch.setattr(config, "ROOT", tmp_path)
    monkeypatch.setattr(config, "_kept", None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FLASK_SKIP_DOTENV", raising=False)
    before = dict(os.environ)
    server = SimpleNamespace(cfg=SimpleNamespace(workers=2))
    runpy.run_path(GUNICORN_CONF)["on_starting"](server)

    def reload(content: bytes) -> list[str]:
        (tmp_path / ".env").write_bytes(content)
        with capture_logs() as lines:
            runpy.run_path(GUNICORN_CONF)["on_reload"](server)
        return [" ".join([line["event"], *line.get("variables", ()), *line.get("faults", ())]) for line in lines]

    yield reload
    os.environ.clear()
    os.environ.update(before)


def test_new_variable_is_taken_over(reload: Write) -> None:
    assert reload(b"WRITES_PER_MINUTE=20") == []
    assert config.current().writes_per_minute == 20


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (b"WRITES_PER_MINUTE=ten", "WRITES_PER_MINUTE: Not a valid integer."),
        (b"WRITES_PER_MINUTE=\xff", ".env: is not text in UTF-8"),
        (b"WRITES_PER_MINUTE=1\0", ".env: contains a NUL byte"),
    ],
)
def test_wrong_file_is_refused_until_it_is_corrected(reload: Write, wrong: bytes, fault: str) -> None:
    assert reload(wrong) == [f"reload_refused {fault}"]
    assert config.current().writes_per_minute == 10
    assert reload(b"WRITES_PER_MINUTE=20") == []
    assert config.current().writes_per_minute == 20


@pytest.mark.parametrize("rest", [b"", b"WRITES_PER_MINUTE=ten"])
def test_number_of_processes_needs_a_restart(reload: Write, rest: bytes) -> None:
    """gunicorn takes it from its file, which it runs before the settings are checked."""
    reload(b"WEB_CONCURRENCY=64\n" + rest)
    assert runpy.run_path(GUNICORN_CONF)["workers"] == 2


def test_changed_and_removed_variables_are_named_until_they_are_as_before(reload: Write) -> None:
    former = b"WRITES_PER_MINUTE=20\nCONTACT_DAYS=5\nSETTLE_S=9"
    assert reload(former) == []
    for _ in range(2):
        assert reload(b"WRITES_PER_MINUTE=30\nSETTLE_S=9") == ["restart_needed CONTACT_DAYS WRITES_PER_MINUTE"]
        assert (config.current().writes_per_minute, config.current().contact_days) == (20, 5)
    assert reload(former) == []


def test_variable_of_the_environment_is_not_named(reload: Write) -> None:
    """A restart would not change it either."""
    assert reload(b"AGENTOS_API_KEY=of-the-file") == []
    assert reload(b"AGENTOS_API_KEY=another") == []
    assert reload(b"") == []


def test_variables_that_only_a_restart_loads_are_named(reload: Write) -> None:
    for _ in range(2):
        assert reload(b"BIND=127.0.0.1:8123\nWEB_CONCURRENCY=3") == ["restart_needed BIND WEB_CONCURRENCY"]

"""SIGHUP with a changed `.env`: gunicorn takes over new variables, and nothing of a file that cannot be used."""

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
    """Start without `.env`. Return a function that writes it, reloads it as gunicorn does, and returns log events."""
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
        return [line["event"] for line in lines]

    yield reload
    os.environ.clear()
    os.environ.update(before)


def test_new_variable_is_taken_over(reload: Write) -> None:
    assert reload(b"WRITES_PER_MINUTE=20") == []
    assert config.current().writes_per_minute == 20


@pytest.mark.parametrize("wrong", [b"WRITES_PER_MINUTE=ten", b"WRITES_PER_MINUTE=\xff"])
def test_wrong_file_is_refused_until_it_is_corrected(reload: Write, wrong: bytes) -> None:
    assert reload(wrong) == ["reload_refused"]
    assert config.current().writes_per_minute == 10
    assert reload(b"WRITES_PER_MINUTE=20") == []
    assert config.current().writes_per_minute == 20


@pytest.mark.parametrize("rest", [b"", b"WRITES_PER_MINUTE=ten"])
def test_number_of_processes_needs_a_restart(reload: Write, rest: bytes) -> None:
    """gunicorn takes it from its file, which it runs before the settings are checked."""
    reload(b"WEB_CONCURRENCY=64\n" + rest)
    assert runpy.run_path(GUNICORN_CONF)["workers"] == 2

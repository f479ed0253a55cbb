"""`flask --app wsgi run`: the development server says where it runs, what is missing, and which requests it serves."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import Processes, running

pytestmark = pytest.mark.processes


@pytest.fixture
def everything(tmp_path: Path) -> Iterator[Processes]:
    """Yield a whole portal, for whose empty second database a development server may be started."""
    with running(tmp_path) as everything:
        everything.environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.db'}"
        yield everything


def test_development_server_says_where_it_runs_and_what_is_missing(everything: Processes) -> None:
    everything.environment["ALLOWED_ORIGINS"] = "http://127.0.0.1:3000"
    everything.start("server", "flask", "--app", "wsgi", "run", "--port", "0")
    everything.find("server", "(The database is not ready: run `flask --app wsgi db upgrade` first)")
    everything.find(
        "server", "(ALLOWED_ORIGINS: pages of http://127.0.0.1:3000 cannot stay signed in at http://localhost)"
    )
    url = everything.find("server", r"Running on (http://localhost:\d+)")
    assert requests.get(f"{url}/api/a-telltale?a-telltale", timeout=10).status_code == 404
    everything.find("server", "(request method=GET status=404)")
    lines = everything.output("server")
    assert "telltale" not in lines
    assert "library" not in lines


def test_development_server_with_debugger_says_each_sentence_once(everything: Processes) -> None:
    everything.start("server", "flask", "--app", "wsgi", "run", "--port", "0", "--debug")
    url = everything.find("server", r"Running on (http://localhost:\d+)")
    everything.find("server", r"Debugger PIN: (\d+-\d+-\d+)")
    assert requests.get(f"{url}/health/live", timeout=10).status_code == 200
    lines = everything.output("server")
    assert lines.count("The database is not ready") == 1
    assert "library" not in lines
    os.kill(everything.pid("server"), signal.SIGTERM)
    everything.finish("server")

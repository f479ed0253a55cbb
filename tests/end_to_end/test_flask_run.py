"""`flask --app wsgi run`: the development server says where it runs, what is missing, and which requests it serves."""

from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import running


@pytest.mark.processes
def test_development_server_says_where_it_runs_and_what_is_missing(tmp_path: Path) -> None:
    with running(tmp_path) as everything:
        everything.environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.db'}"
        everything.start("server", "flask", "--app", "wsgi", "run", "--port", "0")
        everything.find("server", "(The database is not ready: run `flask --app wsgi db upgrade` first)")
        url = everything.find("server", r"Running on (http://127\.0\.0\.1:\d+)")
        assert requests.get(f"{url}/api/a-telltale?a-telltale", timeout=10).status_code == 404
        everything.find("server", "(request method=GET status=404)")
        lines = everything.output("server")
    assert "telltale" not in lines
    assert "library" not in lines

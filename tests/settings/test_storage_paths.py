"""A place where nothing can be kept is refused at the start, by its variable's name, before anything is made."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import config
from app.settings import storage_paths
from config import load
from tests.portal_server import PortalServer
from tests.settings.test_config import KEY, environment, faults, given  # noqa: F401 - `environment` is a fixture

NOBODY, OPEN = 65_534, "/tmp"
WHERE = {
    "DATABASE_URL": "sqlite:///{}/portal.db",
    "SESSION_FILE_DIR": "{}",
    "DOCUMENTS_DIR": "{}",
    "METRICS_DIR": "{}",
}
"""What each variable is, for its folder."""


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """`folder`, for a user whom modes stop: the superuser becomes another for a while."""
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(NOBODY)
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


def set_to(monkeypatch: pytest.MonkeyPatch, variable: str, folder: Path) -> None:
    """With the others where anybody may write."""
    places = {name: value.format(folder if name == variable else OPEN) for name, value in WHERE.items()}
    given(monkeypatch, METRICS_BIND="127.0.0.1:9100", **places)


@pytest.fixture
def found_by_all() -> Iterator[Path]:
    """A folder that any user can find."""
    folder = Path(tempfile.mkdtemp(dir=OPEN))
    yield folder
    folder.rmdir()


@pytest.mark.parametrize("variable", WHERE)
class TestAFolder:
    def test_that_is_there_or_is_the_last_of_its_path(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
    ) -> None:
        for folder in (tmp_path, tmp_path / "new"):
            set_to(monkeypatch, variable, folder)
            load()
            assert list(tmp_path.iterdir()) == [], "looking makes nothing"

    def test_in_one_that_is_missing(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str) -> None:
        slip = tmp_path / "slip"
        set_to(monkeypatch, variable, slip / "of" / "the-pen")
        assert faults() == [f"{variable}: {slip} does not exist, and only the last folder of a path is made"]

    @pytest.mark.parametrize("below", ["", "new", "much/too/new"])
    def test_where_there_is_a_file(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, below: str
    ) -> None:
        (tmp_path / "file").touch()
        set_to(monkeypatch, variable, tmp_path / "file" / below)
        assert faults() == [f"{variable}: {tmp_path / 'file'} is not a folder"]

    @pytest.mark.parametrize("below", ["", "new"])
    def test_that_may_only_be_read(
        self, monkeypatch: pytest.MonkeyPatch, found_by_all: Path, variable: str, below: str
    ) -> None:
        set_to(monkeypatch, variable, found_by_all / below)
        with read_only(found_by_all):
            assert faults() == [f"{variable}: {found_by_all} cannot be written to by this user"]

    @pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc, where modes promise too much")
    def test_where_there_is_no_disk(self, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
        set_to(monkeypatch, variable, Path("/proc/kept"))
        (fault,) = faults()
        assert fault.startswith(f"{variable}: ")
        assert "/proc" in fault


def test_default_paths_need_no_existing_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a new clone `instance/` is missing, and the folder in it."""
    monkeypatch.setattr(storage_paths, "INSTANCE", tmp_path / "instance")
    folders = {"SESSION_FILE_DIR": "sessions", "DOCUMENTS_DIR": "documents"}
    given(monkeypatch, **{variable: tmp_path / "instance" / name for variable, name in folders.items()})
    load()


@pytest.mark.parametrize("folder", ["", ".", "./"])
@pytest.mark.parametrize("variable", ["SESSION_FILE_DIR", "DOCUMENTS_DIR"])
def test_files_in_the_code_folder_are_refused(monkeypatch: pytest.MonkeyPatch, variable: str, folder: str) -> None:
    given(monkeypatch, **{variable: folder})
    assert faults() == [f"{variable}: must be a folder of its own"]


def test_database_file_that_is_not_a_database_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sir or Madam,")
    (tmp_path / "new").touch()
    given(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'letter'}")
    assert faults() == [f"DATABASE_URL: {tmp_path / 'letter'} is not an SQLite database"]
    given(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path}")
    assert faults() == [f"DATABASE_URL: {tmp_path} is not a file"]
    for url in ("sqlite:///:memory:", "sqlite:///file:portal.db?uri=true"):
        given(monkeypatch, DATABASE_URL=url)
        assert faults() == ["DATABASE_URL: must be a file's path, since every process of the portal uses it"]
    given(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'new'}?timeout=soon")
    assert faults() == ["DATABASE_URL: is not a database's URL, or needs a driver that is not installed"]
    given(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'new'}")
    load()


@pytest.mark.parametrize("url", ["mysql://db/portal", "sqlite+none:///portal.db", "sqlite://", "portal.db", ""])
def test_database_url_of_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    given(monkeypatch, DATABASE_URL=url)
    (fault,) = faults()
    assert fault.startswith("DATABASE_URL: must be ")


def test_new_database_is_reported_and_accepted(build: Callable[..., PortalServer], tmp_path: Path) -> None:
    file = tmp_path / "new" / "portal.db"
    portal_server = build(DATABASE_URL=f"sqlite:///{file}")
    ended = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert ended.exit_code == 0
    assert f"database_upgraded at={file}" in ended.stderr
    load()


@pytest.mark.parametrize(
    "command",
    [
        ("flask", "--app", "wsgi", "db", "upgrade"),
        ("flask", "--app", "wsgi", "agentos", "check", "--json"),
        ("gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"),
    ],
    ids=["upgrade", "check for machines", "gunicorn"],
)
def test_no_process_starts_with_wrong_paths(tmp_path: Path, command: tuple[str, ...]) -> None:
    """It ends at once with 3, says why in one line a variable, and has made nothing."""
    slip = tmp_path / "slip"
    places = {"DATABASE_URL": f"sqlite:///{slip}/portal/portal.db", "SESSION_FILE_DIR": f"{slip}/sessions"}
    variables = {**os.environ, "PORTAL_ENV": "test", "AGENTOS_SHORT_NAME": "acme", "AGENTOS_API_KEY": KEY, **places}
    whole = [sys.executable, "-m", *command]
    ended = subprocess.run(whole, cwd=config.ROOT, env=variables, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 3
    messages = [f"{name}: {slip} does not exist, and only the last folder of a path is made" for name in places]
    assert [line.strip() for line in ended.stderr.splitlines()[-2:]] == messages
    if "--json" in command:
        assert json.loads(ended.stdout) == {"ok": False, "faults": messages, "agencies": []}
    else:
        assert ended.stdout == ""
    assert list(tmp_path.iterdir()) == []

"""Unusable storage paths: refused at the start, by variable, before anything is created."""

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
from tests.settings.test_config import KEY, configuration_faults, environment, set_variables  # noqa: F401 - `environment` is a fixture

NOBODY, OPEN = 65_534, "/tmp"
WHERE = {
    "DATABASE_URL": "sqlite:///{}/portal.db",
    "DOCUMENTS_DIR": "{}",
    "METRICS_DIR": "{}",
}
"""The value of each variable for a folder."""


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make `folder` read-only. The superuser changes to another user meanwhile, because modes do not apply to it."""
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(NOBODY)
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


def set_folder(monkeypatch: pytest.MonkeyPatch, variable: str, folder: Path) -> None:
    """Set one variable to a folder, and the others to a folder that anybody may write to."""
    places = {name: value.format(folder if name == variable else OPEN) for name, value in WHERE.items()}
    set_variables(monkeypatch, METRICS_BIND="127.0.0.1:9100", **places)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Yield a folder that any user can find."""
    folder = Path(tempfile.mkdtemp(dir=OPEN))
    yield folder
    folder.rmdir()


@pytest.mark.parametrize("variable", WHERE)
class TestFolder:
    def test_existing_or_creatable_folder_is_accepted(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
    ) -> None:
        for folder in (tmp_path, tmp_path / "new"):
            set_folder(monkeypatch, variable, folder)
            load()
            assert list(tmp_path.iterdir()) == [], "looking makes nothing"

    def test_folder_with_missing_parent_is_refused(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
    ) -> None:
        slip = tmp_path / "slip"
        set_folder(monkeypatch, variable, slip / "of" / "the-pen")
        assert configuration_faults() == [
            f"{variable}: {slip} does not exist, and only the last folder of a path is made"
        ]

    @pytest.mark.parametrize("below", ["", "new", "much/too/new"])
    def test_file_in_place_of_folder_is_refused(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, below: str
    ) -> None:
        (tmp_path / "file").touch()
        set_folder(monkeypatch, variable, tmp_path / "file" / below)
        assert configuration_faults() == [f"{variable}: {tmp_path / 'file'} is not a folder"]

    @pytest.mark.parametrize("below", ["", "new"])
    def test_read_only_folder_is_refused(
        self, monkeypatch: pytest.MonkeyPatch, public_folder: Path, variable: str, below: str
    ) -> None:
        set_folder(monkeypatch, variable, public_folder / below)
        with read_only(public_folder):
            assert configuration_faults() == [f"{variable}: {public_folder} cannot be written to by this user"]

    @pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc, where modes promise too much")
    def test_folder_that_cannot_be_created_is_refused(self, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
        set_folder(monkeypatch, variable, Path("/proc/kept"))
        (fault,) = configuration_faults()
        assert fault.startswith(f"{variable}: ")
        assert "/proc" in fault


def test_default_paths_need_no_existing_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A new clone has no `instance/`, and no folder in it."""
    monkeypatch.setattr(storage_paths, "INSTANCE", tmp_path / "instance")
    set_variables(monkeypatch, DOCUMENTS_DIR=tmp_path / "instance" / "documents")
    load()


@pytest.mark.parametrize("folder", ["", ".", "./"])
def test_files_in_the_code_folder_are_refused(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    set_variables(monkeypatch, DOCUMENTS_DIR=folder)
    assert configuration_faults() == ["DOCUMENTS_DIR: must be a folder of its own"]


def test_database_file_that_is_not_a_database_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sir or Madam,")
    (tmp_path / "new").touch()
    set_variables(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'letter'}")
    assert configuration_faults() == [f"DATABASE_URL: {tmp_path / 'letter'} is not an SQLite database"]
    set_variables(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path}")
    assert configuration_faults() == [f"DATABASE_URL: {tmp_path} is not a file"]
    for url in ("sqlite:///:memory:", "sqlite:///file:portal.db?uri=true"):
        set_variables(monkeypatch, DATABASE_URL=url)
        assert configuration_faults() == [
            "DATABASE_URL: must be a file's path, since every process of the portal uses it"
        ]
    set_variables(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'new'}?timeout=soon")
    assert configuration_faults() == ["DATABASE_URL: is not a database's URL, or needs a driver that is not installed"]
    set_variables(monkeypatch, DATABASE_URL=f"sqlite:///{tmp_path / 'new'}")
    load()


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
    """The process exits at once with 3, prints one line for each variable, and creates nothing."""
    slip = tmp_path / "slip"
    places = {"DATABASE_URL": f"sqlite:///{slip}/portal/portal.db", "DOCUMENTS_DIR": f"{slip}/documents"}
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

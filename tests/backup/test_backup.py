"""The commands `backup` and `restore`: what they write, and what they refuse."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from app.backup import make
from app.backup.postgres_dump import dump
from app.domain.clock import to_london
from app.health.installation import LATE_BACKUP_S
from app.store import engine as engine_module
from app.store import migrations
from app.store.engine import Database
from app.store.tables import backups, codes, submissions
from app.submissions.cleanup import delete_old
from tests.backup.conftest import Installation
from tests.backup.test_restored_submissions import send_later
from tests.clock import FakeClock
from tests.end_to_end.processes import ROOT, wait_until
from tests.jobs.expected import HARPER
from tests.pdfs import PDF
from tests.submissions.conftest import Sender
from tests.submissions.test_full_disk import file_size_limit
from tests.submissions.worker_runs import run_worker_later

DAY = 86_400.0
on_sqlite = pytest.mark.parametrize("engine", ["sqlite"])
on_postgresql = pytest.mark.parametrize("engine", ["postgresql"])


@pytest.fixture
def with_document(sender: Sender, installation: Installation) -> Installation:
    """Return a portal with a waiting invoice and its PDF."""
    send_later(sender, "invoice")
    return installation


def refusal(installation: Installation, *words: str) -> str:
    """Run a command that must fail with one sentence. Return it."""
    result = installation.run(*words)
    assert (result.exit_code, result.output.count("\n")) == (2, 1), result.output
    return result.output.removeprefix("Error: ").strip()


def test_backup_is_private_and_names_what_it_omits(with_document: Installation) -> None:
    result = with_document.run("backup", str(with_document.folder))
    assert result.exit_code == 0, result.output
    assert "1 documents" in result.output
    assert "SECRET_KEY" in result.output
    paths = [with_document.folder, *with_document.folder.rglob("*")]
    assert {path.name for path in paths} >= {"manifest.json", "database", "documents"}
    assert len(paths) == 5
    assert [path for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def status_line(installation: Installation) -> str:
    """Return what the command `status` says about the last backup."""
    [line] = re.findall("^backup +(.*)$", installation.run("status").stdout, re.MULTILINE)
    return str(line)


def test_status_says_when_the_last_backup_was_made(installation: Installation) -> None:
    assert status_line(installation) == "none was recorded"
    began = to_london(installation.portal_server.clock.now())
    installation.back_up()
    assert status_line(installation) == f"0 s ago, {began:%Y-%m-%d %H:%M}"
    installation.portal_server.advance_clock(LATE_BACKUP_S + 60)
    assert "  PortalBackupLate: " in installation.run("status").stdout
    installation.folder = installation.folder.with_name("second")
    installation.back_up()
    assert status_line(installation).startswith("0 s ago, ")


def test_failed_backup_is_not_recorded(installation: Installation) -> None:
    with file_size_limit(8_192):
        refusal(installation, "backup", str(installation.folder))
    assert status_line(installation) == "none was recorded"


def test_after_a_restore_the_restored_backup_is_the_last_one(installation: Installation) -> None:
    """It has all that the database has. Its copy of the row names the backup before it."""
    first, last = installation.folder.with_name("first"), installation.folder
    for installation.folder in (first, last):
        began = to_london(installation.portal_server.clock.now())
        installation.back_up()
        installation.portal_server.advance_clock(86_400)
    installation.lose()
    installation.portal_server = installation.restore()
    assert status_line(installation) == f"24 h ago, {began:%Y-%m-%d %H:%M}"


def test_backup_that_cannot_be_recorded_is_complete(installation: Installation) -> None:
    with installation.portal_server.services.database.write() as connection:
        connection.execute(text("DROP TABLE backups"))
    result = installation.run("backup", str(installation.folder))
    assert (result.exit_code, (installation.folder / "manifest.json").exists()) == (0, True)
    assert result.stderr.startswith("`status` does not know of this backup. The database at ")


@on_sqlite
def test_backup_whose_reader_is_gone_is_recorded(installation: Installation) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "backup", str(installation.folder)]
    subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.DEVNULL, timeout=60, check=False)
    os.close(write)
    with installation.portal_server.services.database.read() as connection:
        assert len(connection.execute(select(backups)).all()) == 1


@pytest.mark.parametrize("is_there", [True, False], ids=["empty folder", "no folder"])
def test_backup_without_a_needed_document_is_not_complete(with_document: Installation, is_there: bool) -> None:
    documents = with_document.config.documents_dir
    shutil.rmtree(documents)
    if is_there:
        documents.mkdir()
    result = with_document.run("backup", str(with_document.folder))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"missing from {documents}, or altered: 1. `documents check` names them.\n")
    assert status_line(with_document) == "none was recorded"
    with_document.lose()
    assert [row.state for row in _submissions(with_document.restore().services.database)] == ["unconfirmed"]


def test_backup_lacks_no_document_that_is_deleted_meanwhile(
    with_document: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The submission ends between the copies of the database and of the documents, and the worker deletes it."""
    portal_server, make_folder = with_document.portal_server, os.mkdir

    def delete_first(path: Any, *mode: Any) -> None:
        if str(path) == str(with_document.folder / "documents"):
            portal_server.simulator.control("DELETE", "faults")
            run_worker_later(portal_server)
            portal_server.advance_clock((portal_server.config.document_days + 1) * 86_400)
            delete_old(portal_server.services)
        make_folder(path, *mode)

    monkeypatch.setattr(os, "mkdir", delete_first)
    with_document.back_up()
    assert list(portal_server.config.documents_dir.glob("*.pdf")) == []


def test_backup_of_a_clock_that_was_ahead_counts_as_unknown(installation: Installation) -> None:
    clock, first = installation.portal_server.clock, installation.folder
    assert isinstance(clock, FakeClock)
    clock.set_back(-timedelta(days=365))
    installation.back_up()
    clock.set_back(timedelta(days=365))
    assert status_line(installation) == "none was recorded"
    installation.folder = first.with_name("second")
    installation.back_up()
    assert status_line(installation).startswith("0 s ago, ")


def test_backup_does_not_use_a_folder_with_files(installation: Installation) -> None:
    installation.folder.mkdir()
    (installation.folder / "file").touch()
    assert refusal(installation, "backup", str(installation.folder)).endswith("is not an empty folder. Name a new one.")


def test_restored_database_and_documents_are_the_same(with_document: Installation) -> None:
    def content() -> tuple[list[tuple[str, str]], dict[str, bytes]]:
        with with_document.portal_server.services.database.read() as connection:
            rows = connection.execute(select(submissions.c.id, submissions.c.document_sha256)).all()
        files = with_document.config.documents_dir.glob("*.pdf")
        return [(row.id, row.document_sha256) for row in rows], {path.name: path.read_bytes() for path in files}

    before = content()
    assert list(before[1].values()) == [PDF]
    with_document.back_up()
    with_document.lose()
    with_document.portal_server = with_document.restore()
    assert content() == before
    assert with_document.portal_server.app.test_client().get("/health/live").status_code == 200


@on_sqlite
def test_copy_of_file_alone_lacks_submissions_that_backup_has(with_document: Installation) -> None:
    """They are in the WAL beside it. So docs/operations.md warns of `cp`."""
    path = Path(with_document.config.database_url.removeprefix("sqlite:///"))
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with_document.back_up()
    for file, number in ((copy, 0), (with_document.folder / "database", 1)):
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("SELECT count(*) FROM submissions").fetchone() == (number,)


@pytest.mark.parametrize("name", ["database", "manifest.json", "documents/*.pdf"])
def test_backup_with_one_changed_byte_is_refused(with_document: Installation, name: str) -> None:
    with_document.back_up()
    (path,) = with_document.folder.glob(name)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with_document.lose()
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert sentence == f"The backup is damaged: {path} is missing or has changed. Use another backup."
    assert not with_document.config.documents_dir.exists()


def test_backup_without_manifest_is_refused(with_document: Installation) -> None:
    with_document.back_up()
    (with_document.folder / "manifest.json").unlink()
    with_document.lose()
    assert "manifest.json is missing" in refusal(with_document, "restore", str(with_document.folder))


def test_restore_into_used_database_is_refused(with_document: Installation) -> None:
    with_document.back_up()
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert "exists already, and a restore overwrites nothing. Stop the portal." in sentence
    assert [row.state for row in _submissions(with_document.portal_server.services.database)] == ["waiting"]


@on_sqlite
def test_restore_beside_old_wal_is_refused(with_document: Installation) -> None:
    """SQLite would apply it to the restored file."""
    with_document.back_up()
    with_document.lose()
    wal = Path(with_document.config.database_url.removeprefix("sqlite:///") + "-wal")
    wal.write_bytes(b"old")
    assert str(wal) in refusal(with_document, "restore", str(with_document.folder))


def test_restore_does_not_overwrite_other_document(with_document: Installation) -> None:
    with_document.back_up()
    (document,) = with_document.config.documents_dir.glob("*.pdf")
    with_document.lose()
    document.parent.mkdir()
    document.write_bytes(b"other")
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert sentence == f"{document} differs from the backup, and a restore overwrites nothing. Move it away."
    document.write_bytes(PDF)
    with_document.restore()
    assert document.read_bytes() == PDF


@on_postgresql
def test_restore_may_be_idle_for_longer_than_other_writes(
    with_document: Installation, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """It hashes and copies documents in its transaction. A pipe in place of one lasts as long as this test says."""
    with_document.back_up()
    (document,) = with_document.config.documents_dir.glob("*.pdf")
    with_document.lose()
    document.parent.mkdir()
    os.mkfifo(document)
    database = Database(with_document.config.database_url)
    request.addfinalizer(database.dispose)
    request.addfinalizer(engine_module._write.cache_clear)
    with monkeypatch.context() as patch, ThreadPoolExecutor(1) as threads:
        patch.setattr(engine_module, "ABANDONED_MS", 500)
        engine_module._write.cache_clear()

        def write() -> None:
            with document.open("wb") as pipe:  # it opens once the restore reads it
                wait_until("the time-out", lambda: _is_ended_or_long_idle(database))
                pipe.write(PDF)

        threads.submit(write)
        restored = with_document.restore()
        assert [row.state for row in _submissions(restored.services.database)] == ["unconfirmed"]


def test_unexpected_error_of_database_ends_restore_with_a_sentence(
    with_document: Installation, engine: str, add_migrations: Callable[..., None]
) -> None:
    """Here, a table exists that a migration is to create. PostgreSQL's message of another error may have rows."""
    with_document.back_up()
    add_migrations("CREATE TABLE records (id INTEGER)")
    with_document.lose()
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert sentence.startswith(f"The database at {migrations.place(with_document.config.database_url)} cannot be used:")
    assert engine == "sqlite" or sentence.endswith("SQLSTATE 42P07.")


def test_full_disk_leaves_nothing_of_the_backup(with_document: Installation) -> None:
    with file_size_limit(8_192):
        sentence = refusal(with_document, "backup", str(with_document.folder))
    assert str(with_document.folder) in sentence or sentence.startswith("pg_dump failed")
    assert not with_document.folder.exists()
    with_document.back_up()


def test_folder_that_was_there_before_a_failed_backup_stays(installation: Installation) -> None:
    installation.folder.mkdir()
    with file_size_limit(8_192):
        refusal(installation, "backup", str(installation.folder))
    assert installation.folder.is_dir()


def test_backup_fails_if_the_documents_cannot_be_listed(
    with_document: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = with_document.config.documents_dir

    def refusing(usual: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def refuse(path: Any = ".") -> Any:
            if str(path) == str(documents):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return usual(path)

        return refuse

    for name in ("listdir", "scandir"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    assert refusal(with_document, "backup", str(with_document.folder)) == f"{documents}: Permission denied."


def test_backup_that_does_not_fit_is_refused_at_once(with_document: Installation) -> None:
    huge = with_document.config.documents_dir / f"{'0' * 32}.pdf"
    huge.touch()
    os.truncate(huge, 10**12 + shutil.disk_usage(huge).free)  # without content, it uses no space
    sentence = refusal(with_document, "backup", str(with_document.folder))
    assert re.fullmatch(rf"{with_document.folder}: the backup needs 1,.* MB, and .* MB are free\.", sentence)
    assert not with_document.folder.exists()


def test_full_disk_ends_restore_without_database(with_document: Installation) -> None:
    with_document.back_up()
    with_document.lose()
    with file_size_limit(256):
        refusal(with_document, "restore", str(with_document.folder))
    assert list(with_document.folder.parent.rglob("*.restoring*")) == []
    for document in with_document.config.documents_dir.glob("*.pdf"):
        document.unlink()
    restored = with_document.restore()
    assert [row.state for row in _submissions(restored.services.database)] == ["unconfirmed"]


def test_backup_of_earlier_tables_is_upgraded(with_document: Installation, add_migrations: Callable[..., None]) -> None:
    add_migrations("ALTER TABLE submissions ADD later VARCHAR(8)")
    make.make(with_document.portal_server.services, with_document.folder, version="2.0")
    with_document.lose()
    restored = with_document.restore()
    assert [row.state for row in _submissions(restored.services.database)] == ["unconfirmed"]


@on_sqlite
def test_backup_during_upgrade_has_the_revision_of_the_copied_tables(
    with_document: Installation, monkeypatch: pytest.MonkeyPatch, add_migrations: Callable[..., None]
) -> None:
    """The upgrade comes just before the copy. PostgreSQL's dump and the revision are of one snapshot."""
    services = with_document.portal_server.services
    add_migrations("ALTER TABLE submissions ADD later VARCHAR(8)")
    connect = sqlite3.connect

    def upgrade_first(path: str, *args: object, **options: Any) -> sqlite3.Connection:
        if str(with_document.folder / "database") in path:
            patch.undo()
            migrations.upgrade(services.database, with_document.config.database_url)
        return connect(path, *args, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", upgrade_first)
        make.make(services, with_document.folder, version="2.0")
    with_document.lose()
    restored = with_document.restore()
    assert [row.state for row in _submissions(restored.services.database)] == ["unconfirmed"]


def test_backup_of_later_tables_is_refused(with_document: Installation) -> None:
    with with_document.portal_server.services.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9000'"))
    with_document.back_up()
    with_document.lose()
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert sentence.endswith("which is later than this one. Install it first.")


def test_backup_of_other_engine_is_refused(with_document: Installation, engine: str) -> None:
    with_document.back_up()
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}
    _change_manifest(with_document, engine=other[engine])
    with_document.lose()
    sentence = refusal(with_document, "restore", str(with_document.folder))
    assert sentence == f"The backup is of a database of {other[engine]}, but DATABASE_URL is {engine}."


@on_sqlite
def test_database_file_of_backup_is_useless_without_restore(with_document: Installation) -> None:
    """Otherwise its open submissions would be sent again."""
    with_document.back_up()
    with_document.lose()
    shutil.copy(with_document.folder / "database", with_document.config.database_url.removeprefix("sqlite:///"))
    assert refusal(with_document, "submissions", "list") == migrations.UNFINISHED


@pytest.mark.parametrize(("options", "is_kept"), [((), False), (("--keep-sessions",), True)])
def test_sessions_end_unless_they_are_kept(installation: Installation, options: tuple[str, ...], is_kept: bool) -> None:
    browser = installation.portal_server.sign_in()
    cookie = browser.get_cookie("portal_session")
    assert cookie is not None
    installation.back_up()
    installation.lose()
    restored = installation.restore(*options)
    again = restored.app.test_client()
    again.set_cookie("portal_session", cookie.value)
    assert (again.get("/api/contractor/agency").status_code == 200) == is_kept


def test_codes_end(installation: Installation) -> None:
    browser = installation.portal_server.app.test_client()
    browser.post("/api/session/code", json={"email": HARPER})
    installation.portal_server.mail_codes()
    installation.back_up()
    installation.lose()
    restored = installation.restore("--keep-sessions")
    again = restored.app.test_client()
    again._cookies = browser._cookies
    answer = again.post("/api/session", json={"email": HARPER, "code": installation.portal_server.postbox.code()})
    assert answer.status_code == 401
    with restored.services.database.read() as connection:
        assert connection.scalars(select(codes.c.id).where(codes.c.used_at.is_(None))).all() == []


@on_postgresql
@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        (None, "pg_dump is not installed. Install the client programs of PostgreSQL"),
        ("echo 'pg_dump (PostgreSQL) 9.6.24'", "pg_dump is older than the server: pg_dump (PostgreSQL) 9.6.24."),
        ("echo 'pg_dump (PostgreSQL) 99.1'; echo 'pg_dump: error: no space' >&2; exit 1", "pg_dump failed: "),
    ],
    ids=["missing", "old", "failing"],
)
def test_failure_of_pg_dump_is_one_sentence(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, sentence: str
) -> None:
    monkeypatch.setenv("PATH", str(_programs(tmp_path, program)))
    assert refusal(installation, "backup", str(installation.folder)).startswith(sentence)


@on_postgresql
def test_sigterm_ends_pg_dump_and_leaves_nothing(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The signal comes while the portal reads the output of the program."""
    pid, head, sleep = tmp_path / "pid", shutil.which("head"), shutil.which("sleep")
    program = (
        f"[ $1 = --version ] && echo 'pg_dump (PostgreSQL) 99.1' && exit; "
        f"echo $$ >{pid}; {head} -c 200000 /dev/zero; kill -TERM $PPID; exec {sleep} 5"
    )
    monkeypatch.setenv("PATH", str(_programs(tmp_path, program)))
    usual = signal.signal(signal.SIGTERM, signal.SIG_IGN)  # otherwise a failure would end the tests
    request.addfinalizer(lambda: signal.signal(signal.SIGTERM, usual))
    assert refusal(installation, "backup", str(installation.folder)) == "Stopped by a signal."
    assert not installation.folder.exists()
    assert not Path("/proc", pid.read_text().strip()).exists()


@on_postgresql
@pytest.mark.parametrize(
    ("user", "options"),
    [("portal:the-password@", "?"), ("portal@", "?password=the-password&"), ("portal:no@", "?password=the-password&")],
    ids=["before the host", "among the options", "in both places"],
)
def test_password_is_not_on_the_command_line(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str, options: str
) -> None:
    shown = tmp_path / "shown"
    program = f'echo \'pg_dump (PostgreSQL) 99.1\'; echo "$@" >>{shown}; echo "$PGPASSWORD" >>{shown}'
    monkeypatch.setenv("PATH", str(_programs(tmp_path, program)))
    url = installation.config.database_url.replace("portal@", user).replace("?", options)
    with installation.portal_server.services.database.read() as connection:
        dump(connection, url, tmp_path / "dump")
    *_, words, password = shown.read_text().splitlines()
    assert ("the-password" in words, password) == (False, "the-password")
    assert "host=" in words


def _programs(folder: Path, pg_dump: str | None) -> Path:
    """Return a folder with a program pg_dump, or with none."""
    programs = folder / "programs"
    programs.mkdir()
    if pg_dump is not None:
        program = programs / "pg_dump"
        program.write_text(f"#!/bin/sh\n{pg_dump}\n")
        program.chmod(0o700)
    return programs


def _change_manifest(installation: Installation, **fields: str) -> None:
    """Replace fields of the backup's manifest, which stays valid."""
    path = installation.folder / "manifest.json"
    made = make.Manifest(**{**json.loads(path.read_text())["manifest"], **fields})
    path.unlink()
    make.manifest.write(installation.folder, made)


def _is_ended_or_long_idle(database: Database) -> bool:
    """Return True unless another transaction in this database has been idle for less than a second."""
    words = (
        "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
        " AND state = 'idle in transaction' AND state_change > clock_timestamp() - interval '1 s')"
    )
    with database.read() as connection:
        return bool(connection.scalar(text(words)))


def _submissions(database: Database) -> list[object]:
    with database.read() as connection:
        return list(connection.execute(select(submissions)).all())


def keep_two(installation: Installation, code: int = 0) -> str:
    """Make a backup beside the others and keep two. Return its name."""
    before = {path.name for path in installation.folder.glob("*")}
    assert installation.run("backup", "--keep", "2", str(installation.folder)).exit_code == code
    installation.portal_server.advance_clock(DAY)
    [new] = {path.name for path in installation.folder.iterdir()} - before
    return new


@on_sqlite
def test_newest_backups_are_kept_and_other_files_stay(with_document: Installation) -> None:
    with_document.folder.mkdir()
    others = {"lost+found", "before-the-update", "incomplete", "-r *"}
    for name in {*others, "2001-01-01-030000.part"}:
        (with_document.folder / name).mkdir()
    _, *newest = [keep_two(with_document) for _ in range(3)]
    assert {path.name for path in with_document.folder.iterdir()} == {*newest, *others}


@on_sqlite
def test_backup_by_a_clock_that_was_ahead_does_not_displace_others(with_document: Installation) -> None:
    clock = with_document.portal_server.clock
    assert isinstance(clock, FakeClock)
    clock.set_back(timedelta(days=-365))
    ahead = [keep_two(with_document) for _ in range(2)]
    clock.set_back(timedelta(days=365))
    _, *newest = [keep_two(with_document) for _ in range(3)]
    assert {path.name for path in with_document.folder.iterdir()} == {*newest, *ahead}


@on_sqlite
def test_incomplete_backups_displace_no_complete_one(with_document: Installation) -> None:
    complete = [keep_two(with_document) for _ in range(2)]
    shutil.rmtree(with_document.config.documents_dir)
    _, *incomplete = [keep_two(with_document, 1) for _ in range(3)]
    assert all(name.endswith("-incomplete") for name in incomplete)
    assert {path.name for path in with_document.folder.iterdir()} == {*complete, *incomplete}


@on_sqlite
def test_second_backup_into_a_folder_is_refused_while_the_first_runs(with_document: Installation) -> None:
    with_document.folder.mkdir()
    handle = os.open(with_document.folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    sentence = refusal(with_document, "backup", "--keep", "2", str(with_document.folder))
    os.close(handle)
    assert sentence == f"Another backup is being made in {with_document.folder}."
    keep_two(with_document)

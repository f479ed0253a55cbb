"""The commands `backup` and `restore`: what they write, and what they refuse."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import func, insert, select, text, update

from app.domain.clock import to_london
from app.health.installation import LATE_BACKUP_S
from app.operations.backup import make
from app.operations.backup.archive import Reader
from app.operations.backup.contents import INCLUDED
from app.store import migrations, tables
from app.store.engine import Database
from app.store.tables import audit_entries, mails, metadata, passkeys, proofs, submissions
from app.submissions.cleanup import delete_old
from tests.backup.conftest import Installation
from tests.backup.test_restored_submissions import send_later
from tests.clock import FakeClock
from tests.pdfs import PDF
from tests.submissions.conftest import Sender
from tests.submissions.test_full_disk import file_size_limit
from tests.submissions.worker_runs import run_worker_later, run_worker_until_settled

on_sqlite = pytest.mark.parametrize("engine", ["sqlite"])
OMITTED = (
    # AgentOS gives them back.
    *(tables.records, tables.emails, tables.collections, tables.cached_responses, tables.response_sources),
    # They are of processes, clocks and counts that begin anew.
    *(
        tables.counters,
        tables.heartbeats,
        tables.known_agencies,
        tables.worker_tasks,
        tables.host_clocks,
        tables.database_clock,
    ),
    *(tables.slots, tables.first_windows, tables.rests, tables.operation_rests, tables.refused_keys, tables.tickets),
    *(tables.hits, tables.backups, tables.operation_pauses, tables.processes),
    # They may have ended after the backup. So everybody signs in again.
    *(tables.sessions, tables.codes, tables.passkey_challenges),
    tables.openid_attempts,
)
"""The tables that a backup lacks."""
DAMAGED = "is damaged, or is no backup of the portal. Use another backup."


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


def states(database: Database) -> list[str]:
    """Return the state of each submission."""
    with database.read() as connection:
        return list(connection.scalars(select(submissions.c.state)))


def documents_in(installation: Installation) -> dict[str, bytes]:
    """Return the content of each document."""
    return {path.name: path.read_bytes() for path in installation.config.documents_dir.glob("*.pdf")}


def status_line(installation: Installation) -> str:
    """Return what the command `status` says about the last backup."""
    [line] = re.findall("^backup +(.*)$", installation.run("status").stdout, re.MULTILINE)
    return str(line)


def test_each_table_is_either_in_a_backup_or_not() -> None:
    """Decide for a new table whether AgentOS can give it back."""
    listed = [table.name for table in (*INCLUDED, *OMITTED)]
    assert sorted(listed) == sorted(metadata.tables)


def test_backup_is_one_private_file_with_all_rows(with_document: Installation) -> None:
    archive = with_document.back_up()
    assert re.fullmatch(r"portal-2026-11-25-\d{6}\.zip", archive.name)
    assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (archive, archive.parent)] == [0, 0]
    with ZipFile(archive) as members:
        names = members.namelist()
        assert json.loads(members.read("manifest.json"))["documents"] == 1
    assert sorted(names) == sorted(
        ["manifest.json", *(f"documents/{name}" for name in documents_in(with_document))]
        + [f"tables/{table.name}.jsonl" for table in INCLUDED]
    )


@on_sqlite
def test_unit_deletes_backups_older_than_14_days(installation: Installation) -> None:
    """It does so only after a complete backup: systemd skips `ExecStartPost` if the backup fails."""
    unit = Path("deploy/systemd/portal-backup.service").read_text("utf-8")
    [command] = re.findall("^ExecStartPost=(.*)$", unit, re.MULTILINE)
    archive = installation.back_up()
    ages = {"portal-new.zip": 13.9, "portal-old.zip": 14.1, f"{archive.stem}.zip.part": 14.1, "other.zip": 14.1}
    (archive.parent / "folder").mkdir()
    for name, days in {**ages, "folder/portal-old.zip": 14.1}.items():
        path = archive.parent / name
        path.touch()
        os.utime(path, times=(time.time() - days * 86_400,) * 2)
    words = shlex.split(command.replace("/var/backups/portal", str(archive.parent)))
    subprocess.run(words, check=True, timeout=10)
    kept = {str(path.relative_to(archive.parent)) for path in archive.parent.rglob("*.zip*")}
    assert kept == {archive.name, "portal-new.zip", "other.zip", "folder/portal-old.zip"}


def test_restored_rows_and_documents_are_the_same(with_document: Installation) -> None:
    """Only the submissions and proofs change: their times begin again."""
    _fill_tables(with_document)
    same = [table for table in INCLUDED if table.name not in ("submissions", "proofs", "restores", "lists_at_backup")]

    def content() -> tuple[dict[str, list[Any]], dict[str, bytes]]:
        rows: dict[str, list[Any]] = {}
        with with_document.portal_server.services.database.read() as connection:
            for table in same:
                columns = [column for column in table.c if column is not table.autoincrement_column]
                rows[table.name] = [tuple(row) for row in connection.execute(select(*columns).order_by(columns[0]))]
        rows["audit_entries"] = rows["audit_entries"][:3]  # the restore adds others
        return rows, documents_in(with_document)

    before = content()
    assert {"audit_entries", "passkeys", "mails", "invoicing_marks", "invoice_sightings"} <= {
        name for name, rows in before[0].items() if rows
    }
    with_document.back_up()
    with_document.lose()
    with_document.portal_server = with_document.restore()
    assert content() == before
    with with_document.portal_server.services.database.write() as connection:  # the next number is free
        connection.execute(insert(audit_entries).values(at="2026", event="code mailed"))
        assert connection.scalar(select(func.count()).select_from(proofs)) == 1


@pytest.mark.parametrize("engine", ["sqlite"])
def test_backup_moves_to_the_other_engine_and_back(
    sender: Sender, installation: Installation, request: pytest.FixtureRequest
) -> None:
    """The clock of PostgreSQL is far ahead of a machine's boot clock. The submission is sent once, in the end."""
    postgres = request.getfixturevalue("postgres")
    config = installation.config
    sender.client.get("/api/contractor/invoices")
    answer = send_later(sender, "note")
    for url in (postgres.url(postgres.make("template0")), config.database_url):
        archive = installation.back_up()
        installation.lose()
        installation.portal_server.config = replace(installation.config, database_url=url)
        installation.run("db", "upgrade")
        installation.portal_server = installation.restore()
        archive.unlink()
    run_worker_until_settled(installation.portal_server)
    with installation.portal_server.services.database.read() as connection:
        row = connection.execute(select(submissions)).one()
    assert (row.id, row.state) == (answer.headers["Location"].rpartition("/")[2], "review")


def test_status_says_when_the_last_backup_was_made(installation: Installation) -> None:
    assert status_line(installation) == "none was recorded"
    began = to_london(installation.portal_server.clock.now())
    installation.back_up().unlink()
    assert status_line(installation) == f"0 s ago, {began:%Y-%m-%d %H:%M}"
    installation.portal_server.advance_clock(LATE_BACKUP_S + 60)
    assert "  PortalBackupLate: " in installation.run("status").stdout
    installation.back_up()
    assert status_line(installation).startswith("0 s ago, ")


def test_failed_backup_is_not_recorded_and_leaves_nothing(with_document: Installation) -> None:
    (with_document.config.documents_dir / f"{'0' * 32}.pdf").write_bytes(b"0" * 200_000)
    with file_size_limit(100_000):
        sentence = refusal(with_document, "backup", str(with_document.folder))
    assert sentence == f"{with_document.folder}: File too large."
    assert list(with_document.folder.iterdir()) == []
    assert status_line(with_document) == "none was recorded"
    with_document.back_up()


def test_after_a_restore_the_restored_backup_is_the_last_one(installation: Installation) -> None:
    began = to_london(installation.portal_server.clock.now())
    installation.back_up()
    installation.portal_server.advance_clock(86_400)
    installation.lose()
    installation.portal_server = installation.restore()
    assert status_line(installation) == f"24 h ago, {began:%Y-%m-%d %H:%M}"


@on_sqlite
def test_backup_that_cannot_be_recorded_stays(installation: Installation) -> None:
    with installation.portal_server.services.database.write() as connection:
        connection.execute(text("DROP TABLE backups"))
    assert refusal(installation, "backup", str(installation.folder)).startswith("The database at ")
    with ZipFile(installation.archive) as archive:
        assert Reader(archive).manifest.portal


@pytest.mark.parametrize("what", ["missing folder", "empty folder", "altered"])
def test_backup_without_a_needed_document_is_not_complete(with_document: Installation, what: str) -> None:
    documents = with_document.config.documents_dir
    if what == "altered":
        next(documents.glob("*.pdf")).write_bytes(b"other")
    else:
        shutil.rmtree(documents)
    if what == "empty folder":
        documents.mkdir()
    result = with_document.run("backup", str(with_document.folder))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"missing from {documents}, or altered: 1. `documents check` names them.\n")
    assert status_line(with_document) == "none was recorded"
    with_document.lose()
    assert states(with_document.restore().services.database) == ["unconfirmed"]


def test_backup_lacks_no_document_that_is_deleted_meanwhile(
    with_document: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The submission ends after its row was read, and the worker deletes its document."""
    portal_server, open_documents = with_document.portal_server, make.open_documents

    def delete_afterwards(connection: Any) -> Any:
        monkeypatch.undo()
        needed = open_documents(connection)
        portal_server.simulator.control("DELETE", "faults")
        run_worker_later(portal_server)
        portal_server.advance_clock((portal_server.config.document_days + 1) * 86_400)
        delete_old(portal_server.services)
        return needed

    monkeypatch.setattr(make, "open_documents", delete_afterwards)
    make.make(portal_server.services, with_document.folder)
    assert documents_in(with_document) == {}
    assert status_line(with_document) != "none was recorded"


def test_backup_of_a_clock_that_was_ahead_counts_as_unknown(installation: Installation) -> None:
    clock = installation.portal_server.clock
    assert isinstance(clock, FakeClock)
    clock.set_back(-timedelta(days=365))
    installation.back_up().unlink()
    clock.set_back(timedelta(days=365))
    assert status_line(installation) == "none was recorded"
    installation.back_up()
    assert status_line(installation).startswith("0 s ago, ")


@on_sqlite
def test_sigterm_ends_a_backup_and_leaves_nothing(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    usual = signal.signal(signal.SIGTERM, signal.SIG_IGN)  # otherwise a failure would end the tests
    request.addfinalizer(lambda: signal.signal(signal.SIGTERM, usual))
    monkeypatch.setattr(make, "open_documents", lambda _: os.kill(os.getpid(), signal.SIGTERM))
    assert refusal(installation, "backup", str(installation.folder)) == "Stopped by a signal."
    assert list(installation.folder.iterdir()) == []


@on_sqlite
@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"%PDF-", b"%PDG-", 1),
        lambda content: content.replace(b"manifest.json", b"manifest.jsom"),
        lambda _: b"",
    ],
    ids=["cut", "half", "changed document", "without manifest", "empty"],
)
def test_damaged_backup_is_refused_and_leaves_nothing(
    with_document: Installation, spoil: Callable[[bytes], bytes]
) -> None:
    archive = with_document.back_up()
    archive.write_bytes(spoil(archive.read_bytes()))
    with_document.lose()
    assert refusal(with_document, "restore", str(archive)) == f"{archive} {DAMAGED}"
    assert not with_document.config.documents_dir.exists()


@on_sqlite
@pytest.mark.parametrize("name", ["documents/", "documents/../outside.pdf", "documents/x/y.pdf"])
def test_restore_writes_only_members_with_names_of_documents(with_document: Installation, name: str) -> None:
    archive = with_document.back_up()
    _repack(archive, _members(archive) | {name: b""})
    before = documents_in(with_document)
    with_document.lose()
    with_document.restore()
    assert documents_in(with_document) == before
    assert not (with_document.config.documents_dir.parent / "outside.pdf").exists()


@on_sqlite
@pytest.mark.parametrize("name", ["manifest.json", "tables/submissions.jsonl", "tables/audit_entries.jsonl"])
@pytest.mark.parametrize("content", [b'{"id":', b"[1]\n", b"\xff\n"], ids=["cut", "array", "not UTF-8"])
def test_repacked_backup_with_wrong_json_is_refused(with_document: Installation, name: str, content: bytes) -> None:
    archive = with_document.back_up()
    _repack(archive, _members(archive) | {name: content})
    with_document.lose()
    assert refusal(with_document, "restore", str(archive)) == f"{archive} {DAMAGED}"
    assert documents_in(with_document) == {}


def test_restore_into_a_used_database_is_refused(with_document: Installation) -> None:
    archive = with_document.back_up()
    documents = documents_in(with_document)
    sentence = refusal(with_document, "restore", str(archive))
    assert "is not empty, and a restore overwrites nothing. Stop the portal" in sentence
    assert (states(with_document.portal_server.services.database), documents_in(with_document)) == (
        ["waiting"],
        documents,
    )


@on_sqlite
def test_restore_before_an_upgrade_is_refused(with_document: Installation) -> None:
    archive = with_document.back_up()
    with_document.lose()
    Path(with_document.config.database_url.removeprefix("sqlite:///")).unlink()
    assert refusal(with_document, "restore", str(archive)) == migrations.NOT_READY


@on_sqlite
def test_restore_does_not_overwrite_another_document(with_document: Installation) -> None:
    archive = with_document.back_up()
    [document] = with_document.config.documents_dir.glob("*.pdf")
    with_document.lose()
    document.parent.mkdir()
    document.write_bytes(b"other")
    sentence = refusal(with_document, "restore", str(archive))
    assert sentence == f"{document} differs from the backup, and a restore overwrites nothing. Move it away."
    document.write_bytes(PDF)
    with_document.restore()
    assert document.read_bytes() == PDF


def test_restore_that_fails_leaves_nothing(with_document: Installation, request: pytest.FixtureRequest) -> None:
    """The table rejects a row. PostgreSQL's message of such an error may have the row."""
    archive = with_document.back_up()
    with_document.lose()
    database = Database(with_document.config.database_url)
    request.addfinalizer(database.dispose)
    with database.write() as connection:
        connection.execute(text("ALTER TABLE audit_entries ADD needed integer NOT NULL DEFAULT 0"))
        connection.execute(text("CREATE UNIQUE INDEX one ON audit_entries (needed)"))
    result = with_document.run("restore", str(archive))
    assert result.exit_code == 2
    sentence = result.output.splitlines()[-1].removeprefix("Error: ")  # psycopg may have logged a line before
    assert sentence.startswith(f"The database at {migrations.place(with_document.config.database_url)} cannot be used:")
    assert "@" not in sentence
    assert (states(database), documents_in(with_document)) == ([], {})


@on_sqlite
def test_full_disk_ends_a_restore_without_documents(with_document: Installation) -> None:
    archive = with_document.back_up()
    with_document.lose()
    with file_size_limit(256):
        refusal(with_document, "restore", str(archive))
    assert documents_in(with_document) == {}
    assert states(with_document.restore().services.database) == ["unconfirmed"]


@on_sqlite
def test_backup_of_later_tables_is_refused(with_document: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "newest", lambda: "9000")
        later.setattr(make, "VERSION", "9.0")
        make.make(with_document.portal_server.services, with_document.folder)
    with_document.lose()
    sentence = refusal(with_document, "restore", str(with_document.archive))
    assert sentence == "The backup is of version 9.0, later than this one. Install it first."


@on_sqlite
def test_rows_of_earlier_tables_get_defaults(with_document: Installation) -> None:
    """A later version adds columns and tables. The backup lacks them."""
    archive = with_document.back_up()
    members = _members(archive)
    assert members.pop("tables/passkeys.jsonl") == b""
    members["tables/submissions.jsonl"] = re.sub(rb'"attempts":0,', b"", members["tables/submissions.jsonl"])
    _repack(archive, members)
    with_document.lose()
    with with_document.restore().services.database.read() as connection:
        assert connection.scalar(select(submissions.c.attempts)) == 1, "the restore counts one"


def test_everybody_signs_in_again(installation: Installation) -> None:
    browser = installation.portal_server.sign_in()
    cookie = browser.get_cookie("portal_session")
    assert cookie is not None
    installation.back_up()
    installation.lose()
    again = installation.restore().app.test_client()
    again.set_cookie("portal_session", cookie.value)
    assert again.get("/api/contractor/agency").status_code == 401


def _members(archive: Path) -> dict[str, bytes]:
    """Return the content of each member of an archive."""
    with ZipFile(archive) as members:
        return {name: members.read(name) for name in members.namelist()}


def _repack(archive: Path, members: dict[str, bytes]) -> None:
    """Replace an archive by one with other members."""
    with ZipFile(archive, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)


def _fill_tables(installation: Installation) -> None:
    """Add rows with bytes, with numbers of the database, and with times of a clock."""
    at = "2026-11-25T09:00:00.000000+00:00"
    key = {"id": "p", "credential_id": b"\0\xff", "email": "a@b.example", "public_key": b"", "sign_count": 2**40}
    mail = {"id": "m", "kind": "new device", "urgency": 2, "email": "a@b.example", "details": "{}", "created_at": at}
    mark = {"agency": "acme", "contractor_id": "CON-1001", "job_id": "JOB-5", "state": "no-charge", "at": at}
    seen = {"agency": "acme", "contractor_id": "CON-1001", "invoice_id": "INV-1", "state": "paid", "seen_at": at}
    proof = {"agency": "acme", "kind": "note", "kept": b"[]", "lag_s": 1.5, "proven_at": 7.0}
    with installation.portal_server.services.database.write() as connection:
        connection.execute(insert(passkeys).values(**key, user_handle=b"\x80", name="Fön ☂", created_at=at))
        connection.execute(insert(mails).values(mail))
        connection.execute(insert(proofs).values(proof))
        connection.execute(insert(tables.invoicing_marks).values(mark))
        connection.execute(insert(tables.invoice_sightings).values(seen))
        connection.execute(update(audit_entries).where(audit_entries.c.id == 1).values(id=7_000))

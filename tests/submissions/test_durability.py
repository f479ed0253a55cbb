"""Durable storage of a submission before AgentOS gets it.

A killed process cannot show this, but a power failure would. Therefore the tests record the calls to the operating
system and to the database, and the data that other connections see.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import Connection, Engine, create_engine, event, select

from app.store.tables import submissions
from tests.pdfs import in_json, pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender

DURABLE = {"sqlite": ("PRAGMA synchronous", "2"), "postgresql": ("SHOW synchronous_commit", "on")}
"""The query whether a commit waits for the disk, and its expected result."""
DOCUMENT = pdf(size=6_000)
SENDS: dict[str, Callable[[Sender], Any]] = {
    "note": lambda sender: sender.note(),
    "completion": lambda sender: sender.complete(),
    "invoice": lambda sender: sender.invoice(document=in_json(DOCUMENT)),
}


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@dataclass
class DurabilityRecord:
    """Data that was visible from outside before the first write to AgentOS.

    `files`: inode and size of each file on the disk, `folders`: inode and content of each folder, `commits`: durability
    settings of the connections that wrote rows of the ledger.
    """

    files: set[tuple[int, int]] = field(default_factory=set)
    folders: list[tuple[int, set[str]]] = field(default_factory=list)
    commits: list[str] = field(default_factory=list)
    rows: list[Any] | None = None
    documents: list[Path] = field(default_factory=list)

    def names_kept(self, folder: Path) -> set[str]:
        """Return the names in a folder that were on the disk."""
        return {name for inode, names in self.folders if inode == folder.stat().st_ino for name in names}


@pytest.fixture
def durability_record(
    portal_server: PortalServer, engine: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DurabilityRecord]:
    """Record until the first write to AgentOS."""
    durability_record, fsync, request = DurabilityRecord(), os.fsync, requests.Session.request
    ask, _ = DURABLE[engine]

    def recording_fsync(handle: int) -> None:
        fsync(handle)
        about = os.fstat(handle)
        if durability_record.rows is None and os.path.isdir(f"/proc/self/fd/{handle}"):
            durability_record.folders.append((about.st_ino, set(os.listdir(handle))))
        elif durability_record.rows is None:
            durability_record.files.add((about.st_ino, about.st_size))

    def recording_request(session: requests.Session, method: str, *args: Any, **options: Any) -> Any:
        if method != "GET" and durability_record.rows is None:
            other = create_engine(portal_server.config.database_url)
            with other.connect() as connection:
                durability_record.rows = list(connection.execute(select(submissions)))
            other.dispose()
            folder = portal_server.config.documents_dir
            durability_record.documents = list(folder.glob("*.pdf")) if folder.is_dir() else []
        return request(session, method, *args, **options)

    def after_statement(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if durability_record.rows is None and statement.startswith(("INSERT INTO submissions", "UPDATE submissions")):
            durability_record.commits.append(str(connection.exec_driver_sql(ask).scalar()))

    monkeypatch.setattr(os, "fsync", recording_fsync)
    monkeypatch.setattr(requests.Session, "request", recording_request)
    event.listen(Engine, "after_cursor_execute", after_statement)
    yield durability_record
    event.remove(Engine, "after_cursor_execute", after_statement)


@pytest.mark.parametrize("kind", SENDS)
def test_row_is_committed_durably_before_sending(
    sender: Sender, durability_record: DurabilityRecord, engine: str, kind: str
) -> None:
    assert SENDS[kind](sender).status_code in (200, 201)
    assert durability_record.rows is not None
    [row] = durability_record.rows
    assert (row.kind, row.state, row.attempts, row.content is not None) == (kind, "sending", 1, True)
    assert len(durability_record.commits) >= 2, "it is accepted, and then about to be sent"
    assert set(durability_record.commits) == {DURABLE[engine][1]}


def test_document_and_folder_are_fsynced_before_sending(
    sender: Sender, portal_server: PortalServer, durability_record: DurabilityRecord
) -> None:
    assert SENDS["invoice"](sender).status_code == 201
    [document] = durability_record.documents
    assert document.read_bytes() == DOCUMENT
    assert (document.stat().st_ino, len(DOCUMENT)) in durability_record.files
    folder = portal_server.config.documents_dir
    assert document.name in durability_record.names_kept(folder)
    assert folder.name in durability_record.names_kept(folder.parent), "which was made just now"

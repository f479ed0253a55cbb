"""What is sent is on the disk before AgentOS hears of it. A process that is killed cannot show that: a machine would.

So what is recorded is what is asked of the operating system and of the database, and what others see by then.
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
from tests.pdfs import pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_killed import in_json

DURABLE = {"sqlite": ("PRAGMA synchronous", "2"), "postgresql": ("SHOW synchronous_commit", "on")}
"""How a database is asked whether a commit waits for the disk, and what it says then."""
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
class Seen:
    """What the outside has seen until something was first sent, and what stood there then.

    `files`: inode and size of each file that was on the disk, `folders`: inode of each folder and what was in it then,
    `commits`: what the connections say that wrote rows of the ledger.
    """

    files: set[tuple[int, int]] = field(default_factory=set)
    folders: list[tuple[int, set[str]]] = field(default_factory=list)
    commits: list[str] = field(default_factory=list)
    rows: list[Any] | None = None
    documents: list[Path] = field(default_factory=list)

    def names_kept(self, folder: Path) -> set[str]:
        """The names in a folder that were on the disk."""
        return {name for inode, names in self.folders if inode == folder.stat().st_ino for name in names}


@pytest.fixture
def seen(portal_server: PortalServer, engine: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """Recording from now on, until the first write goes to AgentOS."""
    seen, fsync, request = Seen(), os.fsync, requests.Session.request
    ask, _ = DURABLE[engine]

    def recording_fsync(handle: int) -> None:
        fsync(handle)
        about = os.fstat(handle)
        if seen.rows is None and os.path.isdir(f"/proc/self/fd/{handle}"):
            seen.folders.append((about.st_ino, set(os.listdir(handle))))
        elif seen.rows is None:
            seen.files.add((about.st_ino, about.st_size))

    def recording_request(session: requests.Session, method: str, *args: Any, **options: Any) -> Any:
        if method != "GET" and seen.rows is None:
            other = create_engine(portal_server.config.database_url)
            with other.connect() as connection:
                seen.rows = list(connection.execute(select(submissions)))
            other.dispose()
            folder = portal_server.config.documents_dir
            seen.documents = list(folder.iterdir()) if folder.is_dir() else []
        return request(session, method, *args, **options)

    def after_statement(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if seen.rows is None and statement.startswith(("INSERT INTO submissions", "UPDATE submissions")):
            seen.commits.append(str(connection.exec_driver_sql(ask).scalar()))

    monkeypatch.setattr(os, "fsync", recording_fsync)
    monkeypatch.setattr(requests.Session, "request", recording_request)
    event.listen(Engine, "after_cursor_execute", after_statement)
    yield seen
    event.remove(Engine, "after_cursor_execute", after_statement)


@pytest.mark.parametrize("kind", SENDS)
def test_the_row_stands_for_others_and_on_the_disk_before_it_is_sent(
    sender: Sender, seen: Seen, engine: str, kind: str
) -> None:
    assert SENDS[kind](sender).status_code in (200, 201)
    assert seen.rows is not None
    [row] = seen.rows
    assert (row.kind, row.state, row.attempts, row.content is not None) == (kind, "sending", 1, True)
    assert len(seen.commits) >= 2, "it is accepted, and then about to be sent"
    assert set(seen.commits) == {DURABLE[engine][1]}


def test_its_document_is_on_the_disk_with_its_folder_before_it_is_sent(
    sender: Sender, portal_server: PortalServer, seen: Seen
) -> None:
    assert SENDS["invoice"](sender).status_code == 201
    [document] = seen.documents
    assert document.read_bytes() == DOCUMENT
    assert (document.stat().st_ino, len(DOCUMENT)) in seen.files
    folder = portal_server.config.documents_dir
    assert document.name in seen.names_kept(folder)
    assert folder.name in seen.names_kept(folder.parent), "which was made just now"

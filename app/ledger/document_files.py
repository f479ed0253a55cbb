"""Documents of submissions as files. A file and its name are on the disk before anything is sent.

Each folder has a mark of its own, in the file `MARKER`, and each row has the mark of the folder of its document. A
document is lost if it is no longer in that folder. If another folder lacks it, such as the one below a disk that is not
mounted, this shows nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile

from app.domain.invoice import Document, StoredDocument
from app.domain.private_folder import make_private_folder, private_opener

IN_MEMORY = 128 * 1024
"""Bytes of an upload that stay in memory: more than most routes accept in a body."""
DOCUMENT = re.compile(r"[0-9a-f]{32}\.pdf")
"""The names of documents."""
UNFINISHED = re.compile(r"(tmp.+|[0-9a-f]{32})\.part")
"""The names of unfinished files."""
MARKER = "portal-documents.txt"
MARKER_TEXT = """The Contractor Portal keeps the documents of submissions in this folder.
Leave this file here, but delete it in a copy of the folder: the portal recognises the folder by the next line.
{}
"""
MARK = re.compile(r"[0-9a-f]{32}")
PIECE_BYTES = 64 * 1024


class DocumentLost(Exception):
    """A document is missing from the portal's own disk, or was altered there."""


class DocumentsAway(OSError):
    """The folder lacks the document, but perhaps the document was stored in another one."""


class Documents:
    """Files named by their submissions' ids, in one folder. Every method may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, submission_id: str, document: Document) -> None:
        """Write a document, and wait until the file and its name are on the disk."""
        self._make_folder()
        unfinished = self._folder / f"{submission_id}.part"
        digest = hashlib.sha256()
        with document.open() as source, open(unfinished, "wb", opener=private_opener) as file:
            while piece := source.read(PIECE_BYTES):
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != document.sha256:  # the process that checked the document is not trusted
            raise OSError("the document has changed since it was read")
        unfinished.rename(self._path(submission_id))
        sync_folder(self._folder)

    def load(self, submission_id: str, stored: StoredDocument) -> Document:
        """Return a document. Raise `DocumentLost` if it is missing or altered, or OSError if the disk fails."""
        path = self._path(submission_id)
        try:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != stored.sha256:
                    raise DocumentLost
        except FileNotFoundError:
            raise (DocumentLost if self._is_in(stored.folder) else DocumentsAway) from None
        return Document(name=stored.name, size=stored.size, sha256=stored.sha256, open=lambda: path.open("rb"))

    def is_intact(self, submission_id: str, stored: StoredDocument) -> bool:
        """Return True if the folder has a document as it was stored."""
        with suppress(DocumentLost, DocumentsAway):
            self.load(submission_id, stored)
            return True
        return False

    def mark(self) -> str:
        """Return the mark of the folder, which is made if it has none."""
        if mark := self._find_mark():
            return mark
        self._make_folder()
        mark = uuid.uuid4().hex
        unfinished = self._folder / f"tmp{mark}.part"
        unfinished.write_text(MARKER_TEXT.format(mark), "utf-8")
        unfinished.replace(self._folder / MARKER)
        return self._find_mark() or mark  # perhaps another process has made one at the same time

    def is_missing(self, submission_id: str) -> bool:
        """Return True if a document is not in the folder."""
        return not self._path(submission_id).exists()

    def is_lost(self, submission_id: str, stored: StoredDocument | None) -> bool:
        """Return True if a submission has a document that is missing in the folder in which it was stored."""
        return stored is not None and self.is_missing(submission_id) and self._is_in(stored.folder)

    def temporary(self) -> SpooledTemporaryFile[bytes]:
        """Return a temporary file without a name, for an upload. It disappears when its process ends, at the latest.

        If the file system does not support such files, a killed process may leave an unfinished file.
        """
        return _Spooled(self._folder, self._make_folder)

    def remove(self, submission_id: str) -> None:
        """Delete a document, if its file exists."""
        for suffix in (".pdf", ".part"):
            with suppress(FileNotFoundError, NotADirectoryError):
                (self._folder / f"{submission_id}{suffix}").unlink()

    def files(self) -> list[Path]:
        """Return the documents' files, by name. There are none if the folder is missing."""
        paths = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted(path for path in paths if DOCUMENT.fullmatch(path.name))  # a disk of its own has `lost+found`

    def remove_unfinished(self, before_epoch_s: float) -> None:
        """Delete unfinished files that were last written before a time (seconds since 1970)."""
        for path in self._folder.glob("*.part"):
            with suppress(FileNotFoundError):  # another worker may delete it at the same time
                if UNFINISHED.fullmatch(path.name) and path.stat().st_mtime < before_epoch_s:
                    path.unlink()

    def _is_in(self, folder: str | None) -> bool:
        """Return True if this is the folder with a mark."""
        return folder is not None and folder == self._find_mark()

    def _find_mark(self) -> str | None:
        """Return the mark of the folder, or None if it has none."""
        with suppress(FileNotFoundError, NotADirectoryError):
            lines = (self._folder / MARKER).read_text("utf-8", "replace").splitlines()
            return next((line for line in reversed(lines) if MARK.fullmatch(line)), None)
        return None

    def _make_folder(self) -> None:
        if not self._folder.is_dir():
            make_private_folder(self._folder)
            sync_folder(self._folder.parent)

    def _path(self, submission_id: str) -> Path:
        return self._folder / f"{submission_id}.pdf"


class _Spooled(SpooledTemporaryFile[bytes]):
    """A temporary file that creates its folder only when it moves to the disk."""

    def __init__(self, folder: Path, make_folder: Callable[[], None]) -> None:
        super().__init__(IN_MEMORY, suffix=".part", dir=str(folder))
        self._make_folder = make_folder

    def rollover(self) -> None:
        """Move to a file on the disk."""
        self._make_folder()
        super().rollover()


def sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk, because fsync of a file does not do that (fsync(2)). Raise OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

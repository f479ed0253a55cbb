"""Documents of submissions as files, on the disk with their folder before anything is sent."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.domain.invoice import Document
from app.domain.submission import StoredDocument


class Documents:
    """Files named by their submissions' ids, in one folder. Every method may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, submission_id: str, document: Document) -> None:
        """Write it, and wait until it and its name are on the disk."""
        if not self._folder.is_dir():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync_folder(self._folder.parent)
        unfinished = self._folder / f"{submission_id}.part"
        with open(unfinished, "wb", opener=_private) as file:
            file.write(document.content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(self._path(submission_id))
        _sync_folder(self._folder)

    def load(self, submission_id: str, stored: StoredDocument) -> Document:
        """It, as it was kept."""
        return Document(name=stored.name, content=self._path(submission_id).read_bytes())

    def remove(self, submission_id: str) -> None:
        """Delete it, if it is there."""
        for suffix in (".pdf", ".part"):
            with suppress(FileNotFoundError, NotADirectoryError):
                (self._folder / f"{submission_id}{suffix}").unlink()

    def ids(self) -> set[str]:
        """Of all submissions that have a file here, and of whatever else lies in the folder."""
        return {path.stem for path in self._folder.iterdir()} if self._folder.is_dir() else set()

    def _path(self, submission_id: str) -> Path:
        return self._folder / f"{submission_id}.pdf"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Put the names in it on the disk: fsync of a file does not do that (fsync(2))."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Is this really a PDF, and one that may go to an agency?"""

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import structlog

from app.domain.errors import NOTHING_SENT, Invalid, TooLarge, TooMany, Unchecked, UploadFailed
from app.domain.invoice import Document
from app.domain.limits import DOCUMENT_SIZE, LIMITS

log = structlog.get_logger("submissions")

READER = Path(__file__).with_name("pdf_reader.py")
AT_ONCE = threading.BoundedSemaphore(2)
"""Documents that one process of the portal has read at the same time; a reader may take 384 MiB."""
SEATS = threading.BoundedSemaphore(6)
"""Requests that have a document read or wait for it: of a process's eight threads the others still answer."""
PATIENCE_S = 10
"""For a turn. With the reading it leaves nearly half of an invoice's 55 s to AgentOS."""
READING_S = 20
"""More than the reader's own limit on work: who gets here waits for the machine, not for the document."""
TOO_MUCH = {-signal.SIGXCPU, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}
"""Ends that the document brought upon its reader."""

AGAIN = "print it to a new PDF and send that."
SENTENCES = {
    "damaged": f"document: the PDF is damaged or incomplete; {AGAIN}",
    "encrypted": "document: the PDF is protected by a password or by encryption; save it without and try again.",
    "mixed": f"document: the file holds something else besides a PDF; {AGAIN}",
    "huge": f"document: the PDF is too large or too complicated inside; {AGAIN}",
    "active": f"document: the PDF holds scripts, forms that act, or media; {AGAIN}",
    "attachments": f"document: the PDF has other files attached to it; {AGAIN}",
    "no pages": "document: the PDF has no pages.",
}

INVISIBLE = {"\u115f", "\u1160", "\u3164", "\uffa0"}
"""Letters by Unicode's book, and nothing to see."""
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(?![^ .])", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the first dot."""
LONGEST_NAME = 100
"""Bytes, without `.pdf`."""


def document(name: str, file: IO[bytes]) -> Document:
    """What looks like a PDF, under a name of ours; it lives as long as the file.

    Raises `Invalid`, `TooLarge`, `UploadFailed`.
    """
    try:
        with _again(file) as content:
            size = content.seek(0, os.SEEK_END)
            content.seek(0)
            if size > LIMITS.document_bytes:
                raise TooLarge(f"document: must not be larger than {DOCUMENT_SIZE}.")
            if content.read(5) != b"%PDF-":
                raise Invalid("document: must be a PDF.")
            content.seek(0)
            sha256 = hashlib.file_digest(cast(Any, content), "sha256").hexdigest()
    except OSError as error:
        raise UploadFailed("invoice") from error
    return Document(name=plain_name(name), size=size, sha256=sha256, open=partial(_again, file))


@contextmanager
def _again(file: IO[bytes]) -> Iterator[BinaryIO]:
    """The same file from its beginning, by a reader of its own: what another process reads of it, `file` would miss."""
    with open(file.fileno(), "rb", closefd=False) as reader:
        file.flush()
        reader.seek(0)
        yield reader


def check_pdf(document: Document) -> None:
    """Read it whole, which takes a while. Raises `Invalid` for what may not go to an agency, `TooMany`, `Unchecked`."""
    verdict = _verdict(document)
    if verdict != "good":
        raise Invalid(SENTENCES[verdict])


def plain_name(name: str) -> str:
    """The given name rebuilt from letters, digits and a few signs, so that to any file system it is a plain file's.

    At most 104 bytes; no folder, no control or invisible sign, no device; ends in .pdf, begins with none of ` .-`.
    """
    base = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    stem = re.sub(r"\.pdf\Z", "", base, flags=re.IGNORECASE)
    kept = "".join(sign if _plain(sign) else "_" for sign in stem).lstrip(" .-")
    short = kept.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    return f"{'_' if RESERVED.match(short) else ''}{short or 'invoice'}.pdf"


def _plain(sign: str) -> bool:
    return (sign.isalnum() and sign not in INVISIBLE) or sign in " -_.()"


def _verdict(document: Document) -> str:
    """What the reader says of the document, in its own word."""
    try:
        with _turn(), document.open() as file:
            status, said, complaint = _run(file)
    except (OSError, subprocess.SubprocessError) as error:
        raise Unchecked(f"{type(error).__name__}: {error}") from error
    if status in TOO_MUCH:
        return "huge"
    word = said.decode(errors="replace").strip()
    if status != 0 or word not in {"good", *SENTENCES}:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise Unchecked(f"the reader ended with {status}: {' '.join(last)[:200]}")
    return word


@contextmanager
def _turn() -> Iterator[None]:
    """One of the few turns at reading. Raises `TooMany`."""
    busy = TooMany(
        f"document: too many documents are being checked just now. {NOTHING_SENT}",
        retry_after_s=PATIENCE_S,
    )
    if not SEATS.acquire(blocking=False):
        raise busy
    try:
        if not AT_ONCE.acquire(timeout=PATIENCE_S):
            raise busy
        try:
            yield
        finally:
            AT_ONCE.release()
    finally:
        SEATS.release()


def _run(file: BinaryIO) -> tuple[int, bytes, bytes]:
    """The reader's status, output and complaints; whatever happens, nothing of it runs on."""
    command = [sys.executable, "-I", str(READER)]
    pipe = subprocess.PIPE
    # No shell, no word of the contractor's in the command; no variable of ours, hence no key, in its environment.
    with subprocess.Popen(  # noqa: S603
        command, stdin=file, stdout=pipe, stderr=pipe, env={}, start_new_session=True
    ) as reader:
        try:
            said, complaint = reader.communicate(timeout=READING_S)
        except BaseException:
            os.killpg(reader.pid, signal.SIGKILL)
            raise
    return reader.returncode, said, complaint

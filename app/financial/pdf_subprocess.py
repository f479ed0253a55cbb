"""Runs the check of a PDF (`pdf_check.py`) in a limited process, and turns its verdict into an error."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from app.api.faults import Fault, InvalidValues
from app.domain.bulkhead import MOST_FOR_DOCUMENTS, Bulkhead
from app.domain.errors import NOTHING_SENT, TooLarge, TooMany, Unchecked, UploadFailed
from app.domain.invoice import Document
from app.domain.limits import DOCUMENT_SIZE, LIMITS

READER = Path(__file__).with_name("pdf_check.py")
BUSY_RETRY_S = 10
"""Seconds after which a request should try again if too many documents are being checked."""
WAIT_S = 2.0
"""The longest wait for a check of other documents, in seconds. A check usually takes less than half a second."""
READING_S = 20
"""Seconds for a check. The reader's own limit is shorter, so a time-out is the machine's fault, not the document's."""
TOO_MUCH = {-signal.SIGXCPU, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}
"""Exit statuses of a reader that a limit stopped."""

AGAIN = "Print it to a new PDF and send that."
SENTENCES = {
    "damaged": f"this PDF is damaged or incomplete. {AGAIN}",
    "encrypted": "this PDF is protected by a password. Save it without the password and send that.",
    "huge": f"this PDF is too large or too complicated inside. {AGAIN}",
    "active": f"this PDF has a script, media or an action inside. {AGAIN}",
    "form": f"this PDF has an XFA form inside. {AGAIN}",
    "attachments": f"this PDF has a file attached inside. {AGAIN}",
}

LONGEST_NAME = 100
"""Bytes, without `.pdf`."""


BUSY = f"document: too many documents are being checked just now. {NOTHING_SENT}"
BULKHEAD = Bulkhead(MOST_FOR_DOCUMENTS, partial(TooMany, BUSY, retry_after_s=BUSY_RETRY_S))


def document(name: str, file: IO[bytes]) -> Document:
    """Return the document in `file` under a safe name, if it begins like a PDF. It is usable while the file is open.

    Raise `Invalid`, `TooLarge` or `UploadFailed`.
    """
    try:
        with _again(file) as content:
            size = content.seek(0, os.SEEK_END)
            content.seek(0)
            if size > LIMITS.document_bytes:
                raise TooLarge(f"document: must not be larger than {DOCUMENT_SIZE}.")
            if content.read(5) != b"%PDF-":
                raise _invalid("must be a PDF.", "no PDF")
            content.seek(0)
            sha256 = hashlib.file_digest(cast(Any, content), "sha256").hexdigest()
    except OSError as error:
        raise UploadFailed("invoice") from error
    return Document(name=plain_name(name), size=size, sha256=sha256, open=partial(_again, file))


@contextmanager
def _again(file: IO[bytes]) -> Iterator[BinaryIO]:
    """Open the same file from its beginning. Another reader of `file` itself would move its position."""
    with open(file.fileno(), "rb", closefd=False) as reader:
        file.flush()
        reader.seek(0)
        yield reader


def check_pdf(document: Document, person: str) -> None:
    """Check the whole document, which takes a while.

    `person`: the address of the sender, who may have one document checked at a time. Raise `Invalid` for a bad PDF,
    `TooMany`, or `Unchecked`.
    """
    try:
        with BULKHEAD.acquire({person: 1}, wait_s=WAIT_S), document.open() as file:
            status, output, complaint = _run(file)
    except (OSError, subprocess.SubprocessError) as error:
        raise Unchecked(f"{type(error).__name__}: {error}") from error
    if status in TOO_MUCH:
        raise _invalid(SENTENCES["huge"], "huge")
    word = output.decode(errors="replace").strip()
    if status != 0 or word not in {"good", *SENTENCES}:
        last = " ".join(complaint.decode(errors="replace").strip().splitlines()[-1:])[:200]
        raise Unchecked(f"the reader ended with {status}: {last}")
    if word != "good":
        raise _invalid(SENTENCES[word], word)


def _invalid(detail: str, word: str) -> InvalidValues:
    return InvalidValues(Fault(("document",), detail, word=word))


def plain_name(name: str) -> str:
    """Return a file name that is safe in any file system: letters, digits and a few signs, at most 104 bytes.

    It ends in .pdf, and does not begin with ` `, `.` or `-`. It has no folder and no control character.
    """
    base = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    stem = re.sub(r"\.pdf\Z", "", base, flags=re.IGNORECASE)
    kept = "".join(sign if sign.isalnum() or sign in " -_.()" else "_" for sign in stem).lstrip(" .-")
    short = kept.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    return f"{short or 'invoice'}.pdf"


def _run(file: BinaryIO) -> tuple[int, bytes, bytes]:
    """Return the reader's exit status, output and error output. Leave no process running."""
    command = [sys.executable, "-I", str(READER)]
    pipe = subprocess.PIPE
    # The command has no shell and no text of the contractor. The environment is empty, so the reader gets no key.
    with subprocess.Popen(  # noqa: S603
        command, stdin=file, stdout=pipe, stderr=pipe, env={}, start_new_session=True
    ) as reader:
        try:
            output, complaint = reader.communicate(timeout=READING_S)
        except BaseException:
            os.killpg(reader.pid, signal.SIGKILL)
            raise
    return reader.returncode, output, complaint

"""A separate program: it reads a PDF from standard input, within limits, and prints a verdict.

`pdf_subprocess.py` starts it. It shares nothing with the portal: a hostile document meets a process that has no key,
writes no file, starts no process and ends within seconds.
"""

import gc
import io
import logging
import os
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, StreamObject, read_object

PYPDF_LOG = logging.getLogger("pypdf")

MIB = 1024 * 1024

LIMITS = {
    resource.RLIMIT_AS: (384 * MIB, 384 * MIB),
    resource.RLIMIT_CPU: (3, 4),  # the first ends the program by SIGXCPU, which shows the cause; the second by SIGKILL
    resource.RLIMIT_NOFILE: (8, 8),
    resource.RLIMIT_NPROC: (0, 0),
    resource.RLIMIT_FSIZE: (0, 0),
    resource.RLIMIT_CORE: (0, 0),
}
"""Bytes of address space, seconds of CPU, open files, child processes, bytes of a written file, bytes of a core."""

NICENESS = 5
"""The priority below that of the portal. The program still gets a quarter of a core that another process keeps busy."""


class Refused(Exception):
    """The document is refused. The only argument is the verdict."""


ACTIONS = (
    *("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Thread"),
    *("Rendition", "Movie", "Sound", "RichMedia"),
)
ACTIVE_NAMES = {f"/{name}" for name in (*ACTIONS, "RichMediaExecute", "3D")}
"""Names of actions and annotations that run, play, send or open something."""
BLANK = b"\0\t\n\f\r "
OBJECT = re.compile(rb"[0-9]+[%s]+[0-9]+[%s]+obj(?:[%s]|%%[^\r\n]*)*" % (BLANK, BLANK, BLANK))
"""The beginning of an object anywhere in the bytes."""
UNREADABLE = (PyPdfError, ValueError, KeyError, TypeError, AttributeError)
"""The errors of pypdf for bytes that only look like an object."""
END = re.compile(rb"startxref[%s]+[0-9]+[%s]*%%%%EOF" % (BLANK, BLANK))
"""The address of the table of objects. If another address follows, another reader may use that."""
HARMLESS = (
    *("Xref table not zero-indexed", "Superfluous whitespace", "startxref on same line"),
    *("EOF marker not at start of line", "Duplicate %%EOF"),
)
"""Beginnings of pypdf's warnings about harmless faults. Any other warning means that pypdf repaired something."""
ATTACHED_NAMES = {"/EF", "/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment"}
HAS_ACTIONS = {"/Type", "/Subtype", "/Parent", "/Kids", "/FT", "/Rect", "/Pages"}
"""Keys of objects that can have additional actions (/AA). Elsewhere, /AA may be the name of a font."""


def judge(content: bytes) -> str:
    """Return the verdict on the document `content`: `good`, or a reason to refuse it (`pdf_subprocess.SENTENCES`)."""
    repairs = _Repairs()
    PYPDF_LOG.addHandler(repairs)
    try:
        reader = _Reader(io.BytesIO(content), strict=True)
        for each in _listed(reader):
            _inspect(each)
        has_end = END.match(content, content.rfind(b"startxref"))
        is_sound = reader.pages and has_end and not repairs.made
        for each in _in_bytes(reader, content):
            _inspect(each)
        return "good" if is_sound else "damaged"
    except Refused as refusal:
        return str(refusal.args[0])
    except (LimitReachedError, RecursionError, MemoryError):
        return "huge"
    except Exception:  # hostile bytes may make pypdf raise any error
        return "damaged"
    finally:
        PYPDF_LOG.removeHandler(repairs)


class _Repairs(logging.Handler):
    """Notes whether pypdf repaired the document. Another reader may repair it differently, and show another one."""

    made = False

    def emit(self, record: logging.LogRecord) -> None:
        self.made |= not record.getMessage().startswith(HARMLESS)


class _Reader(PdfReader):
    @property
    def is_encrypted(self) -> bool:
        """Raise `Refused` for an encrypted document. pypdf calls this before it decrypts anything."""
        if "/Encrypt" in self.trailer:
            raise Refused("encrypted")
        return False


def _listed(reader: PdfReader) -> Iterator[object]:
    """Yield the trailer and all objects that the document lists."""
    reader.xref_free_entry.clear()  # another reader may show an object that one of two tables calls free
    listed = [(number, generation) for generation, entries in reader.xref.items() for number in entries]
    listed += [(number, 0) for number in reader.xref_objStm]
    yield reader.trailer
    for number, generation in listed:
        yield reader.get_object(IndirectObject(number, generation, reader))


def _in_bytes(reader: PdfReader, content: bytes) -> Iterator[object]:
    """Yield all objects in the bytes, also those that no table lists: another reader may find them."""
    for match in OBJECT.finditer(content):
        with suppress(*UNREADABLE):
            reader.stream.seek(match.end())
            each = read_object(reader.stream, reader)
            yield each
            if isinstance(each, StreamObject) and each.get("/Type") == "/ObjStm":
                packed, first = io.BytesIO(each.get_data()), int(str(each["/First"]))
                for place in packed.read(first).split()[1::2]:
                    packed.seek(first + int(place))
                    yield read_object(packed, reader)


def _inspect(each: object) -> None:
    """Look at an object and at all direct objects inside it, including keys. A loop of references does no harm."""
    left = [each]
    while left:
        part = left.pop()
        _look_at(part)
        if isinstance(part, dict):
            left += [*part.keys(), *part.values()]
        elif isinstance(part, list):
            left += part


def _look_at(part: object) -> None:
    """Raise `Refused` for a name of an action or an attachment, or for a key that leads to one."""
    if isinstance(part, NameObject):
        name = part.partition("\0")[0]  # some readers end a name there
        if name in ATTACHED_NAMES:
            raise Refused("attachments")
        if name in ACTIVE_NAMES:
            raise Refused("active")
        if name == "/XFA":
            raise Refused("form")
    elif isinstance(part, DictionaryObject) and (_has_script(part) or _opens_something(part)):
        raise Refused("active")


def _has_script(dictionary: DictionaryObject) -> bool:
    """Return True for a script without its kind, or for additional actions."""
    has_actions = "/AA" in dictionary and not HAS_ACTIONS.isdisjoint(dictionary)
    return has_actions or ("/JS" in dictionary and "/S" in dictionary)


def _opens_something(dictionary: DictionaryObject) -> bool:
    """Return True if the document does anything else than to show one of its pages when it is opened."""
    opening = dictionary.get("/OpenAction")
    action = opening.get_object() if opening is not None else None
    return isinstance(action, DictionaryObject) and (
        "/Next" in action or action.get("/S", "/GoTo") not in ("/GoTo", "/Named")
    )


def _limit() -> None:
    """Limit the resources of this process, before it reads the document. Let requests of other people go first."""
    os.nice(NICENESS)
    for what, most in LIMITS.items():
        if what == resource.RLIMIT_AS and sys.platform == "darwin":
            continue  # macOS refuses it; the portal is developed there, not run
        resource.setrlimit(what, most)


if __name__ == "__main__":  # pragma: no cover - coverage is not measured in this process
    _limit()
    gc.disable()  # with many objects, it takes a third of the time and finds next to nothing
    PYPDF_LOG.propagate = False  # its warnings are for the verdict only
    print(judge(sys.stdin.buffer.read()))

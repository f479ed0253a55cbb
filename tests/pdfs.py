"""Real PDFs, written by hand so that tests can damage any part of them."""

import base64
import re
import tempfile
import zlib
from collections.abc import Mapping

from app.domain.invoice import Document
from app.financial import pdf_subprocess

CATALOG, PAGES, PAGE, CONTENT, FONT = 1, 2, 3, 4, 5
"""Numbers of the standard objects. Further objects begin at 10."""


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def packed(data: bytes, entries: bytes = b"") -> bytes:
    """Return a compressed stream."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode " + entries)


def picture(size: int, entries: bytes = b"") -> bytes:
    """Return an image stream of `size` bytes that looks like a JPEG."""
    return stream(b"\xff\xd8".ljust(size, b"\x9c"), b"/Type/XObject/Subtype/Image/Filter/DCTDecode " + entries)


def objects(catalog: bytes = b"", page: bytes = b"", more: Mapping[int, bytes] | None = None) -> dict[int, bytes]:
    """Return the objects of an invoice of one page.

    `catalog` and `page` are further entries of these objects. `more` contains further objects or replacements.
    """
    return {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R %s>>" % catalog,
        PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>> %s>>"
        % page,
        CONTENT: packed(b"BT /F1 24 Tf 72 770 Td (Invoice A-7) Tj ET"),
        FONT: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **(more or {}),
    }


def written(things: Mapping[int, bytes], trailer: bytes = b"", version: str = "1.7") -> bytes:
    """Return a file of these objects, with a table at its end."""
    return update(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"), things, trailer)


def update(file: bytes, things: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Append these objects with their own table to a file. Return the result."""
    entries = [] if b"\nxref" in file else [b"0 1\n0000000000 65535 f \n"]
    for number, thing in sorted(things.items()):
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, len(file)))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"xref\n%strailer\n<</Size %d/Root 1 0 R %s>>\n" % (b"".join(entries), max(things, default=9) + 1, trailer)
    return file + table + b"startxref\n%d\n%%%%EOF\n" % len(file)


def updated(file: bytes, things: Mapping[int, bytes]) -> bytes:
    """Return the file after an incremental update."""
    before = int(file[file.rindex(b"startxref") + 9 : file.rindex(b"%%EOF")])
    return update(file, things, b"/Prev %d" % before)


def hybrid(things: Mapping[int, bytes], number: int) -> bytes:
    """Return a file whose table calls the object `number` free. A table in a stream, of the same update, lists it."""
    table = max(things) + 1
    row = b"\x01" + _place(things, number).to_bytes(4) + bytes(3)
    entries = b"/Type/XRef/W[1 4 3]/Size %d/Index[%d 1]" % (table + 1, number)
    things = {**things, table: stream(row, entries)}
    file = written(things, b"/XRefStm %d" % _place(things, table))
    return re.sub(rb"(\n%d 1\n)\d{10} 00000 n" % number, rb"\g<1>0000000000 00000 f", file)


def _place(things: Mapping[int, bytes], number: int) -> int:
    """Return the address of an object in the file of these objects."""
    return written(things).index(b"\n%d 0 obj" % number) + 1


def compact(
    things: Mapping[int, bytes], data: bytes | None = None, size: int | None = None, count: int | None = None
) -> bytes:
    """Return a file as office programs write it, with an object stream and a table in a stream.

    To make it wrong, set `data`, the content of the table, or `size` and `count`, the number of entries that the table
    and the object stream declare.
    """
    streams = {number: thing for number, thing in things.items() if thing.endswith(b"endstream")}
    inside = {number: thing for number, thing in things.items() if number not in streams}
    places, body = b"", b""
    for number, thing in inside.items():
        places += b"%d %d " % (number, len(body))
        body += thing + b"\n"
    holder, table = max(things) + 1, max(things) + 2
    streams[holder] = packed(places + body, b"/Type/ObjStm/N %d/First %d" % (count or len(inside), len(places)))
    file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    rows = {number: (2, holder, at) for at, number in enumerate(inside)}
    for number, thing in streams.items():
        rows[number] = (1, len(file), 0)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    rows[table] = (1, len(file), 0)
    cells = [rows.get(number, (0, 0, 0)) for number in range(table + 1)]
    truth = b"".join(kind.to_bytes(1) + place.to_bytes(4) + at.to_bytes(3) for kind, place, at in cells)
    entries = b"/Type/XRef/W[1 4 3]/Root 1 0 R/Size %d" % (size or table + 1)
    last = b"%d 0 obj\n%s\nendobj\n" % (table, packed(truth if data is None else data, entries))
    return file + last + b"startxref\n%d\n%%%%EOF\n" % len(file)


def pdf(catalog: bytes = b"", page: bytes = b"", more: Mapping[int, bytes] | None = None, size: int = 0) -> bytes:
    """Return a small invoice. `size` is its minimum size in bytes, most of it a picture."""
    things = objects(catalog, page, more)
    if size:
        bare = len(written({**things, 10: picture(size)})) - size
        things[10] = picture(size - bare)
    return written(things)


PDF = pdf()


def as_document(content: bytes, name: str = "a.pdf") -> Document:
    """Return the document as an upload in a file without a name."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as what is returned
    file.write(content)
    return pdf_subprocess.document(name, file)


def in_json(content: bytes, name: str = "a.pdf") -> dict[str, str]:
    """Return a document as it is in an invoice's JSON."""
    return {"name": name, "content": base64.b64encode(content).decode()}

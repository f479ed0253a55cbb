"""A separate program: it reads a PDF from standard input, within limits, and prints a verdict.

`pdf_subprocess.py` starts it. It shares nothing with the portal: a hostile document meets a process that has no key,
writes no file, starts no process and ends within seconds.
"""

import codecs
import gc
import io
import logging
import os
import re
import resource
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from itertools import dropwhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from publicsuffixlist import PublicSuffixList
from pypdf import PdfReader, apply_configuration, filters
from pypdf.errors import LimitReachedError
from pypdf.filters import ASCII85Decode, ASCIIHexDecode, FlateDecode, decode_stream_data, decompress
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

log = logging.getLogger("pdf_check")

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

LONGEST_TAIL = 1024
"""Maximum bytes of white space after the end of a document. Mail programs add such bytes."""
MOST_OBJECTS, MOST_PARTS = 30_000, 300_000
"""Objects of a document, and all parts of them: numbers, names, keys and others. So many take a second."""
MOST_PAGES = 2_000
LARGEST_STREAM, LARGEST_STREAMS = 32 * MIB, 128 * MIB
"""Bytes of one unpacked stream, and of all together. Pictures are not unpacked."""
MOST_PREDICTED = 2 * MIB
"""Bytes whose predictors pypdf may undo in a document. So many take 0.6 s.

Tables of objects need 7 bytes for each object. In other streams, the last filter's predictor is not undone
(`_unpacked_size`).
"""
LARGEST_PICTURE = 400_000_000
"""Pixels: A3 at 1,200 dots per inch has 280 million."""
MOST_COMPONENTS = 4
"""Colours of a pixel: cyan, magenta, yellow and black."""
BITS = {1, 2, 4, 8, 16}
"""Bits of a colour of a pixel (PDF 32000-1, 8.9.5.1)."""
DEEPEST, MOST_FILTERS = 50, 4


COSTLY_S = 1.0
"""Seconds of CPU above which a check is costly. That of an ordinary invoice takes 0.15 s, most of it for the start."""

TEXTS = (TextStringObject, ByteStringObject)

ObjectId = tuple[int, int]
"""The number and the generation of an object (PDF 32000-1, 7.3.10)."""


class Verdict(StrEnum):
    """The judgement on a document."""

    GOOD = "good"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MIXED = "mixed"
    HUGE = "huge"
    ACTIVE = "active"
    ATTACHMENTS = "attachments"
    NO_PAGES = "no pages"


class Refused(Exception):
    """The document is refused. The only argument is a `Verdict`."""


ACTIONS = (
    *("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Thread"),
    *("Rendition", "Movie", "Sound", "RichMedia"),
)
ACTIVE_NAMES = {f"/{name}" for name in (*ACTIONS, "RichMediaExecute", "3D")}
"""Names of actions and annotations that run, play, send or open something."""
ATTACHED_NAMES = {"/EmbeddedFile", "/FileAttachment"}
XML_INVOICES = {"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"}
"""Names, in lower case, of the only file that may be attached: the same invoice for programs (Factur-X, ZUGFeRD)."""
LARGEST_XML = 5 * MIB
XML_START = re.compile(rb"\s*<[^!\0]")
"""The beginning of an XML invoice. Browsers may take a file for a web page if it begins with a comment, or if it is
UTF-16 without a byte order mark."""
INVOICES = {
    "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice",
    "urn:ferd:CrossIndustryDocument:invoice:1p0 CrossIndustryDocument",
    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice",
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote",
}
"""Namespaces and names of the first element of an XML invoice: of Factur-X and ZUGFeRD 2, ZUGFeRD 1, and UBL."""
FILE_NAMES = ("/F", "/UF", "/Unix", "/DOS", "/Mac")
"""Keys of a file specification for the file's name. Readers choose one of them.

Elsewhere, only the formatted value of a user property is a text under such a key (PDF 32000-1, 14.7.5.4).
"""
BROWSERS_NAMESPACES, SIGNATURES = "http://www.w3.org/", "http://www.w3.org/2000/09/xmldsig#"
"""Elements of these namespaces may run in a browser (XHTML, SVG, XSLT), except those of signatures."""
ENCODINGS = {"UTF-8", "UTF-16", "US-ASCII", "ASCII", "ISO-8859-1"}
"""Encodings in which browsers read the same elements as `expat`. UTF-16 must have a byte order mark (`XML_START`)."""
MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_BE: "utf-16-be", codecs.BOM_UTF16_LE: "utf-16-le"}
"""Byte order marks and their encodings."""
HAS_ACTIONS = {"/Type", "/Subtype", "/Parent", "/Kids", "/FT", "/Rect", "/Pages"}
"""Keys of objects that can have additional actions (/AA). Elsewhere, /AA may be the name of a font."""
BLANK = b"\0\t\n\f\r "
SCHEMES = re.compile(rb"(?:https?|mailto|tel):", re.IGNORECASE)
"""Beginnings of addresses that a link may have: of the web, an e-mail or a telephone."""
WITHOUT_SCHEME = re.compile(
    rb"(?:[a-z0-9.+_-]+@)?(?P<host>(?:[a-z0-9-]+\.)+[a-z0-9-]+)(?::[0-9]{1,5})?(?:[/?#][^\\\0-\x1f]*)?", re.IGNORECASE
)
"""A host, perhaps after a name and @, or before a port or a path without backslashes."""


def _escaped(name: str) -> bytes:
    """Return a pattern for a name in which any letter may be written as #xx."""
    return b"".join(b"(?:%c|#(?i:%02x))" % (ord(sign), ord(sign)) for sign in name)


HIDDEN_ACTION = re.compile(
    rb"/%s[%s]*/(?:%s)(?![0-9A-Za-z])" % (_escaped("S"), BLANK, b"|".join(map(_escaped, ACTIONS)))
)
"""An action anywhere in the bytes. Another reader may find objects that the table of objects does not list."""
END = re.compile(rb"startxref[%s]+[0-9]+[%s]*(?:%%%%EOF[%s]*)+" % (BLANK, BLANK, BLANK))
"""The end of a document, with one address of the table of objects. Of two, another reader may use the other."""
OTHER_FORMATS = {128: b"DICM", 257: b"ustar", 0x8001: b"CD001"}
"""Offsets and marks of formats that allow %PDF- at the beginning."""
ARCHIVES = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c")
MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?php|hta:)", re.IGNORECASE)
ASCII_FILTERS: dict[str, Callable[[bytes], bytes]] = {
    "/ASCIIHexDecode": ASCIIHexDecode.decode,
    "/ASCII85Decode": ASCII85Decode.decode,
}
"""Filters for bytes written as letters. One or several of them make at most four bytes of a letter."""
PICTURE_FILTERS = {"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"}
HARMLESS = (
    *("Xref table not zero-indexed", "Superfluous whitespace", "startxref on same line"),
    *("EOF marker not at start of line", "Duplicate %%EOF"),
)
"""pypdf's warnings about harmless faults. Any other warning means that pypdf repaired something."""


def judge(content: bytes) -> Verdict:
    """Return the verdict on the document `content`.

    Log an unexpected error without its text, which may contain a person's data.
    """
    try:
        _only_a_pdf(content)
        _read(content)
        if HIDDEN_ACTION.search(content):
            raise Refused(Verdict.ACTIVE)
    except Refused as refusal:
        return Verdict(refusal.args[0])
    except MemoryError:
        return Verdict.HUGE
    except Exception as error:
        # A crash would invite the client to send the document again, and the next check would crash, too.
        at = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s in %s, line %d of %s", type(error).__name__, at.name, at.lineno, Path(at.filename).name)
        return Verdict.DAMAGED
    return Verdict.GOOD


def _only_a_pdf(content: bytes) -> None:
    """Raise `Refused` if the document has no end, or is another format as well."""
    if not re.match(rb"%PDF-[12]\.[0-9]", content):
        raise Refused(Verdict.DAMAGED)
    _, end, tail = content.rpartition(b"%%EOF")
    if len(tail) > LONGEST_TAIL or tail.strip(BLANK):
        raise Refused(Verdict.MIXED if end else Verdict.DAMAGED)
    if not END.fullmatch(content, max(0, content.rfind(b"startxref"))):
        raise Refused(Verdict.DAMAGED)
    others = (content.startswith(mark, offset) for offset, mark in OTHER_FORMATS.items())
    if any(others) or MARKUP.search(content, 0, 1024) or ARCHIVES.search(content):
        raise Refused(Verdict.MIXED)
    try:
        is_archive = zipfile.is_zipfile(io.BytesIO(content))
    except zipfile.BadZipFile:  # it has the marks of an archive on several disks
        is_archive = True
    if is_archive:
        raise Refused(Verdict.MIXED)


def _read(content: bytes) -> None:
    """Raise `Refused` if pypdf must repair the document, if it exceeds a limit, or if it has forbidden contents."""
    remarks = _Remarks()
    logger = logging.getLogger("pypdf")
    logger.addHandler(remarks)
    logger.propagate = False
    try:
        with (
            _limited_predictors(),
            apply_configuration(
                zlib_maximum_output_length=LARGEST_STREAM,
                lzw_maximum_output_length=LARGEST_STREAM,
                run_length_maximum_output_length=LARGEST_STREAM,
                brotli_maximum_output_length=LARGEST_STREAM,
                stream_decoding_work_maximum_length=2 * LARGEST_STREAM,
                stream_filters_maximum_length=MOST_FILTERS,
                page_tree_maximum_depth=DEEPEST,
                page_tree_maximum_entries=2 * MOST_PAGES,
            ),
        ):
            reader = _Reader(io.BytesIO(content), strict=True, xref_stream_maximum_entries=MOST_OBJECTS)
            _look_at_objects(reader)
            _look_at_pages(reader)
    except Refused:
        raise
    except Exception as error:  # hostile bytes may make pypdf raise any error
        raise Refused(Verdict.HUGE if _too_much(error) else Verdict.DAMAGED) from None
    finally:
        logger.removeHandler(remarks)
    if remarks.mended:
        raise Refused(Verdict.DAMAGED)


@contextmanager
def _limited_predictors() -> Iterator[None]:
    """Let pypdf undo the predictors of at most `MOST_PREDICTED` bytes. It takes long for each, without a limit."""

    class Limited(FlateDecode):
        left = MOST_PREDICTED

        @staticmethod
        def decode(data: bytes, decode_parms: Any = None, **options: Any) -> bytes:
            if isinstance(decode_parms, dict) and decode_parms.get("/Predictor", 1) != 1:
                Limited.left -= len(decompress(data))
                if Limited.left < 0:
                    raise LimitReachedError("too many bytes with predictors")
            return FlateDecode.decode(data, decode_parms, **options)

    filters.FlateDecode = Limited  # type: ignore[misc]
    try:
        yield
    finally:
        filters.FlateDecode = FlateDecode  # type: ignore[misc]


class _Reader(PdfReader):
    @property
    def is_encrypted(self) -> bool:
        """Raise `Refused` for an encrypted document. pypdf calls this before it decrypts anything."""
        if "/Encrypt" in self.trailer:
            raise Refused(Verdict.ENCRYPTED)
        return False


class _Remarks(logging.Handler):
    """Notes any repair by pypdf: another reader would repair the document differently, and show another document."""

    mended = False

    def emit(self, record: logging.LogRecord) -> None:
        self.mended |= not record.getMessage().startswith(HARMLESS)


def _too_much(error: BaseException | None) -> bool:
    """Return True if the error, or a cause of it, is a lack of memory or a limit of pypdf."""
    while error is not None:
        if isinstance(error, LimitReachedError | RecursionError | MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _look_at_objects(reader: PdfReader) -> None:
    """Check all listed objects in order. Following references instead could loop, or miss objects."""
    listed = [(number, generation) for generation, entries in reader.xref.items() for number in entries]
    listed += [(number, 0) for number in reader.xref_objStm]
    if len(listed) > MOST_OBJECTS:
        raise Refused(Verdict.HUGE)
    _look_for_activity(reader.trailer)
    pdf_objects: dict[ObjectId, PdfObject | None] = {}
    specifications: list[DictionaryObject] = []
    parts_left = MOST_PARTS
    for object_id in listed:
        pdf_objects[object_id] = reader.get_object(IndirectObject(*object_id, reader))
        parts = list(_parts(pdf_objects[object_id]))
        parts_left -= len(parts)
        if parts_left < 0:
            raise Refused(Verdict.HUGE)
        specifications += (part for part in parts if isinstance(part, DictionaryObject) and "/EF" in part)
    xml_invoice = _xml_invoice(pdf_objects, specifications)
    room = LARGEST_STREAMS
    for object_id, pdf_object in pdf_objects.items():
        _look_for_activity(pdf_object, may_attach=xml_invoice is not None, is_attached=object_id == xml_invoice)
        if isinstance(pdf_object, StreamObject):
            room -= _unpacked(pdf_object)
            if room < 0:
                raise Refused(Verdict.HUGE)


def _xml_invoice(
    pdf_objects: dict[ObjectId, PdfObject | None], specifications: list[DictionaryObject]
) -> ObjectId | None:
    """Return the id of the attached stream if it is the only attachment, and an XML invoice by name and content.

    `specifications`: those of all attachments.
    """
    attached: set[ObjectId | None] = set()
    for specification in specifications:
        names = {str(_at(specification, key)).lower() for key in FILE_NAMES if key in specification}
        files = _at(specification, "/EF")
        if not names or not names <= XML_INVOICES or not isinstance(files, DictionaryObject):
            return None
        if "/RF" in specification:
            return None  # related files
        attached |= {_object_id(files.raw_get(key)) for key in files}
    object_id = attached.pop() if len(attached) == 1 else None
    stream = pdf_objects.get(object_id) if object_id else None
    return object_id if isinstance(stream, StreamObject) and _is_xml_invoice(stream) else None


def _object_id(reference: object) -> ObjectId | None:
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else None


def _is_xml_invoice(stream: StreamObject) -> bool:
    packings = _several(stream, "/Filter")
    if len(packings) > 1 or len(stream._data) > LARGEST_XML:
        return False
    content = decode_stream_data(stream) if packings else stream._data
    starts_well = XML_START.match(_without_mark(content[:1024]))
    return bool(starts_well) and len(content) <= LARGEST_XML and _is_plain_invoice(content)


def _is_plain_invoice(content: bytes) -> bool:
    """Return True for an XML invoice without a document type, instructions, or elements that a browser may run."""

    def check_encoding(version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.upper() not in ENCODINGS:
            raise Refused(Verdict.ATTACHMENTS)

    def check_first_element(name: str, attributes: dict[str, str]) -> None:
        if name not in INVOICES:
            raise Refused(Verdict.ATTACHMENTS)
        parser.StartElementHandler = check_element

    def check_element(name: str, attributes: dict[str, str]) -> None:
        if name.startswith(BROWSERS_NAMESPACES) and not name.startswith(SIGNATURES):
            raise Refused(Verdict.ATTACHMENTS)

    def refuse(*_: object) -> None:
        raise Refused(Verdict.ATTACHMENTS)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler, parser.StartElementHandler = check_encoding, check_first_element
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = refuse
    try:
        parser.Parse(content, True)
    except (Refused, expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _look_at_pages(reader: PdfReader) -> None:
    if not 0 < len(reader.pages) <= MOST_PAGES:
        raise Refused(Verdict.HUGE if len(reader.pages) else Verdict.NO_PAGES)
    for page in reader.pages:
        for part in _several(page, "/Contents"):
            if _picture(part.get_object()):
                raise Refused(Verdict.DAMAGED)  # a page's drawing would count as a picture, and not be unpacked


def _picture(pdf_object: PdfObject | None) -> bool:
    return isinstance(pdf_object, StreamObject) and pdf_object.get("/Subtype") == "/Image"


def _unpacked(stream: StreamObject) -> int:
    """Return the number of bytes of the unpacked stream. For a picture, check its stated size and return 0."""
    packings, parameters = (_several(stream, name) for name in ("/Filter", "/DecodeParms"))
    if len(packings) > MOST_FILTERS:
        raise Refused(Verdict.HUGE)
    if not packings or not parameters:
        stream.pop("/DecodeParms", None)  # for an empty array, pypdf would skip all filters
    elif len(parameters) < len(packings):
        raise Refused(Verdict.DAMAGED)  # pypdf would skip filters without parameters
    if _picture(stream):
        return _check_picture(stream, [str(each) for each in packings])
    plain = not packings or not PICTURE_FILTERS.isdisjoint(packings)
    return 0 if plain else _unpacked_size(stream)


def _unpacked_size(stream: StreamObject) -> int:
    """Return the number of bytes after all filters.

    The last filter's predictor makes them no more, so it is not undone.
    """
    parameters = [part.get_object() for part in _several(stream, "/DecodeParms")]
    if parameters and isinstance(parameters[-1], DictionaryObject):
        parameters[-1] = DictionaryObject(parameters[-1])  # an earlier filter or another stream may share the original
        parameters[-1].pop("/Predictor", None)
        stream[NameObject("/DecodeParms")] = ArrayObject(parameters)
    return len(decode_stream_data(stream))


def _check_picture(stream: StreamObject, packings: list[str]) -> int:
    """Raise `Refused` if a picture is larger than its stated size. Return the bytes of an unusual kind of packing.

    Uncompressed pictures, JPEGs and the like are not unpacked.
    """
    width, height, bits = (_whole_number(_at(stream, key)) for key in ("/Width", "/Height", "/BitsPerComponent"))
    if width * height > LARGEST_PICTURE:
        raise Refused(Verdict.HUGE)
    binary = list(dropwhile(ASCII_FILTERS.__contains__, packings))
    if not binary or binary[0] in PICTURE_FILTERS:
        return 0
    if binary == ["/FlateDecode"] and width and height:
        if "/BitsPerComponent" in stream and bits not in BITS:
            raise Refused(Verdict.DAMAGED)
        row = (width * MOST_COMPONENTS * (bits or 8) + 7) // 8
        most = (row + 1) * height  # a predictor adds a byte to each row
    elif binary[0] == "/FlateDecode" and not PICTURE_FILTERS.isdisjoint(binary):
        most = LARGEST_STREAM
    else:
        return _unpacked_size(stream)
    data = stream._data
    for packing in packings[: -len(binary)]:
        data = ASCII_FILTERS[packing](data)
    _inflate(data, most)
    return 0


def _whole_number(pdf_object: PdfObject | None) -> int:
    """Return a number, or 0 if it is missing, negative or something else."""
    return max(0, int(pdf_object)) if isinstance(pdf_object, NumberObject) else 0


def _inflate(data: bytes, most: int) -> None:
    """Unpack data in small parts. Raise `Refused` after `most` bytes, and zlib.error for damaged data."""
    inflater, size = zlib.decompressobj(), 0
    while data and not inflater.eof:
        size += len(inflater.decompress(data, MIB))
        data = inflater.unconsumed_tail
        if size > most:
            raise Refused(Verdict.HUGE)


def _several(holder: DictionaryObject, key: str) -> list[PdfObject]:
    """Return the objects under a key, whose value may be one object, an array, or null, which means none."""
    value = _at(holder, key)
    if value is None or isinstance(value, NullObject):
        return []
    return list(value) if isinstance(value, ArrayObject) else [value]


def _at(holder: DictionaryObject, key: str) -> PdfObject | None:
    """Return the object under a key. Follow a reference."""
    value = holder.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None


def _look_for_activity(pdf_object: PdfObject | None, *, may_attach: bool = False, is_attached: bool = False) -> None:
    """Raise `Refused` for forbidden contents.

    `may_attach`: the only attachment is an XML invoice. `is_attached`: this object is that attachment.
    """
    for each in _parts(pdf_object):
        if isinstance(each, NameObject):
            if "\0" in each:
                raise Refused(Verdict.DAMAGED)  # other readers end the name here
            if each in ACTIVE_NAMES:
                raise Refused(Verdict.ACTIVE)
            if each in ATTACHED_NAMES and not (is_attached and each == "/EmbeddedFile"):
                raise Refused(Verdict.ATTACHMENTS)
        elif isinstance(each, DictionaryObject):
            _look_for_active_keys(each, may_attach=may_attach)


def _parts(pdf_object: PdfObject | None) -> Iterator[object]:
    """Yield the object and all direct objects inside it, including keys."""
    left: list[object] = [pdf_object]
    while left:
        each = left.pop()
        yield each
        if isinstance(each, dict):
            left += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            left += each


def _look_for_active_keys(dictionary: DictionaryObject, *, may_attach: bool) -> None:
    if "/EF" in dictionary and not may_attach:
        raise Refused(Verdict.ATTACHMENTS)
    opening = _at(dictionary, "/OpenAction")
    active = (
        "/XFA" in dictionary,
        "/JS" in dictionary and "/S" in dictionary,
        "/AA" in dictionary and not HAS_ACTIONS.isdisjoint(dictionary),
        isinstance(opening, DictionaryObject)
        and ("/Next" in opening or opening.get("/S", "/GoTo") not in ("/GoTo", "/Named")),
        *(_is_bad_link(_at(dictionary, key)) for key in ("/URI", "/Base")),
        dictionary.get("/S") == "/URI" and isinstance(_at(dictionary, "/URI"), DictionaryObject),
        _uses_another_file(dictionary),
    )
    if any(active):
        raise Refused(Verdict.ACTIVE)


def _is_bad_link(address: PdfObject | None) -> bool:
    """Return True for an address that may be anything else than `SCHEMES` or a host, and for anything else than a text.

    A dictionary is no address: the catalog's /URI contains /Base.
    """
    if isinstance(address, TEXTS):
        text = _without_mark(address.original_bytes).strip(BLANK)
        return not (SCHEMES.match(text) or re.fullmatch(rb"(?:#[^\\]*)?", text) or _has_public_host(text))
    return not isinstance(address, DictionaryObject | NullObject | None)


def _without_mark(text: bytes) -> bytes:
    """Return a text with a byte order mark in UTF-8 and without the mark, and any other text unchanged."""
    for mark, encoding in MARKS.items():
        if text.startswith(mark):
            return text.removeprefix(mark).decode(encoding, "replace").encode()
    return text


def _has_public_host(address: bytes) -> bool:
    """Return whether an address without a scheme, such as `www.harper.co.uk/pay`, has a host below a public suffix.

    A reader may take any other address for a file beside the document or in the network, and open it, such as
    `setup.exe`. A few suffixes are also endings of programs (`com`, `py`, `sh`), which nothing tells apart.
    """
    plain = unquote_to_bytes(address)
    match = WITHOUT_SCHEME.fullmatch(plain)
    if match is None or b"/.." in plain:
        return False
    return _public_suffixes().privatesuffix(match["host"].decode().lower()) is not None


@cache
def _public_suffixes() -> PublicSuffixList:
    """Return the list of publicsuffix.org. Reading it takes 0.03 s, so documents without such addresses do not."""
    return PublicSuffixList(accept_unknown=False)


def _uses_another_file(dictionary: DictionaryObject) -> bool:
    """Return True for data, a page or a file specification outside the document (PDF 32000-1, 7.3.8, 7.11, 8.10.4)."""
    if isinstance(dictionary, StreamObject):
        return not {"/F", "/FFilter", "/Ref", "/OPI"}.isdisjoint(dictionary)
    if "/EF" in dictionary:
        return False
    named = any(isinstance(_at(dictionary, key), TEXTS) for key in FILE_NAMES if key in dictionary)
    return named or dictionary.get("/Type") in ("/Filespec", "/F")


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
    print(judge(sys.stdin.buffer.read()).value)
    if time.process_time() > COSTLY_S:
        print("costly")

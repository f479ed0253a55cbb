"""The verdicts of the PDF reader. It runs in this process, which makes each case fast."""

import base64
import functools
import io
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from app.financial.pdf_check import Verdict, judge
from tests.pdfs import CONTENT, PAGES, PDF, compact, objects, packed, pdf, picture, stream, update, updated, written

MIB = 1024 * 1024


def pdf_by_pypdf(**options: str) -> bytes:
    """Return the same invoice as pypdf writes it."""
    writer = PdfWriter(clone_from=io.BytesIO(PDF))
    if options:
        writer.encrypt(**options, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("run.class", b"\xca\xfe\xba\xbe")
    return file.getvalue()


LINK = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://harper.example/JavaScript/Launch/S)>>>>"
FIELD = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(total)/V(480.00)/Rect[0 0 9 9]/DA(/F1 9 Tf)>>"
NOT_ZERO_INDEXED = PDF.replace(b"0 1\n0000000000 65535 f \n", b"")
"""A PDF whose table begins with object 1, as Windows printers write it."""

XML_INVOICE = (
    b"<?xml version='1.0'?><rsm:CrossIndustryInvoice xmlns:rsm='urn:un:unece:uncefact:data:standard:"
    b"CrossIndustryInvoice:100'><!-- for programs --></rsm:CrossIndustryInvoice>"
)


def pdf_with_xml(
    content: bytes = XML_INVOICE,
    name: bytes = b"factur-x.xml",
    more: dict[int, bytes] | None = None,
    entries: bytes = b"",
) -> bytes:
    """Return an invoice with its content as an attached XML file. `entries` are further ones of its specification."""
    attached = {
        10: b"<</Type/Filespec/F(%s)/UF(%s)/AFRelationship/Data/EF<</F 11 0 R/UF 11 0 R>>%s>>" % (name, name, entries),
        11: packed(content, b"/Type/EmbeddedFile/Subtype/text#2Fxml"),
    }
    return pdf(b"/AF[10 0 R]/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>", more={**attached, **(more or {})})


def xml_invoice(inside: bytes, start: bytes = b"<?xml version='1.0'?>") -> bytes:
    """Return an XML invoice that has these bytes inside, after another start."""
    return XML_INVOICE.replace(b"<!-- for programs -->", inside).replace(b"<?xml version='1.0'?>", start)


def flate(data: bytes, times: int = 1, entries: bytes = b"") -> bytes:
    return stream(data, b"/Filter[%s] " % (b"/FlateDecode" * times) + entries)


@functools.cache
def compressed_zeros(mib: int, times: int = 1) -> bytes:
    """Return so many MiB of zeros, compressed so many times."""
    data = bytes(mib * MIB)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def picture_in_letters(entries: bytes, more_filters: bytes = b"") -> bytes:
    """Return a document with a picture of 33 MiB, compressed and then written in ASCII85, as ReportLab does."""
    data = base64.a85encode(compressed_zeros(33), wrapcol=76) + b"~>"
    filters = b"/Filter[/ASCII85Decode/FlateDecode%s]" % more_filters
    return pdf(more={10: stream(data, b"/Subtype/Image/BitsPerComponent 8" + entries + filters)})


def predicted(data: bytes) -> bytes:
    """Return the data as rows of one byte each, and each row as a predictor leaves it."""
    return b"".join(bytes([0, byte]) for byte in data)


def packed_picture(bits: bytes) -> bytes:
    """Return a document with a compressed picture that states this number of bits for each colour of a pixel."""
    return pdf(more={10: packed(bytes(9), b"/Subtype/Image/Width 10/Height 9/BitsPerComponent %b " % bits)})


GOOD = {
    "minimal": PDF,
    "a Factur-X invoice": pdf_with_xml(),
    "a Factur-X invoice in UTF-8": pdf_with_xml(
        xml_invoice(b"<a>\xc5\xb4</a>", b"<?xml version='1.0' encoding='utf-8'?>")
    ),
    "a Factur-X invoice with older names": pdf_with_xml(entries=b"/Unix(factur-x.xml)/DOS(factur-x.xml)"),
    "a signed Factur-X invoice": pdf_with_xml(
        xml_invoice(b"<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'/>")
    ),
    "a Factur-X invoice in ISO-8859-1": pdf_with_xml(
        xml_invoice(b"<a>\xe9</a>", b"<?xml version='1.0' encoding='ISO-8859-1'?>")
    ),
    "a Factur-X invoice in UTF-16": pdf_with_xml(
        XML_INVOICE.replace(b"?>", b" encoding='UTF-16'?>").decode().encode("utf-16")
    ),
    "a Factur-X invoice without a declaration": pdf_with_xml(xml_invoice(b"", b"\n")),
    **{
        f"a UBL {kind}": pdf_with_xml(
            f"<ubl:{kind} xmlns:ubl='urn:oasis:names:specification:ubl:schema:xsd:{kind}-2'/>".encode(),
            b"xrechnung.xml",
        )
        for kind in ("Invoice", "CreditNote")
    },
    "a ZUGFeRD invoice of the first version": pdf_with_xml(
        b"<z:CrossIndustryDocument xmlns:z='urn:ferd:CrossIndustryDocument:invoice:1p0'/>", b"ZUGFeRD-invoice.xml"
    ),
    "a ZUGFeRD invoice": pdf_with_xml(name=b"ZUGFeRD-invoice.xml"),
    "a picture that is unpacked to its size": pdf(
        more={10: packed(bytes(31 * 9), b"/Subtype/Image/Width 10/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB")}
    ),
    **{f"a picture of {bits.decode()} bits": packed_picture(bits) for bits in (b"1", b"2", b"4", b"8", b"16")},
    "a drawing of 12 megapixels in letters": picture_in_letters(b"/Width 4032/Height 3024"),
    "a picture in hexadecimal without its end": pdf(
        more={10: stream(b"00" * 90, b"/Subtype/Image/Width 10/Height 9/BitsPerComponent 8/Filter/ASCIIHexDecode")}
    ),
    "a picture with parameters and no filter": pdf(
        more={10: stream(bytes(90), b"/Subtype/Image/Width 10/Height 9/BitsPerComponent 8/DecodeParms<<>>")}
    ),
    "flags of an annotation": pdf(page=b"/Annots[<</Type/Annot/Subtype/Text/F 4/Rect[0 0 9 9]>>]"),
    "references between parts of a text": pdf(more={10: b"<</Type/StructElem/S/P/Ref[11 0 R]>>", 11: b"<<>>"}),
    **{f"version {version}": written(objects(), version=version) for version in ("1.3", "1.4", "1.5", "1.6", "2.0")},
    "pypdf": pdf_by_pypdf(),
    "object and cross-reference streams": compact(objects()),
    "an update": updated(PDF, {CONTENT: packed(b"BT ET")}),
    "an update of streams": updated(updated(PDF, {CONTENT: packed(b"BT ET")}), {11: b"(more)"}),
    "a line break at the end": PDF + b"\r\n",
    "no line break at the end": PDF.rstrip(),
    "its end said twice": PDF + b"%%EOF\n",
    "its end on one line": PDF.replace(b"startxref\n", b"startxref ").replace(b"\n%%EOF", b"%%EOF"),
    "a kibibyte of blanks at the end": PDF + (b" \r\n\0" * 255),
    "a table that begins with 1": NOT_ZERO_INDEXED,
    "a link": pdf(page=b"/Annots[10 0 R]", more={10: LINK}),
    "a form without scripts": pdf(b"/AcroForm<</Fields[10 0 R]>>", b"/Annots[10 0 R]", {10: FIELD}),
    "opened at a place": pdf(b"/OpenAction[3 0 R/Fit]"),
    "opened by going to a place": pdf(b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
    "a blend mode and a font with unlucky names": pdf(
        page=b"/X<</BM/Screen>>", more={10: b"<</AA 5 0 R/JS 5 0 R/OpenAction 5 0 R>>"}
    ),
    "a reference to nothing": pdf(b"/Outlines 99 0 R"),
    "a scan of 10 MiB": pdf(size=10 * MIB),
    "an empty scan, A3 at 600 dots": pdf(
        more={10: packed(bytes(MIB), b"/Subtype/Image/Width 7016/Height 9921/BitsPerComponent 8/ColorSpace/DeviceRGB")}
    ),
    "two filters": pdf(
        more={10: stream(zlib.compress(b"x").hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]")}
    ),
    "a predictor before another filter": pdf(
        more={10: flate(zlib.compress(predicted(zlib.compress(b"x"))), 2, b"/DecodeParms[<</Predictor 15>>null]")}
    ),
    "a predictor before and after another filter": pdf(
        more={
            10: flate(zlib.compress(predicted(zlib.compress(predicted(b"x")))), 2, b"/DecodeParms[11 0 R 11 0 R]"),
            11: b"<</Predictor 15>>",
        }
    ),
    "an empty array of parameters": pdf(more={CONTENT: flate(zlib.compress(b"x"), 1, b"/DecodeParms[]")}),
    "null in place of filters": pdf(more={10: stream(b"x", b"/Filter null/DecodeParms null")}),
    "null in place of the parameters of two filters": pdf(
        more={CONTENT: flate(zlib.compress(zlib.compress(b"x")), 2, b"/DecodeParms null")}
    ),
    "more parameters than filters": pdf(more={CONTENT: flate(zlib.compress(b"x"), 1, b"/DecodeParms[null null]")}),
    "metadata": pdf(b"/Metadata 10 0 R", more={10: stream(b"<?xpacket?><x:xmpmeta/>", b"/Type/Metadata/Subtype/XML")}),
    "a loop of objects that is none of pages": pdf(
        b"/Outlines 10 0 R", more={10: b"<</Next 10 0 R/Prev 11 0 R>>", 11: b"[10 0 R]"}
    ),
}


@pytest.mark.parametrize("case", GOOD)
def test_valid_pdf_is_judged_good(case: str) -> None:
    assert judge(GOOD[case]) == Verdict.GOOD


DAMAGED = {
    "nothing": b"",
    "a header": b"%PDF-1.7\n",
    "words": b"%PDF-1.7\nhello\n%%EOF\n",
    "no end": PDF.replace(b"%%EOF", b""),
    "no version": PDF.replace(b"%PDF-1.7", b"%PDF-x.7"),
    "bytes missing in the middle": PDF.replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[]"),
    "a wrong start of the table": PDF.replace(b"startxref\n", b"startxref\n1"),
    "two starts of the table": PDF.replace(b"startxref\n", b"startxref 9\n"),
    "a stream longer than it says": PDF.replace(b"/Length ", b"/Length 1"),
    "a key twice": pdf(b"/Lang(a)/Lang(b)"),
    "an unknown filter": pdf(more={CONTENT: stream(b"x", b"/Filter/Magic")}),
    "fewer parameters than filters": pdf(
        more={
            CONTENT: stream(zlib.compress(zlib.compress(b"")), b"/Filter[/FlateDecode/FlateDecode]/DecodeParms[null]")
        }
    ),
    "parameters for the first of two filters": pdf(
        more={CONTENT: flate(zlib.compress(zlib.compress(b"")), 2, b"/DecodeParms<</Predictor 1>>")}
    ),
    "a table that ends up before itself": updated(PDF, {11: b"(x)"}).replace(
        b"/Prev %d" % int(PDF.split()[-2]), b"/Prev %d" % int(updated(PDF, {11: b"(x)"}).split()[-2])
    ),
    "an update whose former table is gone": updated(PDF, {11: b"(x)"}).replace(b"/Prev ", b"/Prev 1"),
    **{
        f"a picture of {bits.decode()} bits": packed_picture(bits)
        for bits in (b"0", b"-8", b"3", b"32", b"9" * 9, b"(8)")
    },
    "a catalog that is none": pdf(more={1: b"[]"}),
    "a page that calls what draws it a picture": pdf(more={CONTENT: picture(9)}),
    "a name that ends in the middle": compact({**objects(), 10: b"<</S/Launch\0/N(x)>>"}),
    "a table of nonsense": compact(objects(), data=b"\xff" * 72),
    "an object stream in a circle": compact(objects(), data=b"\x02\x00\x00\x00\x06\x00\x00\x00" * 9),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_damaged_pdf_is_judged_damaged(case: str) -> None:
    assert judge(DAMAGED[case]) == Verdict.DAMAGED


@pytest.mark.parametrize("whole", [PDF, compact(objects()), pdf_by_pypdf()], ids=["table", "stream", "pypdf"])
def test_pdf_cut_anywhere_is_judged_damaged(whole: bytes) -> None:
    for length in range(len(whole.rstrip())):
        assert judge(whole[:length]) == Verdict.DAMAGED, length


def test_pdf_cut_after_earlier_end_is_judged_as_earlier_version() -> None:
    assert judge(updated(PDF, {11: b"(x)"})[: len(PDF)]) == Verdict.GOOD


@pytest.mark.parametrize("password", ["", "secret"])
def test_encrypted_pdf_is_encrypted_even_with_empty_password(password: str) -> None:
    assert judge(pdf_by_pypdf(user_password=password, owner_password="owner")) == Verdict.ENCRYPTED


@pytest.mark.parametrize(
    "entry", [b"<</Filter/Standard/V 5/R 6>>", b"<</Filter/Unheard>>", b"10 0 R", b"(nonsense)", b"99 0 R"]
)
def test_pdf_with_any_encrypt_entry_is_encrypted(entry: bytes) -> None:
    assert judge(written(objects(), b"/Encrypt " + entry)) == Verdict.ENCRYPTED
    assert judge(written(objects(), b"/#45ncrypt " + entry)) == Verdict.ENCRYPTED


def pdf_with_bytes_at(place: int, mark: bytes) -> bytes:
    """Return a document with this mark at this offset, in a comment."""
    return update(b"%PDF-1.7\n%".ljust(place, b"x") + mark + b"\n", objects())


MIXED = {
    "an archive behind": PDF + zipped(),
    "an archive behind, and an end again": PDF + zipped() + PDF[PDF.rindex(b"startxref") :],
    "an archive inside": pdf(more={10: stream(zipped())}),
    "an archive on several disks": pdf(more={10: stream(b"PK\6\7" + bytes(12) + b"\2\0\0\0" + b"PK\5\6" + bytes(18))}),
    "another kind of archive": pdf(more={10: stream(b"Rar!\x1a\x07\0")}),
    "a third kind": pdf(more={10: stream(b"7z\xbc\xaf\x27\x1c\0")}),
    "a program behind": PDF + b"MZ\x90\0" * 99,
    "a page of a browser behind": PDF + b"<script>alert(1)</script>",
    "more than a kibibyte of blanks": PDF + b" " * 1025,
    "a page of a browser at the start": PDF.replace(b"%\xe2\xe3\xcf\xd3", b"%<HTML>"),
    "a script of a server at the start": PDF.replace(b"%\xe2\xe3\xcf\xd3", b"%<?php system($c)?>"),
    "a picture of another trade": pdf_with_bytes_at(128, b"DICM"),
    "a tape": pdf_with_bytes_at(257, b"ustar"),
    "a disk": pdf_with_bytes_at(0x8001, b"CD001"),
}


@pytest.mark.parametrize("case", MIXED)
def test_pdf_that_contains_another_file_format_is_judged_mixed(case: str) -> None:
    assert judge(MIXED[case]) == Verdict.MIXED


def pdf_with_predicted_table(size: int) -> bytes:
    """Return a document whose table of objects has this number of bytes, which a predictor has changed."""
    start = b"%PDF-1.7\n"
    entries = b"/Type/XRef/W[1 4 0]/Root 1 0 R/Size 9/DecodeParms<</Predictor 15/Columns 5>>"
    table = packed((b"\x04" + bytes(5)) * (size // 6), entries)
    return start + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(start))


HUGE = {
    "a table with a predictor": pdf_with_predicted_table(3 * MIB),
    "many parts": pdf(more=dict.fromkeys(range(10, 15_010), b"<<%s>>" % b"".join(b"/K%d/V" % n for n in range(12)))),
    "many small objects": pdf(more=dict.fromkeys(range(10, 30_010), b"1")),
    "a stream": pdf(more={CONTENT: flate(compressed_zeros(33))}),
    "a stream with an empty array of parameters": pdf(
        more={CONTENT: flate(compressed_zeros(33), 1, b"/DecodeParms[]")}
    ),
    "a stream in two filters with null in place of their parameters": pdf(
        more={CONTENT: flate(compressed_zeros(33, 2), 2, b"/DecodeParms null")}
    ),
    "a stream with more parameters than filters": pdf(
        more={CONTENT: flate(compressed_zeros(33), 1, b"/DecodeParms[null null]")}
    ),
    "a stream behind a reference": pdf(
        more={CONTENT: stream(compressed_zeros(33), b"/Filter 10 0 R"), 10: b"/FlateDecode"}
    ),
    "a stream in two filters": pdf(more={CONTENT: flate(compressed_zeros(33, 2), 2)}),
    "five filters": pdf(more={CONTENT: flate(b"", 5)}),
    "a picture in five filters": pdf(more={10: flate(b"", 5, b"/Subtype/Image")}),
    "runs": pdf(more={CONTENT: stream(b"\x81\0" * (MIB // 4 + 9999), b"/Filter/RunLengthDecode")}),
    "many streams": pdf(more={number: flate(compressed_zeros(30)) for number in range(10, 15)}),
    "an object stream": pdf(more={10: flate(compressed_zeros(33), 1, b"/Type/ObjStm/N 1/First 4")}),
    "an object stream with the catalog": compact(objects(), count=9_999_999),
    "a table": compact(objects(), data=bytes(33 * MIB)),
    "a million objects in a table": compact(objects(), data=bytes(8 * MIB), size=1_000_000),
    "too many objects in a table": b"%%PDF-1.7\nxref\n0 50001\n%strailer\n<</Root 1 0 R>>\nstartxref\n9\n%%%%EOF\n"
    % (b"0000000009 00000 n \n" * 50_001),
    "a deep array": pdf(more={10: b"[" * 5_000 + b"]" * 5_000}),
    "a deep dictionary": pdf(more={10: b"<</A" * 5_000 + b">>" * 5_000}),
    "a deep tree of pages": pdf(
        more={PAGES: b"<</Type/Pages/Kids[100 0 R]/Count 1>>"}
        | {n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(100, 199)}
        | {199: b"<</Type/Page/Parent 198 0 R>>"}
    ),
    "too many pages": pdf(more={PAGES: b"<</Type/Pages/Kids[%s]/Count 2001>>" % (b"3 0 R " * 2001)}),
    "a picture larger than its size": pdf(
        more={10: flate(compressed_zeros(33), 1, b"/Subtype/Image/Width 10/Height 9/BitsPerComponent 8")}
    ),
    "a picture in letters, larger than its size": picture_in_letters(b"/Width 4032/Height 302"),
    "a picture in letters without a size": picture_in_letters(b"", b"/DCTDecode"),
    "a picture without a size": pdf(
        more={10: stream(compressed_zeros(33), b"/Subtype/Image/Filter[/FlateDecode/DCTDecode]")}
    ),
    "a picture in another packing": pdf(
        more={10: stream(b"\x81\0" * (MIB // 4 + 9999), b"/Subtype/Image/Width 9/Height 9/Filter/RunLengthDecode")}
    ),
    "a picture": pdf(more={10: picture(9, b"/Width 100000/Height 100000")}),
}


@pytest.mark.parametrize("case", HUGE)
def test_oversized_pdf_is_judged_huge(case: str) -> None:
    assert judge(HUGE[case]) == Verdict.HUGE


def test_pdf_with_circular_pages_is_refused() -> None:
    kids = (b"2 0 R", b"3 0 R 2 0 R", b"10 0 R")
    for kid in kids:
        circle = {PAGES: b"<</Type/Pages/Kids[%s]/Count 1>>" % kid, 10: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}
        assert judge(pdf(more=circle)) in (Verdict.HUGE, Verdict.DAMAGED)


def pdfs_with_action(action: bytes) -> dict[str, bytes]:
    """Return documents that contain an action in different places."""
    inside = {**objects(), 10: action}
    annotation = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A 10 0 R>>"
    return {
        "opening": pdf(b"/OpenAction 10 0 R", more={10: action}),
        "direct": pdf(b"/OpenAction " + action),
        "annotation": pdf(page=b"/Annots[11 0 R]", more={10: action, 11: annotation}),
        "next": pdf(more={10: b"<</S/GoTo/D[3 0 R/Fit]/Next[" + action + b"]>>"}),
        "names": pdf(b"/Names<</X<</Names[(a)10 0 R]>>>>", more={10: action}),
        "object stream": compact(inside),
        "update": updated(PDF, {10: action}),
        "former version": updated(written(inside), {10: b"null"}),
    }


def test_action_in_another_generation_of_an_object_is_found() -> None:
    file = written({**objects(), 10: b"<</S 11 0 R/F(x)>>", 11: b"/Launch"})
    former, place = file.rindex(b"startxref"), len(file)
    table = place + len(b"11 1 obj\nnull\nendobj\n")
    file += b"11 1 obj\nnull\nendobj\nxref\n11 1\n%010d 00001 n \n" % place
    file += b"trailer\n<</Size 12/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        int(file[former + 9 :].split()[0]),
        table,
    )
    assert judge(file) == Verdict.ACTIVE


KINDS = ("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound")


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_action_is_found_in_any_place_and_spelling(kind: str) -> None:
    name = kind.encode()
    for written_as in (name, b"#%02x" % name[0] + name[1:], name[:-1] + b"#%02X" % name[-1]):
        for place, file in pdfs_with_action(b"<</Type/Action/S/%s/F(x)>>" % written_as).items():
            assert judge(file) == Verdict.ACTIVE, (written_as, place)


ACTIVE = {
    "a script's tree": pdf(b"/Names<</JavaScript<</Names[]>>>>"),
    "a kind behind a reference": pdf(more={10: b"<</S 11 0 R/JS(x)>>", 11: b"/JavaScript"}),
    "a script without its kind": pdf(more={10: b"<</S/Other/JS 11 0 R>>", 11: stream(b"app.alert(1)")}),
    "actions of a page": pdf(page=b"/AA<</O<</S/URI/URI(https://harper.example)>>>>"),
    "actions of a field": pdf(more={10: b"<</FT/Tx/AA<<>>>>"}),
    "a page in the browser at opening": pdf(b"/OpenAction<</S/URI/URI(https://harper.example)>>"),
    "a script as a link": pdf(more={10: b"<</S/URI/URI( JavaScript:alert\\(1\\))>>"}),
    "a stream as a link": pdf(more={10: b"<</S/URI/URI 11 0 R>>", 11: stream(b"javascript:a")}),
    "a file as a link": pdf(more={10: b"<</S/URI/URI(file:///etc/passwd)>>"}),
    "a form with a form inside": pdf(b"/AcroForm<</Fields[]/XFA 10 0 R>>", more={10: stream(b"<xdp/>")}),
    "media": pdf(page=b"/Annots[<</Subtype/RichMedia>>]"),
    "three dimensions": pdf(page=b"/Annots[<</Subtype/3D>>]"),
    "an article of another file": pdf(more={10: b"<</S/Thread/F(x.pdf)/D 0>>"}),
    "data in another file": pdf(more={10: stream(b"", b"/F(//host/share/x)")}),
    "a page of another file": pdf(
        more={10: stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(x.pdf)/Page 0>>")}
    ),
    "a picture in another file": pdf(
        more={10: stream(b"", b"/Subtype/Form/BBox[0 0 9 9]/OPI<</2.0<</Type/OPI/Version 2.0/F(x.tif)>>>>")}
    ),
    "another file": pdf(more={10: b"<</Type/Filespec/F(//host/share/x)>>"}),
    "another file, without the type": pdf(b"/AF[<</F(//host/share/a.exe)>>]"),
    "another file, in a form": pdf(b"/AcroForm<</F(//host/x)>>"),
    "another file, behind a reference": pdf(b"/AF[<</F 10 0 R>>]", more={10: b"(//host/share/a.exe)"}),
    "another file, at an address": pdf(b"/AF[<</FS/URL/F(https://harper.example)>>]"),
    **{
        f"another file, under {key}": pdf(b"/AF[<</%s<%s>>>]" % (key.encode(), b"x\x9f".hex().encode()))
        for key in ("UF", "Unix", "DOS", "Mac")
    },
    "an action that no table lists": update(b"%PDF-1.7\n9 0 obj <</S /J#61vaScript/JS(x)>> endobj\n", objects()),
}
ATTACHED = {
    "a tree of files": pdf(
        b"/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>", more={10: b"<</F(a.exe)/EF<</F 11 0 R>>>>", 11: stream(b"MZ")}
    ),
    "an invoice for machines": pdf(
        b"/AF[10 0 R]",
        more={
            10: b"<</Type/Filespec/F(factur-x.xml)/AFRelationship/Data/EF<</F 11 0 R>>>>",
            11: stream(b"<x/>", b"/Type/EmbeddedFile/Subtype/text#2Fxml"),
        },
    ),
    "another kind of XML": pdf_with_xml(b"<?xml version='1.0'?><svg/>"),
    "an invoice with entities": pdf_with_xml(b"<?xml version='1.0'?><!DOCTYPE x>" + XML_INVOICE[21:]),
    "an invoice under the name of a program": pdf_with_xml(name=b"factur-x.exe"),
    "an invoice and a program": pdf_with_xml(
        more={12: b"<</Type/Filespec/F(a.exe)/EF<</F 13 0 R>>>>", 13: stream(b"MZ", b"/Type/EmbeddedFile")}
    ),
    "two programs under the name of an invoice": pdf_with_xml(
        more={12: b"<</Type/Filespec/F(factur-x.xml)/EF<</F 13 0 R>>>>", 13: stream(b"MZ", b"/Type/EmbeddedFile")}
    ),
    "a large invoice": pdf_with_xml(XML_INVOICE + bytes(6 * MIB)),
    "an invoice with a script": pdf_with_xml(
        xml_invoice(b"<h:script xmlns:h='http://www.w3.org/1999/&#120;html'>alert(1)</h:script>")
    ),
    "an invoice with a drawing": pdf_with_xml(xml_invoice(b"<svg xmlns='http://www.w3.org/2000/svg'/>")),
    "an invoice with a style sheet": pdf_with_xml(
        xml_invoice(b"", b"<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='http://harper.example/x'?>")
    ),
    "an invoice in UTF-7": pdf_with_xml(xml_invoice(b"", b"<?xml version='1.0' encoding='UTF-7'?>")),
    "an invoice in a code page": pdf_with_xml(xml_invoice(b"", b"<?xml version='1.0' encoding='windows-1252'?>")),
    "an invoice in two filters": pdf_with_xml(
        more={11: flate(zlib.compress(zlib.compress(XML_INVOICE)), 2, b"/Type/EmbeddedFile")}
    ),
    "an invoice that begins with a comment": pdf_with_xml(xml_invoice(b"", b"<!-- a web page for some -->")),
    "an invoice in UTF-16 without a byte order mark": pdf_with_xml(XML_INVOICE.decode().encode("utf-16-be")),
    "the same the other way round": pdf_with_xml(XML_INVOICE.decode().encode("utf-16-le")),
    "an invoice inside something else": pdf_with_xml(b"<?xml version='1.0'?><a>%s</a>" % XML_INVOICE[21:]),
    "an invoice that is no XML": pdf_with_xml(XML_INVOICE[:-1]),
    "an invoice with a related file": pdf_with_xml(more={12: stream(b"MZ")}, entries=b"/RF<</F[(a.exe)12 0 R]>>"),
    **{
        f"an invoice with another name in {key}": pdf_with_xml(entries=b"/%s(a.exe)" % key.encode())
        for key in ("Unix", "DOS", "Mac")
    },
    "a pin": pdf(page=b"/Annots[<</Subtype/FileAttachment>>]"),
    "a pin in an object stream": compact({**objects(), 10: b"<</Subtype/FileAttachm#65nt>>"}),
}


@pytest.mark.parametrize("case", ACTIVE)
def test_pdf_with_active_content_is_judged_active(case: str) -> None:
    assert judge(ACTIVE[case]) == Verdict.ACTIVE


@pytest.mark.parametrize("case", ATTACHED)
def test_pdf_with_embedded_files_has_attachments(case: str) -> None:
    assert judge(ATTACHED[case]) == Verdict.ATTACHMENTS


def test_pdf_without_pages_has_no_pages() -> None:
    assert judge(pdf(more={PAGES: b"<</Type/Pages/Kids[]/Count 7>>"})) == Verdict.NO_PAGES


WHOLE = (PDF, compact(objects()), updated(PDF, {CONTENT: packed(b"BT ET")}), *list(ACTIVE.values())[:3])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=9)), min_size=1, max_size=6),
)
def test_randomly_damaged_pdf_gets_a_verdict(whole: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    for share, gone, put in changes:
        place = int(share * len(whole))
        whole = whole[:place] + put + whole[place + gone :]
    assert judge(whole) in Verdict

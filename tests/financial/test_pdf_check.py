"""The verdicts of the PDF reader. It runs in this process, which makes each case fast."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from app.financial.pdf_check import ACTIVE_NAMES, judge
from app.financial.pdf_subprocess import SENTENCES
from tests.pdfs import CONTENT, PAGES, PDF, compact, hybrid, objects, packed, pdf, stream, update, updated, written

MIB = 1024 * 1024


def pdf_by_pypdf(**options: str) -> bytes:
    """Return the same invoice as pypdf writes it."""
    writer = PdfWriter(clone_from=io.BytesIO(PDF))
    if options:
        writer.encrypt(**options, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


LINK = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://harper.example/JavaScript/Launch/S)>>>>"
FIELD = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(total)/V(480.00)/Rect[0 0 9 9]/DA(/F1 9 Tf)>>"
FILE = {10: b"<</F(a.exe)/EF<</F 11 0 R>>>>", 11: stream(b"MZ")}
WITH_FILE = {**objects(b"/AF[10 0 R]"), **FILE}
UPDATED = updated(PDF, WITH_FILE)
"""An attachment comes with an update. pypdf reads the first revision if it does not find the end of the second."""
CHANGED = updated(PDF, {CONTENT: packed(b"BT ET")})
EARLIER = b"%PDF-1.7\n10 0 obj\n<<>>\nendobj\n"
TWICE = update(EARLIER, WITH_FILE)
"""The object 10 is there twice, and the table lists the second."""
SCRIPT = b"<</S %c\n/J#61vaScript/JS(x)>>"

GOOD = {
    "minimal": PDF,
    **{f"version {version}": written(objects(), version=version) for version in ("1.3", "1.6", "2.0")},
    "pypdf": pdf_by_pypdf(),
    "object and cross-reference streams": compact(objects()),
    "an update": updated(PDF, {CONTENT: packed(b"BT ET")}),
    "an update of streams": updated(updated(PDF, {CONTENT: packed(b"BT ET")}), {11: b"(more)"}),
    "no line break at the end": PDF.rstrip(),
    "its end said twice": PDF + b"%%EOF\n",
    "its end on one line": PDF.replace(b"startxref\n", b"startxref ").replace(b"\n%%EOF", b"%%EOF"),
    "blanks at the end": PDF + (b" \r\n\0" * 255),
    "a table that begins with 1": PDF.replace(b"0 1\n0000000000 65535 f \n", b""),
    "a blank before an object": PDF.replace(b"5 0 obj\n<<", b" 5 0 obj<<"),
    "a link": pdf(page=b"/Annots[10 0 R]", more={10: LINK}),
    "a form without scripts": pdf(b"/AcroForm<</Fields[10 0 R]>>", b"/Annots[10 0 R]", {10: FIELD}),
    "opened at a place": pdf(b"/OpenAction[3 0 R/Fit]"),
    "opened by going to a place": pdf(b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
    "fonts with unlucky names": pdf(more={10: b"<</AA 5 0 R/JS 5 0 R/OpenAction 5 0 R>>"}),
    "a reference to nothing": pdf(b"/Outlines 99 0 R"),
    "a scan of 10 MiB": pdf(size=10 * MIB),
    "a stream of 33 MiB, which is not unpacked": pdf(more={CONTENT: packed(bytes(33 * MIB))}),
    "a loop of objects": pdf(b"/Outlines 10 0 R", more={10: b"<</Next 10 0 R/Prev 11 0 R>>", 11: b"[10 0 R]"}),
}
DAMAGED = {
    "nothing": b"",
    "a header": b"%PDF-1.7\n",
    "words": b"%PDF-1.7\nhello\n%%EOF\n",
    "no end": PDF.replace(b"%%EOF", b""),
    "bytes missing in the middle": PDF.replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[]"),
    "a wrong start of the table": PDF.replace(b"startxref\n", b"startxref\n1"),
    "a stream longer than it says": PDF.replace(b"/Length ", b"/Length 1"),
    "a key twice": pdf(b"/Lang(a)/Lang(b)"),
    "an update whose former table is gone": updated(PDF, {11: b"(x)"}).replace(b"/Prev ", b"/Prev 1"),
    "an update without its end": CHANGED.removesuffix(b"%%EOF\n"),
    "an update with another end": CHANGED.removesuffix(b"%%EOF\n") + b"%%eof\n",
    "two starts of the table": PDF.rstrip() + b" startxref 9\n",
    "two starts of the table on one line": PDF.replace(b"\n%%EOF", b"%%EOF startxref 9"),
    "a former table that pypdf skips": updated(compact(objects()).replace(b"/W[1 4 3]", b"/W[1 4 3 0]"), objects()),
    "an object twice, and neither at its place": re.sub(
        rb"(\n10 1\n)\d{10}", rb"\g<1>0000000003", update(EARLIER, {**objects(), 10: b"<</F(a)>>"})
    ),
    "a catalog that is none": pdf(more={1: b"[]"}),
    "no pages": pdf(more={PAGES: b"<</Type/Pages/Kids[]/Count 7>>"}),
    "a table of nonsense": compact(objects(), data=b"\xff" * 72),
    "an object stream in a circle": compact(objects(), data=b"\x02\x00\x00\x00\x06\x00\x00\x00" * 9),
}
ENCRYPTED = {
    **{f"the password {word!r}": pdf_by_pypdf(user_password=word, owner_password="owner") for word in ("", "secret")},
    **{
        f"{key.decode()} {entry.decode()}": written(objects(), b"/%s " % key + entry)
        for key in (b"Encrypt", b"#45ncrypt")
        for entry in (b"<</Filter/Standard/V 5/R 6>>", b"<</Filter/Unheard>>", b"10 0 R", b"(nonsense)", b"99 0 R")
    },
}
HUGE = {
    "an object stream with the catalog": compact(objects(), count=9_999_999),
    "a deep array": pdf(more={10: b"[" * 5_000 + b"]" * 5_000}),
}
ACTIVE = {
    **{f"{name} in an object": pdf(more={10: b"<</S%s>>" % name.encode()}) for name in sorted(ACTIVE_NAMES)},
    **{f"{name} as a subtype": pdf(page=b"/Annots[<</Subtype%s>>]" % name.encode()) for name in sorted(ACTIVE_NAMES)},
    "in the catalog": pdf(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    "behind a reference": pdf(b"/OpenAction 10 0 R", more={10: b"<</S/JavaScript/JS 11 0 R>>", 11: stream(b"x")}),
    "a kind behind a reference": pdf(more={10: b"<</S 11 0 R>>", 11: b"/JavaScript"}),
    "in other letters": pdf(more={10: b"<</S/J#61vaScript>>"}),
    "in an object stream": compact({**objects(), 10: b"<</S/Launch/F(a.exe)>>"}),
    "in the trailer": written(objects(), b"/Info<</A<</S/Launch>>>>"),
    "in an update": updated(PDF, {10: b"<</S/Launch>>"}),
    "in the names": pdf(b"/Names<</JavaScript<</Names[(a)10 0 R]>>>>", more={10: b"<<>>"}),
    "after another action": pdf(page=b"/A<</S/GoTo/D[3 0 R/Fit]/Next[<</S/URI/Next<</S/Launch>>>>]>>"),
    "a name that ends in the middle": compact({**objects(), 10: b"<</S/Launch\0/N(x)>>"}),
    "that no table lists": update(b"%PDF-1.7\n9 0 obj <</S /J#61vaScript/JS(x)>> endobj\n", objects()),
    "that no table lists, with a comment": update(b"%PDF-1.7\n9 0 obj %c\n" + SCRIPT + b" endobj\n", objects()),
    "that no table lists, in an object stream": update(
        b"%PDF-1.7\n9 0 obj " + packed(b"10 0 " + SCRIPT, b"/Type/ObjStm/N 1/First 5") + b" endobj\n", objects()
    ),
    "behind the end": PDF + b"10 0 obj" + SCRIPT + b"endobj %" + b"x" * 9_000,
    "a script without its kind": pdf(more={10: b"<</S/Other/JS 11 0 R>>", 11: stream(b"app.alert(1)")}),
    "actions of a page": pdf(page=b"/AA<</O<</S/URI/URI(https://harper.example)>>>>"),
    "actions of a field": pdf(more={10: b"<</FT/Tx/AA<<>>>>"}),
    "a page in the browser at opening": pdf(b"/OpenAction<</S/URI/URI(https://harper.example)>>"),
    "a link after opening": pdf(b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/URI>>>>"),
}
ATTACHMENTS = {
    "a tree of files": pdf(b"/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>", more=FILE),
    "a file without a name": pdf(b"/AF[10 0 R]", more=FILE),
    "a file that nothing refers to": pdf(more=FILE),
    "a file that one of two tables calls free": hybrid(WITH_FILE, 10),
    "the second of two objects": TWICE,
    "an update with a file": UPDATED,
    "an update with a file, without its end": UPDATED.removesuffix(b"%%EOF\n"),
    "a file that no table lists": PDF + b"10 0 obj <</F(a.exe)/EF<</F 11 0 R>>>> endobj\n",
    "a former table with a file": updated(compact(WITH_FILE), objects(b"/AF[10 0 R]")),
    "an invoice for programs": pdf(more={10: stream(b"<x/>", b"/Type/EmbeddedFile/Subtype/text#2Fxml")}),
    "a pin": pdf(page=b"/Annots[<</Subtype/FileAttachment>>]"),
    "a pin in an object stream": compact({**objects(), 10: b"<</Subtype/FileAttachm#65nt>>"}),
}
FORM = {
    "XFA": pdf(b"/AcroForm<</Fields[]/XFA 10 0 R>>", more={10: stream(b"<xdp/>")}),
    "XFA that no table lists": PDF + b"10 0 obj <</Fields[]/XFA(x)>> endobj\n",
    "XFA in an object stream": compact({**objects(), 10: b"<</XF#41[(a)11 0 R]>>"}),
}
CASES = [
    (verdict, case, content)
    for verdict, cases in {
        "good": GOOD,
        "damaged": DAMAGED,
        "encrypted": ENCRYPTED,
        "huge": HUGE,
        "active": ACTIVE,
        "attachments": ATTACHMENTS,
        "form": FORM,
    }.items()
    for case, content in cases.items()
]


@pytest.mark.parametrize(("verdict", "content"), [(v, c) for v, _, c in CASES], ids=[f"{v}: {i}" for v, i, _ in CASES])
def test_pdf_gets_its_verdict(verdict: str, content: bytes) -> None:
    assert judge(content) == verdict


@pytest.mark.parametrize("whole", [PDF, compact(objects()), pdf_by_pypdf()], ids=["table", "stream", "pypdf"])
def test_pdf_cut_anywhere_is_judged_damaged(whole: bytes) -> None:
    for length in range(whole.rindex(b"%%EOF")):
        assert judge(whole[:length]) == "damaged", length


WHOLE = (PDF, compact(objects()), updated(PDF, {CONTENT: packed(b"BT ET")}), *list(ACTIVE.values())[:3])


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=9)), min_size=1, max_size=6),
)
def test_randomly_damaged_pdf_gets_a_verdict(whole: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    for share, gone, put in changes:
        place = int(share * len(whole))
        whole = whole[:place] + put + whole[place + gone :]
    assert judge(whole) in {"good", *SENTENCES}

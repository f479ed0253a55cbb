"""The PDF that the phone makes of a photo: one page, which the photo fills, and nothing else."""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode

import pytest
from pypdf import PdfReader

from app.financial.pdf_check import judge
from tests.web.js_modules import evaluate

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 300 + b"\xff\xd9"
A4_LONG = 842


def pdf_of(width: int, height: int) -> bytes:
    argument = {"jpeg": b64encode(JPEG).decode(), "width": width, "height": height}
    code = "it.pdfOf(Uint8Array.from(Buffer.from(argument.jpeg, 'base64')), argument.width, argument.height)"
    return b64decode(
        evaluate(
            "invoice/photo-pdf.ts",
            f"Buffer.concat({code}.map((part) => Buffer.from(part))).toString('base64')",
            argument,
        )
    )


@pytest.mark.parametrize(("width", "height"), [(1500, 2000), (2000, 1500), (1, 2000), (640, 640)])
def test_photo_fills_the_only_page_in_its_proportions(width: int, height: int) -> None:
    reader = PdfReader(io.BytesIO(pdf_of(width, height)), strict=True)
    [page] = reader.pages
    box = page.mediabox
    assert max(box.width, box.height) == A4_LONG
    assert float(box.width) / float(box.height) == pytest.approx(width / height, rel=0.01)
    [picture] = page["/Resources"]["/XObject"].values()  # type: ignore[index]
    picture = picture.get_object()
    assert (picture["/Width"], picture["/Height"], picture["/Filter"]) == (width, height, "/DCTDecode")
    assert picture._data == JPEG  # the stream as it is stored: pypdf decodes pictures with Pillow only
    drawn = re.fullmatch(rb"([\d.]+) 0 0 ([\d.]+) 0 0 cm/P Do", page.get_contents().get_data())  # type: ignore[union-attr]
    assert drawn is not None
    assert [float(side) for side in drawn.groups()] == [float(box.width), float(box.height)]


def test_photo_pdf_has_no_metadata_and_passes_the_check_of_the_portal() -> None:
    content = pdf_of(1500, 2000)
    reader = PdfReader(io.BytesIO(content))
    assert (reader.metadata, reader.xmp_metadata) == (None, None)
    assert judge(content) == "good"

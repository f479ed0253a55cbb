"""Links and open actions of documents. A script in an address is found however it is written."""

import pytest

from app.financial.pdf_check import Verdict, judge
from tests.pdfs import pdf


def in_two_bytes(text: str, encoding: str = "utf-16-be") -> bytes:
    """Return a text in hexadecimal, with two bytes for each letter and a byte order mark."""
    return b"<%s>" % f"\ufeff{text}".encode(encoding).hex().encode()


HTTP_IN_PAIRS = b"http:/".decode("utf-16-be")
"""Three Chinese letters."""
ACTIVE = {
    "a capital and a blank": b"( JavaScript:x)",
    "bytes that are no text": b"(javascript:x//\x9f)",
    "the same in hexadecimal": b"<%s>" % b"javascript:x//\x9f".hex().encode(),
    "two bytes a letter": in_two_bytes("javascript:x"),
    "two bytes a letter, the other way round": in_two_bytes("javascript:x", "utf-16-le"),
    "letters whose bytes are a scheme": in_two_bytes(HTTP_IN_PAIRS + r"\..\..\setup.exe"),
    "the same the other way round": in_two_bytes(b"http:/".decode("utf-16-le") + r"\..\..\setup.exe", "utf-16-le"),
    "another letter in front of the scheme": in_two_bytes("\u00a0https://harper.example"),
    "another byte in front of the scheme": b"(\xa0https://harper.example)",
    "a scheme in other letters": in_two_bytes("http\u017f://harper.example"),
    "a host that ends in the middle": rb"(setup.exe\000.co.uk)",
    "a host with another letter": in_two_bytes("setup.exe\u200b.co.uk"),
    "a tab between letters": b"(java\\tscript:x)",
    "a line break between letters": b"(java\\nscript:x)",
    "a control character in front": b"(\\001javascript:x)",
    "a file": b"(file:///etc/passwd)",
    "a scheme of a program": b"(ms-msdt:/id PCWDiagnostic)",
    "a file server": b"(ftp://harper.example/a)",
    "a computer in the network": rb"(\\\\host\\share)",
    "the same with slashes": b"(//host/share)",
    "a path": b"(/etc/passwd)",
    "a path to a folder above": b"(../x)",
    "a path with backslashes": rb"(x\\y)",
    "a path to a folder above, with backslashes": rb"(..\\..\\x.exe)",
    **{
        f"without a scheme: {address}": b"(%s)" % address.encode()
        for address in (
            *(
                "calc.exe",
                "setup%2eexe",
                "setup.exe%20",
                "setup.exe%00.co.uk",
                "setup.exe;x",
                "setup.exe,0",
                "calc.exe.",
            ),
            *("x/Setup.MSI?a", "www.setup.exe", "x.docm", "x.iso", "x.appinstaller", "x.library-ms", "?x"),
            *("%5c%5cevil%5cshare", "%2f%2fevil/share", "..%2fx", "file%3a///etc/passwd", "192.0.2.1/x", "co.uk"),
            *("harper.co.uk:x/a", "harper.co.uk:", "setup.exe:80", "harper.co.uk:80/../x"),
            *("harper.co.uk/../../x", "harper.co.uk//..%2fx", "harper.co.uk%5cx", "harper.co.uk/a%5c..%5cx"),
        )
    },
    "an array": b"[(javascript:a)]",
    "a name": b"/javascript:a",
}
GOOD = (
    *(b"(https://harper.example/?data:x)", b"(HTTP://harper.example)", b"(mailto:office@harper.example)"),
    *(b"(tel:+441132960000)", b"(www.smith-plumbing.co.uk)", b"(www.harper.com/a?b:c)", b"()", b" null"),
    *(b"(smith-plumbing.co.uk/pay)", b"(HARPER.CO.UK/invoices/7.html#a)", b"(office@harper.co.uk)", b"(#page=2)"),
    *(b"(harper.co.uk/caf%c3%a9%20a)", in_two_bytes("harper.co.uk")),
    *(in_two_bytes("https://harper.example/caf\u00e9"), in_two_bytes("https://harper.example", "utf-16-le")),
    *(b"(\xef\xbb\xbfhttps://harper.example)", b"( https://harper.example )", b"(www.harper.co.uk:8080/a)"),
)
TO_A_PAGE = b"<</S/URI/URI(https://harper.example)>>"


def pdf_with_link(address: bytes) -> bytes:
    return pdf(more={10: b"<</S/URI/URI%s>>" % address})


@pytest.mark.parametrize("way", ACTIVE)
def test_pdf_with_link_to_script_or_file_is_judged_active(way: str) -> None:
    assert judge(pdf_with_link(ACTIVE[way])) == Verdict.ACTIVE
    assert judge(pdf(b"/URI<</Base%s>>" % ACTIVE[way])) == Verdict.ACTIVE, "what all links begin with"


@pytest.mark.parametrize("address", GOOD)
def test_pdf_with_ordinary_link_is_judged_good(address: bytes) -> None:
    assert judge(pdf_with_link(address)) == Verdict.GOOD


@pytest.mark.parametrize("following", [TO_A_PAGE, b"[%s]" % TO_A_PAGE, b"10 0 R"])
def test_pdf_with_open_action_followed_by_a_link_is_judged_active(following: bytes) -> None:
    opening = b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next %s>>" % following
    assert judge(pdf(opening, more={10: TO_A_PAGE})) == Verdict.ACTIVE

"""A document of any size is processed in files, in pieces. All errors are the same as for small documents."""

import base64
import hashlib
import io
import json
import os
import re
import resource
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mmap import mmap
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.api import large_json
from app.submissions.cleanup import delete_old
from tests.jobs.expected import client_for
from tests.pdfs import PDF, pdf
from tests.portal_server import PortalServer

URL = "/api/contractor/invoices"
GOOD = {"jobId": "JOB-1", "amount": 480.00, "description": "Works", "invoiceDate": "2026-11-25", "invoiceNumber": "A-7"}
LARGE = pdf(size=394_000)
"""A document larger than the memory buffer. Its last piece is smaller than a file's write buffer."""
JSON, FORM = "application/json", "multipart/form-data; boundary=x"
CHUNKED = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return client_for(portal_server, "acme/CON-1001")


def body_as_json(content: bytes = LARGE, /, **changes: Any) -> str:
    document = {"name": "a.pdf", "content": base64.b64encode(content).decode()}
    return json.dumps({**GOOD, "document": document, **changes})


def body_as_form(content: bytes = LARGE, **changes: Any) -> bytes:
    fields = {name: str(value) for name, value in {**GOOD, **changes}.items()}
    file = FileStorage(io.BytesIO(content), "a.pdf")
    return encode_multipart({**fields, "document": file}, "x")[1]


def post(client: FlaskClient, body: str | bytes, *, kind: str = JSON, in_chunks: bool = False) -> TestResponse:
    if not in_chunks:
        return client.post(URL, data=body, content_type=kind)
    stream = io.BytesIO(body.encode() if isinstance(body, str) else body)
    return client.post(URL, environ_overrides={**CHUNKED, "CONTENT_TYPE": kind, "wsgi.input": stream})


def documents_in_agentos(portal_server: PortalServer) -> list[tuple[str, int]]:
    """Return the SHA-256 and the size of each document in AgentOS."""
    return [(document["SHA256"], document["Size"]) for document in portal_server.simulator.state()["documents"]]


def open_document_files(portal_server: PortalServer) -> list[str]:
    """Return the open files of this process in the folder of documents, including unnamed files."""
    if not Path("/proc/self/fd").exists():
        return []  # only Linux has this list
    descriptors = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd")]
    targets = [os.readlink(path) for path in descriptors if os.path.lexists(path)]
    return [path for path in targets if path.startswith(str(portal_server.config.documents_dir))]


WRITTEN: dict[str, Callable[[str], str]] = {
    "plainly": lambda text: text,
    "with escaped slashes": lambda text: text.replace("/", "\\/"),
    "with escaped signs": lambda text: text.replace("/", "\\u002f").replace("+", "\\u002B"),
    "with an escaped letter": lambda text: text.replace('"content": "J', '"content": "\\u004A'),
    "with an escaped name": lambda text: text.replace('"content"', '"\\u0063ontent"'),
    "with blanks": lambda text: text.replace('"content": ', '"content" \t:\r\n  '),
    "as a text of its own": lambda text: text.replace("Works", '\\"content\\": \\"JVBERi0x\\"'),
    "behind much else": lambda text: " " * 65_000 + text,
    "before much else": lambda text: text + "\n" * 65_000,
}


@pytest.mark.parametrize("way", [*WRITTEN, "in chunks", "in a form", "in a form in chunks"])
def test_large_document_arrives_unchanged_and_leaves_no_open_file(
    portal_server: PortalServer, client: FlaskClient, way: str
) -> None:
    in_chunks = way.endswith("in chunks")
    if "form" in way:
        answer = post(client, body_as_form(), kind=FORM, in_chunks=in_chunks)
    else:
        answer = post(client, WRITTEN.get(way, str)(body_as_json()), in_chunks=in_chunks)
    assert answer.status_code == 201, answer.text
    assert documents_in_agentos(portal_server) == [(hashlib.sha256(LARGE).hexdigest(), len(LARGE))]
    assert open_document_files(portal_server) == []
    [kept] = portal_server.config.documents_dir.glob("*.pdf")
    assert kept.read_bytes() == LARGE


BASE64 = base64.b64encode(LARGE).decode()
MANY = "A" * 65_000
WRONG: dict[str, tuple[str, str]] = {
    "a sign that is none": (
        body_as_json().replace(BASE64[-99:], "*" + BASE64[-98:]),
        "document.content: must be base64.",
    ),
    "a line's end": (body_as_json().replace(BASE64[-99:], "\\n" + BASE64[-98:]), "document.content: must be base64."),
    "another letter": (body_as_json().replace(BASE64[-99:], "ŵ" + BASE64[-98:]), "document.content: must be base64."),
    "no padding": (body_as_json().replace("=", ""), "document.content: must be base64."),
    "padding within": (body_as_json().replace(BASE64[:99], BASE64[:98] + "="), "document.content: must be base64."),
    "padding at a piece's end": (
        body_as_json().replace(BASE64[: 64 * 1024], BASE64[: 64 * 1024 - 2] + "=="),
        "document.content: must be base64.",
    ),
    "no PDF": (body_as_json(b"MZ" + LARGE), "document: must be a PDF."),
    "a damaged PDF": (
        body_as_json(LARGE[:-40]),
        "document: this PDF is damaged or incomplete. Print it to a new PDF and send that.",
    ),
    "content twice": (
        body_as_json().replace('"content"', '"content": "A", "content"'),
        "document.content: must appear only once.",
    ),
    "content elsewhere": (body_as_json(content=MANY), "content: unknown field."),
    "content elsewhere before": ('{"content": "' + MANY + '",' + body_as_json()[1:], "content: unknown field."),
    "content in a name": (body_as_json(**{'x"content': MANY}), 'x"content: unknown field.'),
    "content as another field": (body_as_json(description={"content": MANY}), "description: must be text."),
    "an unknown field beside it": (
        body_as_json().replace('"name"', '"size": 5, "name"'),
        "document.size: unknown field.",
    ),
    "another long text": (
        body_as_json(PDF, description=MANY),
        "description: must have 1 to 2,000 characters, without spaces at its ends.",
    ),
    "two faults": (body_as_json(b"MZ" + LARGE, amount=-1), "amount: must be more than 0 pounds."),
    "no end": (body_as_json()[:-1], "The body is not valid JSON."),
    "half of it": (body_as_json()[: len(BASE64) // 2], "The body is not valid JSON."),
    "a control character": (body_as_json().replace(BASE64[-99:], "\n" + BASE64[-98:]), "The body is not valid JSON."),
    "broken bytes": (body_as_json().replace("Works", "W\udcff"), "description: must be text in UTF-8."),
    "broken bytes in it": (
        body_as_json().replace(BASE64[-99:], "\udcff" + BASE64[-98:]),
        "document: must be text in UTF-8.",
    ),
    "an array": (f"[{body_as_json()}]", "The body must be a JSON object."),
}


@pytest.mark.parametrize("what", WRONG)
def test_invalid_large_body_gets_same_error_as_small_body(
    portal_server: PortalServer, client: FlaskClient, what: str
) -> None:
    text, sentence = WRONG[what]
    answer = post(client, text.encode(errors="surrogateescape"))
    assert answer.status_code == 400, answer.text
    assert answer.json["error"].startswith(sentence), answer.json
    assert portal_server.simulator.writes() == []
    assert open_document_files(portal_server) == []


TOO_LONG = "Shorten the request: everything besides its document must fit into 64 KB."
LONG = "A" * 66_000
OTHER = json.dumps({**GOOD, **{f"key{number}": number for number in range(5_000)}})
TOO_LARGE: dict[str, tuple[str | bytes, str]] = {
    "without a document": (OTHER, JSON),
    "of one long text": (json.dumps({**GOOD, "description": LONG}), JSON),
    "that is no JSON": ("[" * 70_000, JSON),
    "with another long text": (body_as_json(description=LONG), JSON),
    "with long content elsewhere": (body_as_json(content=LONG), JSON),
    "with long content elsewhere before": ('{"content": "' + LONG + '",' + body_as_json()[1:], JSON),
    "with two documents": (body_as_json().replace('"content"', f'"content": "{BASE64}", "content"'), JSON),
    "with no text around its document": (body_as_json().replace('"' + BASE64 + '"', BASE64), JSON),
    "with many blanks before": (" " * 66_000 + body_as_json(), JSON),
    "with many blanks behind": (body_as_json() + " " * 66_000, JSON),
    "that is a form with a long text": (body_as_form(description=LONG), FORM),
    "that is a form with long texts": (body_as_form(description=MANY, other=MANY), FORM),
    "that is a form with many parts": (body_as_form(**{f"part{number}": number for number in range(100)}), FORM),
}


@pytest.mark.parametrize("in_chunks", [False, True], ids=["at once", "in chunks"])
@pytest.mark.parametrize("what", TOO_LARGE)
def test_body_too_large_even_without_its_document_is_413(
    portal_server: PortalServer, client: FlaskClient, what: str, in_chunks: bool
) -> None:
    body, kind = TOO_LARGE[what]
    answer = post(client, body, kind=kind, in_chunks=in_chunks)
    assert (answer.status_code, answer.json) == (413, {"error": TOO_LONG})
    assert portal_server.simulator.writes() == []
    assert open_document_files(portal_server) == []


@pytest.mark.parametrize("key", ["k{}", "content{}", 'content": "{}'], ids=["unknown", "like content", "content"])
def test_large_json_without_document_is_not_parsed(client: FlaskClient, tmp_path: Path, key: str) -> None:
    """Parsing it would take hundreds of MiB and many seconds, in which the process serves no other request."""
    whole = tmp_path / "body"
    whole.write_text("{" + ",".join(f'"{key.format(number)}":1' for number in range(700_000)) + "}")
    with whole.open("rb") as stream:
        length = str(whole.stat().st_size)
        tracemalloc.start()
        try:
            answer = client.post(URL, input_stream=stream, content_length=length, content_type=JSON)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert answer.status_code == 413
    assert peak < 2 << 20, f"{peak >> 20} MiB at once"


SIGNS = (
    "JVBE",
    "Ri0x",
    "A",
    "b+",
    "/",
    "=",
    "==",
    "\\/",
    "\\u002b",
    "\\u002F",
    "\\u003d",
    "\\u0041",
    "\\u002d",
    "\\u00fc",
)


@example(["JVBE", "JVBE", "A", "A", "==", "JVBE"], 12)
@given(st.lists(st.sampled_from(SIGNS), max_size=40), st.integers(12, 20))
def test_base64_decoded_in_pieces_equals_base64_decoded_at_once(signs: list[str], piece_bytes: int) -> None:
    text = "".join(signs)
    expected: bytes | None
    try:
        expected = base64.b64decode(json.loads(f'"{text}"'), validate=True)
    except ValueError:
        expected = None
    file = io.BytesIO()
    with mmap(-1, len(text) + 2) as body, pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_json, "PIECE_BYTES", piece_bytes)
        body[:] = f'"{text}"'.encode()
        is_base64 = large_json.decode(body, 1, len(text) + 1, file)
    assert is_base64 is (expected is not None)
    assert not is_base64 or file.getvalue() == expected


@example([b"A", b"\\", b'"'], 2)
@given(
    st.lists(st.sampled_from((b"AAA", b'\\"', b"\\\\", b"\\u0041", b'"', b"\\", b"\n")), min_size=1), st.integers(2, 9)
)
def test_end_of_text_found_in_pieces_equals_end_found_at_once(signs: list[bytes], piece_bytes: int) -> None:
    text = b"".join(signs)
    whole = re.match(rb'(?:[^"\\]|\\.)*', text, re.DOTALL)
    with mmap(-1, len(text)) as body, pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_json, "PIECE_BYTES", piece_bytes)
        body[:] = text
        assert whole is not None
        assert large_json.end_of_text(body, 0) == whole.end()


@example([b"A", "€".encode()], 2)
@given(
    st.lists(st.sampled_from((b"AAA", "ŵ€𝄞".encode(), b"\xff", b"\x80", b"\xc5", b"\n", b"*")), min_size=1),
    st.integers(2, 9),
)
def test_fault_found_in_pieces_equals_fault_found_at_once(signs: list[bytes], piece_bytes: int) -> None:
    text = b"".join(signs)
    whole = re.search(rb"[\x00-\x1f]|[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]", text)
    with mmap(-1, len(text)) as body, pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_json, "PIECE_BYTES", piece_bytes)
        body[:] = text
        assert large_json.fault_in(body, 0, len(text)) == (whole[0] if whole else b"*")


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Simulate a full disk: no file may grow larger than `size` bytes."""
    had = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, had[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, had)


HUGE = pdf(size=9 << 20)


@pytest.mark.parametrize(
    ("way", "mib"),
    [("json", 8), ("json", 10), ("form", 8), ("chunked json", 8), ("chunked form", 8)],
)
def test_invoice_on_a_full_disk_is_500_not_sent_with_one_sentence(
    portal_server: PortalServer, client: FlaskClient, way: str, mib: int
) -> None:
    """The disk has space for less than the document, or for the document but not for its base64 body."""
    body, kind = (body_as_form(HUGE), FORM) if "form" in way else (body_as_json(HUGE), JSON)
    with full_disk(mib << 20):
        answer = post(client, body, kind=kind, in_chunks="chunked" in way)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent"), answer.text
    assert answer.headers["Retry-After"] == "60"
    assert answer.json["error"] == (
        "The portal could not keep the invoice just now. Nothing was sent; please try again in a minute."
    )
    assert portal_server.simulator.writes() == []
    assert open_document_files(portal_server) == []
    assert post(client, body_as_form(HUGE), kind=FORM).status_code == 201, "once there is room"
    assert portal_server.services.ledger.list_by_contractor("acme", "CON-1001")[1] == 1


def test_unused_uploaded_file_is_closed_with_its_request(portal_server: PortalServer, client: FlaskClient) -> None:
    answer = post(client, body_as_form(amount="none"), kind=FORM)
    assert (
        answer.status_code,
        open_document_files(portal_server),
        list(portal_server.config.documents_dir.glob("*.pdf")),
    ) == (
        400,
        [],
        [],
    )


def test_temporary_document_has_no_name_on_disk(portal_server: PortalServer) -> None:
    with portal_server.services.ledger.documents.temporary() as file:
        file.write(LARGE)
        assert list(portal_server.config.documents_dir.glob("*.pdf")) == []


def test_leftover_temporary_files_are_deleted(portal_server: PortalServer) -> None:
    folder = portal_server.config.documents_dir
    folder.mkdir()
    for name in ("tmp4711.part", "new.part"):
        (folder / name).write_bytes(b"%PDF-")
    os.utime(folder / "tmp4711.part", (0, 0))
    delete_old(portal_server.services)
    assert [path.name for path in folder.iterdir()] == ["new.part"]

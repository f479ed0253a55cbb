"""A large document arrives unchanged. All errors are the same as for small documents."""

import hashlib
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.financial.expected import INVOICE
from tests.pdfs import PDF, in_json, pdf
from tests.portal_server import PortalServer

URL = "/api/contractor/invoices"
LARGE = pdf(size=394_000)
"""A document larger than the memory buffer. Its last piece is smaller than a file's write buffer."""
JSON, FORM = "application/json", "multipart/form-data; boundary=x"
CHUNKED = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}


def body_as_json(content: bytes = LARGE, /, **changes: Any) -> str:
    return json.dumps({**INVOICE, "document": in_json(content), **changes})


def body_as_form(content: bytes = LARGE, **changes: Any) -> bytes:
    fields = {name: str(value) for name, value in {**INVOICE, **changes}.items()}
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
    "with many blanks": lambda text: " " * 70_000 + text + "\n" * 70_000,
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


TOO_LONG = "Shorten the request: everything besides its document must fit into 64 KB."
LONG = "A" * 66_000
OTHER = json.dumps({**{f"key{number}": number for number in range(5_000)}, **INVOICE})
BASE64 = in_json(LARGE)["content"]
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
    "no PDF": (body_as_json(b"MZ" + LARGE), "document: must be a PDF."),
    "a damaged PDF": (
        body_as_json(LARGE[:-40]),
        "document: this PDF is damaged or incomplete. Print it to a new PDF and send that.",
    ),
    "content elsewhere": (body_as_json(content=MANY), "content: unknown field."),
    "content elsewhere before": ('{"content": "' + MANY + '",' + body_as_json()[1:], "content: unknown field."),
    "content in a name": (body_as_json(**{'x"content': MANY}), 'x"content: unknown field.'),
    "content as another field": (body_as_json(description={"content": MANY}), "description: must be text."),
    "an unknown field beside it": (
        body_as_json().replace('"name"', '"size": 5, "name"'),
        "document.size: unknown field.",
    ),
    "a name twice": (body_as_json()[:-1] + ', "amount": 1}', "amount: must appear only once."),
    "a name twice in the document": (
        body_as_json().replace('"name"', '"name": "b.pdf", "name"'),
        "document.name: must appear only once.",
    ),
    "another content before": (
        body_as_json().replace('"name"', '"content": "JVBERi0x", "name"'),
        "document.content: must appear only once.",
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
    "a document that is none": (body_as_json(document=BASE64), "document: must be an object."),
    "content that is no text": (
        body_as_json().replace(f'"{BASE64}"', json.dumps([1] * 70_000)),
        "document.content: must be base64.",
    ),
    "many levels": (body_as_json().replace("480.0", "[" * 70_000 + "]" * 70_000), "The body is nested too deeply."),
    "many keys": (OTHER, "key0: unknown field."),
    "many keys in an unknown field": (json.dumps({"x": json.loads(OTHER)}), "x: unknown field."),
    "that is no JSON": ("[" * 70_000, "The body must be a JSON object."),
    "with long content elsewhere": (body_as_json(content=LONG), "content: unknown field."),
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


TOO_LARGE: dict[str, tuple[str | bytes, str]] = {
    "of one long text": (json.dumps({**INVOICE, "description": LONG}), JSON),
    "with a small document and a long number": (body_as_json(PDF, invoiceNumber=LONG), JSON),
    "with many blanks inside": (body_as_json(PDF).replace('"name"', " " * 140_000 + '"name"'), JSON),
    "with names many times": (body_as_json()[:-1] + ', "amount": 1' * 15_000 + "}", JSON),
    "with another content": (body_as_json()[:-2] + ', "content": ""}}', JSON),
    "with another document": (body_as_json()[:-1] + ', "document": null}', JSON),
    "with another long text": (body_as_json(description=LONG), JSON),
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

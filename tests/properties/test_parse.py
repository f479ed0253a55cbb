"""Parsing of any JSON from AgentOS: domain objects or Malformed, and no bank details."""

import contextlib
import json
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.agentos import responses
from app.agentos.errors import Malformed
from app.domain.limits import ID
from app.financial.schemas import InvoiceSchema, StatementSchema
from app.jobs.schemas import NoteSchema
from tests.agentos.kinds import KINDS
from tests.properties.json_texts import ENCODINGS, SECRET, VALUES, in_bytes, lists, rows

SHOWN = {"statement": StatementSchema(), "invoice": InvoiceSchema(), "note": NoteSchema()}


def check(name: str, record: Any) -> None:
    """Assert that a domain object of that kind can be printed, stored, loaded and shown."""
    text = repr(record)
    assert text.startswith(type(record).__name__)
    assert SECRET not in text
    text.encode()
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record
    if name in SHOWN:
        json.dumps(SHOWN[name].dump(record), allow_nan=False, ensure_ascii=False).encode()


def parse_as_record_and_list(name: str, body: bytes) -> None:
    """Parse a body as one record and as a list."""
    kind, _ = KINDS[name]
    with contextlib.suppress(Malformed):
        check(name, responses.record(kind, responses.decode(body)))
    with contextlib.suppress(Malformed):
        page = responses.page(kind, responses.decode(body))
        assert len(page.rows) <= page.length
        for row in page.rows:
            with contextlib.suppress(Malformed):
                record = responses.record(kind, row.value)
                assert kind.id_of(record) == row.identity
                check(name, record)


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data(), encoding=ENCODINGS)
def test_random_json_is_parsed_or_malformed(name: str, data: st.DataObject, encoding: str) -> None:
    row = rows(KINDS[name][1]())
    parse_as_record_and_list(name, in_bytes(data.draw(lists(row) | row), encoding))


@given(st.sampled_from(tuple(KINDS)), st.binary(max_size=60))
@example("job", b"[" * 100_000)
@example("job", b'{"OID":"A","Title":"half \\ud83d","Reported":"1753-01-01"}')
@example("job", b'{"OID":"A","Reported":"9999-12-31T23:59:59-14:00"}')
@example("job", b'{"Count":"many","Data":[]}')
@example("statement", b'{"OID":"A","Amount":1e999999999}')
@example("statement", b'{"OID":"A","Amount":1e99999999999999999999}')
@example("statement", b'{"OID":"A","Amount":NaN}')
@example("statement", b'{"OID":"A","Amount":' + b"9" * 5_000 + b"}")
@example("contractor", f'{{"OID":"A","BankSortCode":"{SECRET}","IBAN":"{SECRET}"}}'.encode())
def test_random_bytes_are_parsed_or_malformed(name: str, body: bytes) -> None:
    parse_as_record_and_list(name, body)


@given(VALUES | rows({"OID": "A"}), ENCODINGS)
@example("", "utf-8")
@example(" ", "utf-8")
def test_random_write_response_is_object_text_none_or_malformed(text: str, encoding: str) -> None:
    with contextlib.suppress(Malformed):
        response = responses.written(in_bytes(text, encoding))
        assert response is None or isinstance(response, str | dict)
        if isinstance(response, dict):
            identity = responses.own_id(response)
            assert identity is None or ID.fullmatch(identity)

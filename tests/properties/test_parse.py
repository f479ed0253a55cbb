"""Whatever JSON AgentOS sends becomes domain objects or Malformed, and bank details get no further."""

import contextlib
import json
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.agentos import parse
from app.agentos.errors import Malformed
from app.domain.limits import ID
from app.financial.schemas import InvoiceSchema, StatementSchema
from app.jobs.schemas import NoteSchema
from tests.agentos.kinds import KINDS
from tests.properties.json_texts import ENCODINGS, SECRET, VALUES, in_bytes, lists, rows

SHOWN = {"statement": StatementSchema(), "invoice": InvoiceSchema(), "note": NoteSchema()}


def check(name: str, found: Any) -> None:
    """A domain object of that kind which can be printed, stored, read again and shown."""
    text = repr(found)
    assert text.startswith(type(found).__name__)
    assert SECRET not in text
    text.encode()
    assert msgspec.json.decode(msgspec.json.encode(found), type=type(found)) == found
    if name in SHOWN:
        json.dumps(SHOWN[name].dump(found), allow_nan=False, ensure_ascii=False).encode()


def parse_as_record_and_list(name: str, body: bytes) -> None:
    """Read it as one record and as a list."""
    kind, _ = KINDS[name]
    with contextlib.suppress(Malformed):
        check(name, parse.record(kind, parse.decode(body)))
    with contextlib.suppress(Malformed):
        page = parse.page(kind, parse.decode(body))
        assert len(page.rows) <= page.length
        for row in page.rows:
            with contextlib.suppress(Malformed):
                found = parse.record(kind, row.value)
                assert kind.id_of(found) == row.identity
                check(name, found)


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
        said = parse.written(in_bytes(text, encoding))
        assert said is None or isinstance(said, str | dict)
        if isinstance(said, dict):
            identity = parse.own_id(said)
            assert identity is None or ID.fullmatch(identity)

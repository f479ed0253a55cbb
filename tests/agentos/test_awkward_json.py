"""Any JSON becomes domain objects or Malformed, and nothing else."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.agentos import parse
from app.agentos.errors import Malformed
from tests.agentos.kinds import KINDS, read
from tests.payloads import (
    job_row,
    without,
)


def test_no_message_quotes_a_value() -> None:
    for broken in (job_row(OID="s3cret/"), job_row(Reported="s3cret"), {"s3cret": 1}, ["s3cret"], "s3cret"):
        with pytest.raises(Malformed) as caught:
            read(parse.JOB, broken)
        assert "s3cret" not in str(caught.value)
        assert caught.value.__context__ is None
    with pytest.raises(Malformed) as caught:
        parse.decode(b'{"s3cret')
    assert caught.value.__context__ is None


@pytest.mark.parametrize("body", [b'{"Count": 2, "Data": %s}', b'{"Data": %s}', b"%s"])
def test_the_three_envelopes(body: bytes) -> None:
    page = parse.page(parse.JOB, parse.decode(body % b'[{"OID": "A"}, {"OID": "B"}]'))
    assert [row.job_id for row in page.rows] == ["A", "B"]
    assert page.total == (2 if b"Count" in body else None)


@pytest.mark.parametrize("body", [b"", b"null", b"7", b'"x"', b"{}", b'{"Data": null}', b'{"Data": {}}', b"<html>"])
def test_what_is_no_list(body: bytes) -> None:
    with pytest.raises(Malformed):
        parse.page(parse.JOB, parse.decode(body))


@pytest.mark.parametrize("count", ["many", -1.5, True, [], float("nan")])
def test_a_count_that_is_none(count: Any) -> None:
    with pytest.raises(Malformed, match="Count"):
        parse.page(parse.JOB, parse.decode(json.dumps({"Count": count, "Data": []}).encode()))


def test_an_unreadable_row_is_counted_and_left_out() -> None:
    page = parse.page(parse.JOB, [{"OID": "A"}, {"OID": "B", "Reported": "soon"}, None, {"OID": "C"}])
    assert [row.job_id for row in page.rows] == ["A", "C"]
    assert (page.unreadable, page.length) == (2, 4)


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5_000, b'{"OID": "\xff"}', b"1e99999999999999999999", b"\x00", b"{"],
    ids=["deep", "deep objects", "long number", "not UTF-8", "huge exponent", "NUL", "cut"],
)
def test_json_that_is_none(body: bytes) -> None:
    with pytest.raises(Malformed):
        parse.page(parse.JOB, parse.decode(body))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["2026-11-01", "true", "£1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_any_json_is_an_object_or_malformed(name: str, data: st.DataObject) -> None:
    kind, row = KINDS[name]
    fields = st.fixed_dictionaries({}, optional=dict.fromkeys(row(), JSON))
    good_id = st.fixed_dictionaries(
        {"OID": st.sampled_from(["A", "B"])}, optional=dict.fromkeys(without(row(), "OID"), JSON)
    )
    rows = JSON | fields | good_id
    value = data.draw(
        rows | st.lists(rows, max_size=4) | st.fixed_dictionaries({"Count": JSON, "Data": st.lists(rows)})
    )
    decoded = parse.decode(json.dumps(value).encode())
    for read_ in (lambda: parse.record(kind, decoded), lambda: parse.page(kind, decoded)):
        with contextlib.suppress(Malformed):
            repr(read_()).encode()


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_malformed(body: bytes) -> None:
    with contextlib.suppress(Malformed):
        parse.written(body)

"""Malformed JSON, case by case. `tests/properties/test_parse.py` tests arbitrary JSON."""

import json
from decimal import Decimal
from typing import Any

import pytest

from app.agentos import responses
from app.agentos.errors import Malformed
from tests.agentos.kinds import read
from tests.payloads import job_row


def test_malformed_error_does_not_quote_values() -> None:
    for broken in (job_row(OID="s3cret/"), job_row(Reported="s3cret"), {"s3cret": 1}, ["s3cret"], "s3cret"):
        with pytest.raises(Malformed) as caught:
            read(responses.JOB, broken)
        assert "s3cret" not in str(caught.value)
        assert caught.value.__context__ is None
    with pytest.raises(Malformed) as caught:
        responses.decode(b'{"s3cret')
    assert caught.value.__context__ is None


@pytest.mark.parametrize("count", ["many", -1.5, True, [], float("nan")])
def test_page_with_invalid_count_is_malformed(count: Any) -> None:
    with pytest.raises(Malformed, match="Count"):
        responses.unwrapped(responses.decode(json.dumps({"Count": count, "Data": []}).encode()))


def test_only_values_with_a_valid_id_are_rows() -> None:
    values = ({"OID": "A"}, {"OID": "?"}, None, {"OID": "C", "Reported": "soon"})
    rows = [responses.row(responses.JOB, value) for value in values]
    assert [row and row.identity for row in rows] == ["A", None, None, "C"]


def test_row_digest_covers_only_fields_that_are_used() -> None:
    """Otherwise somebody who knows the other fields could guess dropped ones, such as bank details, from the digest."""

    def digest(**fields: Any) -> bytes:
        row = responses.row(responses.CONTRACTOR, {"OID": "A", "CompanyName": "Harper", **fields})
        assert row is not None
        return row.digest

    assert digest() == digest() == digest(BankAccountNumber="12345678", CommissionPercent=7) == digest(Surname=None)
    assert len({digest(), digest(Surname="x"), digest(Surname="1.5"), digest(Surname=Decimal("1.5"))}) == 4


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5_000, b'{"OID": "\xff"}', b"1e99999999999999999999", b"\x00", b"{"],
    ids=["deep", "deep objects", "long number", "not UTF-8", "huge exponent", "NUL", "cut"],
)
def test_invalid_json_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        responses.unwrapped(responses.decode(body))

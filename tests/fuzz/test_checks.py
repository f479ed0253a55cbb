"""Our own checks find the faults that they are for, and the table of exceptions permits nothing else."""

from types import SimpleNamespace
from typing import Any

import pytest
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

from tests.fuzz.checks import SECRET, undescribed
from tests.fuzz.known_exceptions import is_known

DOCUMENT = {
    "components": {
        "schemas": {
            "Jobs": {"properties": {"jobs": {"items": {"$ref": "#/components/schemas/Job"}}, "total": {}}},
            "Job": {"properties": {"jobId": {}, "place": {"anyOf": [{"$ref": "#/components/schemas/Place"}, {}]}}},
            "Place": {"properties": {"address": {}}},
        }
    }
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"jobs": [], "total": 0}, []),
        ({"jobs": [{"jobId": "J", "place": {"address": ""}}, {"place": None}]}, []),
        ({"jobs": [], "page": 1}, ["page"]),
        ({"jobs": [{}, {"jobId": "J", "IBAN": ""}]}, ["jobs[].IBAN"]),
        ({"jobs": [{"place": {"address": "", "key": ""}}]}, ["jobs[].place.key"]),
    ],
)
def test_undescribed_property_is_found_at_any_depth(value: Any, expected: list[str]) -> None:
    assert list(undescribed(value, {"$ref": "#/components/schemas/Jobs"}, DOCUMENT)) == expected


def test_secret_is_recognised_by_its_marker() -> None:
    assert SECRET.search('{"note": "SECRET-' + 'IBAN-1001"}')


VAT = "vat: must be at most the amount."
TOO_LONG = "description: must have 1 to 2,000 characters, without spaces at its ends."


@pytest.mark.parametrize(
    ("kind", "operation", "status", "sentence", "excused"),
    [
        (RejectedPositiveData, "submitInvoice", 400, VAT, True),
        (RejectedPositiveData, "submitInvoice", 400, TOO_LONG, False),
        (RejectedPositiveData, "submitInvoice", 413, VAT, False),
        (RejectedPositiveData, "addNote", 400, VAT, False),
        (AcceptedNegativeData, "submitInvoice", 400, VAT, False),
    ],
)
def test_refusal_is_excused_by_operation_and_sentence(
    kind: type, operation: str, status: int, sentence: str, excused: bool
) -> None:
    definition = SimpleNamespace(raw={"operationId": operation})
    case: Any = SimpleNamespace(operation=SimpleNamespace(definition=definition), meta=None, media_type=None, body=None)
    response: Any = SimpleNamespace(status_code=status, json=lambda: {"error": sentence})
    assert is_known(kind.__new__(kind), case, response) is excused


@pytest.mark.parametrize(
    ("media_type", "made_as", "body", "excused"),
    [
        ("multipart/form-data", "Positive test case", {}, True),
        ("multipart/form-data", "Value greater than maximum", {"vat": "2000000"}, False),
        ("multipart/form-data", "Value not matching", {"vat": ""}, True),
        ("application/json", "Positive test case", {}, False),
        ("application/json", "Value not matching", {"vat": ""}, False),
        ("application/json", "Value too long", {"note": f"{'a' * 4_000} "}, True),
        ("application/json", "Value too long", {"note": f"{'a' * 4_001} "}, False),
        ("application/json", "Value not matching", {"note": " a "}, False),
    ],
)
def test_invalid_data_is_excused_where_portal_accepts_it(
    media_type: str, made_as: str, body: Any, excused: bool
) -> None:
    meta = SimpleNamespace(phase=SimpleNamespace(data=SimpleNamespace(description=made_as)))
    case: Any = SimpleNamespace(meta=meta, media_type=media_type, body=body)
    answer: Any = SimpleNamespace(status_code=201)
    assert is_known(AcceptedNegativeData.__new__(AcceptedNegativeData), case, answer) is excused

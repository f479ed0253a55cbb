"""A response schema refuses an object that lacks a promised field."""

from types import SimpleNamespace
from typing import Any

import pytest
from marshmallow import fields

from app.api.fields import AnswerSchema, as_json


class PlaceSchema(AnswerSchema):
    """A place."""

    postcode = fields.String(allow_none=True)


class VisitSchema(AnswerSchema):
    """A visit to a place."""

    note_id = fields.String(data_key="noteId", attribute="note.id")
    place = fields.Nested(PlaceSchema, allow_none=True)


NOTE = SimpleNamespace(id="N-1")


def test_response_schema_writes_null() -> None:
    assert as_json(VisitSchema, {"note": NOTE, "place": {"postcode": None}}) == (
        b'{"noteId":"N-1","place":{"postcode":null}}\n'
    )
    assert as_json(VisitSchema, SimpleNamespace(note=NOTE, place=None)) == b'{"noteId":"N-1","place":null}\n'


@pytest.mark.parametrize(
    ("visit", "missing"),
    [
        ({"note": NOTE}, "VisitSchema promises place, but dict has no such value"),
        (SimpleNamespace(note=NOTE), "VisitSchema promises place, but SimpleNamespace has no such value"),
        ({"note": SimpleNamespace(), "place": None}, "VisitSchema promises note.id"),
        ({"note": None, "place": None}, "VisitSchema promises note.id"),
        ({"note": NOTE, "place": {}}, "PlaceSchema promises postcode"),
    ],
)
def test_response_schema_with_missing_attribute_raises(visit: Any, missing: str) -> None:
    with pytest.raises(AttributeError, match=missing):
        as_json(VisitSchema, visit)

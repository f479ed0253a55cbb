"""Fields that more than one area's schemas use."""

import re
import unicodedata
from datetime import datetime
from decimal import Decimal
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from app.domain.ids import ID_PATTERN
from app.domain.money import has_whole_pence
from app.domain.times import to_london

A_BILLION = Decimal(10) ** 9
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
"""A number as JSON writes it, which a form's text must be too."""


class LondonTime(fields.DateTime):
    """A moment, shown in London time with its offset."""

    def _serialize(self, value: datetime | None, *args: Any, **kwargs: Any) -> str | None:
        return None if value is None else to_london(value).isoformat()


class Pounds(fields.Field[Decimal]):
    """Money in pounds: a JSON number with at most two decimals. `from_text` reads a form's text instead."""

    def __init__(self, *, from_text: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._from_text = from_text

    def _serialize(self, value: Decimal | None, *args: Any, **kwargs: Any) -> float | None:
        return None if value is None else float(value)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Decimal:
        kinds = (str,) if self._from_text else (int, Decimal)
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise ValidationError("Must be a number of pounds.")
        if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
            raise ValidationError("Must be a number of pounds.")
        try:
            amount = Decimal(value.strip() if isinstance(value, str) else value)
        except ArithmeticError:
            raise ValidationError("Must be a number of pounds.") from None
        # copy_abs, for abs() rounds, and overflows at 1e999999999
        if not amount.is_finite() or amount.copy_abs() >= A_BILLION:
            raise ValidationError("Must be a number of pounds below a billion.")
        if not has_whole_pence(amount):
            raise ValidationError("Must not have more than two decimals.")
        return amount


class PlainText(fields.String):
    """Text trimmed to 1 to `longest` characters; line breaks are kept, other control characters refused."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._longest = longest

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, *args, **kwargs)).strip()
        if not 1 <= len(text) <= self._longest:
            raise ValidationError(f"Must have 1 to {self._longest:,} characters.")
        if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\r\n" for sign in text):
            raise ValidationError("Must not hold control characters other than line breaks.")
        return text


class TrueOrFalse(fields.Boolean):
    """A JSON boolean, and nothing that only looks like one."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Must be true or false.")
        return value


def id_field(**kwargs: Any) -> fields.String:
    """An id: opaque text of 1 to 64 characters."""
    rule = validate.Regexp(rf"{ID_PATTERN}\Z", error="Must be an id: 1 to 64 of A-Z a-z 0-9 _ -.")
    return fields.String(validate=rule, **kwargs)


class PagingSchema(Schema):
    """Which slice of a list is wanted."""

    offset = fields.Integer(load_default=0, validate=validate.Range(min=0, max=10**9))
    limit = fields.Integer(load_default=None, validate=validate.Range(min=1, max=500))


class FreshSchema(Schema):
    """How fresh the answer is."""

    as_of = LondonTime(data_key="asOf", required=True)
    stale = fields.Boolean(required=True)

"""Fields of AgentOS's JSON. A value that is missing, null or empty is None.

No message holds a value: of marshmallow's errors, only the name of the field is kept.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from marshmallow import ValidationError, fields

from app.domain.ids import is_id
from app.domain.invoice import to_pence
from app.domain.times import london_date, to_utc

FIRST_YEAR = 1900
"""An earlier date means that no date is set: .NET writes year 1 then, SQL Server 1753, OLE the end of 1899."""

_MONEY = re.compile(r"[-+]?£? ?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?", re.ASCII)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class _Value(fields.Field[Any], ABC):
    """A field under AgentOS's `name`. A subclass reads values that are neither missing nor null."""

    def __init__(self, name: str, *, required: bool = False) -> None:
        if required:
            super().__init__(data_key=name, required=True)
        else:
            super().__init__(data_key=name, load_default=None)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        return self.read(value)

    @abstractmethod
    def read(self, value: Any) -> Any:
        """Return the value, or None. Raise ValidationError."""


class Text(_Value):
    """Text, trimmed. Numbers become text: a job number may come as 2041, or as the double 2041.0."""

    def read(self, value: Any) -> str | None:
        return as_text(value)


class Id(_Value):
    """A record's own id: the only value that a row must have."""

    def __init__(self, name: str) -> None:
        super().__init__(name, required=True)

    def read(self, value: Any) -> str:
        text = as_text(value)
        if text is None or not is_id(text):
            raise ValidationError("not an id")
        return text


class Reference(_Value):
    """Another record's id. A value that cannot be an id counts as missing."""

    def read(self, value: Any) -> str | None:
        try:
            text = as_text(value)
        except ValidationError:
            return None
        return text if text and is_id(text) else None


class Money(_Value):
    """Pounds, rounded half up to pence: a JSON double, or text such as "480.00" or "£1,480"."""

    def read(self, value: Any) -> Decimal | None:
        text = as_text(value)
        if text is None:
            return None
        if isinstance(value, str):
            if not _MONEY.fullmatch(text):
                raise ValidationError("not an amount")
            text = re.sub("[£, ]", "", text)
        try:
            return to_pence(Decimal(text))
        except InvalidOperation:
            raise ValidationError("not an amount") from None


class Flag(_Value):
    """A boolean, also as 0 or 1 or a word."""

    def read(self, value: Any) -> bool | None:
        text = str(value) if isinstance(value, bool) else as_text(value)
        if text is None:
            return None
        if text.lower() not in _BOOLEANS:
            raise ValidationError("not a boolean")
        return _BOOLEANS[text.lower()]


class Moment(_Value):
    """A date-time in UTC. A time without a zone is in London; a date alone is midnight there."""

    def read(self, value: Any) -> datetime | None:
        return _moment(value)


class Day(_Value):
    """A date on London's calendar, given as a date-time or a date."""

    def read(self, value: Any) -> date | None:
        moment = _moment(value)
        return london_date(moment) if moment else None


def as_text(value: Any) -> str | None:
    """Return the text of a JSON string or number, or None if it is empty. Raise ValidationError for anything else.

    NUL and half surrogate pairs, which JSON can hold and no database takes, become U+FFFD.
    """
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.replace("\0", "\ufffd").strip() or None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
        raise ValidationError("not text")
    return str(value).removesuffix(".0")


def _moment(value: Any) -> datetime | None:
    text = as_text(value) if isinstance(value, str) else ""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return None if moment.year < FIRST_YEAR else to_utc(moment)
    except (ValueError, OverflowError):
        raise ValidationError("not a time") from None

"""Fields and base schemas for all areas."""

import json
import os
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import IO, Any, NamedTuple

from marshmallow import EXCLUDE, Schema, ValidationError, fields, post_load, validate
from werkzeug.routing import BaseConverter

from app.domain.clock import from_text, to_london
from app.domain.invoice import has_whole_pence, to_pence
from app.domain.limits import ID_CHARACTERS, ID_PATTERN, LIMITS
from app.domain.paging import PageQuery, Position
from app.domain.reading import Reading

_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
"""A number in the syntax of JSON, which forms use too."""
_CONTROLS = r"\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F"
_TRIMMED = r"[\s\u001C-\u001F\u0085]*"
_LINE = rf"[^{_CONTROLS}]*[^\s{_CONTROLS}][^{_CONTROLS}]*"
_PLAIN = rf"^{_LINE}$|^{_TRIMMED}{_LINE}{_TRIMMED}$"
"""The texts that `PlainText` accepts, as a pattern for clients: not blank, and without control characters. Control
characters that count as blanks are accepted at the ends, where they are trimmed."""

IS_REQUIRED = "is required."
UNKNOWN_PARAMETER = "unknown query parameter."


def about(description: str, *examples: Any, **limits: Any) -> dict[str, Any]:
    """Return the documentation of a field or header: meaning, unit, examples, and the `limits` of JSON Schema."""
    return {"metadata": {"description": description, **({"examples": [*examples]} if examples else {}), **limits}}


def description_of(schema: type[Schema]) -> str:
    """Return a schema's docstring on one line."""
    return " ".join((schema.__doc__ or "").split())


class IdConverter(BaseConverter):
    """An id in a path. If the text there cannot be an id, the address does not exist."""

    regex = ID_PATTERN


class LondonTime(fields.DateTime):
    """A time, written in London time with its offset, to the second: RFC 3339 with one form for all times.

    The attribute may be the text of a time (`to_text`), as tables have it.
    """

    def _serialize(self, value: datetime | str | None, *args: Any, **kwargs: Any) -> str | None:
        if isinstance(value, str):
            value = from_text(value)
        return None if value is None else to_london(value).isoformat(timespec="seconds")


class Pounds(fields.Field[Decimal]):
    """Money in pounds: a JSON number."""

    def _serialize(self, value: Decimal | None, *args: Any, **kwargs: Any) -> float | None:
        return None if value is None else float(value)


class PoundsSent(Pounds):
    """Pounds in a request, up to the highest amount: a number with at most two decimals.

    `or_zero`: 0 is accepted. `from_text`: the number is a form's text.
    """

    def __init__(self, *, or_zero: bool = False, from_text: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._or_zero = or_zero
        self._kinds = (str,) if from_text else (int, Decimal)
        least = "minimum" if or_zero else "exclusiveMinimum"
        self.metadata = {least: 0, "maximum": int(LIMITS.amount_most), **self.metadata}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Decimal:
        is_number = isinstance(value, self._kinds) and not isinstance(value, bool)
        if not is_number or (isinstance(value, str) and not _NUMBER.fullmatch(value.strip())):
            raise ValidationError("Must be a number of pounds.")
        try:
            amount = Decimal(value)
        except ArithmeticError:
            raise ValidationError("Must be a number of pounds.") from None
        if self._or_zero and amount < 0:
            raise ValidationError("Must be at least 0 pounds.")
        if not self._or_zero and amount <= 0:
            raise ValidationError("Must be more than 0 pounds.")
        if amount > LIMITS.amount_most:
            raise ValidationError(f"Must be at most {LIMITS.amount_most:,} pounds.")
        if not has_whole_pence(amount):
            raise ValidationError("Must not have more than two decimals.")
        return to_pence(amount)


class Text(fields.String):
    """Any text."""

    default_error_messages = {"invalid": "Must be text."}


class PlainText(Text):
    """Text of 1 to `longest` characters after trimming. Line breaks are allowed, other control characters are not."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._longest = longest
        self.metadata = {"minLength": 1, "maxLength": longest, "pattern": _PLAIN, **self.metadata}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, *args, **kwargs)).strip()
        if not 1 <= len(text) <= self._longest:
            raise ValidationError(f"Must have 1 to {self._longest:,} characters, without spaces at its ends.")
        kinds = {unicodedata.category(sign) for sign in text if sign not in "\r\n"}
        if "Cs" in kinds:
            raise ValidationError("Must not contain half a character (a lone surrogate).")
        if "Cc" in kinds:
            raise ValidationError("Must not contain control characters other than line breaks.")
        return text


class OneLine(PlainText):
    """Plain text whose line breaks become spaces. Phones add them to pasted text, so they are not refused."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        return " ".join(super()._deserialize(value, *args, **kwargs).splitlines())


class UploadedFile(NamedTuple):
    """An uploaded file that is not checked yet."""

    name: str
    file: IO[bytes]


class FilePart(fields.Field[UploadedFile | None]):
    """A file in a form; None without a name and content, because browsers send that if no file was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.metadata = {"type": "string", "format": "binary", **self.metadata}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> UploadedFile | None:
        if not isinstance(value, UploadedFile):
            raise ValidationError("Must be a file.")
        return value if value.name or value.file.seek(0, os.SEEK_END) else None


class TrueOrFalse(fields.Boolean):
    """A JSON boolean. Texts and numbers are refused."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Must be true or false.")
        return value


def id_field(*, or_empty: bool = False, **kwargs: Any) -> Text:
    """Return a field for an id, which is opaque text. `or_empty`: describe an empty text as valid too."""
    rule = validate.Regexp(rf"{ID_PATTERN}\Z", error=f"Must be an id: 1 to {ID_CHARACTERS} of A-Z a-z 0-9 _ -.")
    pattern = f"^{ID_PATTERN}$" + ("|^$" if or_empty else "")  # in the syntax of clients' languages
    metadata = {**kwargs.pop("metadata", {}), "pattern": pattern}
    return Text(validate=rule, metadata=metadata, **kwargs)


def at_most(length: int) -> validate.Length:
    """Return the check that a text has at most `length` characters."""
    return validate.Length(max=length, error="Must have at most {max} characters.")


def between(least: int, most: int) -> validate.Range:
    """Return the check that a number is from `least` to `most`."""
    return validate.Range(min=least, max=most, error=f"Must be from {least:,} to {most:,}.")


class WholeNumber(fields.Integer):
    """A whole number in a query, in JSON's syntax. `int` also accepts `+1`, `1_000` and digits of other scripts."""

    default_error_messages = {"invalid": "Must be a whole number."}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        if not re.fullmatch(r"-?\d+", value, re.ASCII):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class Cursor(fields.Field[Position]):
    """A position in a list, as text that clients do not interpret. It needs no escapes in a query."""

    PATTERN = rf"(-?[0-9]{{1,19}})~({ID_PATTERN})"

    def _serialize(self, value: Position | None, *args: Any, **kwargs: Any) -> str | None:
        return None if value is None else f"{value.rank}~{value.item_id}"

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Position:
        match = re.fullmatch(self.PATTERN, value, re.ASCII)
        if match is None:
            raise ValidationError("Must be the `next` of an earlier answer.")
        return Position(int(match[1]), match[2])


class Day(fields.Date):
    """A date without a time, as YYYY-MM-DD. marshmallow accepts all forms of ISO 8601."""

    default_error_messages = {"invalid": "Must be a date, such as 2026-11-25."}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> date:
        day: date = super()._deserialize(value, *args, **kwargs)
        if str(day) != value:
            raise self.make_error("invalid", input=value)
        return day


def in_camel_case(name: str) -> str:
    """Return the JSON name of a field: `job_id` becomes `jobId`."""
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)


class RequestSchema(Schema):
    """The content of a request. An error message follows the field's name and a colon."""

    error_messages = {"type": "Must be an object."}

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Set the JSON name, and the messages that all fields share."""
        field_obj.data_key = field_obj.data_key or in_camel_case(field_name)
        field_obj.error_messages |= {"required": IS_REQUIRED, "null": "Must not be null."}


class TextsSchema(RequestSchema):
    """The content of a query or a form, whose values are texts and files, never null."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Refuse null, even if it is the default."""
        super().on_bind_field(field_name, field_obj)
        field_obj.allow_none = False


A_CURSOR = "-1764144900000000~JOB-7"
NEXT = about(
    "The value of `after` for the next page, or null on the last page. Do not interpret it.",
    A_CURSOR,
)


class PagingSchema(TextsSchema):
    """Selects a page of a list."""

    error_messages = {"unknown": UNKNOWN_PARAMETER}

    offset = WholeNumber(
        load_default=0,
        validate=between(0, 10**9),
        **about(
            "The number of items to skip. Past the end, the list is empty. If items are added meanwhile, pages by "
            "`offset` overlap: use `after`.",
            0,
        ),
    )
    limit = WholeNumber(
        load_default=None,
        validate=between(1, 500),
        **about("The maximum number of items. Without it, all items are returned.", 50),
    )
    after = Cursor(
        load_default=None,
        **about(
            "Begin after this position, the `next` of an earlier answer with the same filters. Pages neither miss nor "
            "repeat an item, even if items are added or removed meanwhile.",
            A_CURSOR,
            pattern=f"^{Cursor.PATTERN}$",  # not in answers, where it would bind later versions
        ),
    )

    @post_load
    def make_page(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Return the filters, with the page's values as one `PageQuery`."""
        page = PageQuery(**{name: data.pop(name) for name in ("after", "offset", "limit")})
        return {**data, "page": page}


class PeriodSchema(PagingSchema):
    """Selects items by their date. Both dates are inclusive."""

    since = Day(data_key="from", load_default=None, **about("The first date.", "2026-04-06"))
    until = Day(data_key="to", load_default=None, **about("The last date.", "2027-04-05"))


class AnswerSchema(Schema):
    """The content of a response: every field, null if unknown. Later versions may have more fields."""

    class Meta:
        """Clients must ignore unknown fields."""

        unknown = EXCLUDE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Set the JSON name, and describe each field as always present."""
        field_obj.data_key = field_obj.data_key or in_camel_case(field_name)
        field_obj.required = True


def as_json(schema: type[Schema], value: Any) -> bytes:
    """Return the body of a response, byte for byte as Flask writes it."""
    return json.dumps(_made(schema).dump(value), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@cache
def _made(schema: type[Schema]) -> Schema:
    """Return an instance of a schema, created once, because creating it takes longer than using it."""
    return schema()


class FreshSchema(AnswerSchema):
    """A reading and its freshness. `asOf` and `stale` come last, because the fields before are cached."""

    as_of = LondonTime(
        data_key="asOf",
        **about("The time at which the oldest part of this answer was fetched.", "2026-11-25T09:00:00+00:00"),
    )
    stale = fields.Boolean(
        **about(
            "True if the answer is older than it should be, because the portal could not fetch it again.",
            False,
        )
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("as_of", "stale"):  # marshmallow puts inherited fields first
            for each in (self.fields, self.dump_fields):
                if name in each:
                    each[name] = each.pop(name)

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        """Return the freshness of a reading, or a field of the reading's value."""
        is_value = isinstance(obj, Reading) and attr not in ("as_of", "stale")
        return super().get_attribute(obj.value if is_value else obj, attr, default)

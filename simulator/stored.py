"""Changes of the stored fields of a write: `stores` of a fault, one entry for each field of the record.

Fields: NoteContents, CreatedBy; InvoiceNumber, Amount, InvoiceDate, Description, DocumentName, Documents.
A value is one of these words, or a list of words, applied in order:

  crlf        line ends become \\r\\n                    upper        capitals
  entities    & < > " ' become HTML entities           spaced       a blank after every third character
  ascii       other letters become question marks
  nfd         Unicode NFD in place of NFC              net          Amount less VAT
  blanks      a blank before and after                 utc          London's midnight, as UTC writes it (…Z)
  N           the first N characters (a number)        day-before   23:00 of the day before, without a zone
  null        the field is null                        =some text   that text, such as "=API user"
  missing     the record lacks the field               dropped      of Documents: no document is kept
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Record = dict[str, Any]
Stores = dict[str, Any]

LONDON = ZoneInfo("Europe/London")
FIELDS = (
    *("NoteContents", "CreatedBy"),
    *("InvoiceNumber", "Amount", "InvoiceDate", "Description", "DocumentName", "Documents"),
)


def _spaced(text: str) -> str:
    return " ".join(text[at : at + 3] for at in range(0, len(text), 3))


def _midnight(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text[:10]), time(), LONDON)


def _utc(text: str) -> str:
    return f"{_midnight(text).astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _day_before(text: str) -> str:
    return (_midnight(text).replace(tzinfo=None) - timedelta(hours=1)).isoformat()


OF_TEXT: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "entities": html.escape,
    "ascii": lambda text: text.encode("ascii", "replace").decode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "blanks": lambda text: f" {text} ",
    "upper": str.upper,
    "spaced": _spaced,
}
OF_DATES: dict[str, Callable[[str], str]] = {"utc": _utc, "day-before": _day_before}


def check(stores: Any) -> None:
    """Raise ValueError if `stores` is not valid in a fault."""
    if not isinstance(stores, dict) or not set(stores) <= set(FIELDS):
        raise ValueError(f"stores has the fields {', '.join(FIELDS)}")
    for field, words in stores.items():
        for word in _listed(words):
            if not _is_known(field, word):
                raise ValueError(f"stores: {field} cannot be {word!r}")


def altered(record: Record, stores: Stores, vat: float | None = None) -> Record:
    """Return the record with its stored fields changed. `vat`: the invoice's VAT, for `net`."""
    result = dict(record)
    for name, words in stores.items():
        for word in _listed(words):
            if name not in result:
                break
            if word == "missing":
                del result[name]
            else:
                result[name] = _value(result[name], word, vat)
    return result


def keeps_documents(stores: Stores) -> bool:
    """Return whether AgentOS stores the documents of an invoice."""
    return "Documents" not in stores


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else [words]


def _is_known(field: str, word: Any) -> bool:
    if field == "Documents":
        return bool(word == "dropped")
    if isinstance(word, int) and not isinstance(word, bool):
        return field != "Amount" and word >= 0
    if not isinstance(word, str):
        return False
    if word in ("null", "missing"):
        return True
    if field == "Amount":
        return word == "net"
    return word.startswith("=") or word in OF_TEXT or (field == "InvoiceDate" and word in OF_DATES)


def _value(value: Any, word: Any, vat: float | None) -> Any:
    if word == "null":
        return None
    if word == "net":
        return round(value - (vat or 0), 2)
    if isinstance(word, str) and word.startswith("="):
        return word[1:]
    if not isinstance(value, str):
        return value
    if isinstance(word, int):
        return value[:word]
    return {**OF_TEXT, **OF_DATES}[word](value)

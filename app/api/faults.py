"""The faults of a request's values. The error sentence is about the first, and `errors` of a problem lists all."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote

from app.domain.errors import Invalid

MOST_FAULTS = 100
"""Faults of one request that are listed. More can only be unknown or repeated names."""


class Place(StrEnum):
    """The part of a request that has a value: the member of `errors` that names the value."""

    BODY = "pointer"
    QUERY = "parameter"
    HEADER = "header"


class Fault(NamedTuple):
    """A fault of one value. `path`: the names that lead to the value, from the outermost name on.

    `word`: a fixed word for the fault, which the audit adds to the name.
    """

    path: tuple[str | int, ...]
    detail: str
    place: Place = Place.BODY
    word: str = ""

    @property
    def sentence(self) -> str:
        """Return the fault as a sentence that begins with the name of the value."""
        names = ".".join(printable(name) for name in self.path if isinstance(name, str) and name)
        return f"{names}: {self.detail}" if names else self.detail

    def as_json(self) -> dict[str, str]:
        """Return the fault as an item of `errors`. A field of the body has a JSON pointer (RFC 6901, 6)."""
        names = [printable(str(name)) for name in self.path]
        if self.place is Place.BODY:
            # "surrogatepass", because a name in a JSON text may contain half a character
            steps = (quote(name.replace("~", "~0").replace("/", "~1"), errors="surrogatepass") for name in names)
            return {self.place: "#" + "".join(f"/{step}" for step in steps), "detail": self.detail}
        return {self.place: ".".join(names), "detail": self.detail}


class InvalidValues(Invalid):
    """Values in the request are missing or wrong. The sentence is about the first of the `faults` (`MOST_FAULTS`)."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults[0].sentence)
        self.faults = faults[:MOST_FAULTS]


def invalid(messages: Any, place: Place) -> InvalidValues:
    """Return the error for marshmallow's messages about values in `place`."""
    return InvalidValues(*islice(_faults(messages, place), MOST_FAULTS))


def _faults(messages: Any, place: Place, path: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """Yield marshmallow's messages as faults. `_schema` has the messages about an object as a whole."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _faults(inner, place, path if name == "_schema" else (*path, name))
        return
    for message in messages if isinstance(messages, list) else [messages]:
        text = str(message)
        yield Fault(path, f"{text[:1].lower()}{text[1:]}" if any(path) else text, place)


def printable(name: str) -> str:
    """Return a client's name for a field, shortened and without unprintable characters, for use in a sentence."""
    return "".join(c if c.isprintable() else "?" for c in name[:64])

"""What a line of the log may say, and how it is written.

The text of an exception, and of what libraries log, may quote a person's data, a parameter or a URL: neither is kept.
"""

import errno
import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

import structlog
from structlog.typing import EventDict

FOLDERS = tuple(
    f"{folder}/"
    for folder in (Path(structlog.__file__).parents[1], Path(logging.__file__).parents[1], Path(__file__).parents[2])
)
"""Where packages, the standard library and the portal lie: of no interest in a trace. The innermost come first."""
MOST_FRAMES = 40
ABOUT_PROCESSES = {("gunicorn.error", "arbiter"), ("gunicorn.error", "sock")}
"""Logger and module of libraries whose lines are kept word for word: they know of processes and ports only."""


def foreign(_logger: object, _method: str, event: EventDict) -> EventDict:
    """A library's line as the place it comes from."""
    record: logging.LogRecord = event["_record"]
    if (record.name, record.module) not in ABOUT_PROCESSES:
        event["event"] = "library"
        event["at"] = _place(record.pathname, record.lineno, record.funcName)
    return event


def traced(_logger: object, _method: str, event: EventDict) -> EventDict:
    """`exc_info` as `trace`: each exception's type and code, and where it went through, the latest call last."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["trace"] = list(_trace(error))
    return event


def readable(_logger: object, _method: str, event: EventDict) -> str:
    """One line for people, with a trace's lines below it. Whatever could move a terminal's cursor is escaped."""
    below = [line for name in ("trace", "faults") for line in event.pop(name, ())]
    head = f"{event.pop('timestamp')} {event.pop('level'):8} {event.pop('event')}"
    rest = (f"{name}={value}" for name, value in event.items() if value is not None)
    return "\n    ".join(map(_printable, [" ".join([head, *rest]), *below]))


def kind(error: BaseException) -> str:
    """An exception's type, with the code of what the system, SQLite or PostgreSQL said."""
    cause = getattr(error, "orig", None) or error  # SQLAlchemy's wrap the driver's
    code = None
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorname", None)
    elif isinstance(cause, OSError):
        code = errno.errorcode.get(cause.errno or 0)
    elif isinstance(cause, ImportError | NameError):
        code = cause.name
    elif isinstance(sqlstate := getattr(cause, "sqlstate", None), str):
        code = f"SQLSTATE {sqlstate}"
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name} {code}" if code else name


def _trace(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause and id(cause) not in seen:
        seen.add(id(cause))
        yield kind(cause) if cause is error else f"because of {kind(cause)}"
        frames = [_place(f.f_code.co_filename, line, f.f_code.co_qualname) for f, line in walk_tb(cause.__traceback__)]
        yield from frames[-MOST_FRAMES:]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _place(file: str, line: int, function: str | None) -> str:
    for folder in FOLDERS:
        file = file.removeprefix(folder)
    return f"{file}:{line} {function}"


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)

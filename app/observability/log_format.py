"""The content and format of a log line.

The text of an exception or of a library's log record may quote personal data, a parameter or a URL. Neither is logged.
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
"""Folders of packages, of the standard library and of the portal, removed from traces. The innermost comes first."""
MOST_FRAMES = 40
UNCHANGED = {("gunicorn.error", "arbiter"), ("gunicorn.error", "sock")}
"""Logger and module of library lines that are logged unchanged, because they mention only processes and ports."""


def library_line(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace the text of a library's line by the place in the code that logged it."""
    record: logging.LogRecord = event["_record"]
    if (record.name, record.module) not in UNCHANGED:
        event["event"] = "library"
        event["at"] = _place(record.pathname, record.lineno, record.funcName)
    return event


def with_trace(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by `trace`: the type and code of each exception and its frames, the latest call last."""
    exc_info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if isinstance(error, BaseException):
        event["trace"] = list(_trace(error))
    return event


def readable(_logger: object, _method: str, event: EventDict) -> str:
    """Return a line for people, with the lines of a trace below it. Control characters are escaped."""
    below = [line for name in ("trace", "faults") for line in event.pop(name, ())]
    head = f"{event.pop('timestamp')} {event.pop('level'):8} {event.pop('event')}"
    rest = (f"{name}={value}" for name, value in event.items() if value is not None)
    return "\n    ".join(map(_printable, [" ".join([head, *rest]), *below]))


def error_name(error: BaseException) -> str:
    """Return an exception's type, with the error code of the system, SQLite or PostgreSQL."""
    cause = getattr(error, "orig", None) or error  # SQLAlchemy wraps the driver's exception
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
        yield error_name(cause) if cause is error else f"because of {error_name(cause)}"
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

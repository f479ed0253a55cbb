"""Exceptions in the log: their type and code, never their text, which may quote personal data."""

import errno
import sqlite3
import sys


def error_name(error: BaseException) -> str:
    """Return an exception's type, with its error code from the system, SQLite or PostgreSQL."""
    cause = getattr(error, "orig", None) or error  # SQLAlchemy wraps the driver's exception
    code = None
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorname", None)
    elif isinstance(cause, OSError):
        code = errno.errorcode.get(cause.errno or 0)
    elif isinstance(sqlstate := getattr(cause, "sqlstate", None), str):
        code = f"SQLSTATE {sqlstate}"
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name} {code}" if code else name


def exception_of(exc_info: object) -> BaseException | None:
    """Return the exception that a log event has as its `exc_info`, or None."""
    error = sys.exc_info()[1] if exc_info is True else exc_info
    if isinstance(error, tuple):
        error = error[1]
    return error if isinstance(error, BaseException) else None

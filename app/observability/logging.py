"""Logs: one line an event on standard error, JSON in production, never a key or a person's data."""

import contextlib
import logging
import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import structlog
from structlog.stdlib import ProcessorFormatter

from app.observability import log_format

CANNOT_START = 3
"""The exit status by which gunicorn knows that starting another worker is of no use."""

log = structlog.get_logger("process")

_tell: Callable[[structlog.typing.EventDict], None]
"""As `configure` makes it."""


def begin() -> None:
    """As a process starts, before its settings are read: nothing it dies of is told in any other way.

    In production, too, people who start one at a terminal read sentences.
    """
    level = os.environ.get("LOG_LEVEL", "INFO")
    configure(
        level if level in logging.getLevelNamesMapping() else "INFO",
        readable=os.environ.get("PORTAL_ENV") != "production" or sys.stderr.isatty(),
    )
    sys.excepthook = lambda _kind, error, _trace: log.critical("uncaught", exc_info=error)
    sys.unraisablehook = lambda about: log.error("unraisable", exc_info=about.exc_value)
    threading.excepthook = lambda about: log.critical("thread_died", exc_info=about.exc_value)
    warnings.showwarning = _warn


def refuse(faults: Sequence[str] = ()) -> NoReturn:
    """End a process that cannot start, because of `faults` or else of the exception being handled."""
    why: dict[str, Any] = {"faults": list(faults)} if faults else {"exc_info": True}
    log.critical("The configuration cannot be used" if faults else "not_started", **why)
    sys.exit(CANNOT_START)


def configure(level: str, *, readable: bool, count: structlog.typing.Processor | None = None) -> None:
    """Send structlog and the standard library's loggers to standard error, from `level` up.

    `count` sees every event of ours, those below `level` too.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False)
        if readable
        else structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = _Handler()
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[*shared, log_format.foreign],
            processors=[
                log_format.traced,
                ProcessorFormatter.remove_processors_meta,
                log_format.readable if readable else structlog.processors.JSONRenderer(),
            ],
        )
    )
    global _tell
    _tell = _teller(handler, readable=readable, stamp=shared[-1], count=count)
    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if not isinstance(other, _Handler)] + [handler]
    root.setLevel(level)
    # What these tell below is of no use without its text.
    for name, least in (("urllib3", "ERROR"), ("sqlalchemy", "WARNING"), ("alembic", "WARNING")):
        logging.getLogger(name).setLevel(least)
    structlog.configure(
        processors=[
            *([count, structlog.stdlib.filter_by_level] if count else []),
            *shared,
            ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.make_filtering_bound_logger("debug" if count else level.lower()),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def tell(logger: str, event: str, **fields: Any) -> None:
    """Log an event at INFO past the standard library's loggers, whose records cost more than a whole short answer."""
    _tell({"event": event, **fields, **structlog.contextvars.get_contextvars(), "logger": logger})


def _teller(
    handler: logging.Handler,
    *,
    readable: bool,
    stamp: structlog.typing.Processor,
    count: structlog.typing.Processor | None,
) -> Callable[[structlog.typing.EventDict], None]:
    render: Any = log_format.readable if readable else structlog.processors.JSONRenderer()
    root = logging.getLogger()

    def tell(event: structlog.typing.EventDict) -> None:
        if count:
            count(None, "info", event)
        if root.level <= logging.INFO >= handler.level:
            with contextlib.suppress(Exception):
                event["level"] = "info"
                _write(str(render(None, "info", stamp(None, "info", event))))

    return tell


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Leave out lines below CRITICAL for a while: for commands whose own words say it all, and better."""
    ours = [handler for handler in logging.getLogger().handlers if isinstance(handler, _Handler)]
    for handler in ours:
        handler.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for handler in ours:
            handler.setLevel(logging.NOTSET)


class _Handler(logging.Handler):
    """Ours among the root logger's: writes to what is standard error at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        """Where a line cannot be written, say nothing: the standard library would print all that it was made of."""
        with contextlib.suppress(Exception):
            _write(self.format(record))


def _write(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,
    line: object = None,
) -> None:
    log.warning("python_warning", category=category.__name__, at=f"{filename}:{lineno}")

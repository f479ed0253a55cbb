"""Logging: one line per event on standard error, JSON in production, without keys and personal data.

The text of an exception or of a library's record may quote personal data, a parameter or a URL, so it is not logged.
"""

import contextlib
import json
import logging
import os
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from traceback import walk_tb
from typing import Any, NoReturn

import structlog
from structlog.typing import EventDict, Processor

from app.observability.database_log import LimitLines
from app.observability.exceptions import error_name, exception_of

CANNOT_START = 3
"""The exit status with which gunicorn does not start another worker."""
UNUSABLE = "The configuration cannot be used"
log = structlog.get_logger("process")
FOLDERS = tuple(
    f"{folder}/"
    for folder in (Path(structlog.__file__).parents[1], Path(logging.__file__).parents[1], Path(__file__).parents[2])
)
"""Folders (packages, standard library, portal) that traces leave out of paths. The innermost is first."""
MOST_FRAMES = 40
SERVER_LINE = " * "
"""The beginning of a line of Flask's development server about itself: where it runs, and when it restarts."""
LOCAL = ("development", "test")
"""Values of `PORTAL_ENV` for which a person reads the log of a process, and no program."""
UNCHANGED = {("gunicorn.error", "arbiter"), ("gunicorn.error", "sock")}
"""Loggers and modules of libraries whose lines are logged unchanged: they mention only processes and ports."""


def begin(count: Processor | None = None) -> None:
    """Set up logging by the environment, and log all uncaught exceptions.

    Call it at the start of a process, before its settings are read. `count`: as for `configure`.
    """
    level = os.environ.get("LOG_LEVEL") or "INFO"
    configure(
        level if level in logging.getLevelNamesMapping() else "INFO",
        readable=is_read_by_people(os.environ.get("PORTAL_ENV") or "development"),
        count=count,
    )
    sys.excepthook = lambda _kind, error, _trace: log.critical("uncaught", exc_info=error)
    sys.unraisablehook = lambda about: log.error("unraisable", exc_info=about.exc_value)
    threading.excepthook = lambda about: log.critical("thread_died", exc_info=about.exc_value)
    warnings.showwarning = _warn


def is_read_by_people(environment: str) -> bool:
    """Return whether a person reads the log of this process: in `LOCAL` environments, and at a terminal in all."""
    return environment in LOCAL or sys.stderr.isatty()


def refuse_to_start(faults: Sequence[str] = ()) -> NoReturn:
    """Log `faults` or, if there are none, the current exception. Then end the process, because it cannot start.

    At a terminal, print the faults as plain text.
    """
    if not faults:
        log.critical("not_started", exc_info=True)
    elif sys.stderr.isatty():
        _write("\n  ".join([f"{UNUSABLE}:", *map(printable, faults)]))
    else:
        log.critical(UNUSABLE, faults=list(faults))
    sys.exit(CANNOT_START)


def configure(level: str, *, readable: bool, count: Processor | None = None) -> None:
    """Send structlog and the standard library's loggers to standard error, from `level` up.

    `count` receives every event of the portal, including events below `level`.
    """
    render: Any = _readable_line if readable else structlog.processors.JSONRenderer()

    def write(logger: object, method: str, event: EventDict) -> NoReturn:
        with contextlib.suppress(Exception):
            _write(render(logger, method, event))
        raise structlog.DropEvent  # the logger of the standard library gets no record

    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if not isinstance(other, _Handler)] + [_Handler()]
    root.setLevel(level)
    # Lines of these libraries below this level are useless without their text.
    for name, least in (("urllib3", "ERROR"), ("sqlalchemy", "WARNING"), ("alembic", "WARNING")):
        logging.getLogger(name).setLevel(least)
    structlog.configure(
        processors=[
            *([count, structlog.stdlib.filter_by_level] if count else []),
            LimitLines(),
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S" if readable else "iso", utc=not readable),
            _with_trace,
            write,
        ],
        wrapper_class=structlog.make_filtering_bound_logger("debug" if count else level.lower()),
        logger_factory=logging.getLogger,
    )


@contextlib.contextmanager
def only_critical() -> Iterator[None]:
    """Suppress lines below CRITICAL, for commands that print the same facts themselves."""
    former = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    try:
        yield
    finally:
        structlog.configure(wrapper_class=former)


class _Handler(logging.Handler):
    """The portal's handler of the root logger, for lines of libraries. It logs the place of the call, not the text.

    It ignores failures, because the standard library would print the record's unfiltered data.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Log a line of a library, except those of the development server about requests."""
        with contextlib.suppress(Exception):
            logger = structlog.get_logger(record.name)
            level = min(record.levelno // 10 * 10, logging.CRITICAL)  # structlog knows no levels between the usual ones
            if record.name == "werkzeug" and record.levelno < logging.ERROR:
                if lines := _server_lines(record.getMessage()):
                    logger.log(level, lines)
            elif (record.name, record.module) in UNCHANGED:
                logger.log(level, record.getMessage(), exc_info=record.exc_info)
            else:
                at = _place(record.pathname, record.lineno, record.funcName)
                logger.log(level, "library", at=at, exc_info=record.exc_info)


def _write(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _warn(message: object, category: type[Warning], filename: str, lineno: int, *_: object, **__: object) -> None:
    log.warning("python_warning", category=category.__name__, at=f"{filename}:{lineno}")


def _server_lines(text: str) -> str:
    """Return the lines of Flask's development server about itself in the text of a log record.

    They name `localhost`, like the documentation, because a browser takes `localhost` and 127.0.0.1 for two sites.
    """
    own = [line.removeprefix(SERVER_LINE) for line in text.splitlines() if line.startswith(SERVER_LINE)]
    return ", ".join(own).replace("//127.0.0.1:", "//localhost:")


def _with_trace(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by `trace`: the type and code of each exception and its frames, the latest call last."""
    if (error := exception_of(event.pop("exc_info", None))) is not None:
        event["trace"] = list(_trace(error))
    return event


def _readable_line(_logger: object, _method: str, event: EventDict) -> str:
    """Return a line for people, with the lines of a trace below it. Control characters are escaped."""
    below = [line for name in ("trace", "faults") for line in event.pop(name, ())]
    head = f"{event.pop('timestamp')} {event.pop('level'):8} {event.pop('event')}"
    rest = (f"{name}={value}" for name, value in event.items() if value is not None)
    return "\n    ".join(map(printable, [" ".join([head, *rest]), *below]))


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


def printable(text: str) -> str:
    """Escape control, bidirectional and invisible characters as JSON does. They could forge lines in a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)

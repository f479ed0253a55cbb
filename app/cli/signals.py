"""Signals: SIGTERM ends a command, and SIGHUP starts `worker` again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import structlog

from app.cli.shared import CommandFailed
from app.settings.env_file import log_restart_needed
from app.settings.model import ConfigurationError

# The process waits for these signals instead of handling them, because a handler could interrupt code inside a lock.
STOP_SIGNALS = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
HAS_TERMINAL = os.isatty(0)
"""The command was started in a terminal."""
CHECK = ("-m", "flask", "--app", "wsgi", "config", "check")
CHECK_S = 60.0

log = structlog.get_logger("process")


class _Stopped(BaseException):
    """SIGTERM came. After a KeyboardInterrupt, `subprocess.run` would not wait for the end of the killed child."""


def wait_for_end(*checks: str) -> int:
    """Wait for a signal that ends the command, or that starts it again with settings that can be used. Return it.

    `checks`: options of `config check`, for what else the command needs at its start.
    `STOP_SIGNALS` must be blocked. If the command's terminal closes, it sends SIGHUP, and the command ends.
    """
    while True:
        number = signal.sigwait(STOP_SIGNALS)
        if number == signal.SIGHUP and HAS_TERMINAL and not os.isatty(0):
            return signal.SIGTERM
        if number != signal.SIGHUP:
            return number
        faults: list[str] = []
        try:
            log_restart_needed()
        except ConfigurationError as error:  # Flask, which loads the file, does not name it
            faults = error.faults
        if HAS_TERMINAL or _can_start(checks):
            return number
        log.error("reload_refused", faults=faults)


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM end the block by an exception, so that it ends its child and deletes its unfinished files.

    Raise `CommandFailed` after SIGTERM or Ctrl-C. Call this in the main thread.
    """
    usual = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    except (_Stopped, KeyboardInterrupt):
        raise CommandFailed("Stopped by a signal.") from None
    finally:
        signal.signal(signal.SIGTERM, usual)


def _stop(*_: object) -> NoReturn:
    raise _Stopped


def start_again() -> NoReturn:
    """Start the command of this process again in this process, with the present settings."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the command of this process


def _can_start(checks: tuple[str, ...]) -> bool:
    """Return whether a new process could start with the present settings. That process logs its faults."""
    command, nothing = [sys.executable, *CHECK, *checks], subprocess.DEVNULL
    try:
        ended = subprocess.run(command, stdin=nothing, stdout=nothing, timeout=CHECK_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0

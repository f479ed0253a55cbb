"""Work that goes on in the background while a bench or a long test runs."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def repeating(act: Callable[[], object], every_s: float, first_s: float = 0.0) -> Iterator[None]:
    """Call `act` on a thread of its own, first after `first_s`, then in equal steps, without those that it misses.

    Raise its errors as an ExceptionGroup at the end. It is called again after an error.
    """
    ended, raised, due_at = threading.Event(), list[Exception](), time.monotonic() + first_s

    def run() -> None:
        at = due_at
        while not ended.wait(max(at - time.monotonic(), 0.0)):
            try:
                act()
            except Exception as error:
                raised.append(error)
            at += every_s * max(1, math.ceil((time.monotonic() - at) / every_s))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
    if raised:
        raise ExceptionGroup(act.__name__, raised)

"""The portal with time sixty times as fast, as far as its configuration does not say how long things take.

`gunicorn -c gunicorn.conf.py tests.chaos.scaled:app`, `flask --app tests.chaos.scaled worker`. What has to do with the
machine is not scaled as far: no time-out is under a second, and a lease outlives its holder's deadline by two, for a
process that gets no turn that long would not be alone in the world. The wall clock is off by as many seconds as the
file says that `CHAOS_CLOCK` names.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from app.agentos import waiters
from app.auth import guard
from app.domain.clock import SystemClock
from app.submissions import clearing, deliverer, delivery, failures, rows, submit

SCALE = 60
BESIDE_S = GRACE_S = 2.0
PAUSE_MOST_S = rows.PAUSE_MOST_S / SCALE
REQUEST_S = 4.0
INVOICE_S = 4.8  # as in life: longer than another request, shorter than `SETTLE_S`

CONSTANTS: dict[ModuleType, dict[str, Any]] = {
    clearing: {"EVERY_S": clearing.EVERY_S / SCALE, "UNFINISHED": clearing.UNFINISHED / SCALE},
    deliverer: {
        "BESIDE_S": BESIDE_S,
        "GRACE_S": GRACE_S,
        "PATIENCE": deliverer.PATIENCE / SCALE,
        "SLOT_WAIT_S": 1.0,
        "WAKE_EVERY_S": deliverer.WAKE_EVERY_S / SCALE,
    },
    delivery: {
        "PAUSE_LEAST_S": 0.1,
        "PAUSE_MOST_S": PAUSE_MOST_S,
        "QUIET_S": delivery.QUIET_S / SCALE,
    },
    guard: {"REQUEST_S": REQUEST_S},
    rows: {
        "BESIDE_S": BESIDE_S,
        "GRACE_S": GRACE_S,
        "LONGEST_REQUEST_S": INVOICE_S,
        "PAUSE_MOST_S": PAUSE_MOST_S,
    },
    failures: {"AGAIN_S": 0.2},
    submit: {"BLOCKED_S": 1.0, "GRACE_S": GRACE_S, "POLL_S": 0.1},
    waiters: {"FULL_RETRY_S": 0.2},
}


def stepped(_clock: SystemClock) -> datetime:
    """The time that this process takes it to be."""
    try:
        off_s = float(Path(os.environ["CHAOS_CLOCK"]).read_text("utf-8"))
    except (KeyError, OSError, ValueError):  # nobody has set it, or is just about to
        off_s = 0.0
    return datetime.now(UTC) + timedelta(seconds=off_s)


for module, values in CONSTANTS.items():
    for name, value in values.items():
        assert hasattr(module, name), f"{module.__name__} has no {name} (any more)"
        setattr(module, name, value)
SystemClock.now = stepped

from wsgi import app  # noqa: E402

for view in app.view_functions.values():
    if hasattr(view, "deadline_s"):
        view.deadline_s = INVOICE_S

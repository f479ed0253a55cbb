"""The portal for the short run of `make test-all`, with shorter waits where no setting exists.

Start it with `gunicorn -c gunicorn.conf.py tests.chaos.scaled:app` and `flask --app tests.chaos.scaled worker`. `make
chaos` itself runs the portal unchanged. A lease still outlives its holder's deadline by two seconds, because a busy
machine may suspend a process that long.
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

from app.agentos import errors
from app.auth import guard
from app.domain import delivery as decision
from app.domain import operation_pause
from app.domain.recognition import Proof
from app.ledger import lease
from app.submissions import delivery, delivery_worker, failures, submit

BESIDE_S = GRACE_S = 2.0
REQUEST_S = 6.0
INVOICE_S = 8.0

CONSTANTS: dict[ModuleType, dict[str, Any]] = {
    decision: {"PAUSE_MOST_S": 4.0, "ABSENCES_APART_S": 2.0, "RETRY_AFTER_S": (0.0, 2.0, 4.0)},
    operation_pause: {"TRIALS_APART_S": (1.0, 2.0, 4.0), "RETRY_AFTER_S": 10.0, "TURN_AGAIN_S": 1.0},
    delivery: {"BLOCKED_S": 1.0},
    delivery_worker: {"BESIDE_S": BESIDE_S, "GRACE_S": GRACE_S, "WAKE_EVERY_S": 1.0},
    failures: {"AGAIN_S": 0.2},
    guard: {"REQUEST_S": REQUEST_S},
    lease: {"BESIDE_S": BESIDE_S, "GRACE_S": GRACE_S, "INVOICE_S": INVOICE_S},
    submit: {"GRACE_S": GRACE_S},
    errors: {"CROWDED_RETRY_S": 0.2},
}

for module, values in CONSTANTS.items():
    for name, value in values.items():
        assert hasattr(module, name), f"{module.__name__} has no {name}"
        setattr(module, name, value)

Proof.__init__.__kwdefaults__["lag_s"] = 2.0  # type: ignore[index]

from wsgi import app  # noqa: E402

for blueprint in app.blueprints.values():
    for endpoint, facts in getattr(blueprint, "facts", {}).items():
        if facts.deadline_s is not None:
            blueprint.facts[endpoint] = replace(facts, deadline_s=INVOICE_S)

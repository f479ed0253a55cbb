"""`make web`: write the phone's copy of the limits in `app/domain/limits.py`, which it needs before signing in."""

from __future__ import annotations

import json
from pathlib import Path

from app.account.schemas import LimitsSchema
from app.domain.limits import CODE_DIGITS, CODE_TRIES, LIMITS

COPY = Path(__file__).resolve().parent.parent / "app" / "web" / "src" / "portal-limits.ts"
MODULE = """// `make web` writes this file: see tools/phone_limits.py.

export const CODE_DIGITS = {digits};
export const CODE_TRIES = {tries};

export const LIMITS: Limits = {limits};
"""


def module() -> str:
    """Return the text of the phone's module."""
    return MODULE.format(digits=CODE_DIGITS, tries=CODE_TRIES, limits=json.dumps(LimitsSchema().dump(LIMITS), indent=2))


if __name__ == "__main__":
    COPY.write_text(module(), "utf-8")

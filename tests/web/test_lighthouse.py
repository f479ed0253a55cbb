"""Lighthouse finds no fault in accessibility and best practices. `bench/` measures the speed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.browsing import ACME, HARPER, Web
from tests.web.measured import faults, report

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
SCREENS = {"sign in": (None, "/"), "jobs": (HARPER, f"/jobs?{ACME}")}


@pytest.mark.parametrize("screen", SCREENS)
def test_lighthouse_finds_no_faults(web: Web, screen: str, tmp_path: Path) -> None:
    who, path = SCREENS[screen]
    cookie = web.cookie(who) if who else None
    result = report(web.url + path, cookie, ["accessibility", "best-practices"], tmp_path)
    assert {name: each["score"] for name, each in result["categories"].items()} == {
        "accessibility": 1,
        "best-practices": 1,
    }, faults(result)

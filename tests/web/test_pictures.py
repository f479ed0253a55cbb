"""The pictures in README show the current app.

Each run takes them, and `make pictures` stores them in docs/pictures.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from config import ROOT
from tests.web.browsing import DESKTOP, Web
from tests.web.sample_day import TALL
from tests.web.screens import shown_screen

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
KEPT_IN = "PICTURES"
SHOWN = re.findall(r"docs/pictures/([\w-]+\.png)", (ROOT / "README.md").read_text("utf-8"))
DEVICES: dict[str, dict[str, Any]] = {"phone": {**TALL, "device_scale_factor": 2}, "desktop": DESKTOP}
SCREENS = {"today": "today with one agency", "job": "a job", "invoice": "an invoice with its PDF", "money": "money"}


@pytest.mark.parametrize("name", SHOWN)
def test_picture_for_readme_is_taken(web: Web, tmp_path: Path, name: str) -> None:
    screen, device = name.removesuffix(".png").split("-")
    with shown_screen(web, SCREENS[screen], **DEVICES[device]) as page:
        picture = Path(os.environ.get(KEPT_IN) or tmp_path) / name
        page.screenshot(path=picture, animations="disabled")
    assert picture.stat().st_size > 10_000, "nothing is on it"
    assert (ROOT / "docs" / "pictures" / name).is_file(), "`make pictures` makes it"

"""The pictures in README show the current app.

Each run takes them, and `make pictures` stores them in docs/pictures.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from config import ROOT
from tests.web.browsing import ACME, DESKTOP, HARPER, PHONE, Web
from tests.web.invoice_form import attach, fill, open_review
from tests.web.outbox_tab import job_to_invoice, unique_pdf

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
KEPT_IN = "PICTURES"
SHOWN = re.findall(r"docs/pictures/([\w-]+\.png)", (ROOT / "README.md").read_text("utf-8"))
SHARP: dict[str, Any] = {"device_scale_factor": 2}
DEVICES = {"phone": {**PHONE, **SHARP}, "desktop": DESKTOP}


def jobs(page: Page, web: Web) -> None:
    page.goto(f"/jobs?{ACME}")
    page.get_by_role("searchbox").wait_for()


def job(page: Page, web: Web) -> None:
    page.goto(f"/jobs/{web.open_job(HARPER)}?{ACME}")
    page.get_by_label("Add a note").wait_for()


def money(page: Page, web: Web) -> None:
    page.goto(f"/money?show=paid&{ACME}")
    page.get_by_role("table", name="Paid by month").wait_for(state="attached")


def invoice(page: Page, web: Web) -> None:
    page.goto(f"/jobs/{job_to_invoice(web)}/invoice?{ACME}")
    fill(page)
    attach(page, unique_pdf("for the picture"), "H-77.pdf")
    open_review(page)
    page.get_by_role("heading", name="Look it over").wait_for()


SCREENS = {"jobs": jobs, "job": job, "money": money, "invoice": invoice}


@pytest.mark.parametrize("name", SHOWN)
def test_picture_for_readme_is_taken(web: Web, tmp_path: Path, name: str) -> None:
    screen, device = name.removesuffix(".png").split("-")
    with web.page(HARPER, "/", **DEVICES[device]) as page:
        SCREENS[screen](page, web)
        page.wait_for_load_state("networkidle")
        picture = Path(os.environ.get(KEPT_IN) or tmp_path) / name
        page.screenshot(path=picture, animations="disabled")
    assert picture.stat().st_size > 10_000, "nothing is on it"
    assert (ROOT / "docs" / "pictures" / name).is_file(), "`make pictures` makes it"

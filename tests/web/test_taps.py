"""The taps of each task from the opened app, without a swipe, in each engine."""

from __future__ import annotations

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from tests.web.browsing import HARPER, Web
from tests.web.engines import Engine
from tests.web.invoice_form import AMOUNT, PHOTO
from tests.web.sample_day import HIGH, NAMES, SampleDay, sample_invoices, sample_job, sample_jobs
from tests.web.sample_server import sample_server
from tests.web.scripted_app import ScriptedApp

pytestmark = pytest.mark.browser
TAP = """
const named = (one) => (one.ariaLabel ?? one.innerText).trim().split("\\n")[0] === argument;
for (const one of [...document.querySelectorAll("a, button, label")].filter(named)) {
    const {left, top, width, height} = one.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!hit || !one.contains(hit)) continue;
    if (one.tagName !== "LABEL" && !one.href?.startsWith("tel:")) one.click();
    return true;
}
return false;
"""
"""Tap an element of this name, unless it is out of sight or covered. Do not leave for the camera or the telephone."""
JPEG = """
const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 80});
canvas.getContext("2d").fillRect(0, 0, 60, 80);
return canvas.toDataURL("image/jpeg").split(",")[1];
"""
IN_SIGHT = """
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
    const {parentElement: parent, data} = words.currentNode;
    if (!data.includes(argument)) continue;
    const {left, top, width, height} = parent.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit && (hit.contains(parent) || parent.contains(hit))) return true;
}
return false;
"""
EMERGENCY, OTHER = "Water through kitchen ceiling", "No hot water"


@dataclass
class Thumb:
    """Counts the taps on the app in an engine since it was opened."""

    app: ScriptedApp
    engine: Engine
    url: str
    taps: int = field(default=0)

    def open(self) -> None:
        """Open the app."""
        self.engine.goto(f"{self.url}/")
        self.taps = 0

    def open_job(self, title: str) -> None:
        """Open a job: the emergency, which Today shows, or one that only Jobs shows."""
        self.open()
        if title != EMERGENCY:
            self.tap("Jobs")
        self.tap(title)
        self.app.until(title, "return document.querySelector('h1')?.innerText === argument", title)

    def tap(self, name: str) -> None:
        self.app.until(f"to tap {name}", TAP, name)
        self.taps += 1

    def sees(self, text: str) -> None:
        """Wait until this text is in sight."""
        with suppress(AssertionError):
            self.app.until(text, IN_SIGHT, text)
        assert self.engine.run(IN_SIGHT, text), self.app.text()


def day(agencies: int) -> SampleDay:
    """Return the sample with £240.00 owed. The portal refuses invoices for the job that only Jobs shows."""
    jobs, invoices = sample_jobs(), sample_invoices()
    jobs["acme"][1] = sample_job("JOB-refused", OTHER, **HIGH)
    owed = {"invoiceId": "INV-3", "jobId": None, "amount": 240.0, "status": "authorised"}
    invoices["acme"].append({**invoices["acme"][1], **owed})
    return SampleDay(agencies=tuple(NAMES)[:agencies], jobs=jobs, invoices=invoices)


@pytest.mark.parametrize("size", [(390, 664), (390, 844)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("agencies", [1, 5])
def test_each_task_takes_few_taps(web: Web, browser: Engine, size: tuple[int, int], agencies: int) -> None:
    with sample_server(web, day(agencies)) as url:
        browser.open(size)
        browser.cookie("portal_session", web.cookie(HARPER), url)
        app = ScriptedApp(browser)
        thumb = Thumb(app, browser, url)
        thumb.open()
        assert browser.run("return [innerWidth, innerHeight]") == [*size]

        thumb.tap("Call Priya")
        assert thumb.taps == 1
        thumb.open_job(OTHER)
        thumb.tap("Call Grace")
        assert thumb.taps == 2 + 1

        thumb.open()
        thumb.tap("Money")
        thumb.sees("£240.00")
        assert thumb.taps == 1

        for more, title in enumerate((EMERGENCY, OTHER)):
            thumb.open_job(title)
            thumb.tap("Note")
            app.fill("Note to", "arrived: No access")
            thumb.tap("Add note")
            thumb.sees("arrived: No access")
            assert thumb.taps == 3 + more

            thumb.open_job(title)
            thumb.tap("Invoice")
            app.fill(AMOUNT, "86")
            thumb.tap(PHOTO)
            app.attach(PHOTO, "IMG_1.jpg", b64decode(browser.run(JPEG)), "image/jpeg")
            app.await_text("Goes as a PDF")
            thumb.tap("Review £86.00")
            thumb.tap("Send invoice")
            app.await_text("Back to job")
            assert thumb.taps == 5 + more

        thumb.open()
        thumb.tap("Invoice £86.00 refused")
        thumb.sees("the PDF has another file inside")
        assert thumb.taps == 1

        for more, title in enumerate((EMERGENCY, OTHER)):
            thumb.open_job(title)
            thumb.tap("Done")
            thumb.sees("Undo")
            assert thumb.taps == 2 + more

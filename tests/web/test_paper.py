"""The paper of an invoice: a photo, which becomes a PDF on the phone, and a PDF that another app shares."""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, PHONE, Web, wait_until_cached
from tests.web.invoice_form import (
    NUMBER,
    PHOTO,
    amount,
    attached,
    field,
    form,
    invoices_in_agentos,
    open_review,
    wait_until_arrived,
)
from tests.web.lists import scroll_to_end
from tests.web.outbox_tab import create_read_job, job_to_invoice, unique_pdf

pytestmark = pytest.mark.browser
DRAWN = """async ([width, height, halves]) => {
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    const context = canvas.getContext("2d");
    for (const [index, colour] of halves.entries()) {
        context.fillStyle = colour;
        context.fillRect((index * width) / 2, 0, width / 2, height);
    }
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
PIXELS = """async ([picture, places]) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/jpeg"}));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d", {willReadFrequently: true});
    context.drawImage(bitmap, 0, 0);
    const [w, h] = [bitmap.width, bitmap.height];
    const colourAt = ([x, y]) => [...context.getImageData(x * w, y * h, 1, 1).data.slice(0, 3)];
    return {size: [w, h], colours: places.map(colourAt)};
}"""
PLACE = b"Leeds, 53.8N 1.5W"


def turned(jpeg: bytes) -> bytes:
    """Return the JPEG of a camera on its side, with a place. It is upright after a turn by 90 degrees to the right."""
    orientation = bytes.fromhex("0112 0003 00000001 0006 0000")
    place = bytes.fromhex("010e 0002") + len(PLACE).to_bytes(4) + (38).to_bytes(4)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + b"\0\x02" + place + orientation + bytes(4) + PLACE
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + jpeg[2:]


def photo(page: Page, width: int, height: int) -> bytes:
    """Return a JPEG whose left half is red and whose right half is blue."""
    return b64decode(page.evaluate(DRAWN, [width, height, ["#f00", "#00f"]]))


def as_file(content: bytes, name: str = "IMG_1.jpg", kind: str = "image/jpeg") -> Any:
    return {"name": name, "mimeType": kind, "buffer": content}


def sent_picture(page: Page, web: Web, job: str, places: list[tuple[float, float]]) -> Any:
    """Return the size of the picture in the only page of the PDF in AgentOS, and its colours at these places."""
    [sent] = invoices_in_agentos(web, job)
    [document] = [each for each in web.agentos("documents") if each["InvoiceOID"] == sent["OID"]]
    content = b64decode(document["Content"])
    assert PLACE not in content
    assert b"Exif" not in content
    reader = PdfReader(io.BytesIO(content), strict=True)
    [only] = reader.pages
    [picture] = only["/Resources"]["/XObject"].values()  # type: ignore[index]
    return page.evaluate(PIXELS, [b64encode(picture.get_object()._data).decode(), places])


def test_invoice_with_a_photo_takes_five_taps_the_camera_and_one_field(web: Web) -> None:
    job = create_read_job(web)
    # The oldest of its section, so that Jobs shows it at the top.
    web.control("PATCH", f"state/acme/jobs/{job}", {"Priority": "High", "Reported": "2020-01-02T09:00:00"})
    wait_until("the priority", lambda: web.api(HARPER, f"jobs/{job}")["priority"] == "High")
    taps = 0

    def tap(element: Locator) -> None:
        nonlocal taps
        element.tap()
        taps += 1

    with web.page(HARPER, "/jobs", **PHONE) as page:
        picture = turned(photo(page, 3000, 1500))
        tap(page.locator(f"a[href^='/jobs/{job}?']").first)
        tap(page.locator(".bar").get_by_role("link", name="Invoice"))
        amount(page).fill("144")
        number = field(page, NUMBER).input_value()
        with page.expect_file_chooser() as chooser:
            tap(page.locator("label.tile").filter(has_text=PHOTO))
        chooser.value.set_files(as_file(picture))
        expect(attached(page)).to_contain_text("Goes as a PDF of 1 page, ")
        tap(page.get_by_role("button", name="Review £144.00"))
        expect(page.locator(".facts")).to_contain_text("Photo, as a PDF of 1 page")
        tap(page.get_by_role("button", name="Send invoice"))
        wait_until_arrived(page)
        assert taps == 5
        # Upright, the red half is at the top.
        result = sent_picture(page, web, job, [(0.5, 0.1), (0.5, 0.9)])
        assert result["size"] == [1000, 2000]
        assert [max(range(3), key=colour.__getitem__) for colour in result["colours"]] == [0, 2]
    [sent] = invoices_in_agentos(web, job)
    assert (sent["InvoiceNumber"] or "", sent["DocumentName"]) == (number, "Photo of the invoice.pdf")


def test_photo_is_shown_large_and_taken_again(web: Web) -> None:
    with form(web, job_to_invoice(web)) as page:
        camera = page.get_by_label(PHOTO)
        assert (camera.get_attribute("capture"), camera.get_attribute("accept")) == ("environment", "image/*")
        camera.set_input_files(as_file(photo(page, 400, 300)))
        page.get_by_role("link", name=re.compile("See it large$")).click()
        large = page.get_by_role("dialog").get_by_role("img", name=PHOTO)
        expect(large).to_have_js_property("width", 400)
        page.go_back()
        expect(large).to_have_count(0)
        page.reload()
        page.get_by_role("link", name=re.compile("See it large$")).click()
        expect(large).to_have_js_property("width", 400)
        page.get_by_label("Take again").set_input_files(as_file(photo(page, 300, 600)))
        expect(large).to_have_count(0)
        page.get_by_role("link", name=re.compile("See it large$")).click()
        expect(large).to_have_js_property("height", 600)
        page.get_by_role("button", name="Close").click()
        page.get_by_role("button", name="Remove the photo").click()
        expect(attached(page)).to_have_count(0)
        expect(camera).to_be_focused()


# ---- A PDF that another app shares


def share(page: Page, content: bytes, tmp_path: Path) -> None:
    """Send a PDF to the app, as the phone does when the person shares it."""
    file = tmp_path / "From the office.pdf"
    file.write_bytes(content)
    page.set_content(
        '<form action="/share" method="post" enctype="multipart/form-data"><input type="file" name="document"><button>'
    )
    page.locator("input").set_input_files(file)
    page.locator("button").click()


@pytest.fixture
def shared(web: Web, tmp_path: Path) -> Any:
    """Yield a page of a device where a PDF was shared with the app before anybody signed in."""
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.goto("/")
        wait_until_cached(page)
        # A page of the portal forbids forms, so the form is on an empty page of the same origin.
        page.route("**/blank", lambda route: route.fulfill(body="<p>", content_type="text/html"))
        page.goto("/blank")
        share(page, unique_pdf("shared"), tmp_path)
        yield page


def sign_in(context: BrowserContext, web: Web) -> None:
    context.add_cookies([{"name": "portal_session", "value": web.cookie(HARPER), "url": web.url}])


def choose_job(page: Page, job: str) -> None:
    """Choose this job in the list of all that an invoice can be for."""
    scroll_to_end(page)
    page.locator(f"a[href^='/jobs/{job}/invoice?']").first.click()


def test_shared_pdf_survives_signing_in_and_begins_an_invoice(web: Web, shared: Page) -> None:
    job = create_read_job(web)
    expect(shared).to_have_url(re.compile(r"/invoice\?shared=1"))
    shared.get_by_role("heading", level=1).wait_for()
    sign_in(shared.context, web)
    shared.reload()
    expect(shared.get_by_text("From the office.pdf is here. Choose its job.")).to_be_visible()
    choose_job(shared, job)
    expect(attached(shared)).to_contain_text("From the office.pdf")
    expect(shared).to_have_url(re.compile(f"/jobs/{job}/invoice\\?{ACME}$"))
    shared.reload()
    expect(attached(shared)).to_contain_text("From the office.pdf")
    field(shared, NUMBER).fill("F-1")
    amount(shared).fill("10")
    open_review(shared)
    shared.get_by_role("button", name="Send invoice").click()
    wait_until_arrived(shared)
    assert [sent["DocumentName"] for sent in invoices_in_agentos(web, job)] == ["From the office.pdf"]
    shared.goto("/invoice?shared=1")
    expect(shared.get_by_role("heading", name="Invoice for which job?")).to_be_visible()
    expect(shared.get_by_text("From the office.pdf is here.")).to_have_count(0)


def test_large_pdf_that_no_service_worker_takes_is_asked_for_again(web: Web, tmp_path: Path) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()  # the app, which registers the service worker, was never open here
        page.route("**/blank", lambda route: route.fulfill(body="<p>", content_type="text/html"))
        page.goto("/blank")
        share(page, unique_pdf("shared") + bytes(300_000), tmp_path)
        expect(page.get_by_text("The PDF did not get here. Choose its job, then the PDF again.")).to_be_visible()


def test_pdf_that_is_opened_with_the_app_begins_an_invoice(web: Web) -> None:
    job = create_read_job(web)
    queue = "{setConsumer: (consumer) => { globalThis.launchWith = consumer; }}"
    with web.context(HARPER, **PHONE) as context:
        context.add_init_script(f"Object.defineProperty(globalThis, 'launchQueue', {{value: {queue}}})")
        page = context.new_page()
        page.goto("/")
        page.get_by_role("heading", level=1).wait_for()
        file = "new File([text], 'Opened.pdf', {type: 'application/pdf'})"
        text = unique_pdf("opened").decode("latin-1")
        page.evaluate(f"(text) => launchWith({{files: [{{getFile: async () => {file}}}]}})", text)
        expect(page.get_by_text("Opened.pdf is here.")).to_be_visible()
        choose_job(page, job)
        expect(attached(page)).to_contain_text("Opened.pdf")


def test_manifest_offers_shortcuts_and_takes_pdfs(web: Web) -> None:
    with web.context() as context:
        manifest = context.request.get("/app.webmanifest").json()
    assert [(each["name"], each["url"]) for each in manifest["shortcuts"]] == [("Today", "/"), ("Outbox", "/outbox")]
    target = manifest["share_target"]
    assert (target["action"], target["method"], target["enctype"]) == ("/share", "POST", "multipart/form-data")
    assert manifest["file_handlers"] == [{"action": "/invoice", "accept": {"application/pdf": [".pdf"]}}]

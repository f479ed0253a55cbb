"""The documents of the outbox are stored once, as bytes, and not deleted while they are unreadable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import invoices_in_agentos
from tests.web.outbox_tab import (
    ACCOUNT,
    Tab,
    create_job,
    invoice,
    new_tab,
    unique_pdf,
)

pytestmark = pytest.mark.browser

PDF = "invoice.pdf"
UNREAD = "Its PDF cannot be read just now."
RECORD_WRITES = """
    const {put, add} = IDBObjectStore.prototype;
    const hasBytes = (value) => Object.values({...value, ...value.document}).some((one) =>
        one instanceof ArrayBuffer || ArrayBuffer.isView(one) || one instanceof Blob);
    const recorded = (write) => function (value, ...rest) {
        if (hasBytes(value)) window.written.push(this.name);
        return write.call(this, value, ...rest);
    };
    window.written = [];
    IDBObjectStore.prototype.put = recorded(put);
    IDBObjectStore.prototype.add = recorded(add);
"""
UNREADABLE = """
    const {get} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (...key) {
        if (this.name === "documents") throw new DOMException("lost", "NotReadableError");
        return get.apply(this, key);
    };
"""
"""Code that simulates a browser which has lost documents. It works until the page is reloaded."""


@pytest.fixture
def device(web: Web, proxy: FaultyProxy) -> Iterator[BrowserContext]:
    """Yield a device on which Harper is signed in. Its connection is cut."""
    proxy.cut()
    with web.context(HARPER, base_url=proxy.url) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """Return a tab of the device with the outbox's code, but without an open outbox."""
    tab = new_tab(device)
    tab.open(None)
    return tab


def names_sent(web: Web, job: str) -> list[str]:
    return [invoice["DocumentName"] for invoice in invoices_in_agentos(web, job)]


def test_document_is_not_written_again_when_its_state_changes(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.run(RECORD_WRITES)
    tab.run("await outbox.open(argument)", ACCOUNT)
    number = tab.add("invoice", job, invoice(job), unique_pdf("once"))
    tab.run("await outbox.hold(argument); await outbox.release(argument)", number)
    proxy.lose = 2
    proxy.mend()
    tab.wake()
    wait_until("a try", lambda: tab.items()[0]["tries"])
    tab.wake()
    tab.await_states("done")
    assert tab.run("return window.written") == ["documents"]
    assert names_sent(web, job) == [PDF]


def test_unreadable_document_waits_and_is_sent_after_reopening(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note(job, "Behind nothing")
    tab.add("invoice", job, invoice(job), unique_pdf("not readable"))
    tab.run(UNREADABLE)
    proxy.mend()
    tab.run("outbox.wake()")
    wait_until("the try to read", lambda: tab.items()[1]["asks"] == "document")
    tab.await_states("done", "waiting")
    item = tab.items()[1]
    assert (item["sentAt"], item["document"]["name"]) == (None, PDF)
    assert item["sentence"].startswith(UNREAD)
    assert invoices_in_agentos(web, job) == []

    tab.open()
    tab.await_states("done", "done")
    assert names_sent(web, job) == [PDF]
    assert len(set(proxy.keys)) == 2


def test_invoice_whose_document_becomes_unreadable_may_have_arrived(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.run("await outbox.open(argument)", ACCOUNT)
    number = tab.add("invoice", job, invoice(job), unique_pdf("perhaps there"))
    proxy.lose = 2
    proxy.mend()
    tab.wake()
    sent = wait_until("a try", lambda: next((item for item in tab.items() if item["tries"]), None))
    tab.run(UNREADABLE)
    tab.wake()
    item = wait_until("the try to read", lambda: next((each for each in tab.items() if each["asks"]), None))
    assert (item["state"], item["sentAt"], item["key"]) == ("waiting", sent["sentAt"], sent["key"])
    assert tab.run("return modules.stateLabel(outbox.items.value[0])") == "May have arrived"
    assert tab.refused("outbox.edit", number, {"content": {}}).startswith("This has been sent")
    assert names_sent(web, job) == [PDF]
    tab.open()
    tab.await_states("done")
    assert names_sent(web, job) == [PDF]

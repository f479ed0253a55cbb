"""A Next.js page at another port uses the portal in Chromium, with the code of docs/clients.md."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Playwright, expect

from tests.contract.clients import NEXTJS, npm_installed, page, run
from tests.end_to_end.processes import Processes, running, wait_until
from tests.pdfs import pdf
from tests.web.browsing import DESKTOP, FLAGS, OBRIEN, Web, headless_shell
from tests.web.engines import kill

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60")


def test_nextjs_page_of_another_origin_does_the_main_job(tmp_path: Path, playwright: Playwright) -> None:
    program, modules, port = headless_shell(), npm_installed(NEXTJS), free_port()
    origin = f"http://localhost:{port}"
    with running(tmp_path, simulator=SMALL, ALLOWED_ORIGINS=origin) as processes:
        folder = tmp_path / "nextjs"
        build(folder, modules, processes)
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        web = Web(processes, browser)
        with serving(folder, port), web.context(base_url=origin, **DESKTOP) as device, web.code(OBRIEN) as code:
            tab = device.new_page()
            tab.goto("/")
            tab.get_by_label("E-mail address").fill(OBRIEN)
            tab.get_by_role("button", name="Send me a code").click()
            tab.get_by_label("Code").fill(code())
            tab.get_by_role("button", name="Sign in").click()
            job = tab.get_by_role("region").first
            job_id = job.get_attribute("aria-label")

            job.get_by_role("button", name="Add the note").click()
            expect(tab.get_by_role("alert").first).to_contain_text("note")
            job.get_by_label("Note").fill("From Next.js")
            job.get_by_role("button", name="Add the note").click()
            expect(tab.get_by_role("status")).to_have_text("The note was added.")

            job.get_by_label("Amount").fill("85.20")
            job.get_by_label("Description").fill("New valve fitted")
            job.get_by_label("Invoice number").fill("NEXT-1")
            job.get_by_label("PDF").set_input_files(
                {"name": "invoice.pdf", "mimeType": "application/pdf", "buffer": pdf()}
            )
            job.get_by_role("button", name="Send the invoice").click()
            expect(tab.get_by_role("status")).to_have_text("The invoice was sent.")

            tab.get_by_role("button", name="Sign out").click()
            expect(tab.get_by_role("status")).to_have_text("You are signed out.")
            assert device.request.get(f"{processes.portal}/api/session").status == 401
        browser.close()
        notes = web.agentos(f"jobs/{job_id}")["MaintenanceNotes"]
        assert "From Next.js" in str(notes)
        assert "NEXT-1" in str(web.agentos("invoices"))


def free_port() -> int:
    """Return a port that is free now. The portal needs the page's origin before Next.js listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def build(folder: Path, modules: Path, processes: Processes) -> None:
    """Build the page in `folder` with the client of docs/clients.md."""
    shutil.copytree(NEXTJS, folder, ignore=shutil.ignore_patterns("node_modules", ".next"))
    (folder / "node_modules").symlink_to(modules)
    portal = processes.portal.replace("127.0.0.1", "localhost")  # the same site as the page
    (folder / "openapi.json").write_bytes(requests.get(f"{portal}/api/openapi.json", timeout=10).content)
    run("bash", "-euc", page.command("npx openapi-typescript"), cwd=folder)
    for name in ("client.ts", "invoice.ts"):
        text = page.files()[f"openapi-fetch/{name}"].replace(page.PORTAL, portal)
        (folder / name).write_text(text.replace('.js";', '";'), "utf-8")  # as docs/clients.md says for bundlers
    # Turbopack refuses packages outside of the folder.
    run(modules / ".bin" / "next", "build", "--webpack", cwd=folder, NEXT_TELEMETRY_DISABLED="1")


@contextmanager
def serving(folder: Path, port: int) -> Iterator[None]:
    """Serve the built page at this port."""
    server = subprocess.Popen(
        [folder / "node_modules" / ".bin" / "next", "start", "--hostname", "127.0.0.1", "--port", str(port)],
        cwd=folder,
        env={**os.environ, "NEXT_TELEMETRY_DISABLED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )

    def is_listening() -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", port)) == 0

    try:
        wait_until("Next.js", is_listening)
        yield
    finally:
        kill(server)

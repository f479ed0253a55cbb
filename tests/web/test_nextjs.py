"""A Next.js page at another port uses the portal in Chromium, with the code of docs/clients.md."""

import shutil
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Playwright, expect

from tests.contract.clients import NEXTJS, npm_installed, page, run
from tests.pdfs import pdf
from tests.production.proxy import free_port
from tests.web.browsing import DESKTOP, OBRIEN
from tests.web.servers import running_node, running_web

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]


def test_nextjs_page_of_another_origin_does_the_main_job(tmp_path: Path, playwright: Playwright) -> None:
    modules, port = npm_installed(NEXTJS), free_port()
    origin = f"http://localhost:{port}"
    with running_web(tmp_path, playwright, ALLOWED_ORIGINS=origin) as web:
        folder = tmp_path / "nextjs"
        build(folder, modules, web.url)
        server = (folder / "node_modules" / ".bin" / "next", "start", "--hostname", "127.0.0.1", "--port", str(port))
        with (
            running_node(port, folder, *server),
            web.context(base_url=origin, **DESKTOP) as device,
            web.code(OBRIEN) as code,
        ):
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
            assert device.request.get(f"{web.url}/api/session").status == 401
        notes = web.agentos(f"jobs/{job_id}")["MaintenanceNotes"]
        assert "From Next.js" in str(notes)
        assert "NEXT-1" in str(web.agentos("invoices"))


def build(folder: Path, modules: Path, portal: str) -> None:
    """Build the page in `folder` with the client of docs/clients.md."""
    shutil.copytree(NEXTJS, folder, ignore=shutil.ignore_patterns("node_modules", ".next"))
    (folder / "node_modules").symlink_to(modules)
    portal = portal.replace("127.0.0.1", "localhost")  # the same site as the page
    (folder / "openapi.json").write_bytes(requests.get(f"{portal}/api/openapi.json", timeout=10).content)
    run("bash", "-euc", page.command("npx openapi-typescript"), cwd=folder)
    for name in ("client.ts", "invoice.ts"):
        text = page.files()[f"openapi-fetch/{name}"].replace(page.PORTAL, portal)
        (folder / name).write_text(text.replace('.js";', '";'), "utf-8")  # as docs/clients.md says for bundlers
    # Turbopack refuses packages outside of the folder.
    run(modules / ".bin" / "next", "build", "--webpack", cwd=folder, NEXT_TELEMETRY_DISABLED="1")

"""Clients of two generators compile without casts, and do the main job with a real portal."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import requests
from pypdf import PdfWriter

from tests.contract.clients import PYTHON_CLIENT, TYPESCRIPT, npm_program, python_program, run
from tests.end_to_end.processes import Processes, running

EMAIL = "office@harper.example"
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60")
CASTS = {
    TYPESCRIPT / "main.ts": r"\b(as|any)\b|[\w)\]]!(?!=)|(?<!\w)<\w|@ts-",
    PYTHON_CLIENT: r"\b(cast|Any)\b|#\s*(type|mypy):",
}
"""Code that hides a wrong type: casts, the type that accepts everything, and comments that silence the checker."""
TEXTS = r'"""(?s:.*?)"""|"[^"\n]*"|/\*(?s:.*?)\*/|//(?! *@).*'
"""Texts in which these words may occur as plain English: strings, and comments not meant for the checker."""


@pytest.mark.parametrize("path", CASTS, ids=lambda path: path.name)
def test_client_source_contains_no_type_casts(path: Path) -> None:
    code = re.sub(TEXTS, "", path.read_text("utf-8"))
    assert [match[0] for match in re.finditer(CASTS[path], code)] == []


@pytest.mark.processes
def test_generated_clients_complete_main_job(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """Both clients share one portal, because it takes longer to start than they take to run."""
    description = tmp_path / "openapi.json"
    with running(tmp_path, simulator=SMALL, WRITES_PER_MINUTE="100") as everything:
        description.write_bytes(requests.get(f"{everything.portal}/api/openapi.json", timeout=10).content)
        wait_until_acme_is_read(everything)
        with subtests.test("TypeScript"):
            run_main_job(
                everything, invoice_pdf(tmp_path, 1), *build_typescript_client(description, tmp_path / "typescript")
            )
        with subtests.test("Python"):
            run_main_job(everything, invoice_pdf(tmp_path, 2), *build_python_client(description, tmp_path / "python"))


def invoice_pdf(folder: Path, pages: int) -> Path:
    """Write an invoice's PDF with this number of pages. Return its path."""
    path = folder / f"{pages}.pdf"
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.write(path)
    return path


def wait_until_acme_is_read(everything: Processes) -> None:
    """Wait until acme's contractors have been fetched. A contractor of acme alone is mailed a code only then."""
    requests.post(f"{everything.portal}/api/session/code", json={"email": "sam@obrien.example"}, timeout=10)
    everything.code("sam@obrien.example")


def build_typescript_client(description: Path, folder: Path) -> tuple[str, ...]:
    """Generate and compile the TypeScript client in `folder`. Return the command that runs it."""
    shutil.copytree(TYPESCRIPT, folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(TYPESCRIPT / "node_modules")
    run(npm_program("openapi-typescript"), description, "--output", folder / "portal.ts", cwd=folder)
    run(npm_program("tsc"), cwd=folder)
    return "node", str(folder / "main.js")


def build_python_client(description: Path, folder: Path) -> tuple[str, ...]:
    """Generate the Python client in `folder`, and check its types. Return the command that runs it.

    Only the types of the generated package matter here, not its style.
    """
    folder.mkdir()
    shutil.copy(PYTHON_CLIENT, folder)
    settings = folder / "settings.json"
    settings.write_text('{"post_hooks": []}')
    run(
        python_program("openapi-python-client"),
        *("generate", "--path", description, "--output-path", folder / "contractor_portal_client"),
        *("--meta", "none", "--config", settings, "--fail-on-warning"),
        cwd=folder,
    )
    strict = ("--strict", "--config-file=", "--follow-imports=silent")
    run(python_program("mypy"), *strict, PYTHON_CLIENT.name, cwd=folder)
    return python_program("python"), str(folder / PYTHON_CLIENT.name)


def run_main_job(everything: Processes, invoice_pdf: Path, *command: str) -> None:
    """Run a client, and give it the code that it requests. Check that AgentOS has the records that it reports."""
    mailed = len(everything.worker_output())
    client = subprocess.Popen(
        [*command, everything.portal, EMAIL, str(invoice_pdf)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        printed, complaint = client.communicate(everything.code(EMAIL, after=mailed), timeout=120)
    finally:
        client.kill()
    assert client.returncode == 0, complaint
    made = json.loads(printed)
    job = state(everything, f"jobs/{made['jobId']}")
    assert made["noteId"] in [note["OID"] for note in job["MaintenanceNotes"]]
    invoices = {invoice["OID"]: invoice for invoice in state(everything, "invoices")["CON-1001"]}
    assert [invoices[oid]["JobOID"] for oid in made["invoiceIds"]] == [made["jobId"]] * 2


def state(everything: Processes, what: str) -> Any:
    return requests.get(f"{everything.simulator}/_control/state/acme/{what}", timeout=10).json()

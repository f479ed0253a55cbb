"""Clients of four generators compile without casts, and do the main job with a real portal, as docs/clients.md says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests
from pypdf import PdfWriter

from tests.contract.clients import (
    GENERATORS,
    NEXTJS,
    PYTHON_CLIENT,
    TYPESCRIPT,
    npm_installed,
    page,
    python_program,
    run,
)
from tests.end_to_end.processes import Processes, running
from tests.portal_server import PortalServer

EMAIL, READER = "office@harper.example", "accounts@evans.example"
"""The contractor of the main job, and the contractor of the programs on docs/clients.md."""
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")
SETTINGS = {"AGENTOS_BUDGET_WINDOW_S": "1", "WRITES_PER_MINUTE": "100"}
CASTS = {
    ".ts": r"\b(as|any)\b|[\w)\]]!(?!=)|(?<!\w)<\w|@ts-",
    ".tsx": r"\b(as|any)\b|[\w)\]]!(?!=)|@ts-",
    ".py": r"\b(cast|Any)\b|#\s*(type|mypy):",
}
"""Code that hides a wrong type: casts, the type that accepts everything, and comments that silence the checker."""
HEADERS = r"(?i)[\"'](?:cookie|authorization|content-type)[\"']|\b(?:cookie|authorization)\s*:"
"""Headers that programs leave to the generated client and to the library for cookies."""
TEXTS = r'"""(?s:.*?)"""|"[^"\n]*"|/\*(?s:.*?)\*/|//(?! *@).*'
"""Texts in which these words may occur as plain English: strings, and comments not meant for the checker."""


def sources() -> dict[str, str]:
    """Return the programs by name: those in the folder of clients, and those on docs/clients.md."""
    paths = [PYTHON_CLIENT, *TYPESCRIPT.glob("*.ts"), *TYPESCRIPT.glob("*/*.ts"), *NEXTJS.glob("app/*.tsx")]
    programs = {str(path.relative_to(TYPESCRIPT.parent)): path.read_text("utf-8") for path in paths}
    return programs | {f"page/{name}": text for name, text in page.files().items() if Path(name).suffix in CASTS}


@pytest.mark.parametrize("name", sources())
def test_client_source_contains_no_type_casts_and_no_headers(name: str) -> None:
    text = sources()[name]
    code = re.sub(TEXTS, "", text)
    assert [match[0] for match in re.finditer(CASTS[Path(name).suffix], code)] == []
    assert re.findall(HEADERS, re.sub(r"//.*", "", text)) == []


def test_packages_on_the_page_are_those_of_the_tests() -> None:
    lock = json.loads((TYPESCRIPT / "package.json").read_text("utf-8"))["devDependencies"]
    installed = "\n".join(package for line in page.commands("npm install") for package in line.split()[2:])
    packages = dict(re.findall("^(@?[^@\n]+)@?(.*)$", installed, re.MULTILINE))
    assert packages.keys() == lock.keys() - {"@stoplight/spectral-cli", "@redocly/cli"}
    assert all(lock[name].startswith(version) for name, version in packages.items())
    assert page.commands("pip install openapi-python-client")


def test_failure_on_the_page_is_that_of_the_portal(portal_server: PortalServer) -> None:
    example = page.json_example()
    body = {"jobId": "JOB-1", "amount": 0, "invoiceDate": "2026-11-25"}
    headers = {"Accept": "application/problem+json", "X-Request-ID": example["requestId"]}
    answer = portal_server.sign_in().post("/api/contractor/invoices", json=body, headers=headers)
    assert answer.json == example


def test_every_code_block_on_the_page_is_run() -> None:
    """A block is a command, a part of a file that a test runs, or the example of a failure."""
    blocks = page.BLOCK.findall(page.PAGE.read_text("utf-8"))
    assert len(blocks) == page.PAGE.read_text("utf-8").count("```") / 2
    assert {language for language, name, _ in blocks if not name} == {"sh", "json"}


@pytest.mark.processes
def test_generated_clients_complete_main_job(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """All clients share one portal, because it takes longer to start than they take to run."""
    folder = tmp_path / "clients"
    shutil.copytree(TYPESCRIPT, folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(npm_installed(TYPESCRIPT))
    with running(tmp_path, simulator=SMALL, **SETTINGS) as everything:
        page.write_files(folder, everything.portal, READER)
        *node, page_program = page.command("node").split()
        wait_until_acme_is_read(everything)
        for number, name in enumerate(GENERATORS, 1):
            with subtests.test(name):
                client = folder / name
                build_typescript_client(client, everything.portal)
                run_main_job(everything, client, invoice_pdf(tmp_path, number), *node, "job.js")
                run_with_code(everything, client, READER, *node, page_program)
        with subtests.test("withRetries"):
            run("node", "--test", "retries.test.js", cwd=folder / "openapi-fetch")
        with subtests.test("a failing page is not the end of the list"):
            failing = (*node, "--import", "./second-page-fails.js", page_program)
            complaint = run_with_code(everything, folder / "openapi-fetch", READER, *failing, fails=True)
            assert "The second page failed." in complaint
        with subtests.test("Python"):
            python = build_python_client(folder, everything.portal)
            document = invoice_pdf(tmp_path, len(GENERATORS) + 1)
            run_main_job(everything, folder, document, *python, PYTHON_CLIENT.name)
            run_with_code(everything, folder, READER, *python, "main.py")


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


def build_typescript_client(folder: Path, portal: str) -> None:
    """Generate the client in `folder` and compile it with its programs as docs/clients.md says, and strictly."""
    follow(page.command("curl"), folder, portal)
    follow(page.command(GENERATORS[folder.name]), folder, portal)
    follow(page.command("npx tsc"), folder, portal)
    follow("npx tsc --noEmit --project strict.json", folder, portal)


def build_python_client(folder: Path, portal: str) -> tuple[str, ...]:
    """Generate the Python client as docs/clients.md says, and check the types of its programs.

    Return the command that runs them. Only the types of the generated package matter here, not its style.
    """
    shutil.copy(PYTHON_CLIENT, folder)
    (folder / "settings.json").write_text('{"post_hooks": []}')
    follow(page.command("curl"), folder, portal)
    follow(page.command("python problems.py"), folder, portal)
    follow(f"{page.command('openapi-python-client')} --config settings.json --fail-on-warning", folder, portal)
    package = str(folder / "contractor-portal-client")
    strict = ("--strict", "--config-file=", "--follow-imports=silent")
    run(python_program("mypy"), *strict, PYTHON_CLIENT.name, "problems.py", "main.py", cwd=folder, MYPYPATH=package)
    return "env", f"PYTHONPATH={package}", python_program("python")


def follow(command: str, folder: Path, portal: str) -> None:
    """Run a command of docs/clients.md with this portal. Programs of this Python come first."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run("bash", "-euc", command.replace(page.PORTAL, portal), cwd=folder, PATH=programs)


def run_main_job(everything: Processes, folder: Path, invoice_pdf: Path, *command: str) -> None:
    """Run a client in `folder`. Check that AgentOS has the records that it reports."""
    arguments = (everything.portal, EMAIL, str(invoice_pdf))
    made = json.loads(run_with_code(everything, folder, EMAIL, *command, *arguments))
    job = state(everything, f"jobs/{made['jobId']}")
    assert made["noteId"] in [note["OID"] for note in job["MaintenanceNotes"]]
    invoices = {invoice["OID"]: invoice for invoice in state(everything, "invoices")["CON-1001"]}
    assert [invoices[oid]["JobOID"] for oid in made["invoiceIds"]] == [made["jobId"]] * 2


def run_with_code(everything: Processes, folder: Path, email: str, *command: str, fails: bool = False) -> str:
    """Run a program in `folder`, and give it the code that it requests. Return its output, or why it `fails`."""
    mailed = len(everything.worker_output())
    client = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        printed, complaint = client.communicate(f"{everything.code(email, after=mailed)}\n", timeout=120)
    finally:
        client.kill()
    assert (client.returncode != 0) is fails, complaint
    return complaint if fails else printed


def state(everything: Processes, what: str) -> Any:
    return requests.get(f"{everything.simulator}/_control/state/acme/{what}", timeout=10).json()

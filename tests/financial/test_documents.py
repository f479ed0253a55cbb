"""A document on its way to AgentOS: checked in a separate process, refused in one sentence, renamed by the portal."""

import io
import os
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.bulkhead import MOST_FOR_DOCUMENTS
from app.domain.errors import Invalid, Unchecked
from app.financial import pdf_subprocess
from app.financial.pdf_check import LIMITS
from tests.financial.expected import INVOICE
from tests.jobs.expected import HARPER, client_for
from tests.log_lines import Lines
from tests.pdfs import PDF, as_document, compact, in_json, objects, pdf, stream, written
from tests.portal_server import PortalServer

CONTRACTOR = "acme:CON-1001"
AGAIN = "Print it to a new PDF and send that."
REFUSED = {
    "damaged": (PDF[:-30], f"this PDF is damaged or incomplete. {AGAIN}"),
    "encrypted": (
        written({}, b"/Encrypt<<>>"),
        "this PDF is protected by a password. Save it without the password and send that.",
    ),
    "huge": (
        pdf(more={10: b"[" * 5_000 + b"]" * 5_000}),
        f"this PDF is too large or too complicated inside. {AGAIN}",
    ),
    "active": (
        pdf(b"/OpenAction<</S/J#61vaScript/JS(app.alert\\(1\\))>>"),
        f"this PDF has a script, media or an action inside. {AGAIN}",
    ),
    "form": (pdf(b"/AcroForm<</XFA[]>>"), f"this PDF has an XFA form inside. {AGAIN}"),
    "attachments": (
        pdf(page=b"/Annots[<</Subtype/FileAttachment>>]"),
        f"this PDF has a file attached inside. {AGAIN}",
    ),
}


def send(client: FlaskClient, content: bytes, way: str = "json") -> TestResponse:
    if way == "json":
        return client.post("/api/contractor/invoices", json={**INVOICE, "document": in_json(content)})
    form = {**{name: str(value) for name, value in INVOICE.items()}, "document": (io.BytesIO(content), "a.pdf")}
    return client.post("/api/contractor/invoices", data=form)


def logged_warnings(lines: Lines) -> list[Any]:
    """Return the log lines of at least the level WARNING."""
    return [line for line in lines() if line["level"] not in ("debug", "info")]


def test_every_pdf_verdict_has_a_sentence() -> None:
    assert set(REFUSED) == set(pdf_subprocess.SENTENCES)


@pytest.mark.parametrize("way", ["json", "multipart"])
@pytest.mark.parametrize("verdict", REFUSED)
def test_refused_pdf_is_400_with_one_sentence_and_sends_nothing(
    portal_server: PortalServer, client: FlaskClient, lines: Lines, verdict: str, way: str
) -> None:
    content, sentence = REFUSED[verdict]
    answer = send(client, content, way)
    assert (answer.status_code, answer.json) == (400, {"error": f"document: {sentence}"})
    assert portal_server.simulator.writes() == []
    assert client.get("/api/contractor/invoices").json["invoices"][0]["invoiceNumber"] != "A-7"
    assert logged_warnings(lines) == []


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that replaces the PDF reader with another program."""

    def put(program: str) -> None:
        file = tmp_path / "reader.py"
        file.write_text(f"import os, signal, sys, time\n{program}\n")
        monkeypatch.setattr(pdf_subprocess, "READER", file)

    return put


@pytest.mark.parametrize(
    "program",
    [
        "sys.exit(3)",
        "1 / 0",
        "sys.stdin.buffer.read(); print('good'); sys.exit(1)",
        "sys.stdin.buffer.read()",
        "sys.stdin.buffer.read(); print('splendid')",
        "sys.stdin.buffer.read(); print('good good')",
        "sys.stdin.close(); print('x' * 1_000_000)",
        "sys.stderr.write('x' * 1_000_000); sys.exit(1)",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_failing_pdf_reader_is_500_logged_once_and_sends_nothing(
    portal_server: PortalServer,
    client: FlaskClient,
    lines: Lines,
    reader: Callable[[str], None],
    program: str,
) -> None:
    reader(program)
    answer = send(client, PDF)
    assert (answer.status_code, set(answer.json)) == (500, {"error"})
    assert "could not be checked just now. Nothing was sent" in answer.json["error"]
    assert (answer.headers["Retry-After"], answer.headers["Submission-State"]) == ("60", "not-sent")
    assert portal_server.simulator.writes() == []
    [line] = logged_warnings(lines)
    assert (line["error"], "ended with" in line["reason"], len(line["reason"]) < 300) == ("Unchecked", True, True)


@pytest.mark.parametrize("program", ["1 / 0", "sys.stdin.close(); time.sleep(120)"], ids=["crash", "time-out"])
def test_unchecked_pdf_counts_as_a_failure(
    build: Callable[..., PortalServer], reader: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """A client that repeats such an invoice has no more checks than with a refused PDF."""
    portal_server = build(WRITES_PER_MINUTE="10")
    portal_server.refresh()
    client = client_for(portal_server, "acme/CON-1001")
    reader(program)
    monkeypatch.setattr(pdf_subprocess, "READING_S", 1)
    assert [send(client, PDF).status_code for _ in range(5)] == [500] * 4 + [429], "1, 1, 5 and 5 submissions"


def test_pdf_reader_that_cannot_start_is_500(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert send(client, PDF).status_code == 500
    [line] = logged_warnings(lines)
    assert "FileNotFoundError" in line["reason"]


@pytest.mark.parametrize("name", ["SIGXCPU", "SIGSEGV"])
def test_pdf_that_crashes_pdf_reader_is_refused_as_too_large(reader: Callable[[str], None], name: str) -> None:
    reader(f"sys.stdin.buffer.read(); os.kill(os.getpid(), signal.{name})")
    with pytest.raises(Invalid, match="too large or too complicated"):
        pdf_subprocess.check_pdf(as_document(PDF), CONTRACTOR)


def test_hanging_pdf_reader_is_killed_with_its_children(
    reader: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader and its child do not read their input, which is larger than a pipe's buffer."""
    children = tmp_path / "children"
    reader(f"os.fork()\nopen({str(children)!r}, 'a').write(f'{{os.getpid()}}\\n')\ntime.sleep(120)")
    monkeypatch.setattr(pdf_subprocess, "READING_S", 3)
    with pytest.raises(Unchecked) as caught:
        pdf_subprocess.check_pdf(as_document(pdf(size=1 << 20)), CONTRACTOR)
    assert "TimeoutExpired" in caught.value.reason
    both = [int(line) for line in children.read_text().split()]
    assert len(both) == 2
    for _ in range(500):
        if not any(map(runs, both)):
            break
        time.sleep(0.01)
    assert not any(map(runs, both))


def runs(pid: int) -> bool:
    """Return whether a process is running. A zombie is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def busy_readers(reader: Callable[[str], None]) -> Iterator[None]:
    """Keep all places for checks busy."""
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(MOST_FOR_DOCUMENTS) as pool:
        server.settimeout(10)
        reader(
            f"import socket\nsocket.create_connection(('127.0.0.1', {server.getsockname()[1]})).recv(1); print('good')"
        )
        checks = [
            pool.submit(pdf_subprocess.check_pdf, as_document(PDF), f"acme:{n}") for n in range(MOST_FOR_DOCUMENTS)
        ]
        with ExitStack() as readers:
            for _ in checks:
                readers.enter_context(server.accept()[0])
            yield
        for check in checks:
            check.result(10)


def test_pdf_check_without_free_reader_is_429(
    portal_server: PortalServer, client: FlaskClient, reader: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_subprocess, "WAIT_S", 0.0)
    with busy_readers(reader):
        answer = send(client, PDF)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "10")
    assert "too many documents" in answer.json["error"]
    assert portal_server.simulator.writes() == []
    reader("print('good')")
    assert send(client, PDF).status_code == 201


def test_pdf_check_waits_for_a_free_reader(
    reader: Callable[[str], None], client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_subprocess, "WAIT_S", 30.0)
    with ThreadPoolExecutor(1) as pool:
        with busy_readers(reader):
            reader("print('good')")
            answer = pool.submit(send, client, PDF)
            assert not wait([answer], timeout=0.5).done
        assert answer.result(10).status_code == 201


@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_person_has_one_document_checked_at_a_time_in_all_accounts(
    portal_server: PortalServer, reader: Callable[[str], None], account: str
) -> None:
    """Another person's document is checked meanwhile."""
    client, other = client_for(portal_server, account), client_for(portal_server, "harbour/CON-5002")
    job_id = other.get("/api/contractor/jobs").json["jobs"][0]["jobId"]
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as pool:
        server.settimeout(10)
        reader(
            f"import socket\nsocket.create_connection(('127.0.0.1', {server.getsockname()[1]})).recv(1); print('good')"
        )
        check = pool.submit(pdf_subprocess.check_pdf, as_document(PDF), HARPER)
        with server.accept()[0]:
            reader("print('good')")
            own = send(client, PDF)
            others = other.post("/api/contractor/invoices", json={**INVOICE, "jobId": job_id, "document": in_json(PDF)})
        check.result(10)
    assert (own.status_code, own.headers["Retry-After"]) == (429, "10")
    assert others.status_code == 201, others.text
    assert send(client, PDF).status_code == 201


@pytest.mark.parametrize("program", ["print('damaged')", "1 / 0"])
def test_pdf_reader_slot_is_released_after_failure(reader: Callable[[str], None], program: str) -> None:
    reader(program)
    for _ in range(MOST_FOR_DOCUMENTS + 1):
        with pytest.raises((Invalid, Unchecked)):
            pdf_subprocess.check_pdf(as_document(PDF), CONTRACTOR)


def test_pdf_reader_has_no_environment_and_no_project_path(
    reader: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    monkeypatch.setenv("SECRET_KEY", "known to us alone")
    reader(f"open({str(seen)!r}, 'w').write(f'{{os.environ}} {{sys.flags.isolated}}'); print('good')")
    pdf_subprocess.check_pdf(as_document(PDF), CONTRACTOR)
    assert "known to us alone" not in seen.read_text()
    assert "KEY" not in seen.read_text()
    assert seen.read_text().endswith(" 1"), "no folder of ours on its path"


def test_document_changed_by_pdf_reader_is_not_sent(
    portal_server: PortalServer, client: FlaskClient, reader: Callable[[str], None]
) -> None:
    """A document that exploits the reader could do so."""
    reader("os.pwrite(0, b'X', 20); print('good')")
    answer = send(client, PDF)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert portal_server.simulator.writes() == []
    assert list(portal_server.config.documents_dir.glob("*.pdf")) == []


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="only Linux tells a process's limits")
def test_pdf_reader_limits_its_own_resources() -> None:
    expected = {
        "Max address space": 384 << 20,
        "Max cpu time": 3,
        "Max open files": 8,
        "Max processes": 0,
        "Max file size": 0,
        "Max core file size": 0,
    }
    assert len(expected) == len(LIMITS)
    command = [sys.executable, "-I", str(pdf_subprocess.READER)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        for _ in range(2_000):
            lines = Path(f"/proc/{reader.pid}/limits").read_text().splitlines()
            soft = {line[:26].strip(): line[26:].split()[0] for line in lines}
            if soft["Max core file size"] == "0" and soft["Max file size"] == "0":
                break
            time.sleep(0.01)
        assert os.getpriority(os.PRIO_PROCESS, reader.pid) > os.getpriority(os.PRIO_PROCESS, 0)
        assert {name: soft[name] for name in expected} == {name: str(most) for name, most in expected.items()}
        output, _ = reader.communicate(PDF)
    assert output == b"good\n"


def test_pdf_over_memory_limit_is_refused_as_too_large(reader: Callable[[str], None]) -> None:
    program = Path(pdf_subprocess.READER).read_text()
    reader(program.replace("384 * MIB", "96 * MIB"))
    pdf_subprocess.check_pdf(as_document(PDF), CONTRACTOR)
    with pytest.raises(Invalid, match="too large or too complicated"):
        pdf_subprocess.check_pdf(as_document(compact({**objects(), 10: b"(%s)" % bytes(60 << 20)})), CONTRACTOR)


def test_pdf_that_takes_minutes_to_unpack_is_refused_as_too_large() -> None:
    rows = zlib.compress((b"\4" + bytes(5)) * (8 << 20), 9)
    entries = b"/Filter/FlateDecode/Type/XRef/W[1 4 0]/Root 1 0 R/Size 9/DecodeParms<</Predictor 15/Columns 5>>"
    bomb = b"%%PDF-1.7\n9 0 obj\n%s\nendobj\nstartxref\n9\n%%%%EOF\n" % stream(rows, entries)
    with pytest.raises(Invalid, match="too large or too complicated"):
        pdf_subprocess.check_pdf(as_document(bomb), CONTRACTOR)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Invoice 7.pdf", "Invoice 7.pdf"),
        ("Rechnung ŵ 7.PDF", "Rechnung ŵ 7.pdf"),
        ("Tŷ Ŵyn – final (2).pdf", "Tŷ Ŵyn _ final (2).pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("..", "invoice.pdf"),
        (".pdf", "invoice.pdf"),
        ("....pdf", "invoice.pdf"),
        (" . . .pdf", "invoice.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("-rf.pdf", "rf.pdf"),
        ("a. . .pdf", "a.pdf"),
        ("a/b\\..\\c d.pdf", "c d.pdf"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe.pdf"),
        ("a\u200b\u2066b\ufeff\u00ad.pdf", "a__b__.pdf"),
        ("a\ud800.pdf", "a_.pdf"),
        ("a\r\nX: y;%00\x7f.pdf", "a__X_ y__00_.pdf"),
        ("x" * 300, "x" * 100 + ".pdf"),
        ("ŵ" * 300, "ŵ" * 50 + ".pdf"),
        ("x" * 99 + "ŵ.pdf", "x" * 99 + ".pdf"),
        ("x" * 99 + " y.pdf", "x" * 99 + ".pdf"),
    ],
)
def test_document_names_are_sanitised(name: str, kept: str) -> None:
    assert pdf_subprocess.plain_name(name) == kept

"""Sending a large document needs little memory in every format."""

import base64
import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.processes import Processes
from tests.financial.test_large_documents import FORM, GOOD, JSON, URL, body_as_form
from tests.jobs.expected import client_for
from tests.pdfs import pdf
from tests.portal_server import PortalServer, Simulator

MIB = 1024 * 1024
SIZE = 10 * MIB


@pytest.fixture(scope="module")
def separate_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    """Yield a simulator in a process of its own, so that its memory is not counted."""
    processes = Processes(tmp_path_factory.mktemp("simulator"), {"PATH": "", "PYTHONUNBUFFERED": "1"})
    try:
        processes.start("simulator", "simulator", "--bind", "127.0.0.1:0")
        yield Simulator(processes.find("simulator", r"(http://127\.0\.0\.1:\d+)"))
    finally:
        processes.end()


@pytest.mark.processes
@pytest.mark.parametrize("way", ["json", "escaped json", "form"])
def test_large_document_is_never_completely_in_memory(
    build: Callable[..., PortalServer], separate_simulator: Simulator, tmp_path: Path, way: str
) -> None:
    separate_simulator.control(
        "POST", "reset", {"branches": 1, "contractors": 2, "jobs": 4, "limit": None, "today": "2026-11-25"}
    )
    portal_server = build(AGENTOS_BASE_URL=separate_simulator.url)
    portal_server.refresh()
    client = client_for(portal_server, "acme/CON-1001")
    content = pdf(size=SIZE)
    whole = tmp_path / "body"
    if way == "form":
        whole.write_bytes(body_as_form(content))
    else:
        body = {**GOOD, "document": {"name": "a.pdf", "content": base64.b64encode(content).decode()}}
        text = json.dumps(body)
        whole.write_text(text.replace("/", "\\/") if way == "escaped json" else text)
        del body, text
    del content
    with whole.open("rb") as stream:
        length, kind = str(whole.stat().st_size), FORM if way == "form" else JSON
        tracemalloc.start()
        try:
            answer = client.post(URL, input_stream=stream, content_length=length, content_type=kind)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert answer.status_code == 201, answer.text
    assert peak < SIZE // 4, f"{peak / MIB:.1f} MiB at once"
    [document] = separate_simulator.state()["documents"]
    assert document["Size"] == SIZE

"""The memory for a large document."""

import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.processes import Processes
from tests.financial.expected import INVOICE
from tests.financial.test_large_documents import FORM, JSON, URL, body_as_form
from tests.jobs.expected import client_for
from tests.pdfs import in_json, pdf
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
@pytest.mark.parametrize(("way", "most"), [("json", 2.5 * SIZE), ("form", SIZE / 4)])
def test_large_document_takes_limited_memory(
    build: Callable[..., PortalServer], separate_simulator: Simulator, tmp_path: Path, way: str, most: float
) -> None:
    """The text of JSON is in memory beside the document. A form is stored in pieces."""
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
        body = {**INVOICE, "document": in_json(content)}
        whole.write_text(json.dumps(body))
        del body
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
    assert peak < most, f"{peak / MIB:.1f} MiB at once"
    [document] = separate_simulator.state()["documents"]
    assert document["Size"] == SIZE

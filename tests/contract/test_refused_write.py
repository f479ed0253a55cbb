"""AgentOS accepts the read before a write, but not the write. The portal says that nothing was sent."""

import socket
import threading
from collections.abc import Callable

import pytest
import requests

from tests.contract.api_calls import WRITES, Write, error_sentence, open_job
from tests.portal_server import PortalServer


def serve_one_request(upstream: str) -> str:
    """Return the URL of a server that passes one request on, and then refuses all connections."""
    door = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        caller, _ = door.accept()
        door.close()
        with caller:
            lines = caller.recv(65_536).decode().split("\r\n")
            key = next(line.partition(": ")[2] for line in lines if line.lower().startswith("api_key"))
            path = lines[0].split(" ")[1]
            body = requests.get(upstream + path, headers={"api_key": key}, timeout=5).content
            head = f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
            caller.sendall(head.encode() + body)

    threading.Thread(target=serve, daemon=True).start()
    return f"http://127.0.0.1:{door.getsockname()[1]}"


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_write_with_refused_connection_is_not_sent(
    portal_server: PortalServer, build: Callable[..., PortalServer], write: Write
) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    cut_off = build(AGENTOS_BASE_URL=serve_one_request(portal_server.simulator.url))
    portal_server.simulator.control("DELETE", "calls")
    elsewhere = cut_off.sign_in()
    sentence = error_sentence(write.send(elsewhere, job_id), 500)
    assert "Nothing was sent" in sentence
    assert [call["method"] for call in portal_server.simulator.calls()] == ["GET"]
    assert client.get(f"/api/contractor/jobs/{job_id}").json["completed"] is False  # type: ignore[index]

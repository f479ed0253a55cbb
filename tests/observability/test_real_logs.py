"""The logs and responses of the real processes, configured as in production, while everything fails."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
from base64 import b64encode
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import requests

from tests.auth.mail_server import MailServer
from tests.contract.api_calls import API, INVOICE
from tests.end_to_end.processes import KEYS, Processes, running, wait_until
from tests.pdfs import CONTENT, pdf, stream
from tests.secret_search import find_secrets

pytestmark = pytest.mark.processes

EMAIL = "office@harper.example"
STRANGER = "stranger@nowhere.example"
SECRET_KEY = "b71e0c9f5d3a48e62f8801c4d97ae35b"
PASSWORD = "smtp-pass-word"
PDF = pdf(more={CONTENT: stream(b"BT /F1 24 Tf 72 770 Td (telltale-document) Tj ET")})
DAMAGED = PDF[:-9]
COOKIE = "__Host-portal_session"
SENT = "telltale-"
"""Texts with this prefix were sent to the portal, and must not be in its logs."""
GOOD = {"jobId": "JOB-1", **INVOICE}


class RecordingClient:
    """A client that records all responses."""

    def __init__(self, portal: str) -> None:
        self.portal = portal
        self.headers: dict[str, str] = {}
        self.answers: list[str] = []

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, **arguments: Any) -> requests.Response:
        answer = requests.request(
            method, self.portal + path, headers={**self.headers, **(headers or {})}, timeout=30, **arguments
        )
        kept = {name: value for name, value in answer.headers.items() if name != "Set-Cookie"}
        self.answers.append(f"{kept}\n{answer.text}")
        return answer

    def raw(self, request: bytes) -> None:
        """Send bytes that no client library would send."""
        host, port = self.portal.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=10) as connection, suppress(OSError):
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65_536):
                pass


def test_logs_of_real_processes_contain_no_secrets(tmp_path: Path, primed: Path, postbox: MailServer) -> None:
    file = tmp_path / "production.db"
    shutil.copy(primed, file)
    keys = {name: f"{name.lower()}-5e1f0b7c" for name in KEYS}  # production refuses well-known keys
    environment = {
        **keys,
        "PORTAL_ENV": "production",
        "SECRET_KEY": SECRET_KEY,
        "DATABASE_URL": f"sqlite:///{file}",
        "SMTP_URL": postbox.url,
        "MAIL_FROM": "portal@portal.example",
        "TRUSTED_HOSTS": "127.0.0.1",
        "PROXY_HOPS": "1",
        "AGENTOS_BASE_URL": "https://127.0.0.1:9",
        "WEB_CONCURRENCY": "1",
        "WRITES_PER_MINUTE": "1000",
        "LOG_LEVEL": "DEBUG",
    }
    with running(tmp_path, **environment) as everything:
        visitor = RecordingClient(everything.portal)
        code = sign_in(everything, visitor, postbox)
        send_invalid_requests(visitor)
        send_failing_writes(visitor)
        refuse_a_mail(everything, visitor, postbox)
        use_mail_server_without_tls(everything, visitor, postbox)
        drop_tables(everything, visitor, file)
        kill_web_process(everything)
        outputs = {name: everything.output(name) for name in ("upgrade", "worker", "portal")}
    cookie = visitor.headers["Cookie"].partition("=")[2]
    ours = [*keys.values(), SECRET_KEY, PASSWORD, code, cookie, "SECRET-"]
    check_every_line_is_json(outputs)
    for name, text in outputs.items():
        assert find_secrets(text, [*ours, EMAIL, STRANGER, SENT]) == [], name
    assert find_secrets("\n".join(visitor.answers), [*ours, "Traceback", "sqlite", str(tmp_path), 'File "']) == []


def sign_in(everything: Processes, visitor: RecordingClient, postbox: MailServer) -> str:
    asked = visitor.ask("POST", "/api/session/code", json={"email": EMAIL})
    assert asked.status_code == 204
    visitor.headers = {"Cookie": f"__Host-portal_attempt={asked.cookies['__Host-portal_attempt']}"}
    code: str = wait_until("a mailed code", lambda: postbox.codes)[-1]
    answer = visitor.ask("POST", "/api/session", json={"email": EMAIL, "code": code})
    assert answer.status_code == 201, answer.text
    visitor.headers = {"Cookie": f"{COOKIE}={answer.cookies[COOKIE]}"}
    return code


def send_invalid_requests(visitor: RecordingClient) -> None:
    """Send the same word, plain and encoded, in every part of a request."""
    word = f"{SENT}word"
    disguises = [word, quote(quote(f"{word}/ä")), b64encode(f"x{word}".encode()).decode(), word.encode().hex()]
    notes, invoices = f"{API}/jobs/JOB-1/notes", f"{API}/invoices"
    for text in disguises:
        for path in (f"/{text}", f"{API}/jobs/{text}", f"{API}/jobs/{text}/notes", f"{API}/{text}?{text}={text}"):
            visitor.ask("GET", path)
        visitor.ask("GET", f"{API}/jobs?q={text}")
        visitor.ask("GET", f"{API}/jobs?limit={text}")
        visitor.ask("GET", f"{API}/jobs?{text}=1")
        for name in ("X-Anything", "User-Agent", "Referer", "Authorization", "If-None-Match", "Content-Type", "Host"):
            visitor.ask("GET", f"{API}/jobs", headers={name: text})
        visitor.ask("GET", f"{API}/jobs", headers={"X-Request-ID": f"{text} {text}"})
        visitor.ask("GET", f"{API}/jobs", headers={"Portal-Account": f"acme/{text}"})
        for cookie in (COOKIE, "__Host-portal_attempt", "__Host-portal_device"):
            visitor.ask("GET", f"{API}/jobs", headers={"Cookie": f"{cookie}={text}"})
        visitor.ask("POST", notes, headers={"Origin": f"https://evil.example/{text}"}, json={"note": text})
        visitor.ask("POST", notes, data=f'{{"note": "{text}"', headers={"Content-Type": "application/json"})
        for body in ({text: text}, {"note": [text]}, {"note": f"{text}\x1b"}, {"note": text * 4_000}, [text], text):
            visitor.ask("POST", notes, json=body)
        visitor.ask("POST", invoices, files={text: (f"{text}.pdf", PDF, text)})
        visitor.ask("POST", invoices, data={**GOOD, "description": text}, files={"document": (f"{text}.pdf", DAMAGED)})
        for field in ("jobId", "amount", "description", "invoiceDate", "invoiceNumber", "vat", "statementId"):
            visitor.ask("POST", invoices, json={**GOOD, field: {text: text}})
        for field in ("amount", "invoiceDate", "vat", "document"):
            visitor.ask("POST", invoices, json={**GOOD, field: text})
        visitor.ask("POST", "/api/session/code", json={"email": text, "agency": text})
        visitor.ask("POST", "/api/session", json={"email": STRANGER, "code": text})
        visitor.ask("PATCH", "/api/session", json={"agency": text, "contractorId": text})
        visitor.ask(text[:12].upper(), f"{API}/jobs")
        sent = text.encode()
        for request in (
            b"GET /%b HTTP/9.9\r\n\r\n" % sent,
            b"GET /%b\r\n\r\n" % sent,
            b"%b\r\n\r\n" % sent,
            b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n%b\r\n\r\n" % sent,
            b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX\xff%b: %b\r\n\r\n" % (sent, sent),
            b"POST /%b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %b\r\n\r\n" % (sent, sent),
            b"POST %b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n%b\r\n" % (notes.encode(), sent),
            b"GET /%b%b HTTP/1.1\r\n\r\n" % (sent, b"x" * 9_000),
            b"POST %b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\n%b" % (notes.encode(), sent),
        ):
            visitor.raw(request)
    visitor.ask("POST", "/api/session/code", json={"email": STRANGER})
    visitor.ask("POST", notes, data=b"x" * 70_000 + SENT.encode())


def send_failing_writes(visitor: RecordingClient) -> None:
    document = {"name": f"{SENT}name.pdf", "content": b64encode(PDF).decode()}
    for method, path, body in (
        ("PATCH", "jobs/JOB-1/complete", {}),
        ("POST", "jobs/JOB-1/notes", {"note": f"{SENT}note"}),
        ("POST", "invoices", {**GOOD, "description": f"{SENT}description", "document": document}),
    ):
        answer = visitor.ask(method, f"{API}/{path}", json=body)
        assert answer.status_code == 500, (path, answer.text)


def refuse_a_mail(everything: Processes, visitor: RecordingClient, postbox: MailServer) -> None:
    """Let the mail server refuse a mail. Its refusal quotes the address."""
    postbox.refuses = True
    visitor.ask("POST", "/api/session/code", json={"email": EMAIL})
    wait_until("the refusal", lambda: "mail_fails" in everything.worker_output())


def use_mail_server_without_tls(everything: Processes, visitor: RecordingClient, postbox: MailServer) -> None:
    """Let the worker use a mail server without TLS, to which it must not send the password."""
    everything.kill("worker", signal.SIGTERM)
    failures = everything.worker_output().count("mail_fails")
    everything.environment["SMTP_URL"] = postbox.url.replace("//", f"//mail-user:{PASSWORD}@")
    everything.start("worker")
    visitor.ask("POST", "/api/session/code", json={"email": EMAIL})
    wait_until("the refusal", lambda: everything.worker_output().count("mail_fails") > failures)


def drop_tables(everything: Processes, visitor: RecordingClient, file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=10)) as rows:
        rows.execute("DROP TABLE mails")
        rows.execute("DROP TABLE records")
    answer = visitor.ask("GET", f"{API}/jobs?q={SENT}search", headers={"X-Request-ID": "a-crash-1"})
    assert answer.status_code == 500
    assert visitor.ask("POST", "/api/session/code", json={"email": EMAIL}).status_code == 500
    wait_until("the worker's trouble", lambda: "task_failed" in everything.worker_output())


def kill_web_process(everything: Processes) -> None:
    (pid,) = re.findall(r"Booting worker with pid: (\d+)", everything.output("portal"))
    os.kill(int(pid), signal.SIGKILL)
    wait_until("the next one", lambda: everything.output("portal").count("Booting worker") == 2)


def check_every_line_is_json(outputs: dict[str, str]) -> None:
    entries = {name: [json.loads(line) for line in text.splitlines()] for name, text in outputs.items()}
    for line in (line for lines in entries.values() for line in lines):
        assert {"event", "level", "logger", "timestamp"} <= line.keys(), line
    events = {name: {line["event"] for line in lines} for name, lines in entries.items()}
    assert {"request", "agentos_call", "unexpected", "library"} <= events["portal"]
    assert {"mail_sent", "mail_fails", "task_failed"} <= events["worker"]
    crash = [line for line in entries["portal"] if line.get("request_id") == "a-crash-1"]
    assert [line["event"] for line in crash] == ["unexpected", "request"]


def test_database_without_migrations_is_logged_at_start(tmp_path: Path) -> None:
    """It is logged once, and no database is created.

    The portal serves, because its readiness informs load balancers.
    """
    file = tmp_path / "portal.db"
    settings = {
        "PATH": os.environ["PATH"],
        **KEYS,
        "PORTAL_ENV": "test",
        "BIND": "127.0.0.1:0",
        "AGENCIES_FILE": "agencies.example.toml",
        "DATABASE_URL": f"sqlite:///{file}",
        "DOCUMENTS_DIR": str(tmp_path / "documents"),
    }
    processes = Processes(tmp_path, settings)
    try:
        processes.start("portal", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app")
        portal = processes.find("portal", r"Listening at: (http://127\.0\.0\.1:\d+)")
        processes.find("portal", "(The database is not ready: run `flask --app wsgi db upgrade` first.)")
        assert requests.get(f"{portal}/health/ready", timeout=30).status_code == 503
        assert processes.output("portal").count("flask --app wsgi db upgrade") == 1
        assert not file.exists()
    finally:
        processes.end()

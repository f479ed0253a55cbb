"""The commands, as people at a terminal see them."""

import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text

import config
from app import create_app
from app.cli import submissions
from app.ledger.lists import list_by_contractor
from app.settings.model import ConfigurationError
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review
from tests.submissions.worker_runs import run_worker_later

HERE = {"PATH": os.environ["PATH"], "PORTAL_ENV": "production", "FLASK_SKIP_DOTENV": "1"}
"""An environment without the settings that the portal needs to start."""


@pytest.mark.parametrize(
    ("command", "printed"), [("agentos check --help", "--agency NAME"), ("version", "Contractor Portal ")]
)
def test_help_and_version_need_no_settings(command: str, printed: str) -> None:
    words = [sys.executable, "-m", "flask", "--app", "wsgi", *command.split()]
    ended = subprocess.run(words, cwd=config.ROOT, env=HERE, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert printed in ended.stdout


def test_terminal_in_production_shows_start_failure_in_plain_text() -> None:
    """The process does not know its settings yet."""
    code = "from app.observability import logging as l; l.begin(); l.refuse_to_start(['BIND: why\\u202e'])"
    assert run_in_terminal(["-c", code], HERE) == (3, ["The configuration cannot be used:", "  BIND: why\\u202e"])


def run_in_terminal(words: list[str], environment: dict[str, str]) -> tuple[int, list[str]]:
    """Run Python with a terminal as standard error. Return the exit status, and the lines that the terminal shows."""
    terminal, its_end = os.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, *words], cwd=config.ROOT, env=environment, stderr=its_end, timeout=60, check=False
        )
        return ended.returncode, os.read(terminal, 10_000).decode().splitlines()
    finally:
        os.close(its_end)
        os.close(terminal)


def test_unconfirmed_submission_is_listed_shown_and_retried(portal_server: PortalServer) -> None:
    def run(*words: str, code: int = 0) -> list[str]:
        return portal_server.run("submissions", *words, code=code).output.splitlines()

    client = portal_server.sign_in()
    portal_server.simulator.fault(method="POST", path="/notes$", reset="after")
    portal_server.simulator.fault(path="/jobs/JOB-1$", status=500, skip=1)
    answer = client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Tell-tale"})
    number = answer.headers["Location"].rpartition("/")[2]
    line, total = run("list", "--agency", "acme")
    assert line.split("  ")[0] == number
    stopped = "Delivery stopped at 09:00 on 25 November (job: failed with 500)"
    waits = f"{stopped}; the portal looks for it again at 09:00 on 25 November."
    assert line.split("  ")[2:] == ["acme", "CON-1001", "note for job JOB-1", "unconfirmed", waits]
    assert total == "1 unfinished."
    for others in (("--agency", "harbour"), ("--older-than", "1")):
        assert run("list", *others) == ["0 unfinished."]
    assert run("list", "--state", "confirmed") == ["0 in the state confirmed."]
    names = ", ".join(portal_server.config.agencies)
    assert run("list", "--agency", "acne", code=1) == [
        f"Error: There is no agency of that name. The configured agencies are: {names}."
    ]
    assert "Tell-tale" not in "".join(run("show", number))
    assert json.loads("".join(run("show", number)))["attempts"] == 1
    portal_server.simulator.control("DELETE", "faults")
    run("retry", number)
    portal_server.work()
    assert json.loads("".join(run("show", number)))["state"] == "confirmed"
    assert len(portal_server.simulator.writes()) == 1
    assert run("list") == ["0 unfinished."]
    assert "confirmed" in run("retry", number, code=1)[-1]
    assert run("show", "nothing", code=1) == ["Error: There is no such submission."]


def test_submission_in_review_is_listed_with_reason_and_resolved(portal_server: PortalServer) -> None:
    def run(*words: str, code: int = 0) -> str:
        return portal_server.run("submissions", *words, code=code).output

    number = in_review(Sender(portal_server, client_for(portal_server, "acme/CON-1001")))
    line, total = run("list", "--state", "review").splitlines()
    reason = "AgentOS has no list in which the portal can look for it"
    assert line.split("  ")[2:] == [
        "acme",
        "CON-1001",
        "invoice for job JOB-1, amount 480.00, number A-7, date 2026-11-25",
        "review",
        f"It has been in the state review since 09:00 on 25 November ({reason}); it waits for the agency's staff, "
        "and the portal looks for it again at 09:00 on 26 November.",
    ]
    assert total == "1 in the state review."
    portal_server.notify()
    shown = json.loads(run("show", number))
    assert (shown["finding"], shown["sentBy"], shown["doubts"]) == (reason, "office@harper.example", 1)
    assert (shown["amount"], shown["number"], shown["date"]) == ("480.00", "A-7", "2026-11-25")
    fields = [(notice["kind"], notice["sent"], notice["due"]) for notice in shown["notices"]]
    assert fields == [("office", 1, True), ("review", 1, False)]
    assert "takes it next" in run("retry", number)
    assert "Error" in run("resolve", number, "--arrived", "--by", "Jo", "--id", "not an id", code=2)
    assert "Error" in run("resolve", number, "--not-arrived", "--by", "Jo", "--id", "INV-1", code=2)
    *log_lines, printed = run(
        *("resolve", number, "--arrived", "--by", "Jo", "--id", "INV-1", "--finding", "In the list")
    ).splitlines()
    logged = "\n".join(log_lines)
    assert printed == "Recorded: it arrived."
    assert f"settled_by_hand agency=acme submission_id={number} arrived=True id=INV-1" in logged
    assert "Jo" not in logged
    shown = json.loads(run("show", number))
    assert [shown[name] for name in ("state", "agentosId", "resolvedBy", "finding")] == [
        "confirmed",
        "INV-1",
        "Jo",
        "In the list",
    ]


@pytest.mark.parametrize(
    "command",
    [
        ["submissions", "list"],
        ["submissions", "show", "x"],
        ["submissions", "retry", "x"],
        ["submissions", "resolve", "x", "--arrived", "--by", "Jo"],
        ["sessions", "list", "--email", "x@y.example"],
        ["worker"],
        ["agentos", "check"],
    ],
    ids=" ".join,
)
def test_command_without_database_tables_says_what_to_run(
    portal_server: PortalServer, tmp_path: Path, command: list[str]
) -> None:
    app = create_app(replace(portal_server.config, database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    ended = app.test_cli_runner().invoke(args=command)
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[-1] == "Error: The database is not ready: run `flask --app wsgi db upgrade` first."


@pytest.mark.parametrize(
    ("command", "password"),
    [
        ("worker", "secret-word"),
        ("submissions list", "secret-word"),
        ("db upgrade", "secret-word"),
        ("worker", "sec@ret-word"),
    ],
)
def test_command_without_database_server_names_its_place(
    portal_server: PortalServer, command: str, password: str
) -> None:
    """The driver takes `ret-word@127.0.0.1` for the host. (`load` refuses such a URL.)"""
    url = f"postgresql://portal:{password}@127.0.0.1:1/portal"
    ended = create_app(replace(portal_server.config, database_url=url)).test_cli_runner().invoke(args=command.split())
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[-1].startswith("Error: The database at 127.0.0.1/portal cannot be used: ")
    assert "ret-word" not in ended.output


def test_show_command_says_what_failed_and_when_the_worker_goes_on(portal_server: PortalServer) -> None:
    def shown() -> dict[str, Any]:
        [submission] = list_by_contractor(portal_server.services.database, "acme", "CON-1001").items
        fields: dict[str, Any] = json.loads(portal_server.run("submissions", "show", submission.submission_id).output)
        return fields

    portal_server.clock.work = None  # type: ignore[union-attr]
    portal_server.simulator.fault(path="/", status=503)
    headers = {"Prefer": "respond-async"}
    portal_server.sign_in().post("/api/contractor/jobs/JOB-1/notes", json={"note": "Part ordered"}, headers=headers)
    run_worker_later(portal_server, turns=4, seconds=60)
    waits = shown()
    assert (waits["attempts"], waits["lastResult"], waits["lastStatus"]) == (0, None, None)
    assert waits["failedTurns"] > 1
    assert 0 < (datetime.fromisoformat(waits["nextTurnAt"]) - portal_server.clock.now()).total_seconds() < 300
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server)
    arrived = shown()
    assert (arrived["nextTurnAt"], arrived["failedTurns"]) == (None, 0)
    assert (arrived["attempts"], arrived["lastResult"]) == (1, "done")


def test_list_command_says_how_many_submissions_are_left_out(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions, "MAX_LISTED", 2)
    client = portal_server.sign_in()
    for number in range(2):
        assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": f"{number}"}).status_code == 201
    run = portal_server.app.test_cli_runner().invoke
    command = ["submissions", "list", "--state", "confirmed"]
    assert run(args=command).output.splitlines()[-1] == "2 in the state confirmed."
    assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "2"}).status_code == 201
    *listed, last = run(args=command).output.splitlines()
    assert (len(listed), last) == (2, "3 in the state confirmed; the newest 1 of them are left out.")


def test_error_for_database_that_cannot_be_created_names_its_variable(
    build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    """A full disk has the same effect."""
    portal_server = build()
    file = tmp_path / ("long" * 100) / "portal.db"
    object.__setattr__(portal_server.config, "database_url", f"sqlite:///{file}")
    ended = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert ended.exit_code == 3
    assert ended.stderr.splitlines()[-1].strip() == f"DATABASE_URL: {file} cannot be made: File name too long"


@pytest.mark.parametrize("there", [False, True])
def test_development_without_settings_says_what_to_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    for variable in ("PORTAL_ENV", "AGENCIES_FILE", "AGENTOS_SHORT_NAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(config, "ROOT", tmp_path)
    if there:
        (tmp_path / ".env").touch()
    with pytest.raises(ConfigurationError) as caught:
        config.load()
    (fault,) = caught.value.faults
    assert fault.startswith("AGENCIES_FILE: names no agency")
    assert fault.endswith("cp .env.example .env") is not there


class TestConnections:
    """Start-up with a database server that accepts too few connections for this host."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_worker_refuses_to_start_without_enough_connections(
        self, portal_server: PortalServer, capsys: pytest.CaptureFixture[str]
    ) -> None:
        object.__setattr__(portal_server.config, "web_concurrency", 19)
        result = portal_server.app.test_cli_runner().invoke(args=["worker"])
        assert result.exit_code == 3
        assert "197 connections (max_connections less its reserved ones), but this host needs 200" in result.output

    @pytest.mark.parametrize("processes", [18, 19])
    def test_web_server_refuses_to_start_without_enough_connections(
        self, portal_server: PortalServer, capsys: pytest.CaptureFixture[str], processes: int
    ) -> None:
        on_starting = runpy.run_path("gunicorn.conf.py")["on_starting"]
        server = SimpleNamespace(cfg=SimpleNamespace(workers=processes))
        if processes == 18:
            on_starting(server)
            return
        with pytest.raises(SystemExit):
            on_starting(server)
        assert "this host needs 200" in capsys.readouterr().err


def test_version_names_the_portal_and_its_tables(portal_server: PortalServer) -> None:
    with portal_server.services.database.read() as connection:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    result = portal_server.run("version")
    described = portal_server.app.test_client().get("/api/openapi.json").json
    version = described["info"]["version"]  # type: ignore[index]
    assert result.output == f"Contractor Portal {version}, tables {revision}\n"

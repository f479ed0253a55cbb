"""POST …/notes: notes are stored once and unchanged, for each response of AgentOS."""

import json

import pytest

from tests.jobs.expected import client_for, london, read_job
from tests.portal_server import PortalServer

TEXTS = (
    "Part ordered",
    "Fuse 🔌👩🏽‍🔧 changed\nsee <b>photo</b> & \"invoice\"\r\n\r\nŴ ŷ £40 — 'done'\\n \u2028 end",
    "<script>alert(1)</script>",
    "é" * 4_000,
    "👍" * 4_000,
    "x",
)


def post(client, text: object, job: str = "JOB-1", expected: int = 201):
    raw = json.dumps(
        {"note": text}, ensure_ascii="\ud800" in str(text)
    ).encode()  # half a surrogate pair must be escaped
    answer = client.post(f"/api/contractor/jobs/{job}/notes", data=raw, content_type="application/json")
    assert answer.status_code == expected, answer.json
    return answer.json


def notes_in_agentos(portal_server: PortalServer, agency: str, job: str, text: str) -> list[dict]:
    notes = portal_server.simulator.state(agency)["jobs"][job].get("MaintenanceNotes") or []
    return [note for note in notes if note["NoteContents"] == text]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_note_is_stored_once_unchanged_and_shown_in_next_get(
    portal_server: PortalServer, account: str, text: str
) -> None:
    agency = account.split("/")[0]
    client = client_for(portal_server, account)
    answer = post(client, text)
    [theirs] = notes_in_agentos(portal_server, agency, "JOB-1", text)
    author = {"acme": "Harper Plumbing Ltd", "harbour": "HARPER Plumbing Limited"}[agency]
    assert theirs["CreatedBy"] == author
    assert answer == {"noteId": theirs["OID"], "note": text, "author": author, "createdAt": london(theirs["CreatedAt"])}
    shown = read_job(client, "JOB-1")
    assert shown["notes"][-1] == answer
    assert len(portal_server.simulator.writes()) == 1
    portal_server.advance_clock(61)
    portal_server.refresh()
    assert read_job(client, "JOB-1") == shown


def test_note_is_trimmed(portal_server: PortalServer) -> None:
    assert post(client_for(portal_server, "acme/CON-1001"), " \r\n\t two\nlines  \n")["note"] == "two\nlines"
    assert notes_in_agentos(portal_server, "acme", "JOB-1", "two\nlines")


@pytest.mark.parametrize("answer", ["object", "string", "reference", "null", "empty"])
@pytest.mark.parametrize(("account", "job"), [("acme/CON-1001", "JOB-13"), ("harbour/CON-5001", "JOB-2")])
def test_note_is_201_with_its_id_for_every_valid_upstream_response(
    portal_server: PortalServer, account: str, job: str, answer: str
) -> None:
    """A plain string is the id only if a read-back finds it. Without an id, one read-back searches by content."""
    agency = account.split("/")[0]
    portal_server.simulator.control("PUT", f"answers/{agency}", {"note": answer})
    client = client_for(portal_server, account)
    created = post(client, "Landlord to call", job)
    [theirs] = notes_in_agentos(portal_server, agency, job, "Landlord to call")
    assert created["noteId"] == theirs["OID"]
    shown = client.get(f"/api/contractor/jobs/{job}").json
    assert (shown["notes"][-1], len(shown["notes"]), shown["notesComplete"]) == (created, 3, True)


def test_deliberately_repeated_notes_have_separate_ids(portal_server: PortalServer) -> None:
    portal_server.simulator.control("PUT", "answers/acme", {"note": "null"})
    client = client_for(portal_server, "acme/CON-1001")
    client.environ_base["HTTP_X_ALLOW_DUPLICATE"] = "true"
    ids = {post(client, "Called, no answer")["noteId"] for _ in range(3)}
    assert ids == {note["OID"] for note in notes_in_agentos(portal_server, "acme", "JOB-1", "Called, no answer")}
    assert len(ids) == 3


@pytest.mark.parametrize("answer", ["null", "reference", "string", "empty"])
def test_note_that_cannot_be_read_back_is_201_without_id(portal_server: PortalServer, answer: str) -> None:
    portal_server.simulator.control("PUT", "answers/acme", {"note": answer})
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=500, skip=1)
    created = post(client, "Gone home")
    assert created["noteId"] is None
    assert len(notes_in_agentos(portal_server, "acme", "JOB-1", "Gone home")) == 1
    assert client.get("/api/contractor/jobs/JOB-1").json["notes"][-1] == created


@pytest.mark.parametrize("fault", [{"answer": "array"}, {"answer": "html"}, {"cut": True}], ids=str)
def test_note_is_sent_once_and_fetched_again_after_an_unreadable_response(
    portal_server: PortalServer, fault: dict[str, object]
) -> None:
    portal_server.simulator.fault(method="POST", path="/notes", **fault)
    created = post(client_for(portal_server, "acme/CON-1001"), "x")
    assert [note["OID"] for note in notes_in_agentos(portal_server, "acme", "JOB-1", "x")] == [created["noteId"]]


@pytest.mark.parametrize("job", ["JOB-7", "JOB-5", "JOB-20"])
def test_cancelled_completed_and_minimal_jobs_accept_notes(portal_server: PortalServer, job: str) -> None:
    post(client_for(portal_server, "acme/CON-1001"), "Key returned", job)
    assert len(notes_in_agentos(portal_server, "acme", job, "Key returned")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\r\n",
        "x" * 4_001,
        "a\x00b",
        "a\tb",
        "a\x1bb",
        "a\x7fb",
        "a\x85b",
        "a\ud800b",
        None,
        5,
        True,
        ["a"],
        {},
    ],
)
def test_invalid_note_is_400_and_sends_nothing(portal_server: PortalServer, text: object) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    before = len(portal_server.simulator.calls())
    assert post(client, text, expected=400)["error"].startswith("note: ")
    assert len(portal_server.simulator.calls()) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" \u2003\n", "must have 1 to 4,000 characters, without spaces at its ends."),
        ("a\x00b", "must not contain control characters other than line breaks."),
        ("a\ud800\x00b", "must not contain half a character (a lone surrogate)."),
    ],
)
def test_invalid_note_error_states_exact_reason(portal_server: PortalServer, text: str, words: str) -> None:
    refusal = post(client_for(portal_server, "acme/CON-1001"), text, expected=400)
    assert refusal["error"] == f"note: {words}"


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (b"", None, "note: "),
        (b"{}", "application/json", "note: "),
        (b'{"note": "a", "author": "b"}', "application/json", "author: "),
        (b'{"note": "a", "note": "a"}', "application/json", "note: must appear only once"),
        (b'{"note": "a", "no\\u0074e": "b"}', "application/json", "note: must appear only once"),
        (b'{"note": {"a": 1, "a": 2}}', "application/json", "a: must appear only once"),
        (b'["a"]', "application/json", "JSON object"),
        (b'"a"', "application/json", "JSON object"),
        (b'{"note": "a"', "application/json", "not valid JSON"),
        (b'{"note": "caf\xe9"}', "application/json", "note: must be text in UTF-8."),
        (b'{"n\xf6te": "a"}', "application/json", "n\ufffdte: must be text in UTF-8."),
        (b"note=a", "application/x-www-form-urlencoded", "application/json"),
    ],
)
def test_note_with_bad_body_is_400_and_sends_nothing(
    portal_server: PortalServer, raw: bytes, kind: str | None, words: str
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    answer = client.post("/api/contractor/jobs/JOB-1/notes", data=raw, content_type=kind)
    assert (answer.status_code, words in answer.json["error"]) == (400, True), answer.json
    assert portal_server.simulator.writes() == []


def test_note_with_body_over_64_kib_is_413(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert "error" in post(client, "x" * 66_000, expected=413)
    assert portal_server.simulator.writes() == []

"""A validator accepts the served description as OpenAPI 3.1, and a linter finds no fault in it."""

import json
import re
from pathlib import Path
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from app.api.headers import HEADERS
from tests.contract.clients import TYPESCRIPT, npm_installed, npm_program, run
from tests.portal_server import PortalServer

ROOT = Path(__file__).resolve().parents[2]


def test_openapi_document_passes_validator(portal_server: PortalServer) -> None:
    validate(portal_server.app.test_client().get("/api/openapi.json").json, cls=OpenAPIV31SpecValidator)


def test_headers_of_responses_are_described(portal_server: PortalServer) -> None:
    document: Any = portal_server.app.test_client().get("/api/openapi.json").json
    client, stranger = portal_server.sign_in(), portal_server.app.test_client()
    [device] = client.get("/api/session/devices").json["devices"]  # type: ignore[index]
    job, notes, jobless = "/api/contractor/jobs/{jobId}", "/api/contractor/jobs/{jobId}/notes", {"amount": 1}
    passkey: Any = {"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}
    passkey["response"] = dict.fromkeys(("clientDataJSON", "authenticatorData", "signature", "userHandle"), "AA")
    answers = [
        ("/api/session", stranger.post("/api/session", json={"email": "a@b.example", "code": "000000"}), 401),
        ("/api/session/passkey", stranger.post("/api/session/passkey", json=passkey), 401),
        (job, client.get("/api/contractor/jobs/JOB-1"), 200),
        (notes, client.post("/api/contractor/jobs/NONE/notes", json={"note": "x"}), 404),
        (notes, client.post("/api/contractor/jobs/JOB-1/notes", json={"note": ""}), 400),
        (notes, client.post("/api/contractor/jobs/JOB-1/notes", data=b"x" * 100_000), 413),
        ("/api/contractor/invoices", client.post("/api/contractor/invoices", json=jobless), 400),
        ("/api/session/devices/{deviceId}", client.delete(f"/api/session/devices/{device['deviceId']}"), 204),
    ]
    for path, answer, status in answers:
        assert answer.status_code == status, (path, answer.text)
        described: Any = document["paths"][path][answer.request.method.lower()]["responses"][str(status)]
        if "$ref" in described:
            described = document["components"]["responses"][described["$ref"].rpartition("/")[2]]
        undescribed = {*answer.headers.keys()} & HEADERS.keys() - described["headers"].keys()
        assert undescribed <= {"Cache-Control"}, (path, status)


def test_text_of_the_description_has_no_accidental_list(portal_server: PortalServer) -> None:
    """In Markdown, a line that begins with a number and a full stop is an item of a list."""
    document = portal_server.app.test_client().get("/api/openapi.json").json or {}
    assert not re.search(r"^\s*\d+[.)]\s", document["info"]["description"], re.MULTILINE)


def test_no_component_is_named_like_a_javascript_global(portal_server: PortalServer) -> None:
    """In a generated client, a type of that name would hide the global."""
    libraries = (npm_installed(TYPESCRIPT) / "typescript" / "lib").glob("lib.*.d.ts")
    declarations = re.compile(r"^(?:declare (?:var|let|const|function|class)|interface|type) (\w+)", re.MULTILINE)
    names = {name for library in libraries for name in declarations.findall(library.read_text("utf-8"))}
    assert {"Error", "Map", "Document", "Location", "Response"} <= names
    components: Any = portal_server.app.test_client().get("/api/openapi.json").json["components"]  # type: ignore[index]
    assert {name for named in components.values() for name in named} & names == set()


def test_openapi_document_passes_linters(portal_server: PortalServer, tmp_path: Path) -> None:
    """The linters report no errors, warnings or hints, except that the description names no licence."""
    served = tmp_path / "openapi.json"
    served.write_bytes(portal_server.app.test_client().get("/api/openapi.json").data)
    run(npm_program("spectral"), "lint", served, "--fail-severity", "hint", cwd=ROOT)
    lint = ("lint", served, "--extends", "recommended", "--format", "json")
    report = run(
        npm_program("redocly"), *lint, cwd=tmp_path, REDOCLY_TELEMETRY="off", REDOCLY_SUPPRESS_UPDATE_NOTICE="1"
    )
    assert [problem["ruleId"] for problem in json.loads(report)["problems"]] == ["info-license"]

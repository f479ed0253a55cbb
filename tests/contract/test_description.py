"""A validator accepts the served description as OpenAPI 3.1, and a linter finds no fault in it."""

import json
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from app.submissions.schemas import MESSAGES, SubmissionSchema
from tests.contract.clients import npm_program, run
from tests.portal_server import PortalServer

ROOT = Path(__file__).resolve().parents[2]


def test_openapi_document_passes_validator(portal_server: PortalServer) -> None:
    validate(portal_server.app.test_client().get("/api/openapi.json").json, cls=OpenAPIV31SpecValidator)


def test_accepted_submission_example_matches_its_operation(portal_server: PortalServer) -> None:
    paths = portal_server.app.test_client().get("/api/openapi.json").json["paths"]  # type: ignore[index]
    operations = [operation for path in paths.values() for name, operation in path.items() if name in ("post", "patch")]
    kinds = {}
    for operation in operations:
        if "202" in operation["responses"]:
            example = operation["responses"]["202"]["content"]["application/json"]["example"]
            assert SubmissionSchema().dump(SubmissionSchema().load(example)) == example
            assert example["message"] == MESSAGES[example["state"]]
            kinds[operation["operationId"]] = example["kind"]
    assert kinds == {"completeJob": "completion", "addNote": "note", "submitInvoice": "invoice"}


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

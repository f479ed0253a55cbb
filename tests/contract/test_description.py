"""The served description is OpenAPI 3.1 to a validator, and good style to a linter."""

from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from tests.contract.clients import npm_program, run
from tests.house import House

ROOT = Path(__file__).resolve().parents[2]


def test_a_validator_finds_no_fault(house: House) -> None:
    validate(house.app.test_client().get("/api/openapi.json").json, cls=OpenAPIV31SpecValidator)


def test_a_linter_finds_no_fault(house: House, tmp_path: Path) -> None:
    """Neither an error nor a warning, nor anything less."""
    served = tmp_path / "openapi.json"
    served.write_bytes(house.app.test_client().get("/api/openapi.json").data)
    run(npm_program("spectral"), "lint", served, "--fail-severity", "hint", cwd=ROOT)

"""Paths of AgentOS, and overrides of the assumed paths."""

import string

import pytest

from app.agentos.endpoints import ENDPOINTS, override_faults, url_path
from app.agentos.errors import NotFound
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult


def test_url_paths_match_agentos_specification(agency: Agency) -> None:
    assert url_path(agency, "jobs", branch_id="BR-1", offset=0, count=1000) == "/v4/maintenance/acme/jobs/BR-1/0/1000"
    assert url_path(agency, "status_types", offset=0, count=9) == "/v4/maintenance/acme/jobs/statusTypes/0/9"
    assert url_path(agency, "submit_invoice") == "/v4/maintenance/acme/invoice/submit"
    assert (
        url_path(agency, "pending", contractor_id="CON-1", offset=0, count=1000)
        == "/v4/maintenance/acme/contacts/contractors/CON-1/statements/pending/0/1000"
    )


@pytest.mark.parametrize("bad", ["", "a/b", "..", "a b", "x" * 65, "a%2fb", "é", "a\n", "?key"])
def test_malformed_id_raises_not_found_and_nothing_is_sent(agency: Agency, bad: str) -> None:
    with pytest.raises(NotFound) as caught:
        url_path(agency, "job", job_id=bad)
    assert caught.value.result is AttemptResult.NOT_SENT
    assert not bad or bad not in str(caught.value)


def test_path_override_replaces_assumed_path() -> None:
    template = "/v4/journal/{shortName}/job/{job_id}/note"
    assert override_faults({"add_note": template}) == {}
    agency = Agency(short_name="acme", name="", api_key="k", agentos_paths={"add_note": template})
    assert url_path(agency, "add_note", job_id="JOB-1") == "/v4/journal/acme/job/JOB-1/note"


@pytest.mark.parametrize(
    "paths",
    [
        {"nonsense": "/v4/x"},
        {"job": ENDPOINTS["job"].path},
        {"add_note": "/v4/{shortName}/notes"},
        {"add_note": "/v4/{shortName}/{job_id}/{job_id}"},
        {"add_note": "/v4/{shortName}/{job_id}/{other}"},
        {"add_note": "v4/{shortName}/{job_id}"},
        {"add_note": "https://elsewhere.example/{shortName}/{job_id}"},
        {"add_note": "//elsewhere/{shortName}/{job_id}"},
        {"add_note": "/v4/../{shortName}/{job_id}"},
        {"add_note": "/v4/{shortName}/{job_id}?key=1"},
        {"add_note": "/v4/{shortName}/{job_id!r}"},
        {"add_note": "/v4/{shortName}/{job_id}/{"},
        {"add_note": ""},
    ],
)
def test_invalid_path_overrides_are_rejected(paths: dict[str, str]) -> None:
    assert override_faults(paths).keys() == paths.keys()
    more = {"pending": ENDPOINTS["pending"].path, "invoices": "/"}
    assert override_faults({**paths, **more}).keys() == {*paths, "invoices"}


def test_paths_name_agency_and_undocumented_paths_can_be_overridden() -> None:
    for operation, endpoint in ENDPOINTS.items():
        names = [name for _, name, _, _ in string.Formatter().parse(endpoint.path) if name]
        assert "shortName" in names
        if not endpoint.documented:
            assert override_faults({operation: endpoint.path}) == {}
    assert {name for name, each in ENDPOINTS.items() if not each.documented} == {
        "add_note",
        "historical",
        "pending",
        "invoices",
    }

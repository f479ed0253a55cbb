"""Reads from AgentOS: single records, and lists to their end."""

from collections.abc import Callable
from typing import Any

import pytest
import responses

from app.agentos.errors import Failed, Malformed, NotFound
from app.agentos.gateway import Gateway
from tests.agentos.calls import PREFIX
from tests.payloads import (
    branch_row,
    contractor_row,
    invoice_row,
    job_row,
    property_row,
    staff_row,
    statement_row,
    status_type_row,
)

Http = responses.RequestsMock
Rows = list[dict[str, Any]]


def rows(first: int, count: int) -> Rows:
    return [{"OID": f"JOB-{number}"} for number in range(first, first + count)]


def serve_pages(http: Http, pages: dict[int, Any]) -> None:
    """Serve pages of BR-1's jobs, by offset."""
    for offset, page in pages.items():
        http.get(f"{PREFIX}/jobs/BR-1/{offset}/1000", json=page)


@pytest.mark.parametrize(
    ("path", "row", "ask"),
    [
        ("company/branches", branch_row, lambda gateway: gateway.branches()),
        ("contacts/contractors/BR-1", contractor_row, lambda gateway: gateway.contractors("BR-1")),
        ("jobs/statusTypes", status_type_row, lambda gateway: gateway.status_types()),
        ("jobs/BR-1", job_row, lambda gateway: gateway.jobs("BR-1")),
        (
            "contacts/contractors/CON-1/statements/historical",
            statement_row,
            lambda gateway: gateway.historical("CON-1"),
        ),
        ("contacts/contractors/CON-1/statements/pending", statement_row, lambda gateway: gateway.pending("CON-1")),
        ("contacts/contractors/CON-1/invoices", invoice_row, lambda gateway: gateway.invoices("CON-1")),
    ],
)
def test_list_is_fetched_page_by_page(
    http: Http, gateway: Gateway, path: str, row: Callable[[], Any], ask: Callable[[Gateway], Any]
) -> None:
    http.get(f"{PREFIX}/{path}/0/1000", json={"Count": 1, "Data": [row()]})
    listing = ask(gateway)
    assert not http.calls, "a page at a time"
    assert len(listing.whole()) == 1
    assert listing.complete


@pytest.mark.parametrize(
    ("path", "row", "ask"),
    [
        ("contacts/staff/X-1", staff_row, lambda gateway: gateway.staff("X-1")),
        ("properties/X-1", property_row, lambda gateway: gateway.property("X-1")),
        ("jobs/X-1", job_row, lambda gateway: gateway.job("X-1")),
    ],
)
def test_single_record_is_fetched_by_id(
    http: Http, gateway: Gateway, path: str, row: Callable[..., Any], ask: Callable[[Gateway], Any]
) -> None:
    http.get(f"{PREFIX}/{path}", json=row(OID="X-1"))
    assert "X-1" in repr(ask(gateway))
    http.replace("GET", f"{PREFIX}/{path}", json=[row()])
    with pytest.raises(Malformed):
        ask(gateway)
    http.replace("GET", f"{PREFIX}/{path}", status=404)
    with pytest.raises(NotFound):
        ask(gateway)


def test_pages_are_fetched_one_by_one_to_the_end(http: Http, gateway: Gateway) -> None:
    serve_pages(
        http,
        {
            0: {"Count": 2001, "Data": rows(0, 1000)},
            1000: {"Count": 2001, "Data": rows(1000, 1000)},
            2000: {"Count": 2001, "Data": rows(2000, 1)},
        },
    )
    listing = gateway.jobs("BR-1")
    ids: list[str] = []
    progress: list[tuple[int, bool]] = []
    while (page := listing.next_page()) is not None:
        ids += [row.identity for row in page]
        progress.append((len(http.calls), listing.complete))
    assert ids == [f"JOB-{number}" for number in range(2001)]
    assert progress == [(1, False), (2, False), (3, True)]
    assert listing.next_page() is None
    assert len(http.calls) == 3


@pytest.mark.parametrize(
    ("pages", "complete"),
    [
        ({0: {"Count": 0, "Data": []}}, True),
        (
            {0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": rows(2, 1)}},
            True,
        ),  # pages smaller than requested
        ({0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": []}}, False),
        ({0: {"Count": 9, "Data": []}}, False),
        ({0: {"Count": 1, "Data": rows(0, 2)}}, False),
        ({0: {"Count": 2, "Data": [*rows(0, 1), *rows(0, 1)]}}, False),
        ({0: {"Count": 2, "Data": [*rows(0, 1), {"OID": None}]}}, False),
        (
            {0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 4, "Data": rows(2, 2)}},
            False,
        ),  # the list changed meanwhile
        ({0: {"Count": 4, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": rows(2, 1)}}, False),
        ({0: {"Count": 1001, "Data": rows(0, 1000)}, 1000: {"Data": rows(1000, 1)}}, False),
        ({0: {"Data": rows(0, 2)}}, True),
        ({0: rows(0, 2)}, True),
        ({0: []}, True),
        ({0: rows(0, 1000), 1000: []}, True),
        ({0: rows(0, 1000), 1000: rows(1000, 7)}, True),
        ({0: [*rows(0, 1), None]}, False),
    ],
)
def test_list_completeness_depends_on_count_and_rows(
    http: Http, gateway: Gateway, pages: dict[int, Any], complete: bool
) -> None:
    serve_pages(http, pages)
    listing = gateway.jobs("BR-1")
    listing.whole()
    assert listing.complete is complete
    assert len(http.calls) == len(pages)


def test_later_of_two_rows_with_same_id_is_used(http: Http, gateway: Gateway) -> None:
    serve_pages(http, {0: rows(0, 1000), 1000: [{"OID": "JOB-3", "Title": "later"}]})
    jobs = gateway.jobs("BR-1").whole()
    assert len(jobs) == 1000
    assert next(job for job in jobs if job.job_id == "JOB-3").title == "later"


@pytest.mark.parametrize("page", [{"Count": 1, "Data": [{"OID": "?"}]}, [None, 7], {"Items": []}, "x", None])
def test_list_without_readable_rows_is_malformed(http: Http, gateway: Gateway, page: Any) -> None:
    serve_pages(http, {0: page})
    with pytest.raises(Malformed):
        gateway.jobs("BR-1").whole()


def test_list_ignoring_paging_is_malformed(http: Http, gateway: Gateway) -> None:
    serve_pages(http, {0: rows(0, 1500), 1500: rows(0, 1500)})
    with pytest.raises(Malformed, match="repeats"):
        gateway.jobs("BR-1").whole()
    assert len(http.calls) == 2


def test_failed_page_can_be_requested_again(http: Http, gateway: Gateway) -> None:
    serve_pages(http, {0: rows(0, 1000)})
    http.get(f"{PREFIX}/jobs/BR-1/1000/1000", status=500)
    listing = gateway.jobs("BR-1")
    assert len(listing.next_page() or ()) == 1000
    with pytest.raises(Failed):
        listing.next_page()
    http.replace("GET", f"{PREFIX}/jobs/BR-1/1000/1000", json=rows(1000, 1))
    assert [row.identity for row in listing.next_page() or ()] == ["JOB-1000"]
    assert listing.complete

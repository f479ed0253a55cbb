"""Lists of jobs, statements and invoices: filters against a simple model, and pages against the whole list."""

import re
from typing import Any

from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from tests.financial.expected import invoices_of, statements_of, total
from tests.jobs.expected import DONE, EPOCH, OFF, Record, instant, jobs_of
from tests.portal_server import PortalServer
from tests.properties.examples import CLOCK_TIMES, over_refreshes

HARPER = "acme/CON-1001"
JOBS = ("JOB-1", "JOB-2", "JOB-3", "JOB-5", "JOB-7")
ALIKE = ("boiler", "BOILER", "Straße", "STRASSE", "İstanbul", "istanbul", "ŵ", "Ŵ", "é", "e\u0301", "ﬁlter", "🚿")
SIGNS = ("%", "_", "a_b", "100%", "[", "(", "\\", "'", '"', ".*", "?", "<b>", "null")
WORDS = st.sampled_from(ALIKE + SIGNS)
GAPS = st.sampled_from((" ", "  ", "\t", "\n", "\xa0", "\u2028", "\x1f"))
SENTENCES = st.lists(WORDS | GAPS, max_size=6).map("".join)
CLOCKS = st.none() | CLOCK_TIMES.map(lambda moment: moment.isoformat())
PENCE = st.none() | st.integers(-(10**8), 10**8).map(lambda pence: pence / 100) | st.floats(-1e6, 1e6)
FEW = st.integers(0, 6)
DASHES = r"[\s\-\u2010-\u2015]"

JOB_CHANGES = st.fixed_dictionaries(
    {
        "Title": st.none() | SENTENCES,
        "Description": st.none() | SENTENCES,
        "JobNumber": st.none() | WORDS,
        "Property": st.none() | SENTENCES,
        "Reported": CLOCKS,
        "Status": st.sampled_from(("Reported", "In progress", "Completed", "Invoiced", "Cancelled", "On hold – parts")),
        "StatusOID": st.none(),
        "ContractorOID": st.sampled_from(("CON-1001", "CON-1001", "CON-1002")),
    }
)
STATEMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "OID": st.integers(1, 9).map("S-{}".format),
            "InvoiceNumber": st.none() | WORDS,
            "Date": CLOCKS | st.dates().filter(lambda day: day.year >= 1900).map(str) | st.just("2026-11-25"),
            "Description": st.none() | SENTENCES,
            "JobOID": st.sampled_from((None, "JOB-1")),
            **dict.fromkeys(("Net", "VAT", "Gross", "Commission", "Amount"), PENCE),
            "Status": st.sampled_from((None, "Paid", "Pending")),
            "PaidDate": CLOCKS,
        }
    ),
    min_size=1,  # an empty list must be fetched twice before the portal uses it
    max_size=8,
    unique_by=lambda row: row["OID"],
)
INVOICES = st.lists(
    st.fixed_dictionaries(
        {
            "OID": st.integers(1, 9).map("INV-{}".format),
            "JobOID": st.sampled_from((None, "JOB-1", "JOB-2")),
            "Amount": PENCE,
            "InvoiceNumber": st.none() | WORDS,
            "InvoiceDate": CLOCKS,
            "Description": st.none() | SENTENCES,
            "Status": st.sampled_from(("Submitted", "Authorised", "Rejected", "Paid")),
            "SubmittedAt": CLOCKS,
            "DocumentName": st.sampled_from((None, "a.pdf")),
        }
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: row["OID"],
)

PLAIN: Record = dict.fromkeys(("Title", "Description", "JobNumber", "Property", "Reported", "StatusOID"), None) | {
    "Status": "Reported",
    "ContractorOID": "CON-1001",
}


def get(client: FlaskClient, path: str, **query: Any) -> Record:
    parameters = {name.rstrip("_"): value for name, value in query.items() if value is not None}
    answer = client.get(f"/api/contractor/{path}", query_string=parameters)
    assert answer.status_code == 200, answer.text
    body: Record = answer.json
    return body


def assert_pages_form_list(
    client: FlaskClient, path: str, name: str, limits: list[int], whole: Record, **query: Any
) -> None:
    """Assert that pages of any lengths form the whole list with the same totals, by `offset` and by `after`.

    Without a limit, the rest is returned.
    """
    offset, items = 0, []
    limits = limits or [500]
    assert whole["next"] is None
    for turn in range(len(whole[name]) + 1):
        limit = limits[turn % len(limits)]
        page = get(client, path, offset=offset, limit=limit, **query)
        assert len(page[name]) <= limit
        assert {**page, name: whole[name], "next": None} == whole
        items += page[name]
        offset += limit
        assert (page["next"] is None) == (offset >= len(whole[name]))
        if page["next"]:
            assert get(client, path, after=page["next"], **query)[name] == whole[name][offset:]
        if not page[name]:
            break
    assert items == whole[name]
    rest = get(client, path, offset=limits[0], **query)
    assert rest == {**whole, name: whole[name][limits[0] :]}
    assert_walk_forms_list(client, path, name, limits, whole, **query)


def assert_walk_forms_list(
    client: FlaskClient, path: str, name: str, limits: list[int], whole: Record, **query: Any
) -> None:
    """Assert that the pages along `next` form the whole list, each with the limit."""
    items, after, turn = [], None, 0
    while True:
        limit = limits[turn % len(limits)]
        page = get(client, path, limit=limit, after=after, **query)
        assert {**page, name: whole[name], "next": None} == whole
        items += page[name]
        after, turn = page["next"], turn + 1
        if after is None:
            break
        assert len(page[name]) == limit
    assert items == whole[name]


def some_days(days: list[str], since: Any, until: Any, ends: tuple[int, int]) -> tuple[str | None, ...]:
    """Return both ends of a period as text. More often than not, they are days of the data."""
    days = [day for day in days if day]
    if days:
        since, until = since and days[ends[0] % len(days)], until and days[ends[1] % len(days)]
    return tuple(str(day) if day else None for day in (since, until))


def is_within(day: str | None, since: str | None, until: str | None) -> bool:
    """Return True if the day is in the period, both ends included. No day is in no period."""
    if since is None and until is None:
        return True
    return bool(day) and (since or "") <= str(day) <= (until or "9999-99")


def matches(job: Record, q: str) -> bool:
    """Return True if every word, in any case, is in one of the texts, or without dashes in one of the codes."""
    place, person = job["property"] or {}, job["reportedBy"]
    texts = [job["title"], job["description"], place.get("address"), person["name"], job["category"]]
    codes = [re.sub(DASHES, "", code or "") for code in (job["reference"], place.get("postcode"), person["phone"])]
    pairs = [(word.casefold(), re.sub(DASHES, "", word).casefold()) for word in q.split()]
    return all(
        any(word in (text or "").casefold() for text in texts) or any(bare in code.casefold() for code in codes)
        for word, bare in pairs
    )


@over_refreshes
@given(
    changes=st.fixed_dictionaries(dict.fromkeys(JOBS, JOB_CHANGES)),
    status=st.sampled_from((None, "open", "completed", "cancelled")),
    q=SENTENCES | WORDS | st.text(max_size=5),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    ends=st.tuples(FEW, FEW),
    limits=st.lists(st.integers(1, 9), max_size=4),
)
@example(
    changes={oid: PLAIN | {"Title": word} for oid, word in zip(JOBS, ("Straße", "STRASSE", "%", "İ", "_"), strict=True)}
    | {"JOB-5": PLAIN | {"Title": "Straße", "Status": "Cancelled"}},
    status="open",
    q="strasse",
    since=None,
    until=None,
    ends=(0, 0),
    limits=[1],
)
def test_job_filters_and_pages_match_model(
    portal_server: PortalServer,
    client: FlaskClient,
    changes: dict[str, Record],
    status: str | None,
    q: str,
    since: Any,
    until: Any,
    ends: Any,
    limits: list[int],
) -> None:
    for oid, fields in changes.items():
        portal_server.simulator.change(f"acme/jobs/{oid}", **fields)
    portal_server.advance_clock(61)
    get(client, "jobs")
    portal_server.refresh()
    every = jobs_of(portal_server, HARPER, read_alone=True)
    closed = DONE["acme"] + OFF["acme"]
    candidates = {None: every, "completed": [job for job in every if job["status"] in DONE["acme"]],
            "cancelled": [job for job in every if job["status"] in OFF["acme"]],
            "open": [job for job in every if job["status"] not in closed]}[status]  # fmt: skip
    if status == "completed":
        candidates.sort(key=lambda job: job["jobId"])
        candidates.sort(key=lambda job: instant(job["completedAt"]) or EPOCH, reverse=True)
    since, until = some_days([(job["reportedAt"] or "")[:10] for job in every], since, until, ends)
    expected = [
        job for job in candidates if matches(job, q) and is_within((job["reportedAt"] or "")[:10] or None, since, until)
    ]
    query = {"status": status, "q": q, "from_": since, "to": until}
    whole = get(client, "jobs", **query)
    assert (whole["jobs"], whole["total"]) == (expected, len(expected))
    assert_pages_form_list(client, "jobs", "jobs", limits, whole, **query)
    for job in expected[:3]:
        title = (job["title"] or "").upper()
        assert job in get(client, "jobs", q=title)["jobs"], "any case"


@over_refreshes
@given(
    lists=st.fixed_dictionaries({"historical": STATEMENTS, "pending": STATEMENTS}),
    kind=st.sampled_from(("historical", "pending")),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    ends=st.tuples(FEW, FEW),
    limits=st.lists(st.integers(1, 5), max_size=4),
)
def test_statement_filters_and_pages_match_model(
    portal_server: PortalServer,
    client: FlaskClient,
    lists: Any,
    kind: str,
    since: Any,
    until: Any,
    ends: Any,
    limits: list[int],
) -> None:
    portal_server.simulator.control("PUT", "state/acme/statements/CON-1001", lists)
    _read_again(portal_server, client, "statements/historical", "statements/pending")
    every = statements_of(portal_server, HARPER, kind)
    since, until = some_days([row["date"] for row in every], since, until, ends)
    expected = [row for row in every if is_within(row["date"], since, until)]
    path, query = f"statements/{kind}", {"from_": since, "to": until}
    whole = get(client, path, **query)
    assert whole["statements"] == expected
    assert (whole["total"], whole["totalAmount"]) == (len(expected), total(expected))
    assert_pages_form_list(client, path, "statements", limits, whole, **query)


@over_refreshes
@given(
    rows=INVOICES,
    status=st.sampled_from((None, "submitted", "authorised", "rejected", "paid", "review")),
    limits=st.lists(st.integers(1, 5), max_size=4),
)
def test_invoice_filter_and_pages_match_model(
    portal_server: PortalServer, client: FlaskClient, rows: list[Record], status: str | None, limits: list[int]
) -> None:
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", rows)  # type: ignore[arg-type]
    _read_again(portal_server, client, "invoices")
    expected = [row for row in invoices_of(portal_server, HARPER) if status in (None, row["status"])]
    whole = get(client, "invoices", status=status)
    shown = [{**row, "history": None} for row in whole["invoices"]]  # it depends on earlier examples
    assert (shown, whole["total"]) == ([{**row, "history": None} for row in expected], len(expected))
    assert_pages_form_list(client, "invoices", "invoices", limits, whole, status=status)


def _read_again(portal_server: PortalServer, client: FlaskClient, *paths: str) -> None:
    """Let ten minutes pass, and let a view request the refresh of statements and invoices."""
    portal_server.advance_clock(601)
    for path in paths:
        get(client, path)
    portal_server.refresh()

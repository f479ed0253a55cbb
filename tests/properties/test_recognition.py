"""Recognition of a record in AgentOS as the portal's own submission."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoice import InvoiceDraft, StoredDocument
from app.domain.recognition import (
    Finding,
    Listed,
    Listing,
    Sent,
    days,
    number,
    recognise,
    recognise_status,
    sent_invoice,
    sent_note,
    status_of,
    text,
)
from app.domain.submission import NewNote

ids = st.sampled_from([f"R-{each}" for each in range(6)])
NOTE = sent_note(NewNote(text="Part ordered", author="Harper"))
TEXTS = ("part ordered", "Part ordered", "Something else entirely", None)
DRAFT = InvoiceDraft(
    statement_id=None,
    job_id="JOB-1",
    amount=Decimal("480.00"),
    vat=Decimal("80.00"),
    description="Works",
    invoice_date=date(2026, 7, 25),
    invoice_number="A-7",
)
INVOICE = sent_invoice(DRAFT, None)
SAME = {
    "job": "JOB-1",
    "amount": Decimal("480.00"),
    "number": number("A-7"),
    "date": date(2026, 7, 25),
    "description": "Works",
    "document": None,
}


def note(record_id: str | None, words: str | None = "Part ordered") -> Listed:
    return Listed(record_id=record_id, fields={"text": text(words), "author": "Harper"})


def recognise_in_list(sent: Sent, records: list[Listed], **options: Any) -> Any:
    """Recognise a submission in a list, which is complete by default."""
    known = {"began_at": 100.0, "baseline": frozenset[str](), "claimed": frozenset[str](), "kept": frozenset[str]()}
    whole = options.pop("whole", True)
    return recognise(sent, Listing(records=records, whole=whole), **(known | options))


@given(
    st.lists(st.tuples(st.none() | ids, st.sampled_from(TEXTS)), max_size=5),
    st.none() | st.frozensets(ids),
    st.frozensets(ids),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_recognise_confirms_only_new_unclaimed_records(
    listed: list[tuple[str | None, str | None]],
    baseline: frozenset[str] | None,
    claimed: frozenset[str],
    whole: bool,
    has_unnamed_sibling: bool,
    had_records: bool,
) -> None:
    records = [note(*row) for row in listed]
    look = recognise_in_list(
        NOTE,
        records,
        whole=whole,
        baseline=baseline,
        claimed=claimed,
        has_unnamed_sibling=has_unnamed_sibling,
        had_records=had_records,
    )
    shown = {oid for oid, _ in listed}
    if look.finding is Finding.EXACT:
        assert baseline is not None
        assert not has_unnamed_sibling
        assert look.agentos_id not in baseline | claimed
        assert (look.agentos_id, "Part ordered") in listed
    if look.finding is Finding.ABSENT:
        assert baseline is not None
        assert whole
        assert None not in shown
        assert baseline <= shown
        assert shown or not had_records
        assert not any(words == "Part ordered" for oid, words in listed if oid not in baseline | claimed)


@given(st.text(), st.text())
def test_text_comparison_ignores_line_ends_entities_and_spaces(first: str, second: str) -> None:
    sent = text(f"{first}\n{second}".replace("&", ""))
    assert text(f" {sent or ''} ".replace("\n", "\r\n")) == sent


def test_days_of_summer_date_include_previous_day_in_utc() -> None:
    assert days(date(2026, 7, 25)) == {date(2026, 7, 25), date(2026, 7, 24)}
    assert days(date(2026, 12, 25)) == {date(2026, 12, 25)}


def invoice(**changes: Any) -> Listed:
    return Listed(record_id="R-1", fields={**SAME, **changes})


def test_recognise_invoice_requires_job_amount_and_one_more_field() -> None:
    alike = {"number": None, "date": None, "description": None}
    for name in alike:
        assert recognise_in_list(INVOICE, [invoice(**{**alike, name: SAME[name]})]).finding is Finding.EXACT
    assert recognise_in_list(INVOICE, [invoice(**alike)]).finding is Finding.POSSIBLE
    assert recognise_in_list(INVOICE, [invoice(job="JOB-2")]).finding is Finding.POSSIBLE
    assert recognise_in_list(INVOICE, [invoice(amount=Decimal("400.00"))]).finding is Finding.POSSIBLE, "net"
    other = invoice(amount=Decimal("1.00"), description="Another")
    assert recognise_in_list(INVOICE, [other]).finding is Finding.ABSENT


def test_recognise_is_only_possible_if_a_reliably_stored_field_differs() -> None:
    other = invoice(number="b-8")
    assert recognise_in_list(INVOICE, [other]).finding is Finding.EXACT
    assert recognise_in_list(INVOICE, [other], kept=frozenset(("number",))).finding is Finding.POSSIBLE


def test_recognise_invoice_without_its_document_is_only_a_possible_match() -> None:
    with_pdf = sent_invoice(DRAFT, StoredDocument(name="a.pdf", size=1, sha256="0"))
    assert recognise_in_list(with_pdf, [invoice(document="a.pdf")]).finding is Finding.EXACT
    for document in (None, "b.pdf"):
        assert recognise_in_list(with_pdf, [invoice(document=document)]).finding is Finding.POSSIBLE


def test_recognise_by_id_reports_other_equal_records_as_duplicates() -> None:
    look = recognise_in_list(NOTE, [note("R-1"), note("R-2"), note("R-3", "Other")], agentos_id="R-1")
    assert (look.finding, look.twins) == (Finding.EXACT, {"R-2"})


def test_recognise_unexpected_status_is_possible_and_old_status_is_absent() -> None:
    before = status_of("S-1", "e1")
    findings = [
        recognise_status(now=now, baseline=before, has_wanted_end=False, began_at=1.0).finding
        for now in (before, status_of("S-1", "e2"), status_of("S-3", "e2"), status_of(None, None))
    ]
    assert findings == [Finding.ABSENT, Finding.UNCLEAR, Finding.POSSIBLE, Finding.UNCLEAR]
    assert recognise_status(now=before, baseline=None, has_wanted_end=True, began_at=1.0).finding is Finding.EXACT

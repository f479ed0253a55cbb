"""Parsing of AgentOS's records to domain objects, field by field."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.agentos import responses
from app.agentos.errors import Malformed
from app.domain.invoice import InvoiceState
from app.domain.job import Note
from tests.agentos.kinds import KINDS, read
from tests.payloads import (
    SECRETS,
    branch_row,
    contractor_row,
    invoice_row,
    job_row,
    note_row,
    property_row,
    staff_row,
    statement_row,
    without,
)


def job(**over: Any) -> Any:
    return read(responses.JOB, job_row(**over))


def statement(**over: Any) -> Any:
    return read(responses.STATEMENT, statement_row(**over))


def test_job_with_all_fields_is_parsed() -> None:
    read = job()
    assert (read.job_id, read.contractor_id, read.reference, read.etag) == ("JOB-7", "CON-1001", "M-2041", "e-1")
    assert (read.address, read.postcode, read.access) == (
        "Flat 2, 9 Canal Street, Leeds",
        "LS2 8AA",
        "Key safe at the door",
    )
    assert read.reported_at == datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
    assert read.completed_at is None
    assert read.notes == (
        Note(
            note_id="N-1",
            note="Part ordered",
            author="Harper Plumbing Ltd",
            created_at=datetime(2026, 11, 21, 10, tzinfo=UTC),
        ),
    )


def test_staff_branch_property_and_contractor_are_parsed() -> None:
    assert read(responses.STAFF, staff_row()).name == "Grace Shaw"
    assert read(responses.STAFF, staff_row(Forename=" ", IsEnabled=False)).name == "Shaw"
    assert read(responses.STAFF, {"OID": "ST-2"}).name is None
    assert read(responses.BRANCH, branch_row()).name == "Leeds"
    assert read(responses.BRANCH, branch_row(Name="")).name == "Acme Lettings"
    assert read(responses.BRANCH, branch_row()).phone == "01632 960100"
    assert read(responses.PROPERTY, property_row()).address == "Flat 2, 9 Canal Street, Leeds"
    contractor = read(responses.CONTRACTOR, contractor_row(EMailAddress=" SAM@obrien.example "))
    assert (contractor.phone, contractor.mobile, contractor.branch_id) == ("01632 960001", "07700 900001", "BR-1")
    assert contractor.emails == {"sam@obrien.example"}
    assert not contractor.archived


@pytest.mark.parametrize("name", KINDS)
def test_record_with_only_its_id_is_parsed(name: str) -> None:
    kind, row = KINDS[name]
    needed = {"OID", "Name"} if name == "status type" else {"OID"}
    few = {field: value for field, value in row().items() if field in needed}
    assert few["OID"] in repr(read(kind, few))
    nothing_else = {field: value if field in needed else None for field, value in row().items()}
    assert few["OID"] in repr(read(kind, nothing_else))


@pytest.mark.parametrize("name", [name for name in KINDS if name != "note"])
@pytest.mark.parametrize("oid", [None, "", "a b", "../x", "x" * 65, True, [], {}, 1.5, "é"])
def test_record_without_valid_id_is_malformed(name: str, oid: Any) -> None:
    kind, row = KINDS[name]
    with pytest.raises(Malformed, match="OID"):
        read(kind, row(OID=oid))
    with pytest.raises(Malformed, match="OID"):
        read(kind, without(row(), "OID"))


def test_number_in_text_field_is_parsed_as_text() -> None:
    assert job(OID=7, JobNumber=2041, Postcode=12.0).job_id == "7"
    assert job(JobNumber=2041).reference == "2041"
    assert job(JobNumber=2041.0).reference == "2041"


@pytest.mark.parametrize("reference", ["a/b", "", " ", [], {}, True, "x" * 65])
def test_invalid_reference_is_none(reference: Any) -> None:
    assert job(ContractorOID=reference).contractor_id is None


def test_empty_text_is_none_and_text_is_trimmed() -> None:
    read = job(Title=" ", Description="\n two\r\nlines ", Status="", CompletedDate="", Reported=" ")
    assert (read.title, read.description, read.status) == (None, "two\r\nlines", None)
    assert (read.completed_at, read.reported_at) == (None, None)


def test_text_is_cleaned_of_characters_that_cannot_be_stored() -> None:
    read = job(Title="a\0b", Description="half \ud83d pair", Category="whole \U0001f6bf pair")
    assert (read.title, read.description, read.category) == (
        "a\ufffdb",
        "half \ufffd pair",
        "whole \U0001f6bf pair",
    )


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-06-01T08:15:00", datetime(2026, 6, 1, 7, 15, tzinfo=UTC)),
        ("2026-12-01T08:15:00", datetime(2026, 12, 1, 8, 15, tzinfo=UTC)),
        ("2026-06-01T08:15:00Z", datetime(2026, 6, 1, 8, 15, tzinfo=UTC)),
        ("2026-06-01T08:15:00+01:00", datetime(2026, 6, 1, 7, 15, tzinfo=UTC)),
        ("2026-06-01 08:15", datetime(2026, 6, 1, 7, 15, tzinfo=UTC)),
        ("2026-06-01T08:15:00.1234567+01:00", datetime(2026, 6, 1, 7, 15, 0, 123456, tzinfo=UTC)),
        ("2026-06-01T08:15:00.5", datetime(2026, 6, 1, 7, 15, 0, 500000, tzinfo=UTC)),
        ("2026-06-01", datetime(2026, 5, 31, 23, 0, tzinfo=UTC)),
        ("2026-10-25T01:30:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # happens twice: the first
        ("2026-03-29T01:30:00", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # does not happen: an hour later
        ("0001-01-01T00:00:00", None),
    ],
)
def test_times_are_parsed_as_london_time_unless_zoned(text: str, utc: datetime | None) -> None:
    assert job(Reported=text).reported_at == utc


@pytest.mark.parametrize("bad", ["soon", "2026-13-01", "9999-12-31T23:59:59-14:00", 20261101, True, []])
def test_invalid_time_is_malformed(bad: Any) -> None:
    with pytest.raises(Malformed, match="Reported"):
        job(Reported=bad)


def test_dates_are_london_dates() -> None:
    assert statement(Date="2026-06-30T23:30:00Z").dated == date(2026, 7, 1)
    assert statement(Date="2026-06-30T23:30:00").dated == date(2026, 6, 30)
    assert statement(PaidDate="2026-06-30").paid_at == date(2026, 6, 30)
    assert statement(PaidDate="").paid_at is None
    assert read(responses.INVOICE, invoice_row()).invoice_date == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("sent", "pounds"),
    [
        (480, "480.00"),
        (0.1 + 0.2, "0.30"),
        (1.005, "1.01"),
        (-5.5, "-5.50"),
        ("480.00", "480.00"),
        ("£1,234.50", "1234.50"),
        ("-£5", "-5.00"),
        (" 1234567.1 ", "1234567.10"),
    ],
)
def test_amount_is_parsed_to_the_penny(sent: Any, pounds: str) -> None:
    assert statement(Amount=sent).amount == Decimal(pounds)
    assert str(statement(Amount=sent).amount) == pounds


@pytest.mark.parametrize(
    "bad", [float("nan"), float("inf"), "NaN", "Infinity", "1.234,56", "12 pounds", "1,23", True, [], {}, 1e300]
)
def test_invalid_amount_is_malformed(bad: Any) -> None:
    with pytest.raises(Malformed, match="Amount"):
        statement(Amount=bad)


@pytest.mark.parametrize(
    ("sent", "archived"),
    [(True, True), ("true", True), ("True", True), (1, True), ("1", True), (0, False), ("", False), (None, False)],
)
def test_boolean_variants_are_parsed(sent: Any, archived: bool) -> None:
    assert read(responses.CONTRACTOR, contractor_row(IsArchived=sent)).archived is archived


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Submitted", InvoiceState.SUBMITTED),
        ("AUTHORISED", InvoiceState.AUTHORISED),
        ("rejected", InvoiceState.REJECTED),
        ("Paid", InvoiceState.PAID),
        ("Sending", InvoiceState.SUBMITTED),
        ("On hold", InvoiceState.SUBMITTED),
        (None, InvoiceState.SUBMITTED),
    ],
)
def test_invoice_status_is_mapped_to_state(word: str | None, state: InvoiceState) -> None:
    assert read(responses.INVOICE, invoice_row(Status=word)).state is state


def test_unknown_status_words_are_kept() -> None:
    assert job(Priority="Whenever", Status="On hold – parts").priority == "Whenever"


def test_notes_are_sorted_undated_first_then_oldest_first() -> None:
    rows = [
        note_row(OID="N-3", CreatedAt="2026-11-03"),
        note_row(OID="N-1", CreatedAt=None),
        note_row(OID="N-2", CreatedAt="2026-11-02"),
        note_row(OID="N-0", CreatedAt=""),
    ]
    assert [note.note_id for note in job(MaintenanceNotes=rows).notes] == ["N-1", "N-0", "N-2", "N-3"]


@pytest.mark.parametrize("notes", [None, "none", {}, [None], [note_row(), note_row(CreatedAt="soon")]])
def test_unreadable_notes_are_none(notes: Any) -> None:
    assert job(MaintenanceNotes=notes).notes is None
    assert read(responses.JOB, without(job_row(), "MaintenanceNotes")).notes is None
    assert job(MaintenanceNotes=[]).notes == ()


def test_bank_details_are_not_parsed() -> None:
    read_ = read(responses.CONTRACTOR, contractor_row())
    for secret in SECRETS.values():
        assert str(secret) not in repr(read_), secret

"""The invoice form and the portal accept and refuse the same values."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from marshmallow import ValidationError

from app.account.schemas import LimitsSchema
from app.domain.agency import Agency
from app.domain.clock import london_date
from app.domain.limits import DOCUMENT_SIZE, LIMITS
from app.financial.schemas import NewInvoiceSchema, rule_faults
from tests.web.js_modules import NOW, evaluate
from tools import phone_limits

RULES = "invoice/rules.ts"
GOOD = {
    "amount": "120.50",
    "vat": "",
    "description": "Valve fitted",
    "invoiceNumber": "H-1",
    "invoiceDate": "2026-11-25",
    "statementId": "",
}
TODAY = london_date(NOW)


def six_years_before(day: date) -> date:
    return day.replace(year=day.year - 6, day=28 if (day.month, day.day) == (2, 29) else day.day)


AMOUNTS = ["0", "0.00", "0.01", "1", "120.5", "120.500", "120.505", "1000000", "1000000.01", "-5", "abc", "1e2x", "."]
VATS = ["", "0", "20", "120.50", "120.51", "1.001", "-1", "twenty"]
TEXTS = {
    "longest": "x" * 2_000,
    "too long": "x" * 2_001,
    "longest, of large characters": "🔧" * 2_000,
    "too long, of large characters": "🔧" * 2_001,
    "blanks around the longest": "  " + "x" * 2_000 + "\n",
    "nothing": "",
    "blanks": " \n ",
    "several lines": "one\r\ntwo\nthree",
    "a control character": "bell\u0007",
    "a late control character": "c1\u0085end",
}
NUMBERS = {"none": "", "longest": "N" * 50, "too long": "N" * 51, "large": "🔧" * 50}
DATES = {
    "tomorrow": TODAY + timedelta(days=1),
    "the day after": TODAY + timedelta(days=2),
    "six years ago": six_years_before(TODAY),
    "a day more": six_years_before(TODAY) - timedelta(days=1),
}
CASES = (
    [pytest.param({"amount": text}, id=f"amount {text}") for text in AMOUNTS]
    + [pytest.param({"vat": text}, id=f"vat {text}") for text in VATS]
    + [pytest.param({"description": text}, id=f"description: {name}") for name, text in TEXTS.items()]
    + [pytest.param({"invoiceNumber": text}, id=f"number: {name}") for name, text in NUMBERS.items()]
    + [pytest.param({"invoiceDate": str(day)}, id=f"date: {name}") for name, day in DATES.items()]
    + [pytest.param({"invoiceDate": ""}, id="no date")]
)


@pytest.mark.parametrize("changes", CASES)
def test_app_and_portal_refuse_the_same_invoice_fields(changes: dict[str, str]) -> None:
    result = asked({**GOOD, "invoiceDate": str(TODAY), **changes}, agency())
    sent = result["content"] if not result["problems"] else as_typed({**GOOD, "invoiceDate": str(TODAY), **changes})
    assert [*result["problems"]] == refused(sent, agency())


@pytest.mark.parametrize("name", ["vat", "invoiceNumber", "statementId", "document"])
def test_app_and_portal_report_the_same_missing_required_fields(name: str) -> None:
    strict = agency(invoice_required=(name,))
    values = {**GOOD, "invoiceNumber": "", "invoiceDate": str(TODAY)}
    result = asked(values, strict)
    assert [*result["problems"]] == refused(result["content"], strict) == [name]


def test_invoice_without_job_needs_a_statement() -> None:
    either = agency(invoice_link="job_or_statement")
    values = {**GOOD, "invoiceDate": str(TODAY)}
    assert [*asked(values, either, None)["problems"]] == ["statementId"]
    whole = asked({**values, "statementId": "S-1"}, either, None)
    assert (whole["problems"], refused(whole["content"], either)) == ({}, [])


@pytest.mark.parametrize("text", ["£1,234.50", "1234.5", " 1,234.50 ", "£ 1234.500"])
def test_usual_notations_of_pounds_are_accepted(text: str) -> None:
    assert asked({**GOOD, "amount": text}, agency())["content"]["amount"] == 1234.5


@pytest.mark.parametrize("text", ["12,34", "1,2345", "1 234", "1.234,50", "€5", "١٢", "1e3", "0x10", "Infinity"])
def test_ambiguous_or_foreign_notations_of_pounds_are_refused(text: str) -> None:
    assert "amount" in asked({**GOOD, "amount": text}, agency())["problems"]


def test_tabs_in_texts_become_spaces() -> None:
    result = asked({**GOOD, "description": "Valve\tfitted"}, agency())
    assert result["content"]["description"] == "Valve fitted"


@pytest.mark.parametrize("length", [1_981, 1_982])
def test_line_breaks_count_as_two_characters_beside_a_document(length: int) -> None:
    text = "x" * (length - 20) + "\n" * 19 + "x"
    values = {**GOOD, "description": text, "invoiceDate": str(TODAY)}
    argument = {"values": values, "agency": {"invoice": {}}, "document": {"name": "invoice.pdf", "size": 4}}
    problems = evaluate(RULES, "it.problemsOf(argument.values, argument.document, argument.agency, 'JOB-1')", argument)
    sent = {**asked(values, agency())["content"], "description": text.replace("\n", "\r\n")}
    assert [*problems] == refused(sent, agency())
    assert asked(values, agency())["problems"] == {}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2028-02-29T12:00:00Z", {"oldest": "2022-02-28", "latest": "2028-03-01"}),
        ("2026-06-30T23:30:00Z", {"oldest": "2020-07-01", "latest": "2026-07-02"}),
        ("2026-10-24T23:30:00Z", {"oldest": "2020-10-25", "latest": "2026-10-26"}),
    ],
    ids=["a leap day", "London is a day ahead", "a day of 25 hours"],
)
def test_invoice_date_limits_are_london_dates(now: str, expected: dict[str, str]) -> None:
    assert evaluate(RULES, "it.dateLimits(new Date(argument))", now) == expected


def test_phone_has_the_limits_of_the_portal() -> None:
    assert phone_limits.COPY.read_text("utf-8") == phone_limits.module(), "`make web` writes it anew"
    assert evaluate("limits.ts", "it.limitsOf(null)") == LimitsSchema().dump(LIMITS)


def test_limits_of_the_agency_replace_those_of_the_build() -> None:
    limits = {"descriptionCharacters": 5, "invoiceNumberCharacters": 3, "amountMost": 100, "invoiceYearsBack": 0}
    values = {**GOOD, "invoiceDate": str(TODAY - timedelta(days=1))}
    argument = {"values": values, "agency": {"invoice": {}, "limits": limits}}
    problems = evaluate(RULES, "it.problemsOf(argument.values, null, argument.agency, 'JOB-1')", argument)
    assert [*problems] == ["amount", "description", "invoiceDate"]
    assert problems["description"] == "This is 7 too long: it can have 5 characters."
    assert evaluate("limits.ts", "it.limitsOf({limits: {noteCharacters: 9}}).noteCharacters") == 9


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 KB"), (1_025, "2 KB"), (2_202_010, "2.1 MB"), (LIMITS.document_bytes, DOCUMENT_SIZE)],
)
def test_document_size_is_written_as_the_portal_writes_it(size: int, text: str) -> None:
    assert evaluate("format.ts", "it.size(argument)", size) == text


def agency(**settings: Any) -> Agency:
    return Agency(short_name="acme", name="Acme", api_key="not used here", **settings)


def asked(values: dict[str, str], agency: Agency, job_id: str | None = "JOB-1") -> Any:
    """Return the form's errors for these texts, and the content that it would send."""
    rules = {"invoice": agency.invoice_rules}
    argument = {"values": values, "agency": rules, "jobId": job_id}
    problems = "it.problemsOf(argument.values, null, argument.agency, argument.jobId)"
    return evaluate(
        RULES, f"{{problems: {problems}, content: it.contentOf(argument.values, argument.jobId)}}", argument
    )


def as_typed(values: dict[str, str]) -> dict[str, Any]:
    """Return the content that would be sent without any check."""

    def number(text: str) -> Any:
        try:
            return json.loads(text, parse_float=Decimal)
        except ValueError:
            return text

    argument = {"jobId": "JOB-1", **{name: text for name, text in values.items() if text != ""}}
    return {name: number(text) if name in ("amount", "vat") else text for name, text in argument.items()}


def refused(content: dict[str, Any], agency: Agency) -> list[str]:
    """Return the fields that the portal would refuse."""
    try:
        loaded = NewInvoiceSchema().load(json.loads(json.dumps(content, default=float), parse_float=Decimal))
    except ValidationError as error:
        return sorted(error.normalized_messages())
    return [str(fault.path[0]) for fault in rule_faults(agency, TODAY, loaded)]

"""Amounts in and out: exact to the penny, and only real amounts."""

import json
import math
import re
from fractions import Fraction

from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st
from marshmallow import ValidationError

from app.agentos import responses
from app.api.fields import PoundsSent
from app.domain.limits import LIMITS
from app.financial.schemas import StatementSchema
from tests.agentos.kinds import read
from tests.payloads import statement_row
from tests.portal_server import PortalServer
from tests.properties.examples import ANOTHER, ANY_TEXT, fresh_log, over_http

URL = "/api/contractor/invoices"
BODY = '{"jobId": "JOB-1", "description": "Works", "invoiceDate": "2026-11-25", "invoiceNumber": "A-7", %s}'
JSON_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"
NUMBERS = (
    st.from_regex(r"-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,3}0{0,3})?([eE][-+]?[0-9]{1,2})?", fullmatch=True)
    | st.integers(-10, 10**8 + 10).map(lambda pence: f"{pence / 100:.2f}")
    | st.sampled_from(("0", "0.01", "1.00", "1.01", "100e-2", "101e-2"))  # close enough for VAT to exceed the amount
    | st.sampled_from(("1e2", "1.50", "1.500", "1.005", "1e400", "-1e-400", "1" * 5_000, "0." + "0" * 5_000 + "1"))
)
"""JSON numbers: whole pence or not, with exponents, far too large or too small."""
OTHERS = st.sampled_from(
    ("+1", "01", "1.", ".5", "0x1", "1_0", "1,5", "NaN", "-Infinity", "true", "[]", "{}", "null", '"1"', "１")
)  # fmt: skip
"""Values that are not JSON numbers."""


def whole_pence(number: str) -> Fraction | None:
    """Return the value of a number with at most two decimals, else None. Very long numbers have more here."""
    if len(number) > 1_000:
        return None
    value = Fraction(number)
    return value if (value * 100).denominator == 1 else None


@over_http
@given(amount=NUMBERS | OTHERS, vat=st.none() | NUMBERS | OTHERS)
@example(amount="1e2", vat="-0.0")
@example(amount="1000000", vat="1000000.00")
@example(amount="1000000.01", vat=None)
@example(amount="1.00", vat="1.01")
def test_amount_in_whole_pence_arrives_unchanged_and_any_other_is_400(
    portal_server: PortalServer, client: FlaskClient, amount: str, vat: str | None
) -> None:
    fresh_log(portal_server)
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", [])
    fields = f'"amount": {amount}' + ("" if vat is None else f', "vat": {vat}')
    data = (BODY % fields).encode()
    answer = client.post(URL, data=data, content_type="application/json", headers=ANOTHER)
    pounds, tax = (whole_pence(text) if text and re.fullmatch(JSON_NUMBER, text) else None for text in (amount, vat))
    no_tax = vat in (None, "null")
    if pounds is not None and 0 < pounds <= 10**6 and (no_tax or (tax is not None and 0 <= tax <= pounds)):
        assert answer.status_code == 201, answer.text
        expected = (float(pounds), None if no_tax else float(tax or 0))
        assert (answer.json["amount"], answer.json["vat"]) == expected
        assert "-0" not in answer.text.split('"description"')[0].split('"amount"')[1]
        [sent] = [call for call in portal_server.simulator.writes() if call["path"].endswith("/invoice/submit")]
        assert (sent["body"]["Amount"], sent["body"].get("VAT")) == expected
    else:
        assert (answer.status_code, list(answer.json)) == (400, ["error"]), answer.text
        assert portal_server.simulator.calls() == []


@given(text=NUMBERS | OTHERS | ANY_TEXT | st.text("0123456789.eE+- ", max_size=8))
def test_form_amount_is_accepted_only_in_json_number_format(text: str) -> None:
    """Spaces around it and leading zeros are accepted as well, because people type them."""
    try:
        pounds = PoundsSent(from_text=True, or_zero=True).deserialize(text)
    except ValidationError:
        return
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?", text.strip())
    assert Fraction(pounds) == whole_pence(text.strip())


@given(
    st.floats(-1e15, 1e15, allow_nan=False)
    | st.integers(-(10**12), 10**12).map(lambda mills: mills / 1000)
    | st.integers(-(10**15), 10**15)
)
@example(0.1 + 0.2)
@example(1.005)
@example(-0.0)
@example(-0.004)
@example(-0.005)
def test_upstream_double_is_shown_rounded_half_up(amount: float) -> None:
    shown = json.dumps(StatementSchema().dump(read(responses.STATEMENT, statement_row(Amount=amount)))["amount"])
    exact = Fraction(repr(amount))
    pence = math.floor(abs(exact) * 100 + Fraction(1, 2)) * (-1 if exact < 0 else 1)
    assert float(shown) == float(Fraction(pence, 100))
    assert shown != "-0.0"


@given(st.integers(-(10**11) + 1, 10**11 - 1))
def test_amount_in_pence_is_unchanged_in_both_directions(pence: int) -> None:
    text = f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02}"
    assert StatementSchema().dump(read(responses.STATEMENT, statement_row(Amount=text)))["amount"] == float(text)
    if 0 < pence <= LIMITS.amount_most * 100:
        assert Fraction(PoundsSent(from_text=True).deserialize(text)) * 100 == pence

"""Refusals of submissions that were promised, or of which people were told that they may have arrived (page 4)."""

from typing import Any

import pytest

from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import WRITES, fault, prove, sent, standing
from tests.submissions.turns import later, settle, told


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("status", [400, 404, 405, 422])
def test_temporary_refusal_loses_no_promised_submission(sender: Sender, kind: str, status: int) -> None:
    prove(sender, kind)
    answer = refused(sender, kind, status)
    assert answer.json["message"] == "Acme Lettings's system refused this; we try again until 09:30."
    sender.portal_server.simulator.control("DELETE", "faults")
    settle(sender.portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert standing(sender, kind) == 1


@pytest.mark.parametrize("kind", WRITES)
def test_lasting_refusal_is_final_after_three_in_half_an_hour(sender: Sender, kind: str) -> None:
    prove(sender, kind)
    answer = refused(sender, kind, 400)
    later(sender.portal_server, turns=25, seconds=60)
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    assert sent(sender) == 2
    sender.portal_server.refresh()
    later(sender.portal_server, turns=12, seconds=60)
    ended = sender.submission(answer)
    assert ended["state"] == "rejected"
    assert "Acme Lettings's system did not accept" in ended["message"]
    assert sent(sender) == 3


def test_rejection_of_what_may_have_arrived_is_mailed(sender: Sender) -> None:
    """Nobody was promised anything; but its sender was told that the portal would find out."""
    portal_server = sender.portal_server
    prove(sender, "note")
    fault(sender, "note", times=1, status=502, effect=False)
    fault(sender, "note", status=422, effect=False)
    answer = sender.note()
    assert answer.headers["Submission-State"] == "unconfirmed"
    later(portal_server, turns=30, seconds=60)
    portal_server.refresh()
    later(portal_server, turns=12, seconds=60)
    assert (sender.submission(answer)["state"], told(portal_server)) == ("rejected", ["rejected"])


def test_refusals_count_from_a_reboot_on(sender: Sender) -> None:
    """Nobody knows how long the machine was down: SQLite's rows have times of its boot clock."""
    portal_server = sender.portal_server
    prove(sender, "note")
    answer = refused(sender, "note", 400)
    portal_server.clock.reboot("second boot")  # type: ignore[attr-defined]
    again = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
    later(again, turns=25, seconds=60)
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    again.refresh()
    later(again, turns=20, seconds=60)
    assert sender.submission(answer)["state"] == "rejected"


def refused(sender: Sender, kind: str, status: int) -> Any:
    """The answer to a submission that may be answered later, and is refused."""
    options = {"Prefer": "respond-async"}
    writes = {
        "note": lambda: sender.note(**options),
        "completion": lambda: sender.complete(True, **options),
        "invoice": lambda: sender.invoice(options),
    }
    fault(sender, kind, status=status, effect=False)
    answer = writes[kind]()
    assert answer.status_code == 202, answer.text
    return answer

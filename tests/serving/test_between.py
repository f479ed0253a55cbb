"""What changes between the door and the answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.preparing import Preparer
from app.store.tables import answers
from tests.house import House
from tests.serving.conftest import Looker
from tests.serving.test_outdated import changed


def meanwhile(looker: Looker, happens: Callable[[], Any]) -> pytest.MonkeyPatch:
    """Let something happen once, after who looks was let in and before what they look at is worked out."""
    patch, held = pytest.MonkeyPatch(), looker.house.portal.answers
    begin = held.begin

    def begun(key: Any) -> int:
        patch.undo()
        happens()
        return begin(key)

    patch.setattr(held, "begin", begun)
    return patch


@pytest.mark.parametrize("who", ["a look", "the worker"])
def test_an_account_that_changes_as_somebody_is_let_in_is_not_kept_as_it_was(looker: Looker, who: str) -> None:
    house = looker.house
    with house.portal.database.write() as connection:
        connection.execute(answers.delete())
    moved = lambda: changed(house, "acme/contractors/CON-1001", LandPhone="01632 960999")  # noqa: E731
    if who == "a look":
        meanwhile(looker, moved)
        looker.get("account")
    else:
        looker.get("account")
        changed(house, "acme/contractors/CON-1001", LandPhone="01632 960998")
        meanwhile(looker, moved)
        while Preparer(house.app, house.config.agencies["acme"]).step():
            pass
    assert looker.get("account").json["phone"] == "01632 960999"


def test_who_stands_at_an_agency_that_is_no_more_signs_in_again(
    looker: Looker, build: Callable[..., House], tmp_path: Path
) -> None:
    """Whichever of their other accounts they name, as on the long way."""
    for _ in range(3):
        assert looker.get("account", Portal_Account="harbour/CON-5001").status_code == 200
    example = Path("agencies.example.toml").read_text("utf-8")
    agencies = tmp_path / "agencies.toml"
    start, end = example.index("[agencies.acme]"), example.index("[agencies.harbour]")
    agencies.write_text(example[:start] + example[end:])
    left = build(AGENCIES_FILE=agencies).app.test_client()
    left.set_cookie("portal_session", looker.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    for path in ("account", "agency"):
        answer = left.get(f"/api/contractor/{path}", headers={"Portal-Account": "harbour/CON-5001"})
        assert answer.status_code == 401, path

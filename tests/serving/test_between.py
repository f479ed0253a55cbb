"""What changes between the door and the answer."""

from collections.abc import Callable
from typing import Any

import pytest

from app.preparing import Preparer
from app.store.tables import answers
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

"""Operations one after the other, along the links of the description: an answer's ids go into the next call."""

from typing import Any

from hypothesis import settings
from schemathesis import Case, Response

from tests.fuzz.described import described
from tests.fuzz.visitor import Visitor

STEPS = 12


def test_every_walk_keeps_what_is_described(visitor: Visitor) -> None:
    portal = described()
    portal.app.app = visitor.house.app

    class Walk(portal.as_state_machine()):  # type: ignore[misc]
        def before_call(self, case: Case) -> None:
            visitor.prepare(case)

        def after_call(self, response: Response, case: Case) -> None:
            super().after_call(response, case)
            visitor.remember(case, response)

        def validate_response(self, response: Response, case: Case, *_: Any, **kwargs: Any) -> None:
            visitor.check(case, response, recorder=self.recorder)

    ours = portal.config.get_hypothesis_settings()
    Walk.run(settings=settings(ours, derandomize=settings.default.derandomize, stateful_step_count=STEPS))
    assert visitor.served >= {"signIn", "listJobs", "getJob", "completeJob", "addNote", "signOut"}

"""Sequences of operations along the links of the description: ids of a response are used in the next request."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from schemathesis import Case, Response

from tests.fuzz.description import load_description
from tests.fuzz.fuzz_client import FuzzClient

STEPS = 12
MOST = 250
"""The maximum number of walks. Each has new data, which takes a while to make."""


def test_every_sequence_of_operations_complies_with_description(make_fuzz_client: Callable[[], FuzzClient]) -> None:
    portal = load_description()
    served: set[str] = set()

    class Walk(portal.as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            """Start with new data. Hypothesis can repeat a walk only if it does not depend on earlier walks."""
            self.visitor = make_fuzz_client()
            portal.app.app = self.visitor.portal_server.app
            super().setup()

        def teardown(self) -> None:
            served.update(self.visitor.served)
            self.visitor.portal_server.services.database.dispose()
            super().teardown()

        def before_call(self, case: Case) -> None:
            self.visitor.prepare(case)

        def after_call(self, response: Response, case: Case) -> None:
            super().after_call(response, case)
            self.visitor.remember(case, response)

        def validate_response(self, response: Response, case: Case, *_: Any, **kwargs: Any) -> None:
            self.visitor.check(case, response, recorder=self.recorder)

    ours = portal.config.get_hypothesis_settings()
    # Of 45 walks, two signed out. With 90, each operation named below succeeds, whichever modules hypothesis has read.
    most = min(ours.max_examples * 6, MOST)
    chosen = settings(ours, derandomize=settings.default.derandomize, stateful_step_count=STEPS, max_examples=most)
    Walk.run(settings=chosen)
    assert served >= {"signIn", "listJobs", "getJob", "completeJob", "addNote", "signOut", "addPasskey"}

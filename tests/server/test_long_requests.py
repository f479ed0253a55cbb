"""The turns of long requests: two begin within a second, one of each owner, in the order of their arrival."""

from app.server.long_requests import BEGIN_S, LongRequests


def test_owners_take_turns_in_order_of_arrival() -> None:
    requests = LongRequests()
    for conn, owner in (("a1", "A"), ("a2", "A"), ("b1", "B"), ("c1", "C")):
        requests.add(conn, owner)
    assert requests.begin(0.0) == ["a1", "b1"]
    assert [requests.has_begun(conn) for conn in ("a1", "a2", "b1", "c1")] == [True, False, True, False]
    assert requests.begin(0.1) == []
    requests.end("b1")
    assert requests.begin(0.2) == ["c1"], "A has a turn already"
    requests.end("a1")
    assert requests.begin(0.3) == ["a2"]


def test_request_that_waits_for_agentos_delays_others_by_a_second_at_most() -> None:
    requests = LongRequests()
    requests.add("first", "A")
    requests.add("second", "A")
    assert requests.begin(0.0) == ["first"]
    assert requests.begin(BEGIN_S - 0.01) == []
    assert requests.begin(BEGIN_S) == ["second"]
    requests.end("first")
    requests.end("second")
    assert requests.begin(2 * BEGIN_S) == []

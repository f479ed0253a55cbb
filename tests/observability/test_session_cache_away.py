"""The cache of sessions is away: each request succeeds, and the log stays short."""

import time
from collections.abc import Callable

from app.observability import logging
from tests.contract.api_calls import error_sentence
from tests.log_lines import Lines
from tests.portal_server import PortalServer

REQUESTS = 20


def test_redis_that_is_away_causes_one_line_a_second_without_a_trace(
    portal_server: PortalServer, build: Callable[..., PortalServer], lines: Lines
) -> None:
    client = build(SESSION_TYPE="redis", REDIS_URL="redis://127.0.0.1:1/0").app.test_client()
    logging.configure("DEBUG", readable=False)
    lines()
    began = time.monotonic()
    for number in range(REQUESTS):
        client.set_cookie("portal_session", f"unknown {number}")
        assert error_sentence(client.get("/api/session"), 401) == "Please sign in."
    seconds = time.monotonic() - began
    entries = [line for line in lines() if line["event"] != "request"]
    assert {line["event"] for line in entries} == {"session_cache_away"}
    assert {line["error"] for line in entries} == {"redis.exceptions.ConnectionError"}
    assert 1 <= len(entries) <= 1 + seconds
    assert not any("trace" in line for line in entries)

"""nginx as shipped while no host answers, and requests that it refuses itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from app.api.error_responses import SENTENCES
from tests.end_to_end.processes import wait_until
from tests.production.nginx import Nginx, free_port

pytestmark = pytest.mark.processes

TOKEN = "eyJzIjoiYSJ9.the-token-of-a-review"


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[Nginx]:
    """Return nginx in front of a host that is away."""
    nginx = Nginx(tmp_path, [f"127.0.0.1:{free_port()}"])
    try:
        wait_until("nginx", lambda: responds(nginx))
        yield nginx
    finally:
        nginx.end()


def responds(nginx: Nginx) -> bool:
    try:
        get(nginx, "/")
    except requests.ConnectionError:
        return False
    return True


def get(nginx: Nginx, path: str) -> requests.Response:
    return requests.get(nginx.url + path, verify=str(nginx.certificate), timeout=10)


def test_answer_without_a_host_says_when_to_try_again(nginx: Nginx) -> None:
    answer = get(nginx, "/api/session")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["error"]


def test_body_that_is_too_long_gets_the_sentence_of_the_portal(nginx: Nginx) -> None:
    answer = requests.post(nginx.url, data=bytes(17 << 20), verify=str(nginx.certificate), timeout=30)
    assert (answer.status_code, answer.json()) == (413, {"error": SENTENCES[413]})


def test_logs_have_no_token_of_a_review_and_no_query(nginx: Nginx) -> None:
    get(nginx, f"/review/{TOKEN}")
    get(nginx, "/api/session/oidc/callback?code=a-secret-code")
    log = wait_until("the lines", lambda: "oidc/callback" in read(nginx, "portal.log") and read(nginx, "portal.log"))
    assert "GET /review/..." in log
    for text in (log, read(nginx, "error.log")):
        assert TOKEN not in text
        assert "a-secret-code" not in text


def read(nginx: Nginx, name: str) -> str:
    return (nginx.folder / name).read_text("utf-8")

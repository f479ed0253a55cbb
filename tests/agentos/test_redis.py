"""A portal that counts in Redis: where its calls are counted, and what it does without."""

from collections.abc import Callable

from redis import Redis
from sqlalchemy import func, select

from app.store.tables import slots
from tests.contract.visits import NOTE, everything, open_job, sentence
from tests.house import House


def test_calls_are_counted_in_redis_and_not_in_the_database(
    house: House, build: Callable[..., House], redis_url: str
) -> None:
    with house.portal.database.read() as connection:
        before = connection.scalar(select(func.count()).select_from(slots))
    portal = build(REDIS_URL=redis_url)
    client = portal.sign_in()
    assert NOTE.send(client, open_job(client)).status_code == 201
    with house.portal.database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(slots)) == before
    with Redis.from_url(redis_url) as redis:
        keys = {bytes(key) for key in redis.keys("*")}
        assert sum(redis.zcard(key) for key in keys if key.endswith(b":people")) == 2, "the job read, the note sent"
    assert not any(agency.api_key.encode() in b" ".join(keys) for agency in portal.config.agencies.values())


def test_without_its_redis_reads_go_on_and_nothing_is_sent(house: House, build: Callable[..., House]) -> None:
    client = house.sign_in()
    job_id = open_job(client)
    before = everything(client, job_id)
    portal = build(REDIS_URL="redis://127.0.0.1:1/0")
    client = portal.sign_in()
    house.simulator.control("DELETE", "calls")
    assert "Nothing was sent" in sentence(NOTE.send(client, job_id), 500)
    assert portal.simulator.calls() == []
    portal.tomorrow(61)
    portal.refresh(5)
    assert everything(client, job_id) == before

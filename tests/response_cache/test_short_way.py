"""Prepared answers leave as the views would have answered, byte for byte, and to nobody else."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from app.store.tables import answers, collections, emails, sign_ins
from tests.portal_server import PortalServer
from tests.response_cache.conftest import API, PATHS, Looker

on_each = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
"""The one statement is written for each database in its own words."""


@on_each
def test_the_short_way_gives_what_the_view_gives(looker: Looker) -> None:
    short = {path: looker.short(path) for path in PATHS}
    with looker.portal_server.services.database.write() as connection:
        connection.execute(answers.delete())
    for path, answer in short.items():
        with looker.ways() as taken:
            view = looker.get(path)
        assert len(taken) == 1
        assert (answer.status, answer.data) == (view.status, view.data)
        headers = ({**one.headers, "Vary": set(one.vary), "X-Request-ID": ""} for one in (answer, view))
        assert next(headers) == next(headers)
        head = looker.client.head(f"{API}/{path}")
        assert (head.data, head.headers["Content-Length"]) == (b"", str(len(answer.data)))


def test_304_for_who_has_it(looker: Looker) -> None:
    for path in PATHS:
        whole = looker.short(path)
        tag = whole.headers["ETag"]
        for held in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
            again = looker.short(path, If_None_Match=held)
            assert (again.status_code, again.data) == (304, b"")
            assert again.headers["ETag"] == tag
            assert again.headers["Last-Modified"] == whole.headers["Last-Modified"]
            assert "Content-Type" not in again.headers
        assert looker.short(path, If_None_Match='W/"other"').data == whole.data


def test_who_holds_the_bytes_as_stale_ones_gets_the_fresh_ones(looker: Looker) -> None:
    fresh = looker.short("jobs").headers["ETag"]
    assert looker.short("jobs", If_None_Match=f'{fresh[:-1]}-stale"').status_code == 200
    looker.portal_server.simulator.fault(path="/jobs/BR-", status=500)
    looker.portal_server.tomorrow(61)
    looker.portal_server.refresh()
    looker.everything()
    stale = looker.short("jobs").headers["ETag"]
    assert stale.endswith('-stale"')
    answer = looker.short("jobs", If_None_Match=stale.replace("-stale", ""))
    assert (answer.status_code, answer.json["stale"], answer.headers["ETag"]) == (200, True, stale)
    assert looker.short("jobs", If_None_Match=stale).status_code == 304


def test_gzipped_for_who_takes_it_where_it_is_worth_it(looker: Looker) -> None:
    zipped = set()
    for path in PATHS:
        plain = looker.short(path)
        for accepted in ("gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.5", "*", "GZIP"):
            answer = looker.short(path, Accept_Encoding=accepted)
            assert answer.headers["Content-Length"] == str(len(answer.data))
            assert answer.headers["ETag"] == plain.headers["ETag"]
            if answer.headers.get("Content-Encoding") == "gzip":
                zipped.add(path)
                assert gzip.decompress(answer.data) == plain.data, "one whole member, with its check"
                assert len(answer.data) < len(plain.data)
            else:
                assert (answer.data, len(plain.data) < 1_200) == (plain.data, True)
        for accepted in ("", "identity", "gzip;q=0", "br", "*;q=0"):
            assert "Content-Encoding" not in looker.short(path, Accept_Encoding=accepted).headers
    assert "jobs" in zipped
    assert zipped < set(PATHS)


def test_portal_account_chooses_on_the_short_way_too(looker: Looker) -> None:
    ours = looker.short("account").json
    for _ in range(2):
        theirs = looker.get("account", Portal_Account="harbour/CON-5001")
        assert theirs.json["agency"]["shortName"] == "harbour"
    looker.short("account", Portal_Account="harbour/CON-5001")
    assert looker.short("account").json == ours
    assert looker.get("account", Portal_Account="acme/CON-1002").status_code == 409


def test_somebody_elses_answer_is_never_theirs(looker: Looker, signed_in: Callable[[str], Looker]) -> None:
    other = signed_in("sam@obrien.example")
    theirs = other.everything()
    assert all(b"CON-1001" not in body for body in theirs.values())
    assert other.get("jobs", Portal_Account="acme/CON-1001").status_code == 409


@on_each
@pytest.mark.parametrize("gone", ["signed out", "revoked", "idle", "old", "no address", "another generation"])
def test_who_may_not_look_any_more_gets_nothing(looker: Looker, gone: str) -> None:
    portal = looker.portal_server.services
    looker.short("jobs")
    if gone == "signed out":
        cookie = looker.client.get_cookie("portal_session")
        looker.client.delete("/api/session")
        looker.client.set_cookie("portal_session", cookie.value)  # type: ignore[union-attr]
    elif gone == "idle":
        looker.portal_server.tomorrow(73 * 3_600)
    else:
        change = {
            "revoked": update(sign_ins).values(revoked_at="2026-11-25T09:00:00.000000+00:00"),
            "old": update(sign_ins).values(created_at="2026-11-01T09:00:00.000000+00:00"),
            "no address": emails.delete().where(emails.c.contractor_id == "CON-1001"),
            "another generation": update(collections).values(generation=99).where(collections.c.kind == "contractor"),
        }[gone]
        with portal.database.write() as connection:
            connection.execute(change)
    assert [looker.get(path).status_code for path in PATHS] == [401] * len(PATHS)


def test_the_sessions_own_account_must_stand_whichever_is_asked_for(looker: Looker) -> None:
    for _ in range(3):
        assert looker.get("account", Portal_Account="harbour/CON-5001").status_code == 200
    with looker.portal_server.services.database.write() as connection:
        connection.execute(emails.delete().where(emails.c.contractor_id == "CON-1001"))
    assert looker.get("account", Portal_Account="harbour/CON-5001").status_code == 401


def test_an_archived_contractor_is_out_with_the_refresh_that_says_so(looker: Looker) -> None:
    looker.portal_server.simulator.change("acme/contractors/CON-1001", IsArchived=True)
    looker.portal_server.tomorrow(3_601)
    looker.portal_server.refresh()
    assert looker.get("jobs").status_code == 401


def test_a_visit_on_the_short_way_is_noted(looker: Looker) -> None:
    for _ in range(3):
        looker.portal_server.tomorrow(40 * 3_600)
        looker.get("jobs")
        assert looker.short("jobs").status_code == 200, "seen within the 72 hours, though by no view"


def test_the_sessions_file_is_read_once(looker: Looker) -> None:
    [file] = Path(looker.portal_server.config.session_file_dir).iterdir()
    file.unlink()
    assert looker.short("jobs").status_code == 200
    assert looker.get("agency").status_code == 200


def test_signing_out_elsewhere_ends_what_this_process_remembers(
    looker: Looker, build: Callable[..., PortalServer]
) -> None:
    other = build().app.test_client()
    other.set_cookie("portal_session", looker.client.get_cookie("portal_session").value)  # type: ignore[union-attr]
    assert other.delete("/api/session").status_code == 204
    assert looker.get("jobs").status_code == 401

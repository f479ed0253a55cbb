"""The one statement from a sign-in to the answer its account asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, case, exists, func, literal_column, null, select

from app.mirror.kinds import Kind
from app.mirror.mirror import CollectionState
from app.mirror.rows import visible
from app.store.tables import answers, collections, emails, sign_ins, sources
from app.store.timestamps import from_optional_text


@cache
def look_of(*, gzipped: bool) -> Select[Any]:
    """The statement of `Answers.find`."""
    whole = func.coalesce(answers.c.gzipped, answers.c.body) if gzipped else answers.c.body
    return (
        select(
            answers.c.agency,
            answers.c.contractor_id,
            answers.c.kind,
            sign_ins.c.agency,
            sign_ins.c.seen_at,
            answers.c.recipe,
            answers.c.good_until,
            answers.c.dated,
            answers.c.etag,
            answers.c.crc,
            answers.c.size,
            _states(),
            answers.c.gzipped.is_not(None) if gzipped else literal_column("0"),
            case((answers.c.etag == _given("held"), null()), else_=whole),
        )
        .select_from(
            sign_ins.join(
                answers,
                and_(
                    answers.c.agency == func.coalesce(_given("agency"), sign_ins.c.agency),
                    answers.c.contractor_id == func.coalesce(_given("contractor_id"), sign_ins.c.contractor_id),
                    answers.c.kind == _given("kind"),
                ),
            )
        )
        .where(
            sign_ins.c.id == _given("id"),
            sign_ins.c.revoked_at.is_(None),
            sign_ins.c.created_at > _given("begun_after"),
            sign_ins.c.seen_at > _given("seen_after"),
            answers.c.good_until != literal_column("''"),
            _theirs(sign_ins),
            _theirs(answers),
        )
    )


def _given(name: str) -> Any:
    """A parameter of the statement."""
    return bindparam(name, None, String)


def _theirs(named: Any) -> Any:
    """Whether the account that a row names is the signed-in person's; archived contractors have no addresses there."""
    return exists().where(
        emails.c.email == sign_ins.c.email,
        visible(emails, Kind.CONTRACTOR),
        emails.c.agency == named.c.agency,
        emails.c.contractor_id == named.c.contractor_id,
    )


def _states() -> Any:
    """The states of all that the answer is made of, as one text that `read_states` reads."""
    comma, nothing = literal_column("','", String), literal_column("''", String)
    text = sources.c.kind + comma + case((sources.c.judged, literal_column("'judged'")), else_=nothing)
    for column in (collections.c.read_at, collections.c.failed_at, collections.c.asked_at):
        text = text + comma + func.coalesce(column, nothing)
    return (
        select(func.aggregate_strings(text, ";"))
        .select_from(
            sources.join(
                collections,
                and_(
                    collections.c.agency == sources.c.agency,
                    collections.c.kind == sources.c.kind,
                    collections.c.scope == sources.c.scope,
                ),
            )
        )
        .where(
            sources.c.agency == answers.c.agency,
            sources.c.contractor_id == answers.c.contractor_id,
            sources.c.answer == answers.c.kind,
        )
        .scalar_subquery()
    )


def read_states(text: str) -> list[tuple[Kind, bool, CollectionState]]:
    """The kind of each collection, whether the answer is judged by it, and its state."""
    found = []
    for one in filter(None, text.split(";")):
        kind, judged, *moments = one.split(",")
        found.append((Kind(kind), bool(judged), CollectionState(*map(from_optional_text, moments))))
    return found

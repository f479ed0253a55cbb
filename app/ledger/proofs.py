"""Proofs that the portal recognises its own submissions in AgentOS (page 4 of the specification, section 3)."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, bindparam, select

from app.domain.recognition import Proof
from app.domain.submission import SubmissionKind
from app.ledger.queries import IDS
from app.store.engine import Database, put_row
from app.store.tables import proofs

PROOF = select(proofs).where(proofs.c.agency == bindparam("agency"), proofs.c.kind == bindparam("kind"))


def proof_of(connection: Connection, agency: str, kind: SubmissionKind) -> Proof:
    """Return the proof for an agency's submissions of a kind, which is empty if there was none."""
    row = connection.execute(PROOF, {"agency": agency, "kind": kind}).one_or_none()
    if row is None:
        return Proof()
    return Proof(proven_at=row.proven_at, kept=frozenset(IDS.decode(row.kept)), lag_s=row.lag_s, misses=row.misses)


def put_proof(connection: Connection, agency: str, kind: SubmissionKind, proof: Proof) -> None:
    """Store a proof."""
    kept = msgspec.json.encode(sorted(proof.kept))
    values = {"proven_at": proof.proven_at, "kept": kept, "lag_s": proof.lag_s, "misses": proof.misses}
    put_row(connection, proofs, {"agency": agency, "kind": kind}, values)


def unproven_kinds(database: Database, agency: str) -> list[SubmissionKind]:
    """Return the kinds whose last submission the portal did not recognise in AgentOS. People must check these."""
    of_agency = (proofs.c.agency == agency, proofs.c.proven_at.is_(None))
    with database.read() as connection:
        kinds = connection.scalars(select(proofs.c.kind).where(*of_agency).order_by(proofs.c.kind))
        return [SubmissionKind(kind) for kind in kinds]

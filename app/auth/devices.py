"""The devices on which a person has signed in before."""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, or_, select

from app.domain.client import Client
from app.store.engine import Database, upsert
from app.store.tables import known_devices, sessions

DEVICE = "device "
"""The beginning of an origin that is a known device."""
NETWORK = "network "
"""The beginning of an origin that is a network."""


def network(client: Client) -> str:
    """Return the origin of a request that names no address: the client's network."""
    return f"{NETWORK}{client.network}"


def is_device(origin: str) -> bool:
    """Return whether an origin is a known device."""
    return origin.startswith(DEVICE)


def is_known(connection: Connection, email: str | None, device: str | None) -> bool:
    """Return whether the person with this address has signed in on this device. `device`: the hash of its cookie."""
    row = exists().where(known_devices.c.email == email, known_devices.c.device == device)
    return bool(connection.scalar(select(row)))


def is_known_to_anybody(database: Database, device: str) -> bool:
    """Return whether any person has signed in on this device. `device`: the hash of its cookie."""
    with database.read() as connection:
        return bool(connection.scalar(select(exists().where(known_devices.c.device == device))))


def is_new(connection: Connection, email: str, device: str) -> bool:
    """Return whether the person with this address has signed in before, but this device is not known.

    The very first device of a person is not new, because there is nothing to compare it with. Call this before the
    sign-in is stored. Ended sessions count, because their devices may be forgotten. They are kept for
    `app.auth.cleanup.ENDED_KEPT`.
    """
    has_devices = exists().where(known_devices.c.email == email)
    has_signed_in = exists().where(sessions.c.email == email)
    return bool(connection.scalar(select(or_(has_devices, has_signed_in)))) and not is_known(connection, email, device)


def remember(connection: Connection, email: str, device: str, now: str) -> None:
    """Record a sign-in of this person on this device."""
    row = upsert(connection.dialect.name, known_devices).values(email=email, device=device, created_at=now, seen_at=now)
    connection.execute(row.on_conflict_do_update(index_elements=["email", "device"], set_={"seen_at": now}))


def forget_device(connection: Connection, email: str, device: str) -> None:
    """Delete a device of a person. `device`: the hash of its cookie."""
    connection.execute(delete(known_devices).where(known_devices.c.email == email, known_devices.c.device == device))


def forget_other_devices(connection: Connection, email: str, device: str | None) -> None:
    """Delete all devices of a person except `device`. None: delete all."""
    connection.execute(delete(known_devices).where(known_devices.c.email == email, known_devices.c.device != device))

"""People for a demo's sign-in, and the feature that each person shows."""

from __future__ import annotations

from typing import Any

from simulator.world import World

# e-mail, what it shows, (agency, contractor) of each record that carries it
PEOPLE: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "office@harper.example",
        "Works for both agencies, with jobs of every state, statements and invoices",
        (("acme", "CON-1001"), ("harbour", "CON-5001")),
    ),
    (
        "sam@obrien.example",
        "One person with two contractor records in one agency, an apostrophe in both names",
        (("acme", "CON-1003"), ("acme", "CON-1004")),
    ),
    (
        "accounts@evans.example",
        "The second of two addresses in one e-mail field (acme), and in capitals (harbour)",
        (("acme", "CON-1002"), ("harbour", "CON-5004")),
    ),
    (
        "bare@bare.example",
        "AgentOS holds nothing but an id and an e-mail address",
        (("acme", "CON-1006"),),
    ),
    ("llyr.gwyn@gwyn.example", "A Welsh name (Llŷr Gwyn) and no company", (("acme", "CON-1007"),)),
    ("hello@bold.example", "Markup and emoji in the company's name and address", (("acme", "CON-1008"),)),
    (
        "quay@quayside.example",
        "A statement that is pending and historical at once; jobs whose list rows lack notes",
        (("harbour", "CON-5002"),),
    ),
    ("old@oldfield.example", "Archived: can NOT sign in", (("acme", "CON-1005"),)),
)


def people(world: World) -> list[dict[str, Any]]:
    """Return the demo's people who exist in this world (a small world may lack some)."""
    shown = []
    for email, what, records in PEOPLE:
        agencies = [agency for agency, oid in records if oid in world.agencies[agency].tables["contractors"].records]
        if agencies:
            shown.append({"email": email, "what": what, "agencies": list(dict.fromkeys(agencies))})
    return shown

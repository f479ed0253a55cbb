"""The vocabulary of the data. Telephone numbers are from Ofcom's ranges for drama, e-mail is `.example`."""

from __future__ import annotations

FORENAMES = (
    "Aisha", "Alan", "Bethan", "Callum", "Carys", "Chloe", "Dafydd", "Dev", "Ella", "Farah", "Gareth", "Grace",
    "Hamza", "Harriet", "Imran", "Isla", "Jack", "Jasmine", "Kieran", "Leah", "Marcus", "Megan", "Niamh", "Oliver",
    "Priya", "Rhys", "Ruth", "Samuel", "Siân", "Tom", "Wojciech", "Zoë",
)  # fmt: skip
SURNAMES = (
    "Ahmed", "Barnes", "Begum", "Carter", "Clarke", "Davies", "Ellis", "Fletcher", "Green", "Hughes", "Iqbal", "Jones",
    "Kaur", "Lewis", "Morgan", "Murphy", "Nowak", "O'Connor", "Patel", "Price", "Reid", "Roberts", "Shaw", "Singh",
    "Taylor", "Thomas", "Turner", "Walker", "Ward", "Whitaker", "Wilson", "Wright",
)  # fmt: skip
STREETS = (
    "Mill Lane", "Canal Street", "Station Road", "Victoria Terrace", "Church Street", "Beech Grove", "Albert Road",
    "Park View", "Chapel Lane", "Harbour Parade", "Kirkgate", "Moorland Avenue", "The Crescent", "Northgate",
    "St Mary's Close", "Wharf Road",
)  # fmt: skip
COMPANY_ENDS = ("Ltd", "Limited", "& Sons", "& Daughters", "Services", "Group", "(Northern) Ltd")

# trade, its word in a company's name, and (title, description) of each defect
TROUBLES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Plumbing",
        "Plumbing",
        (
            ("No hot water", "Boiler shows E119 and will not restart."),
            ("Leak under the kitchen sink", "Slow drip from the trap, bowl underneath fills in a day."),
            ("Toilet will not flush", "Handle turns but nothing happens. Only toilet in the flat."),
            ("Radiator cold in the bedroom", "Bled it twice, still cold at the bottom."),
        ),
    ),
    (
        "Electrical",
        "Electrical",
        (
            ("Sockets dead in the kitchen", "Trips again as soon as it is reset."),
            ("Hall light flickers", "New bulb made no difference."),
            ("Smoke alarm chirping", "Mains alarm on the landing, chirps every minute."),
        ),
    ),
    (
        "Roofing",
        "Roofing",
        (
            ("Slipped tiles", "Three tiles in the gutter after the storm."),
            ("Damp patch on the ceiling", "Back bedroom, grows when it rains."),
            ("Gutter overflowing", "Water runs down the front wall."),
        ),
    ),
    (
        "Joinery",
        "Joinery",
        (
            ("Front door sticks", "Has to be kicked to open. Tenant is elderly."),
            ("Kitchen drawer broken", "Runner has come away from the unit."),
        ),
    ),
    (
        "Locks",
        "Locks & Keys",
        (
            ("Lost keys", "Tenant locked out, meeting on site."),
            ("Patio door will not lock", "Handle lifts but the key does not turn."),
        ),
    ),
    (
        "Heating",
        "Gas & Heating",
        (
            ("Annual gas safety check", "Certificate runs out this month."),
            ("Boiler losing pressure", "Topped up every other day."),
        ),
    ),
    (
        "Cleaning",
        "Cleaning",
        (
            ("End of tenancy clean", "Two bedrooms, oven and carpets."),
            ("Fly-tipping in the yard", "Mattress and bags by the bins."),
        ),
    ),
    (
        "Gardening",
        "Grounds",
        (
            ("Hedge over the pavement", "Council letter received."),
            ("Fence panel down", "Two panels and a post, shared with next door."),
        ),
    ),
)
ACCESS = (
    "Key safe at the door",
    "Ring the tenant first",
    "Keys held at the branch",
    "Dog in the house, please knock",
    "Concierge has a set",
)
NOTES = (
    "Part ordered",
    "Attended, needs a second visit",
    "Tenant not in, card left",
    "Quote sent to the office",
    "Landlord has approved the work",
    "Booked for Thursday morning",
    "Photographs to follow",
)


def landline(number: int) -> str:
    """Return one of the 1,000 numbers of 01632 960xxx."""
    return f"01632 960{number % 1000:03}"


def mobile(number: int) -> str:
    """Return one of the 1,000 numbers of 07700 900xxx."""
    return f"07700 900{number % 1000:03}"

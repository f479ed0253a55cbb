"""Branches, staff, tenants, properties and contractors, generated from a seed."""

from __future__ import annotations

import random
from typing import Any

from simulator import words
from simulator.agencies import Profile

Record = dict[str, Any]

TRADES = [(trade, in_name) for trade, in_name, _ in words.TROUBLES]
LOOSE = (  # fields of a contractor that a careless office leaves out, null or empty
    "CompanyName", "Title", "Forename", "Surname", "SecondEMailAddress", "MobilePhone", "LandPhone", "Address2",
    "Postcode", "VATNumber", "ContractorType", "BranchOID", "IsArchived", "InsuranceDueDate", "GlobalReference",
)  # fmt: skip


def postcode(area: str, number: int) -> str:
    """Return a postcode of the area. The same number gives the same postcode."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"{area}{1 + number % 19} {1 + number % 9}{letters[number % 20]}{letters[number // 20 % 20]}"


def branches(profile: Profile, count: int) -> list[Record]:
    """Return branches, one for each town. Further branches repeat the towns, with a number."""
    made = []
    for number in range(1, count + 1):
        town, area = profile.towns[(number - 1) % len(profile.towns)]
        turn = (number - 1) // len(profile.towns)
        name = town if turn == 0 else f"{town} {turn + 1}"
        made.append(
            {
                "OID": f"BR-{number}",
                "Name": name,
                "CompanyName": profile.name,
                "Address1": f"{number * 3} {words.STREETS[number % len(words.STREETS)]}",
                "Address2": town,
                "Address3": None,
                "Address4": None,
                "Postcode": postcode(area, number),
                "EMailAddress": f"{name.lower().replace(' ', '')}@{profile.domain}",
                "LandPhone": words.landline(500 + number),
                "WebAddress": f"https://www.{profile.domain}",
            }
        )
    return made


def staff(profile: Profile, rng: random.Random, branch_oids: list[str]) -> list[Record]:
    """Return two people for each branch. Every fifth person is not enabled."""
    made = []
    for number in range(1, 2 * len(branch_oids) + 1):
        forename, surname = rng.choice(words.FORENAMES), rng.choice(words.SURNAMES)
        made.append(
            {
                "OID": f"ST-{number}",
                "Title": rng.choice(("Mr", "Ms", "Mrs", None)),
                "Forename": forename,
                "Surname": surname,
                "JobTitle": "Property Manager" if number % 2 else "Maintenance Coordinator",
                "ContactEMail": f"staff{number}@{profile.domain}",
                "ContactMobile": words.mobile(600 + number) if number % 4 else None,
                "BranchOID": branch_oids[(number - 1) // 2],
                "IsEnabled": number % 5 != 0,
            }
        )
    return made


def properties(profile: Profile, rng: random.Random, count: int) -> list[Record]:
    """Return houses and flats in the agency's towns."""
    made = []
    for number in range(1, count + 1):
        town, area = rng.choice(profile.towns)
        street = f"{rng.randint(1, 180)} {rng.choice(words.STREETS)}"
        flat = f"Flat {rng.randint(1, 12)}" if rng.random() < 0.4 else None
        made.append(
            {
                "OID": f"PR-{number}",
                "Address1": flat or street,
                "Address2": street if flat else town,
                "Address3": town if flat else None,
                "Address4": None,
                "Postcode": postcode(area, rng.randrange(400)),
                "AccessArrangements": rng.choice(words.ACCESS) if rng.random() < 0.7 else None,
                "ManagedMaintenance": rng.random() < 0.9,
            }
        )
    return made


def tenants(rng: random.Random, count: int) -> list[Record]:
    """Return people who report jobs."""
    made = []
    for number in range(1, count + 1):
        forename, surname = rng.choice(words.FORENAMES), rng.choice(words.SURNAMES)
        made.append(
            {
                "OID": f"TE-{number}",
                "Title": rng.choice(("Mr", "Ms", "Mrs", "Dr", None)),
                "Forename": forename,
                "Surname": surname,
                "EMailAddress": f"tenant{number}@tenants.example" if rng.random() < 0.8 else None,
                "MobilePhone": words.mobile(rng.randrange(1000)),
            }
        )
    return made


def bank(number: int) -> Record:
    """Return fields that must never leave the portal's gateway. Tests search for SECRET and 0.00077 in their values."""
    return {
        "BankAccountNumber": f"SECRET-ACCOUNT-{number}",
        "BankSortCode": f"SECRET-SORT-{number}",
        "IBAN": f"SECRET-IBAN-{number}",
        "NINumber": f"SECRET-NI-{number}",
        "APLNumber": f"SECRET-APL-{number}",
        "CommissionPercent": 12.00077,
    }


def contractor(profile: Profile, rng: random.Random, number: int, branch: Record) -> Record:
    """Return a contractor of a branch. One in five has missing, null or empty fields."""
    forename, surname = rng.choice(words.FORENAMES), rng.choice(words.SURNAMES)
    trade, in_name = rng.choice(TRADES)
    town = branch["Address2"]
    record: Record = {
        "OID": f"CON-{number}",
        "GlobalReference": f"C{number:06}",
        "CompanyName": f"{surname} {in_name} {rng.choice(words.COMPANY_ENDS)}",
        "Title": None,
        "Forename": forename,
        "Surname": surname,
        "EMailAddress": f"office{number}@{profile.short_name}-trades.example",
        "SecondEMailAddress": None,
        "MobilePhone": words.mobile(number),
        "LandPhone": words.landline(number),
        "Address1": f"{rng.randint(1, 90)} {rng.choice(words.STREETS)}",
        "Address2": town,
        "Address3": None,
        "Address4": None,
        "Postcode": postcode(branch["Postcode"][:2], rng.randrange(400)),
        "VATNumber": f"GB{100000000 + number}" if rng.random() < 0.6 else None,
        "ContractorType": trade,
        "BranchOID": branch["OID"],
        "IsArchived": rng.random() < 0.03,
        "InsuranceDueDate": f"20{rng.randint(26, 28)}-{rng.randint(1, 12):02}-01T00:00:00",
        **bank(number),
    }
    if rng.random() < 0.2:
        for name in rng.sample(LOOSE, 4):
            match rng.randrange(3):
                case 0:
                    del record[name]
                case 1:
                    record[name] = None
                case _:
                    record[name] = ""
    return record

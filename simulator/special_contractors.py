"""The handwritten contractors, first in each agency: the demo's contractors, and special cases."""

from __future__ import annotations

from typing import Any

from simulator.people import bank

Record = dict[str, Any]

HARPER: Record = {
    "OID": "CON-1001",
    "GlobalReference": "C001001",
    "CompanyName": "Harper Plumbing Ltd",
    "Title": "Ms",
    "Forename": "Jo",
    "Surname": "Harper",
    "EMailAddress": "office@harper.example",
    "SecondEMailAddress": None,
    "MobilePhone": "07700 900001",
    "LandPhone": "01632 960001",
    "Address1": "1 Mill Lane",
    "Address2": "Leeds",
    "Address3": None,
    "Address4": None,
    "Postcode": "LS1 1AA",
    "VATNumber": "GB123456789",
    "ContractorType": "Plumbing",
    "BranchOID": "BR-1",
    "IsArchived": False,
    "InsuranceDueDate": "2027-03-31T00:00:00",
    **bank(1001),
}
EMPTY: Record = {name: "" for name in HARPER if isinstance(HARPER[name], str) or HARPER[name] is None}


def _acme() -> list[tuple[int, Record]]:
    o_brien = {**HARPER, **bank(1003), "Forename": "Sam", "Surname": "O'Brien", "VATNumber": None}
    return [
        (1, HARPER),
        (
            1,
            {
                **HARPER,
                **bank(1002),
                "OID": "CON-1002",
                "GlobalReference": "C001002",
                "CompanyName": "Evans & Sons Roofing",
                "Forename": "Dai",
                "Surname": "Evans",
                "EMailAddress": "Dai.Evans@Evans.example; accounts@evans.example",
                "ContractorType": "Roofing",
                "LandPhone": "01632 960002",
                "MobilePhone": None,
            },
        ),
        (
            1,
            {
                **o_brien,
                "OID": "CON-1003",
                "GlobalReference": "C001003",
                "CompanyName": "O'Brien Electrical",
                "EMailAddress": "sam@obrien.example",
                "ContractorType": "Electrical",
            },
        ),
        (
            2,
            {
                **o_brien,
                **bank(1004),
                "OID": "CON-1004",
                "GlobalReference": "C001004",
                "CompanyName": "O'Brien Gas & Heating",
                "EMailAddress": " SAM@obrien.example ",
                "ContractorType": "Heating",
                "BranchOID": "BR-2",
            },
        ),
        (
            1,
            {
                **HARPER,
                **bank(1005),
                "OID": "CON-1005",
                "GlobalReference": "C001005",
                "CompanyName": "Oldfield Drains",
                "EMailAddress": "old@oldfield.example",
                "IsArchived": True,
            },
        ),
        (1, {"OID": "CON-1006", "EMailAddress": "bare@bare.example"}),
        (
            1,
            {
                **HARPER,
                **bank(1007),
                "OID": "CON-1007",
                "GlobalReference": "C001007",
                "CompanyName": None,
                "Forename": "Llŷr",
                "Surname": "Gwyn",
                "EMailAddress": "llyr.gwyn@gwyn.example",
                "Address1": "Tŷ Ŵyn, 3 Chapel Lane",
            },
        ),
        (
            1,
            {
                **HARPER,
                **bank(1008),
                "OID": "CON-1008",
                "GlobalReference": "C001008",
                "CompanyName": "<b>Bold</b> & Bright ⚡ 🔌",
                "EMailAddress": "hello@bold.example",
                "Address1": "<script>alert('address')</script>",
                "Address3": "Armley",
                "Address4": "West Yorkshire",
            },
        ),
        (
            1,
            {
                **HARPER,
                **bank(1009),
                "OID": "CON-1009",
                "GlobalReference": "C001009",
                "CompanyName": "Letterbox Repairs",
                "EMailAddress": None,
                "SecondEMailAddress": "second@letterbox.example",
            },
        ),
        (1, {**EMPTY, **bank(1010), "OID": "CON-1010", "BranchOID": "BR-1", "IsArchived": None}),
        (
            1,
            {
                **HARPER,
                **bank(1011),
                "OID": "CON-1011",
                "GlobalReference": "C001011",
                "CompanyName": "Two Boxes",
                "EMailAddress": "One@twoboxes.example,two@twoboxes.example ;",
            },
        ),
    ]


def _harbour() -> list[tuple[int, Record]]:
    return [
        (
            1,
            {
                **HARPER,
                **bank(5001),
                "OID": "CON-5001",
                "GlobalReference": "C005001",
                "CompanyName": "HARPER Plumbing Limited",
                "Address2": "Whitby",
                "Postcode": "YO21 1AA",
            },
        ),
        (
            2,
            {
                **HARPER,
                **bank(5002),
                "OID": "CON-5002",
                "GlobalReference": "C005002",
                "CompanyName": "Quayside Joinery",
                "EMailAddress": "quay@quayside.example",
                "ContractorType": "Joinery",
                "BranchOID": "BR-2",
            },
        ),
        (
            1,
            {
                **HARPER,
                **bank(5003),
                "OID": "CON-5003",
                "GlobalReference": "C005003",
                "CompanyName": "Gone Marine",
                "EMailAddress": "gone@gonemarine.example",
                "IsArchived": True,
            },
        ),
        (
            1,
            {
                **HARPER,
                **bank(5004),
                "OID": "CON-5004",
                "GlobalReference": "C005004",
                "CompanyName": "Evans Toeau / Roofs",
                "Forename": "Dai",
                "Surname": "Evans",
                "EMailAddress": "ACCOUNTS@EVANS.example",
                "ContractorType": "Roofing",
            },
        ),
        (1, {"OID": "CON-5005", "GlobalReference": "C005005", "EMailAddress": "ref@onlyref.example", **bank(5005)}),
        (1, {"OID": "CON-5006", **bank(5006)}),
    ]


# By agency: (number of the listing branch, record). Some records do not name their branch.
CONTRACTORS = {"acme": _acme(), "harbour": _harbour()}

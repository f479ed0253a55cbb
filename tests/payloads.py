"""AgentOS's records in its own format. Each function takes overrides; `without` removes fields."""

from typing import Any

Record = dict[str, Any]

SECRETS: Record = {
    "BankAccountNumber": "31926819",
    "BankSortCode": "20-00-00",
    "IBAN": "GB33BUKB20201555555555",
    "NINumber": "QQ123456C",
    "APLNumber": "APL-998877",
    "CommissionPercent": 12.5,
}
"""Fields of a contractor's record that must never leave the gateway."""


def without(record: Record, *names: str) -> Record:
    """Return the record without these fields."""
    return {name: value for name, value in record.items() if name not in names}


def branch_row(**over: Any) -> Record:
    return {
        "OID": "BR-1",
        "Name": "Leeds",
        "CompanyName": "Acme Lettings",
        "Address1": "2 High Street",
        "Postcode": "LS1 2BB",
        "EMailAddress": "leeds@acme.example",
        "LandPhone": "01632 960100",
        "WebAddress": "https://acme.example",
        **over,
    }


def staff_row(**over: Any) -> Record:
    return {
        "OID": "ST-1",
        "Title": "Ms",
        "Forename": "Grace",
        "Surname": "Shaw",
        "JobTitle": "Property Manager",
        "ContactEMail": "grace@acme.example",
        "ContactMobile": "07700 900111",
        "BranchOID": "BR-1",
        "IsEnabled": True,
        **over,
    }


def contractor_row(**over: Any) -> Record:
    return {
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
        **SECRETS,
        **over,
    }


def status_type_row(**over: Any) -> Record:
    return {"OID": "SX-1", "Name": "Reported", **over}


def property_row(**over: Any) -> Record:
    return {
        "OID": "PR-3",
        "Address1": "Flat 2",
        "Address2": "9 Canal Street",
        "Address3": "",
        "Address4": "Leeds",
        "Postcode": "LS2 8AA",
        "AccessArrangements": "Key safe at the door",
        "ManagedMaintenance": True,
        **over,
    }


def note_row(**over: Any) -> Record:
    return {
        "OID": "N-1",
        "CreatedAt": "2026-11-21T10:00:00",
        "NoteContents": "Part ordered",
        "CreatedBy": "Harper Plumbing Ltd",
        **over,
    }


def job_row(**over: Any) -> Record:
    return {
        "OID": "JOB-7",
        "ETag": "e-1",
        "JobNumber": "M-2041",
        "Title": "No hot water",
        "Description": "Boiler shows E119",
        "StatusOID": "SX-3",
        "Status": "In progress",
        "Priority": "High",
        "Category": "Heating",
        "ContractorOID": "CON-1001",
        "PropertyOID": "PR-3",
        "Property": "Flat 2, 9 Canal Street, Leeds",
        "Postcode": "LS2 8AA",
        "AccessArrangements": "Key safe at the door",
        "StaffOID": "ST-1",
        "Reported": "2026-11-20T08:15:00",
        "CompletedDate": None,
        "ReportedByName": "J. Patel",
        "ReportedByPhone": "07700 900321",
        "ReportedByEMail": None,
        "MaintenanceNotes": [note_row()],
        **over,
    }


def statement_row(**over: Any) -> Record:
    return {
        "OID": "S-1",
        "InvoiceNumber": "INV-1",
        "Date": "2026-10-01T00:00:00",
        "Description": "Works on JOB-7",
        "JobOID": "JOB-7",
        "Net": 400.0,
        "VAT": 80.0,
        "Gross": 480.0,
        "Commission": 57.6,
        "Amount": 422.4,
        "Status": "Paid",
        "PaidDate": "2026-10-08T00:00:00",
        **over,
    }


def invoice_row(**over: Any) -> Record:
    return {
        "OID": "INV-1",
        "JobOID": "JOB-7",
        "Amount": 480.0,
        "InvoiceNumber": "A1",
        "InvoiceDate": "2026-11-20T00:00:00",
        "Description": "Boiler repair",
        "Status": "Submitted",
        "SubmittedAt": "2026-11-21T09:30:00",
        "DocumentName": "invoice.pdf",
        **over,
    }

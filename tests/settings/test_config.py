"""Configuration: loaded once, with all faults reported together by variable, and without the keys."""

from pathlib import Path
from typing import Any

import pytest

import config
from app.settings.model import ConfigurationError
from config import load

KEY = "a-key-nobody-may-see"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove this machine's settings, and configure one agency."""
    example = (Path(config.__file__).parent / ".env.example").read_text("utf-8")
    for line in example.splitlines():
        name = line.lstrip("#").partition("=")[0]
        if name.isupper() and name.replace("_", "").isalnum():
            monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    for name, value in {"PORTAL_ENV": "test", "AGENTOS_SHORT_NAME": "acme", "AGENTOS_API_KEY": KEY}.items():
        monkeypatch.setenv(name, value)


def set_variables(monkeypatch: pytest.MonkeyPatch, **variables: Any) -> None:
    for name, value in variables.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, str(value))


def configuration_faults() -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load()
    assert all(fault in str(caught.value) for fault in caught.value.faults)
    return caught.value.faults


def test_defaults_match_the_contract() -> None:
    made = load()
    assert made.bind == "127.0.0.1:8000"
    assert made.agentos_base_url == "https://live-api.letmc.com"
    assert made.agentos_key_header == "api_key"
    timeouts = (made.agentos_connect_timeout_s, made.agentos_read_timeout_s, made.agentos_upload_timeout_s)
    assert timeouts == (3, 20, 120)
    budget = (made.agentos_budget, made.agentos_budget_window_s, made.agentos_worker_share, made.agentos_rest_s)
    assert budget == (45, 60, 10, 60)
    assert (made.age_jobs_s, made.age_contacts_s, made.age_account_s, made.age_statements_s) == (60, 3600, 3600, 3600)
    assert (made.session_max_hours, made.session_idle_hours) == (336, 72)
    assert (made.signin_per_address, made.writes_per_minute, made.contact_days) == (300, 10, 30)
    assert (made.log_level, made.smtp_url, made.proxy_hops) == ("INFO", "console:", 0)
    agency = made.agencies["acme"]
    assert agency.name == "acme"
    assert (agency.completed_status, agency.cancelled_status) == (("Completed",), ("Cancelled",))
    assert (agency.reopened_status, agency.invoice_link, agency.budget) == ("In progress", "job", 45)
    assert (tuple(agency.branches), tuple(agency.invoice_required), tuple(agency.not_offered)) == ((), (), ())


WRONG = {
    "SECRET_KEY_OLD": config.DEVELOPMENT_SECRET,
    "PORTAL_ENV": "stage",
    "BIND": "nowhere",
    "DATABASE_URL": "mysql://db/portal",
    "AGENTOS_BASE_URL": "live-api.letmc.com",
    "AGENTOS_CONNECT_TIMEOUT_S": "0",
    "AGENTOS_READ_TIMEOUT_S": "soon",
    "AGENTOS_UPLOAD_TIMEOUT_S": "-1",
    "AGENTOS_BUDGET": "0",
    "AGENTOS_BUDGET_WINDOW_S": "0",
    "AGENTOS_WORKER_SHARE": "-1",
    "AGENTOS_REST_S": "a while",
    "AGE_JOBS_S": "0",
    "AGE_CONTACTS_S": "x",
    "AGE_ACCOUNT_S": "-5",
    "AGE_STATEMENTS_S": "",
    "PROXY_HOPS": "-1",
    "SESSION_MAX_HOURS": "0",
    "SESSION_IDLE_HOURS": "long",
    "SIGNIN_PER_ADDRESS": "0",
    "WRITES_PER_MINUTE": "0",
    "CONTACT_DAYS": "-1",
    "LOG_LEVEL": "LOUD",
    "METRICS_BIND": "9100",
    "WEB_CONCURRENCY": "zero",
    "WORKER_THREADS": "65",
}


def test_duration_must_be_finite(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, AGENTOS_READ_TIMEOUT_S="nan", AGENTOS_REST_S="inf", AGE_JOBS_S="nan")
    assert {fault.partition(":")[0] for fault in configuration_faults()} == {
        "AGENTOS_READ_TIMEOUT_S",
        "AGENTOS_REST_S",
        "AGE_JOBS_S",
    }


@pytest.mark.parametrize(
    ("connect_s", "read_s", "fits"), [(None, None, True), (5, 18, True), (3.5, 20, False), (1, 23, False)]
)
def test_attempt_longer_than_a_lease_is_refused(
    monkeypatch: pytest.MonkeyPatch, connect_s: float | None, read_s: float | None, *, fits: bool
) -> None:
    set_variables(monkeypatch, AGENTOS_CONNECT_TIMEOUT_S=connect_s, AGENTOS_READ_TIMEOUT_S=read_s)
    if fits:
        load()
        return
    (fault,) = configuration_faults()
    assert fault.startswith("AGENTOS_READ_TIMEOUT_S: plus AGENTOS_CONNECT_TIMEOUT_S must be at most 23")


def test_all_faults_are_reported_together(monkeypatch: pytest.MonkeyPatch) -> None:
    set_variables(monkeypatch, **WRONG, AGENTOS_API_KEY="")
    names = {fault.partition(":")[0] for fault in configuration_faults()}
    assert set(WRONG) <= names
    assert "AGENTOS_SHORT_NAME" in names


def write_agencies_file(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> None:
    (folder / "agencies.toml").write_text(text, "utf-8")
    set_variables(monkeypatch, AGENCIES_FILE=folder / "agencies.toml", THE_KEY=KEY)


GOOD = 'name = "Acme"\napi_key_env = "THE_KEY"\n'


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "agencies.toml names no agency"),
        ("agencies = 3", "agencies.toml names no agency"),
        ("[agencies.acme", "agencies.toml is not TOML: "),
        ("[agencies]\nacme = 3", "acme"),
        (f"[agencies.acme]\n{GOOD}[agency.harbour]\n{GOOD}", "agency: Unknown field; agencies are tables"),
        (f"[acme]\n{GOOD}", "acme: Unknown field; agencies are tables"),
        ('[agencies.acme]\nname = "Acme"', "api_key_env"),
        ('[agencies.acme]\napi_key_env = "THE_KEY"', "name"),
        ('[agencies."a/b"]\n' + GOOD, "short name"),
        ('[agencies.acme]\nname = "Acme"\napi_key_env = "NOT_SET"', "api_key_env"),
        (f"[agencies.acme]\n{GOOD}api_key = 'x'", "api_key"),
        (f"[agencies.acme]\n{GOOD}invoice_required = ['color']", "invoice_required"),
        (f"[agencies.acme]\n{GOOD}invoice_link = 'none'", "invoice_link"),
        (f"[agencies.acme]\n{GOOD}not_offered = ['tea']", "not_offered"),
        (f"[agencies.acme]\n{GOOD}budget = 0", "budget"),
        (f"[agencies.acme]\n{GOOD}budget = 'many'", "budget"),
        (f"[agencies.acme]\n{GOOD}completed_status = []", "completed_status"),
        (f"[agencies.acme]\n{GOOD}cancelled_status = [3]", "cancelled_status"),
        (f"[agencies.acme]\n{GOOD}reopened_status = ''", "reopened_status"),
        (f"[agencies.acme.agentos_paths]\njob = '/x'\n[agencies.acme]\n{GOOD}", "job"),
        (f"[agencies.acme]\n{GOOD}[agencies.acme.agentos_paths]\nadd_note = 'x'", "add_note"),
    ],
)
def test_fault_in_agencies_file_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, word: str
) -> None:
    write_agencies_file(monkeypatch, tmp_path, text)
    (fault,) = configuration_faults()
    assert fault.startswith("AGENCIES_FILE: ")
    assert word in fault
    assert KEY not in fault


def test_unreadable_agencies_file_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "agencies.toml"
    set_variables(monkeypatch, AGENCIES_FILE=file)
    assert configuration_faults() == [f"AGENCIES_FILE: {file} cannot be read: No such file or directory"]
    file.write_bytes(b"name = '\xff'")
    assert configuration_faults() == [f"AGENCIES_FILE: {file} is not text in UTF-8"]


def test_faults_of_all_agencies_are_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_agencies_file(monkeypatch, tmp_path, "[agencies.one]\n[agencies.two]\n[agencies.three]\n" + GOOD)
    assert [("one" in fault, "two" in fault) for fault in configuration_faults()] == [
        *[(True, False)] * 2,  # no name, and no variable with its key
        *[(False, True)] * 2,
    ]


def test_all_faults_of_an_agency_are_reported_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = ["[agencies.acme]", 'name = ""', 'api_key_env = "NOT_SET"', "not_offered = ['tea', 'notes.add', 'milk']"]
    paths = ["[agencies.acme.agentos_paths]", "job = '/x'", "add_note = 'x'", "pending = '/x/{shortName}'"]
    write_agencies_file(monkeypatch, tmp_path, "\n".join([*lines, *paths]))
    reported = [fault.removeprefix("AGENCIES_FILE: agencies.acme.").partition(": ") for fault in configuration_faults()]
    assert sorted(name for name, _, _ in reported) == [
        "agentos_paths.add_note",
        "agentos_paths.job",
        "agentos_paths.pending",
        "api_key_env",
        "name",
        "not_offered.0",
        "not_offered.2",
    ]
    assert all(why for _, _, why in reported)


@pytest.mark.parametrize(("own", "common", "counts"), [(20, 45, 20), (90, 45, 45), (None, 30, 30)])
def test_smaller_of_agency_and_common_budget_applies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own: int | None, common: int, counts: int
) -> None:
    write_agencies_file(monkeypatch, tmp_path, f"[agencies.acme]\n{GOOD}" + (f"budget = {own}" if own else ""))
    set_variables(monkeypatch, AGENTOS_BUDGET=common)
    assert load().agencies["acme"].budget == counts


def test_status_setting_may_be_a_word_or_a_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_agencies_file(
        monkeypatch, tmp_path, f"[agencies.acme]\n{GOOD}completed_status = 'Done'\ncancelled_status = ['A', 'B']"
    )
    agency = load().agencies["acme"]
    assert (agency.completed_status, agency.cancelled_status) == (("Done",), ("A", "B"))
    assert agency.written == {"completed_status", "cancelled_status"}


@pytest.mark.parametrize("key", ["", "kéy", "two\nlines"])
def test_key_unfit_for_a_header_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    set_variables(monkeypatch, AGENTOS_API_KEY=key)
    (fault,) = configuration_faults()
    assert "AGENTOS_API_KEY" in fault
    assert not key or key not in fault


def test_repr_contains_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {"SECRET_KEY": "the-secret-of-this-house-is-long-enough", "SMTP_URL": "smtp://user:the-password@mail"}
    set_variables(monkeypatch, **secrets, DATABASE_URL="sqlite:///the-password.db")
    made = load()
    for shown in (repr(made), str(made), repr(made.agencies), f"{made.agencies['acme']}"):
        assert KEY not in shown
        assert "the-secret" not in shown
        assert "the-password" not in shown


@pytest.mark.parametrize("name", ["AGENTOS_BUDGTE", "SETTEL_S", "MAIL_FORM", "WEB_CONCURENCY", "LOG_LEVL"])
def test_misspelt_name_in_env_file_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    """Otherwise it would have no effect, silently. Variables of other programs are ignored."""
    (tmp_path / ".env").write_text(
        f"{name}=4\nAGENTOS_API_KEY_ACMA=x\nEDITOR=vi\nSMTP_USER=jo\n#SMTP_URLS=old\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    set_variables(monkeypatch, FLASK_SKIP_DOTENV=None)
    [fault] = configuration_faults()
    assert fault.startswith(f".env: {name} is no setting; ")
    set_variables(monkeypatch, FLASK_SKIP_DOTENV="1")
    assert load(), "nothing reads the file"


@pytest.mark.parametrize("address", ["office", "a@b.example, c@d.example", "x@agency.example\nBcc: y@evil.example"])
def test_office_email_must_be_an_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    set_variables(monkeypatch, AGENCY_OFFICE_EMAIL=address)
    (fault,) = configuration_faults()
    assert "office_email" in fault


def test_office_email_of_single_agency_comes_from_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().agencies["acme"].office_email is None
    set_variables(monkeypatch, AGENCY_OFFICE_EMAIL="office@agency.example")
    assert load().agencies["acme"].office_email == "office@agency.example"


@pytest.mark.parametrize(
    ("bind", "url"),
    [
        ("127.0.0.1:8000", "http://localhost:8000"),
        ("[::1]:8000", "http://localhost:8000"),
        ("10.0.0.5:8000", "http://10.0.0.5:8000"),
        ("portal.test:8000", "http://portal.test:8000"),
        ("0.0.0.0:8001", "http://localhost:8001"),
        ("[::]:8001", "http://localhost:8001"),
    ],
)
def test_public_url_in_development_is_derived_from_bind(monkeypatch: pytest.MonkeyPatch, bind: str, url: str) -> None:
    set_variables(monkeypatch, BIND=bind)
    assert load().public_url == url

"""The tests that `make check` chooses for a change: the nearest first, and only as many as the time allows."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import touched


def names(*files: str) -> list[str]:
    return [path.relative_to(touched.TESTS).as_posix() for path in touched.nearest_tests(list(files))]


def test_change_of_an_area_runs_its_own_tests_first() -> None:
    files = names("app/jobs/service.py")
    assert {file.partition("/")[0] for file in files[:3]} == {"jobs"}


def test_change_of_a_schema_runs_the_tests_of_its_area() -> None:
    """Schemas run only at import. A tool that records each test's lines does not notice that."""
    assert set(names("app/financial/schemas.py")) >= {
        "financial/test_invoice_submission.py",
        "financial/test_refusals.py",
        touched.DESCRIPTION,
    }


def test_test_file_named_like_the_module_runs_first() -> None:
    assert names("app/submissions/delivery.py")[0] == "submissions/test_delivery.py"


def test_change_in_the_domain_runs_tests_of_the_packages_that_use_it() -> None:
    folders = {file.partition("/")[0] for file in names("app/domain/delivery.py")}
    assert "submissions" in folders


@pytest.mark.parametrize(
    "file", ["app/__init__.py", "app/blueprints.py", "app/errors.py", "app/worker.py", "config.py"]
)
def test_change_of_a_module_without_a_test_folder_runs_tests(file: str) -> None:
    assert names(file)


def test_change_of_a_test_runs_that_test_alone() -> None:
    assert names("tests/jobs/test_list.py") == ["jobs/test_list.py"]


def test_change_of_the_web_app_runs_its_tests_without_browsers() -> None:
    files = names("app/web/src/outbox/labels.js")
    assert {"web/test_built.py", "web/test_words.py"} <= set(files)
    assert "web/test_outbox.py" not in files


def test_change_of_a_document_runs_no_test_and_says_so() -> None:
    assert names("README.md") == []
    assert "knows no tests of these files: README.md." in touched.not_run(["README.md"], [])


TWO_TESTS = """
def test_first(): raise OSError
def test_second(): vat_amount = 1; raise OSError
"""


def run(folder: Path, *options: str, **environment: str) -> str:
    """Return the output of pytest on two failing tests."""
    (folder / "test_fails.py").write_text(TWO_TESTS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tools.touched", "-p", "no:cacheprovider", "-q", "--no-cov"]
    variables = {"PYTHONPATH": str(touched.ROOT), touched.SECONDS: "60", **environment}
    ended = subprocess.run(
        [*command, *options, "-c", "/dev/null", str(folder)], env=variables, capture_output=True, text=True
    )
    return ended.stdout


def test_failure_hides_no_other_failure(tmp_path: Path) -> None:
    assert "2 failed" in run(tmp_path, *touched.OPTIONS)


@pytest.mark.parametrize(
    ("seconds", "outcome"), [("0", "Did not run, because the time was up: 1 tests."), ("60", "2 failed")]
)
def test_no_test_starts_after_the_time_is_up(tmp_path: Path, seconds: str, outcome: str) -> None:
    """The first test always runs. Otherwise a run on a slow machine could pass without any test."""
    assert outcome in run(tmp_path, **{touched.SECONDS: seconds})


@pytest.mark.parametrize(("changed", "name"), [("", "test_first"), ("vat invoice", "test_second")])
def test_test_that_shares_a_word_with_the_change_runs_first(tmp_path: Path, changed: str, name: str) -> None:
    assert f"::{name}" in run(tmp_path, "-x", **{touched.WORDS: changed})


def test_words_of_names_are_the_same_in_camel_case_and_snake_case() -> None:
    assert touched.words("invoiceDate VAT") == touched.words("invoice_date vat")

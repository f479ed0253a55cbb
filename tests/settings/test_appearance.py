"""Agencies' colours and logos: unreadable or unsuitable values are refused at the start."""

from pathlib import Path
from typing import Any

import pytest

from config import load
from tests.settings.test_config import GOOD, configuration_faults, write_agencies_file

PNG = b"\x89PNG\r\n\x1a\n rest"
SVG = b'<?xml version="1.0"?>\n<!-- Acme --><svg xmlns="http://www.w3.org/2000/svg"/>'


def set_appearance(monkeypatch: pytest.MonkeyPatch, folder: Path, **face: Any) -> None:
    write_agencies_file(
        monkeypatch, folder, f"[agencies.acme]\n{GOOD}" + "\n".join(f"{name} = {face[name]!r}" for name in face)
    )


@pytest.mark.parametrize(
    ("accent", "word"),
    [
        ("blue", "#rrggbb"),
        ("#0b5", "#rrggbb"),
        ("#0b5cad;", "#rrggbb"),
        (7, "Not a valid string"),
        ("#777777", "4.5 to 1"),  # 4.48, which would pass if it was rounded to 4.5
        ("#ffffff", "1.0 to 1"),
    ],
)
def test_invalid_or_low_contrast_accent_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, accent: Any, word: str
) -> None:
    set_appearance(monkeypatch, tmp_path, accent=accent)
    (fault,) = configuration_faults()
    assert fault.startswith("AGENCIES_FILE: agencies.acme.accent: ")
    assert word in fault


@pytest.mark.parametrize("accent", ["#767676", "#0B5CAD", "#000000"])
def test_accent_with_enough_contrast_is_accepted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, accent: str) -> None:
    set_appearance(monkeypatch, tmp_path, accent=accent)
    assert load().agencies["acme"].accent == accent.lower()


@pytest.mark.parametrize(("content", "kind"), [(PNG, "png"), (SVG, "svg"), (b"\xef\xbb\xbf<svg>", "svg")])
def test_logo_path_is_relative_to_the_agencies_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, kind: str
) -> None:
    (tmp_path / "logo").write_bytes(content)
    set_appearance(monkeypatch, tmp_path, logo="logo")
    logo = load().agencies["acme"].logo
    assert logo
    assert (logo.content, logo.kind) == (content, kind)
    assert logo.name.endswith(f".{kind}")


@pytest.mark.parametrize(
    ("logo", "content", "word"),
    [
        ("logo.svg", None, "cannot be read: No such file"),
        ("../logo.svg", SVG, "beside AGENCIES_FILE"),
        ("/etc/passwd", None, "beside AGENCIES_FILE"),
        ("logo.svg", b"<html><svg></html>", "neither SVG nor PNG"),
        ("logo.jpg", b"\xff\xd8\xff", "neither SVG nor PNG"),
        ("logo.png", PNG.ljust(64 * 1024 + 1), "more than 64 KiB"),
    ],
)
def test_unsuitable_logo_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, logo: str, content: bytes | None, word: str
) -> None:
    if content:
        (tmp_path / Path(logo).name).write_bytes(content)
    set_appearance(monkeypatch, tmp_path, logo=logo)
    (fault,) = configuration_faults()
    assert fault.startswith("AGENCIES_FILE: agencies.acme.logo: ")
    assert word in fault

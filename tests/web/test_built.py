"""The committed `dist/` is the build of `src/`, and small enough for a phone on a slow connection."""

import hashlib
import re
import subprocess
from pathlib import Path

import brotli
import pytest

from tests.contract.clients import npm_installed

WEB = Path(__file__).resolve().parents[2] / "app" / "web"
KIB = 1024
LIMITS = {".js": 46 * KIB, ".css": 10 * KIB}
"""The maximum compressed sizes for a first load. A service worker, and modules behind `import()`, are loaded later."""
FILES = WEB / "dist" / "files"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_dist_is_current(tmp_path: Path) -> None:
    npm_installed(WEB)
    subprocess.run(["node", "build.mjs", str(tmp_path / "dist")], cwd=WEB, check=True, timeout=60)
    assert content(tmp_path / "dist") == content(WEB / "dist"), "`make web` builds it anew"


def test_pure_modules() -> None:
    npm_installed(WEB)
    done = subprocess.run(["npm", "test"], cwd=WEB, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", LIMITS)
def test_first_load_is_small(kind: str) -> None:
    page = (WEB / "dist" / "page.html").read_text("utf-8")
    loaded = set(re.findall(rf'"/app/([^"]+\{kind})"', page))
    assert loaded
    assert imported(loaded) <= loaded, "page.html preloads each"
    assert sum(len(brotli.compress((FILES / name).read_bytes())) for name in loaded) <= LIMITS[kind]


def imported(names: set[str]) -> set[str]:
    """Return the modules that these files import at once: `import … from`, not `import()`."""
    texts = [(FILES / name).read_text("utf-8") for name in names]
    return {name for text in texts for name in re.findall(r'\b(?:from|import)"/app/([^"]+)"', text)}


def test_service_worker_keeps_every_file_for_offline_use() -> None:
    worker = (WEB / "dist" / "sw.js").read_text("utf-8")
    assert set(re.findall(r'"/app/([^"]+)"', worker)) == {path.name for path in FILES.iterdir()}


def test_dist_file_names_contain_the_hash_of_their_content() -> None:
    for path in (WEB / "dist" / "files").iterdir():
        assert path.stem.endswith("-" + hashlib.sha256(path.read_bytes()).hexdigest()[:10]), path.name

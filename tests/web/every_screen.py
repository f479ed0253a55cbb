"""Pictures of every screen in every size and look, for people. `make screens` stores them in screens/."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from config import ROOT
from tests.web.browsing import Web
from tests.web.screens import SCREENS, shown_screen

pytestmark = pytest.mark.browser
SIZES = {"320": (320, 640), "390x664": (390, 664), "390x844": (390, 844), "768": (768, 1024), "1280": (1280, 800)}
LOOKS = ("light", "dark", "forced colours", "large text")


def show(page: Page, look: str) -> None:
    """Show the screen in this look. Large text is twice as large."""
    forced = "active" if look == "forced colours" else "none"
    page.emulate_media(color_scheme="dark" if look == "dark" else "light", forced_colors=forced)
    size = "200%" if look == "large text" else ""
    page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)


@pytest.mark.parametrize("name", SCREENS)
def test_pictures_of_this_screen(web: Web, name: str) -> None:
    with shown_screen(web, name) as page:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for look in LOOKS:
                show(page, look)
                folder = Path(ROOT, "screens", f"{size}, {look}")
                page.screenshot(path=folder / f"{name}.png", animations="disabled")

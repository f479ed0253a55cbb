"""Every pair of colours in tokens.css has enough contrast, for the colours of any agency, in light and dark."""

import math
import re

import pytest

from tests.web.test_built import WEB

Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 1, as a screen gets them."""

ACCENTS = ["#0b5cad", "#5b3a87", "#8a1c1c", "#0f6b3e", "#222", "#767676", "#000"]
"""The colours of agencies. The last two are the palest and the darkest that the portal accepts."""
TEXT, CONTROL = 4.5, 3.0
MINIMA = {
    ("on-brand", "brand"): TEXT,
    ("tint", "bg"): TEXT,
    ("tint", "surface"): TEXT,
    ("tint", "soft"): TEXT,
    ("tint", "surface-2"): TEXT,
    ("on-fill", "fill"): TEXT,
    ("ink", "soft"): TEXT,
    ("ink-2", "soft"): TEXT,
    ("fill", "surface"): CONTROL,
    ("fill", "bg"): CONTROL,
    ("ink", "bg"): TEXT,
    ("ink", "surface"): TEXT,
    ("ink", "surface-2"): TEXT,
    ("ink-2", "bg"): TEXT,
    ("ink-2", "surface"): TEXT,
    ("ink-2", "surface-2"): TEXT,
    ("ink", "raised"): TEXT,
    **{(meaning, ground): TEXT for meaning in ("ok", "wait", "bad") for ground in (f"{meaning}-soft", "surface", "bg")},
    ("ink", "bad-soft"): TEXT,
    ("ink-2", "bad-soft"): TEXT,
    ("on-alarm", "alarm"): TEXT,
    ("alarm", "bg"): CONTROL,
    ("bg", "ink"): TEXT,
    ("edge", "surface"): CONTROL,
    ("edge", "bg"): CONTROL,
}
"""The least contrast of a colour on a ground, by the names of their tokens."""
DARK, OKLCH = "@media (prefers-color-scheme: dark)", "@supports (color: oklch(from red l c h))"
SCHEMES: dict[str, list[tuple[str, ...]]] = {
    "light": [()],
    "dark": [(), (DARK,), (DARK, OKLCH)],
    "dark without oklch": [(), (DARK,)],
}
"""The conditions that are met, those of later rules last."""


def declared() -> dict[tuple[str, ...], dict[str, str]]:
    """Return the tokens in tokens.css by the conditions around them."""
    css = re.sub(r"/\*.*?\*/", "", (WEB / "src" / "styles" / "tokens.css").read_text("utf-8"), flags=re.DOTALL)
    tokens: dict[tuple[str, ...], dict[str, str]] = {}
    opened: list[str] = []
    for text, end in re.findall(r"([^{};]*)([{};])", css):
        if end == "{":
            opened.append(" ".join(text.split()))
        elif end == "}":
            opened.pop()
        elif text.strip().startswith("--"):
            name, value = text.strip().removeprefix("--").split(":", 1)
            conditions = tuple(rule for rule in opened if rule.startswith("@"))
            tokens.setdefault(conditions, {})[name] = value.strip()
    return tokens


TOKENS = declared()


def colour(value: str, tokens: dict[str, str]) -> Colour:
    """Return the colour that a value of CSS means."""
    if match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(tokens[match[1]], tokens)
    if match := re.fullmatch(r"color-mix\(in srgb, (\S+) (\d+)%, (\S+)\)", value):
        share, pair = int(match[2]) / 100, zip(colour(match[1], tokens), colour(match[3], tokens), strict=True)
        red, green, blue = (first * share + second * (1 - share) for first, second in pair)
        return red, green, blue
    if match := re.fullmatch(r"oklch\(from (\S+) (.+) (c|min\(.+\)) h\)", value):
        lightness, chroma, hue = to_oklch(colour(match[1], tokens))
        # The middle of the three values of `clamp`, or the only value
        lightnesses = sorted(numbers(match[2], {"l": lightness}))
        return from_oklch(lightnesses[len(lightnesses) // 2], min(numbers(match[3], {"c": chroma})), hue)
    digits = value.removeprefix("#")
    size = len(digits) // 3
    red, green, blue = (int(digits[at : at + size] * (3 - size), 16) / 255 for at in range(0, len(digits), size))
    return red, green, blue


def numbers(text: str, names: dict[str, float]) -> list[float]:
    """Return the numbers in a text. Names stand for numbers, too."""
    return [names[word] if word in names else float(word) for word in re.findall(r"\b[lc]\b|\d[\d.]*", text)]


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def to_oklch(rgb: Colour) -> Colour:
    """Return lightness, chroma and hue in radians."""
    red, green, blue = map(linear, rgb)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Return the colour, or the nearest that a screen can show."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    shown = (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    red, green, blue = (min(1.0, max(0.0, part)) for part in shown)
    return red, green, blue


def luminance(rgb: Colour) -> float:
    red, green, blue = map(linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: Colour, ground: Colour) -> float:
    dark, light = sorted((luminance(front), luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("accent", [TOKENS[()]["accent"], *ACCENTS])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_of_colours_has_enough_contrast(scheme: str, accent: str) -> None:
    tokens = {name: value for met in SCHEMES[scheme] for name, value in TOKENS[met].items()} | {"accent": accent}
    shown = {name: colour(f"var(--{name})", tokens) for pair in MINIMA for name in pair}
    contrasts = {(front, ground): contrast(shown[front], shown[ground]) for front, ground in MINIMA}
    assert {pair: ratio for pair, ratio in contrasts.items() if ratio < MINIMA[pair]} == {}


def test_contrast_of_known_colours_is_as_published() -> None:
    black, white = colour("#000", {}), colour("#fff", {})
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(colour("#767676", {}), white) == pytest.approx(4.54, abs=0.01)
    assert colour("oklch(from var(--a) clamp(0.1, l, 0.9) c h)", {"a": "#0b5cad"}) == pytest.approx(
        colour("#0b5cad", {}), abs=0.001
    )

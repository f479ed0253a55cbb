"""How an agency looks in the web app: its accent colour and logo, refused at the start if they cannot be used."""

import re
from pathlib import Path
from typing import Any

from marshmallow import ValidationError, fields

from app.domain.agency import Logo

LARGEST_LOGO = 64 * 1024
LEAST_CONTRAST = 4.5
"""To 1, of text: WCAG 2.2, 1.4.3, level AA."""
PNG = b"\x89PNG\r\n\x1a\n"
SVG = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]", re.DOTALL)


class Accent(fields.String):
    """A colour as #rrggbb that white text can be read on, and that can be read on white."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, attr, data, **kwargs)).lower()
        if not re.fullmatch("#[0-9a-f]{6}", text):
            raise ValidationError("Must be a colour as #rrggbb.")
        contrast = 1.05 / (_luminance(text) + 0.05)
        if contrast < LEAST_CONTRAST:
            raise ValidationError(
                f"White text on {text} has a contrast of {contrast:.1f} to 1, and {LEAST_CONTRAST} is the least "
                "(WCAG AA): choose a darker colour."
            )
        return text


class LogoFile(fields.String):
    """The name of a picture that lies in the schema's `folder`."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        name = str(super()._deserialize(value, attr, data, **kwargs))
        if name != Path(name).name:
            raise ValidationError("Must be the name of a file that lies beside AGENCIES_FILE.")
        try:
            content = (self.parent.folder / name).read_bytes()  # type: ignore[union-attr]
        except OSError as error:
            raise ValidationError(f"{name} cannot be read: {error.strerror}.") from None
        if len(content) > LARGEST_LOGO:
            raise ValidationError(f"{name} has more than {LARGEST_LOGO // 1024} KiB.")
        if content.startswith(PNG):
            return Logo(content=content, kind="png")
        if SVG.match(content):
            return Logo(content=content, kind="svg")
        raise ValidationError(f"{name} is neither SVG nor PNG.")


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

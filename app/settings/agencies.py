"""The agencies in `AGENCIES_FILE`, or a single agency from environment variables."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from environs import Env
from marshmallow import Schema, ValidationError, fields, post_load, validate, validates

from app.agentos.endpoints import override_faults
from app.domain.agency import INVOICE_FIELDS, OPERATIONS, Agency, Logo
from app.domain.limits import ID, KIB, LIMITS
from app.settings.environment import KEYS, unreadable

ROOT = Path(__file__).parents[2]
MAX_LOGO_BYTES = 64 * KIB
MIN_CONTRAST = 4.5
"""Minimum contrast of text (4.5 to 1): WCAG 2.2, 1.4.3, level AA."""
UNKNOWN = "Unknown field."
"""The message of marshmallow about a name that the schema does not have."""
PNG = b"\x89PNG\r\n\x1a\n"
SVG = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]", re.DOTALL)


class _Words(fields.Field[tuple[str, ...]]):
    """A word or a list of words."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
            raise ValidationError("Must be a word or a list of words.")
        return tuple(word.strip() for word in words)


class _Tuple(fields.List[Any]):
    """A list, stored as a tuple."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(*args, **kwargs))


class Accent(fields.String):
    """A colour as #rrggbb with enough contrast to white, for text and for backgrounds."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, attr, data, **kwargs)).lower()
        if not re.fullmatch("#[0-9a-f]{6}", text):
            raise ValidationError("Must be a colour as #rrggbb.")
        contrast = 1.05 / (_luminance(text) + 0.05)
        if contrast < MIN_CONTRAST:
            raise ValidationError(
                f"White text on {text} has a contrast of {contrast:.1f} to 1, and {MIN_CONTRAST} is the least "
                "(WCAG AA): choose a darker colour."
            )
        return text


class LogoFile(fields.String):
    """The name of an image file in the schema's `folder`."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        name = str(super()._deserialize(value, attr, data, **kwargs))
        if name != Path(name).name:
            raise ValidationError("Must be the name of a file that lies beside AGENCIES_FILE.")
        try:
            content = (self.parent.folder / name).read_bytes()  # type: ignore[union-attr]
        except OSError as error:
            raise ValidationError(f"{name} cannot be read: {error.strerror}.") from None
        if len(content) > MAX_LOGO_BYTES:
            raise ValidationError(f"{name} has more than {MAX_LOGO_BYTES // KIB} KiB.")
        if content.startswith(PNG):
            return Logo(content=content, kind="png")
        if SVG.match(content):
            return Logo(content=content, kind="svg")
        raise ValidationError(f"{name} is neither SVG nor PNG.")


class AgencySchema(Schema):
    """A table `[agencies.NAME]` of `AGENCIES_FILE`, which is in `folder`. `env` contains the agency's key."""

    name = fields.String(required=True, validate=validate.Length(min=1))
    api_key_env = fields.String(
        required=True, validate=validate.Regexp(r"[A-Z_][A-Z0-9_]*\Z", error="Must be a variable's name, never a key.")
    )
    branches = _Tuple(fields.String(validate=validate.Predicate("isprintable")))
    completed_status = _Words()
    cancelled_status = _Words()
    reopened_status = fields.String(validate=validate.Length(min=1))
    emergency_priorities = _Words()
    invoice_required = _Tuple(fields.String(validate=validate.OneOf(INVOICE_FIELDS)))
    invoice_link = fields.String(validate=validate.OneOf(("job", "job_or_statement")))
    not_offered = _Tuple(fields.String(validate=validate.OneOf(OPERATIONS)))
    budget = fields.Integer(strict=True, validate=validate.Range(min=1))
    office_email = fields.Email(validate=validate.Length(max=LIMITS.email_characters))
    office_phone = fields.String(validate=validate.Length(min=1, max=50))
    accent = Accent()
    logo = LogoFile()
    agentos_paths = fields.Dict(keys=fields.String(), values=fields.String())

    def __init__(self, env: Env, folder: Path) -> None:
        super().__init__()
        self._env = env
        self.folder = folder

    @validates("api_key_env")
    def require_key(self, variable: str, **_: Any) -> None:
        """Refuse a variable whose value cannot be sent as a key in a header."""
        key = self._env.str(variable, "")
        if not key or not key.isascii() or not key.isprintable():
            name = variable if variable.startswith(KEYS) else "the variable that it names"  # it may be a pasted key
            raise ValidationError(f"{name} must hold the agency's AgentOS key")

    @validates("agentos_paths")
    def require_paths(self, paths: dict[str, str], **_: Any) -> None:
        """Refuse paths that cannot replace the portal's default paths."""
        if faults := override_faults(paths):
            raise ValidationError({operation: [fault] for operation, fault in faults.items()})

    @post_load
    def complete(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Replace `api_key_env` with the key, and add `written`: the names of the status settings in the file.

        AgentOS must have each status that the settings in `written` name.
        """
        words = {"completed_status", "cancelled_status", "reopened_status"}
        key = self._env.str(data.pop("api_key_env"))
        return {**data, "api_key": key, "written": frozenset(words & data.keys())}


def load_agencies(env: Env, budget: int, *, is_new: bool = False) -> tuple[dict[str, Agency], list[str]]:
    """Return the agencies by short name, and the faults in their settings.

    `budget`: the default and maximum number of an agency's calls. `is_new`: there are no settings yet.
    """
    where, tables, others = "AGENCIES_FILE", {}, []
    hint = "; for a simulated AgentOS: cp .env.example .env" if is_new else ""
    try:
        if path := env.str("AGENCIES_FILE", ""):
            document = tomllib.loads((ROOT / path).read_text("utf-8"))
            tables = document.pop("agencies", {})
            others = list(document)
        elif short_name := env.str("AGENTOS_SHORT_NAME", ""):
            where = "AGENTOS_SHORT_NAME"
            name = env.str("AGENCY_NAME", "") or short_name
            tables = {short_name: {"name": name, "api_key_env": "AGENTOS_API_KEY"}}
            if office_email := env.str("AGENCY_OFFICE_EMAIL", ""):
                tables[short_name]["office_email"] = office_email
    except (OSError, UnicodeDecodeError) as error:
        return {}, [f"AGENCIES_FILE: {path} {unreadable(error)}"]
    except ValueError as error:
        return {}, [f"AGENCIES_FILE: {path} is not TOML: {error}"]
    if others:
        return {}, [f"{where}: {name}: Unknown field; agencies are tables, such as [agencies.acme]" for name in others]
    if path and (not isinstance(tables, dict) or not tables):
        return {}, [f"AGENCIES_FILE: {path} names no agency; each is a table, such as [agencies.acme]"]
    if not tables:
        return {}, [f"{where}: names no agency; set AGENCIES_FILE, or AGENTOS_SHORT_NAME and AGENTOS_API_KEY{hint}"]
    schema = AgencySchema(env, (ROOT / path).parent)
    agencies: dict[str, Agency] = {}
    faults: list[str] = []
    for short_name, table in tables.items():
        try:
            agencies[short_name] = _agency(schema, short_name, table, budget)
        except ValueError as error:
            faults.append(f"{where}: agencies.{short_name}: {error}")
        except ValidationError as error:
            faults += _lines(f"{where}: agencies.{short_name}", error.messages_dict, schema.fields)
    return agencies, faults


def _agency(schema: AgencySchema, short_name: str, table: Any, budget: int) -> Agency:
    """Return an agency. Raise ValueError or ValidationError."""
    if not ID.fullmatch(short_name):
        raise ValueError("the short name may hold only A-Z a-z 0-9 _ -, at most 64")
    settings = schema.load(table)
    settings["budget"] = min(settings.get("budget", budget), budget)
    return Agency(short_name=short_name, **settings)


def _lines(place: str, messages: Mapping[Any, Any], names: Collection[str]) -> Iterator[str]:
    """Yield marshmallow's messages about `place`, one a line, as `place.name: message`. `names`: the known ones."""
    for name, value in messages.items():
        if isinstance(value, dict):
            yield from _lines(f"{place}.{name}", value, names)
        elif value == [UNKNOWN] and (similar := get_close_matches(name, names, n=1)):
            yield f"{place}.{name}: Unknown field; did you mean {similar[0]}?"
        else:
            yield from (f"{place}.{name}: {message}" for message in value)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

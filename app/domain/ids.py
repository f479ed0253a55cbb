"""Ids: opaque text that AgentOS made."""

import re

ID_PATTERN = r"[A-Za-z0-9_-]{1,64}"
_ID = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Whether `text` could be an id at all."""
    return _ID.fullmatch(text) is not None

"""Ids: opaque text that AgentOS made."""

import re

from app.domain.limits import ID_CHARACTERS

ID_PATTERN = rf"[A-Za-z0-9_-]{{1,{ID_CHARACTERS}}}"
ID_RULE = f"1 to {ID_CHARACTERS} characters from `A-Z a-z 0-9 _ -`"
_ID = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Return True if `text` has the form of an id."""
    return _ID.fullmatch(text) is not None

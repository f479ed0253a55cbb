"""Is this really a PDF?"""

import re
import unicodedata

from app.domain.errors import Invalid, TooLarge
from app.domain.invoice import Document

LARGEST = 10 * 1024 * 1024
"""Bytes of one document."""


def pdf(name: str | None, content: bytes) -> Document:
    """A document to send, under a name of plain characters. Raises `Invalid`, `TooLarge`."""
    if len(content) > LARGEST:
        raise TooLarge("document: must not be larger than 10 MB.")
    if not content.startswith(b"%PDF-"):
        raise Invalid("document: must be a PDF.")
    return Document(name=plain_name(name or ""), content=content)


def plain_name(name: str) -> str:
    """A file name without folders, controls or signs that mean something to a file system; ends in .pdf."""
    base = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    stem = re.sub(r"\.pdf\Z", "", base, flags=re.IGNORECASE)
    kept = "".join(sign if sign.isalnum() or sign in " -_.()" else "_" for sign in stem).strip(" .")
    return f"{kept[:100] or 'invoice'}.pdf"

"""gzip of texts whose end is not known yet (RFC 1951, RFC 1952)."""

import zlib

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflate, no name, no time, unknown system."""
LONGEST_END = 0xFFFF


def beginning(text: bytes) -> bytes:
    """A gzip member up to the end of `text`. What is flushed fully ends on a whole byte, and nothing refers back."""
    deflate = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return HEADER + deflate.compress(text) + deflate.flush(zlib.Z_FULL_FLUSH)


def ended(begun: bytes, crc: int, size: int, end: bytes) -> bytes:
    """The whole member of a text of that `crc` and `size`, and of `end` (64 KiB at most) stored as it is behind it."""
    length = len(end)
    stored = b"\x01" + length.to_bytes(2, "little") + (length ^ LONGEST_END).to_bytes(2, "little") + end
    check = zlib.crc32(end, crc).to_bytes(4, "little") + ((size + length) & 0xFFFFFFFF).to_bytes(4, "little")
    return begun + stored + check

"""Texts and bytes as SQLite can hold them, exactly.

SQLite's TEXT carries no lone surrogates (file names have them) and stops at NUL in its own functions; such a text is
kept as a BLOB, so that every code point, and with it every offset, comes back as it was.
"""

import json
import zlib
from datetime import UTC, datetime
from typing import Any

from workbench.spans import OffsetMap, Run

_LARGEST_MAP = 256 * 1024 * 1024  # bytes of JSON, enough for ten million runs


def stored(text: str) -> str | bytes:
    """A text as it is kept."""
    if "\0" in text:
        return text.encode("utf-8", "surrogatepass")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def restored(value: str | bytes) -> str:
    """The text that `stored` kept."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def stored_json(value: Any) -> str | bytes:
    """A value as compact JSON. Nothing is escaped that need not be: two escaped surrogates would come back as one."""
    return stored(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def restored_json(value: str | bytes) -> Any:
    """The value that `stored_json` kept."""
    return json.loads(restored(value))


def packed(content: bytes) -> bytes:
    """Bytes, compressed."""
    return zlib.compress(content, 6)


def unpacked(blob: bytes, size: int) -> bytes:
    """The `size` bytes that `packed` kept; never makes more than that of them, whatever the file says.

    Raises `ValueError` or `zlib.error` when the blob holds anything else.
    """
    content = _unpacked_up_to(size, blob)
    if len(content) != size:
        raise ValueError("the kept bytes are damaged")
    return content


def _unpacked_up_to(size: int, blob: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(blob, size + 1)
    if len(content) > size or not unpacker.eof:
        raise ValueError("the kept bytes are damaged")
    return content


def packed_offsets(offsets: OffsetMap) -> bytes:
    """The runs of an offset map, as compressed JSON."""
    return packed(json.dumps(offsets.runs, separators=(",", ":")).encode())


def unpacked_offsets(blob: bytes) -> OffsetMap:
    """The offset map that `packed_offsets` kept."""
    return OffsetMap(tuple(Run(*run) for run in json.loads(_unpacked_up_to(_LARGEST_MAP, blob))))


def stored_time(time: datetime) -> str:
    """A moment in UTC as ISO 8601 of one length, so that the order of the texts is that of the moments."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def restored_time(value: str) -> datetime:
    """The moment that `stored_time` kept."""
    return datetime.fromisoformat(value)

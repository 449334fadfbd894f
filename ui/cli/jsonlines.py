"""Files of JSON lines, read so that every mistake in them can be found."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from workbench.errors import UserError


class Row(NamedTuple):
    """One line: where it stands, for sentences about it, and what it holds."""

    place: str
    fields: dict[str, Any]


def text_lines(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a UTF-8 file that are not blank, each after its place in words ("line 3 of “list.tsv”")."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"“{path}” is not UTF-8 text (byte {error.start}); save it as UTF-8 and try again.") from error
    except OSError as error:
        raise UserError(f"“{path}” cannot be read ({error.strerror}).") from error
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            yield f"Line {number} of “{path.name}”", line.removesuffix("\r")


def rows(path: Path, *strings: str) -> Iterator[Row]:
    """The objects of a file of JSON lines; every one has an `id`, and the fields named in `strings` are text.

    Raises `UserError` with the number of the line for anything else.
    """
    for place, line in text_lines(path):
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too large"
            raise UserError(f"{place} is not JSON ({reason}); each line has to be one object.") from error
        if not isinstance(fields, dict):
            raise UserError(f"{place} is not a JSON object such as {_example(strings)}.")
        if "id" not in fields:
            raise UserError(f"{place} has no “id”; each line has to look like {_example(strings)}.")
        for name in strings:
            _check_text(place, fields.get(name), name, strings)
        yield Row(place, fields)


def _check_text(place: str, value: object, name: str, strings: tuple[str, ...]) -> None:
    if not isinstance(value, str):
        raise UserError(f"{place} has no text “{name}”; each line has to look like {_example(strings)}.")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise UserError(f"{place} holds half a character (a lone surrogate) in “{name}”; write the file as UTF-8.")


def _example(strings: tuple[str, ...]) -> str:
    return json.dumps({"id": "1"} | dict.fromkeys(strings, "…"), ensure_ascii=False)

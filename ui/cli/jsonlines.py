"""Files of JSON lines, read so that every mistake in them can be found."""

import json
import re
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from workbench.errors import UserError

_SURROGATE = re.compile("[\ud800-\udfff]")


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

    Raises `UserError` with the number of the line for anything else, `NaN` and half characters among it: neither can
    be written again.
    """
    for place, line in text_lines(path):
        fields = _object(place, line, strings)
        if "id" not in fields:
            raise UserError(f"{place} has no “id”; each line has to look like {_example(strings)}.")
        for name in strings:
            if not isinstance(fields.get(name), str):
                raise UserError(f"{place} has no text “{name}”; each line has to look like {_example(strings)}.")
        yield Row(place, fields)


def _object(place: str, line: str, strings: tuple[str, ...]) -> dict[str, Any]:
    try:
        fields = json.loads(line, parse_constant=_no_constant, parse_float=_finite)
        if not isinstance(fields, dict):
            raise UserError(f"{place} is not a JSON object such as {_example(strings)}.")
        # UTF-8 has no surrogates: they come of escapes only.
        if "\\u" in line:
            for name, value in fields.items():
                _check_characters(place, name, value)
    except (ValueError, RecursionError) as error:
        told = isinstance(error, json.JSONDecodeError | _NoNumber)
        reason = getattr(error, "msg", str(error)) if told else "too deep or too large"
        raise UserError(f"{place} is not JSON ({reason}); each line has to be one object.") from error
    return fields


class _NoNumber(ValueError):
    """What Python reads as a number and JSON does not have."""


def _no_constant(name: str) -> float:
    raise _NoNumber(f"{name} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _NoNumber(f"{digits[:20]} is too large a number")
    return number


def _check_characters(place: str, name: str, value: object) -> None:
    """Refuse lone surrogates, wherever they stand in a field or its name."""
    if _SURROGATE.search(name) or _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        shown = _SURROGATE.sub("�", name)
        raise UserError(f"{place} holds half a character (a lone surrogate) in “{shown}”; write the file as UTF-8.")


def _example(strings: tuple[str, ...]) -> str:
    return json.dumps({"id": "1"} | dict.fromkeys(strings, "…"), ensure_ascii=False)

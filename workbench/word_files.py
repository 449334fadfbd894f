"""Changes to the word lists as a plain file, so that two people can work by the same lists: TOML or CSV, UTF-8.

TOML has tables `added` and `removed`, CSV the columns `list`, `entry` and `change`; in both, what is marked as neither
is an entry that the lists have, which whoever reads the file gets too.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.amendments import MOST, Amended, State, Wanted
from workbench.amendments_told import shown_version
from workbench.chosen_file import read_at_most
from workbench.errors import UserError
from workbench.word_lists import WordList, all_lists, checked, list_named, lists_version, short

LARGEST = 1_000_000
"""A file of more bytes than this is not read."""
_WORDS_FOR = {"added": False, "add": False, "": False, "in": False, "removed": True, "remove": True, "taken out": True}
_HEAD = ["list", "entry", "change"]
_MOST_ROWS = 20_000
"""A file of more entries than this is refused: the lists of the program have fewer than ten thousand in all."""


def suffix_of(path: Path) -> str:
    """`toml` or `csv`; raises `UserError` for any other."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in ("toml", "csv"):
        raise UserError(
            f"“{short(path.name)}” does not say how the lists are written; give it the suffix .toml or .csv."
        )
    return suffix


def written(words: Amended, kind: str, *, whole: Iterable[WordList] = ()) -> bytes:
    """The changes of a case, and every entry of the lists in `whole`, as a file of the kind `toml` or `csv`."""
    rows = sorted(
        {*_changes(words), *_entries(words, whole)}, key=lambda row: (_order()[row[0]], row[2], row[1].lower())
    )
    return (_toml(rows) if kind == "toml" else _csv(rows)).encode()


def _order() -> Mapping[str, int]:
    return {where.id: number for number, where in enumerate(all_lists())}


def _changes(words: Amended) -> Iterator[tuple[str, str, str]]:
    for one in words.amendments:
        if one.list_id in _order():
            yield one.list_id, one.entry, "removed" if one.removed else "added"


def _entries(words: Amended, lists: Iterable[WordList]) -> Iterator[tuple[str, str, str]]:
    for where in lists:
        for entry in words.entries(where):
            if entry.state is State.SHIPPED:
                yield where.id, entry.text, ""


def _csv(rows: Iterable[tuple[str, str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows(rows)
    return out.getvalue()


def _toml(rows: list[tuple[str, str, str]]) -> str:
    parts = [f"# Changes to the word lists of Variorum {shown_version(lists_version())}."]
    for table, change in (("added", "added"), ("removed", "removed"), ("lists", "")):
        found: dict[str, list[str]] = {}
        for list_id, entry, how in rows:
            if how == change:
                found.setdefault(list_id, []).append(entry)
        if found or change:
            parts.append(f"\n[{table}]")
        for list_id, entries in found.items():
            parts += [f"{list_id} = [", *(f"  {_quoted(entry)}," for entry in entries), "]"]
    return "\n".join(parts) + "\n"


def _quoted(entry: str) -> str:
    escaped = entry.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def read_changes(path: Path) -> list[Wanted]:
    """The changes that a file wishes for, each of them checked; raises `UserError`, one sentence, for a bad file."""
    kind, name = suffix_of(path), short(path.name)
    text = _text(path)
    rows = list(_rows_of_toml(text, name) if kind == "toml" else _rows_of_csv(text, name))
    if not rows:
        raise UserError(f"“{name}” has no entries in it.")
    if len(rows) > _MOST_ROWS:
        raise UserError(
            f"“{name}” has {len(rows):,} entries, far more than word lists have: a case takes {MOST:,} changes."
        )
    return [_checked(place, row) for place, row in rows]


def _text(path: Path) -> str:
    name = short(path.name)
    content = read_at_most(path, LARGEST, name)
    if len(content) > LARGEST:
        raise UserError(
            f"“{name}” is larger than {LARGEST // 1_000_000} MB, far more than word lists are: a case takes {MOST:,} "
            "changes."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(f"“{name}” is not a text in UTF-8: save it as UTF-8 and read it again.") from None


def _rows_of_toml(text: str, name: str) -> Iterator[tuple[str, Wanted]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"“{name}” is not TOML: {error}.") from None
    for table, lists in tables.items():
        if table not in ("added", "removed", "lists") or not isinstance(lists, dict):
            raise UserError(f"“{name}” has “{short(table)}”, where only the tables added, removed and lists are known.")
        for list_id, entries in lists.items():
            yield from (
                (f"“{name}”", (list_id, entry, table == "removed")) for entry in _strings(entries, list_id, name)
            )


def _strings(entries: Any, list_id: str, name: str) -> list[str]:
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise UserError(f"“{name}” must give “{short(list_id)}” as a list of texts in quotes.")
    return entries


def _rows_of_csv(text: str, name: str) -> Iterator[tuple[str, Wanted]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        head = [column.strip().lower() for column in next(reader, [])]
        if head[:2] != _HEAD[:2] or head[2:] not in ([], _HEAD[2:]):
            raise UserError(f"“{name}” must begin with a line that names its columns: list,entry,change.")
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _row_of_csv(row, f"“{name}”, line {reader.line_num}")
    except csv.Error as error:
        raise UserError(f"“{name}” is not CSV in line {reader.line_num}: {error}.") from None


def _row_of_csv(row: list[str], place: str) -> tuple[str, Wanted]:
    list_id, entry, change = (cell.strip() for cell in (*row, "", "", "")[:3])
    if len(row) > len(_HEAD) or change.lower() not in _WORDS_FOR:
        raise UserError(f"{place}: give a list, an entry, and “added” or “removed”.")
    return place, (list_id, entry, _WORDS_FOR[change.lower()])


def _checked(place: str, wanted: Wanted) -> Wanted:
    list_id, entry, removed = wanted
    try:
        where = list_named(list_id)
        return where.id, entry if removed else checked(where, entry), removed
    except UserError as error:
        raise UserError(f"{place}: {error}") from None

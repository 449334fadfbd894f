"""A codebook as CSV: the columns name, parent, digit, colour and description, as any spreadsheet has them.

The parent is written with all that it stands under, `Wording / Loaded word`; a slash in a name gets a backslash before
it. A cell that a spreadsheet would run as a formula gets an apostrophe, which is taken off again.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.codebook import DEEPEST, checked_colour, checked_description, checked_name, same_name
from workbench.codebook_import import ForeignCode, too_deep
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code

HEAD = ("name", "parent", "digit", "colour", "description")
_OTHER_WORDS = {"color": "colour", "key": "digit", "code": "name"}
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_STEP = re.compile(r"(?:[^\\/]|\\.|\\$)+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_Path = tuple[str, ...]


def csv_of(tree: CodeTree) -> bytes:
    """The codebook as UTF-8 with a byte order mark, parents before what stands under them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for code, _ in tree.walk():
        digit = str(code.digit) if code.digit >= 0 else ""
        cells = (code.name, _written([*tree.above(code)]), digit, code.colour, code.description)
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig", "replace")


def _written(path: Sequence[Code]) -> str:
    return " / ".join(code.name.replace("\\", "\\\\").replace("/", "\\/") for code in path)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith("'") or cell.lstrip(" ").startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    rest = cell[1:]
    return rest if cell.startswith("'") and (rest.startswith("'") or rest.lstrip(" ").startswith(_FORMULA)) else cell


def read_csv(text: str, name: str) -> list[ForeignCode]:
    """The codes of a CSV file; raises `UserError` that names the line where one cannot be read."""
    rows = list(_rows(text, name))
    placed = _Placing(rows)
    return [code for row in rows for code in placed.take(row)]


class _Row:
    """A line of the file: what it says of a code, and where."""

    def __init__(self, cells: Mapping[str, str], place: str) -> None:
        try:
            self.name = checked_name(cells["name"])
            self.colour = checked_colour(cells["colour"]) if cells["colour"].strip() else ""
            self.description = checked_description(cells["description"])
            self.digit = _digit(cells["digit"].strip())
            self.parent = cells["parent"].strip()
            self.path = tuple(checked_name(step) for step in _steps(self.parent))
        except UserError as error:
            raise UserError(f"{place}: {error}") from None


def _steps(parent: str) -> Iterator[str]:
    for step in _STEP.findall(parent):
        if step.strip():
            yield _ESCAPED.sub(r"\1", step.strip())


def _digit(text: str) -> int:
    if not text:
        return -1
    if text not in tuple("0123456789"):
        raise UserError(f"“{text[:20]}” is no key: give one digit, 0 to 9, or nothing.")
    return int(text)


def _key(path: Sequence[str]) -> _Path:
    return tuple(map(same_name, path))


class _Placing:
    """Finds what each code stands under: by the whole path, by a name that only one code has, or by making it."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = {_key((*row.path, row.name)): row for row in rows}
        self._named: dict[str, list[_Path]] = {}
        for path in self._rows:
            self._named.setdefault(path[-1], []).append(path)
        self._numbers: dict[_Path, int] = {}
        self._count = 0
        self._open: set[_Path] = set()
        self._taken: set[_Row] = set()

    def take(self, row: _Row) -> Iterator[ForeignCode]:
        """The code of a row that has not come yet, after all that it stands under."""
        path = _key((*row.path, row.name))
        if row in self._taken:
            return
        if path in self._open:
            raise UserError(f"“{row.name}” stands under itself in this file: mend the column “parent”.")
        if len(self._open) > DEEPEST:
            raise too_deep()
        self._open.add(path)
        parent = self._parent(row)
        yield from self._reached(parent, row.path)
        self._open.discard(path)
        self._taken.add(row)
        yield self._made(path, ForeignCode(row.name, self._at(parent), "", row.colour, row.digit, row.description))

    def _parent(self, row: _Row) -> _Path:
        """The path by which the parent of a row goes; one name may stand for a whole path where it is the only one."""
        path = _key(row.path)
        if path in self._rows or not path:
            return path
        alone = self._named.get(same_name(row.parent), []) or (self._named.get(path[0], []) if len(path) == 1 else [])
        return alone[0] if len(alone) == 1 else path

    def _reached(self, path: _Path, names: Sequence[str]) -> Iterator[ForeignCode]:
        """The codes of a path that have not come yet; those without a row of their own get their name alone."""
        for length in range(1, len(path) + 1):
            step = path[:length]
            if step in self._numbers:
                continue
            if step in self._rows:
                yield from self.take(self._rows[step])
            else:
                yield self._made(step, ForeignCode(names[length - 1], self._at(step[:-1])))

    def _at(self, path: _Path) -> int:
        return self._numbers[path] if path else -1

    def _made(self, path: _Path, code: ForeignCode) -> ForeignCode:
        self._numbers.setdefault(path, self._count)
        self._count += 1
        return code


def _rows(text: str, name: str) -> Iterator[_Row]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        head = [_OTHER_WORDS.get(word, word) for word in (cell.strip().lower() for cell in next(reader, []))]
        if "name" not in head or len({*head} & {*HEAD}) != sum(word in HEAD for word in head):
            raise UserError(f"“{name}” must begin with a line that names its columns: {','.join(HEAD)}.")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found = dict(zip(head, map(_plain, cells), strict=False))
                yield _Row({word: found.get(word, "") for word in HEAD}, f"“{name}”, line {reader.line_num}")
    except csv.Error as error:
        raise UserError(f"“{name}” is not CSV in line {reader.line_num}: {error}.") from None

"""Readable text as it grows out of HTML, with the way back to the file."""

import html
import re
from collections.abc import Iterator

from workbench.progress import ProgressReport, silent
from workbench.spans import OffsetMap, Run

_PIECE = re.compile(
    r"(?P<space>[ \t\n\f\r]+)|(?P<entity>&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<nul>\x00+)|(?P<chunk>&|[^ \t\n\f\r&\x00]+(?: [^ \t\n\f\r&\x00]+)*)"
)
_LINE_END = re.compile(r"\r\n?|\n")
_HTML_SPACE = " \t\n\f\r"
_MAX_DIGITS = 9
_PIECES_A_REPORT = 10_000


class TextWriter:
    """Collects visible characters, with white space collapsed as browsers do and breaks held back until needed.

    A stretch copied from the file becomes one run of equal lengths; a character reference or collapsed white space
    becomes a run that maps as a whole. A single line break or tab of the file read as a blank becomes no run at all:
    equal lengths would promise equal characters.
    """

    def __init__(self, source: str, report: ProgressReport = silent) -> None:
        self._source = source
        self._report = report
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self.length = 0
        self._break = ""
        self._space: tuple[int, int] | None = None

    def result(self) -> tuple[str, OffsetMap]:
        """The readable text and its offset map."""
        return "".join(self._parts), OffsetMap(tuple(self._runs))

    @property
    def broken(self) -> bool:
        """Whether the next character begins a new line."""
        return bool(self._break) or not self.length

    @property
    def paragraph_broken(self) -> bool:
        """Whether the next character begins a new paragraph."""
        return self._break == "\n\n" or not self.length

    def break_with(self, separator: str) -> None:
        """Let what follows stand apart, by one or by two line ends; the stronger wins."""
        self._break = max(self._break, separator, key=len)
        self._space = None

    def break_line(self) -> None:
        """A `<br>`; a second one in a row makes a paragraph."""
        self._break = "\n\n" if self._break in ("\n", "\n\n") else "\n"
        self._space = None

    def write(self, start: int, end: int) -> int:
        """Write the text between two offsets of the file; how many characters it came to."""
        before = self.length
        for piece in self._pieces(start, end):
            if piece.lastgroup == "space":
                self._hold_space(piece.start(), piece.end())
            elif piece.lastgroup == "chunk":
                self._ink(piece.start(), piece.end(), piece.group())
            elif piece.lastgroup == "entity":
                self._write_entity(piece.start(), piece.end(), piece.group())
        return self.length - before

    def write_preformatted(self, start: int, end: int) -> int:
        """Like `write`, but line ends and blanks stay."""
        before = self.length
        position = start
        for number, found in enumerate(_LINE_END.finditer(self._source, start, end), 1):
            if number % _PIECES_A_REPORT == 0:
                self._report("Reading", found.start(), len(self._source))
            self._write_kept(position, found.start())
            self._put(found.start(), found.end(), "\n")
            position = found.end()
        self._write_kept(position, end)
        return self.length - before

    def _pieces(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Characters, references and white space between two offsets of the file."""
        for number, piece in enumerate(_PIECE.finditer(self._source, start, end), 1):
            if number % _PIECES_A_REPORT == 0:
                self._report("Reading", piece.start(), len(self._source))
            yield piece

    def _write_kept(self, start: int, end: int) -> None:
        """One line of preformatted text."""
        for piece in self._pieces(start, end):
            if piece.lastgroup in ("space", "chunk"):
                self._ink(piece.start(), piece.end(), piece.group())
            elif piece.lastgroup == "entity":
                self._write_entity(piece.start(), piece.end(), piece.group())

    def _write_entity(self, start: int, end: int, reference: str) -> None:
        """A character reference; one that means nothing stays as it is written."""
        value = _resolve(reference)
        if value == reference:
            self._ink(start, end, reference)
        elif value and not value.strip(_HTML_SPACE):
            self._hold_space(start, end)
        elif value:
            self._ink(start, end, value)

    def _hold_space(self, start: int, end: int) -> None:
        """White space counts only between two visible characters, and once."""
        if self.length and not self._break and self._space is None:
            self._space = (start, end)

    def _ink(self, start: int, end: int, value: str) -> None:
        """Visible characters, after the break or blank that was held back."""
        if self.length and self._break:
            self._parts.append(self._break)
            self.length += len(self._break)
        elif self._space:
            self._put(*self._space, " ")
        self._break, self._space = "", None
        self._put(start, end, value)

    def _put(self, start: int, end: int, value: str) -> None:
        """Append `value`, which stands for the file from `start` to `end`."""
        copied = end - start == len(value) and self._source.startswith(value, start)
        if copied and self._runs and self._continues(start):
            last = self._runs[-1]
            self._runs[-1] = Run(last.text_start, last.length + len(value), last.file_start, last.length + len(value))
        elif copied or end - start != len(value):
            self._runs.append(Run(self.length, len(value), start, end - start))
        self._parts.append(value)
        self.length += len(value)

    def _continues(self, start: int) -> bool:
        """Whether a copy from `start` goes on where the last copy ended, in the text and in the file."""
        last = self._runs[-1]
        return (
            last.length == last.file_length
            and last.file_start + last.length == start
            and last.text_start + last.length == self.length
        )


def _resolve(reference: str) -> str:
    """What a character reference stands for; U+FFFD for numbers that are no character."""
    if reference.startswith("&#") and len(reference) > 3 + _MAX_DIGITS:
        return "�"
    value = html.unescape(reference)
    return value.replace("\0", "�")

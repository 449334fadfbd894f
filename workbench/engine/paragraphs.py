"""What borders the paragraphs of an archive have, token by token: of sentences and of quotations."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Longs
from workbench.engine.marks import Marks, marks_of

STARTS, ENDS, CLOSED = (np.uint8(1 << bit) for bit in range(3))
"""What a token's sign says: a sentence begins with it; one ends with it; so does a quotation, inside no other, with a
comma or stop before the mark."""
_FARTHEST = 0xFFFF
_REMEMBERED = 50_000
"""Of so many paragraphs the marks are kept; they take half a kilobyte each."""
_GAP = "\n\n"
"""What parts paragraphs; no sentence and no quotation runs across."""


class _Text(Protocol):
    @property
    def text(self) -> str: ...


class Paragraphs:
    """The paragraphs of an archive. What borders one has is read when it is asked for.

    `first` has the first token of every paragraph, and the number of tokens as last entry.
    """

    def __init__(self, archive: Archive, articles: Sequence[_Text]) -> None:
        self._archive, self._articles = archive, articles
        self.first: Longs = archive.paragraphs
        count = len(archive)
        self._read = np.zeros(len(self.first), np.bool_)
        self._signs = np.zeros(count, np.uint8)
        # How many tokens the longest quotation has that begins, or ends, with a token.
        self._opening, self._closing = np.zeros(count, np.uint16), np.zeros(count, np.uint16)
        self._remembered: dict[str, Marks] = {}

    def around(self, tokens: Longs) -> tuple[Longs, Longs]:
        """The first token of the paragraph that each token stands in, and the one behind its last; all are read."""
        number = np.searchsorted(self.first, tokens, side="right") - 1
        unread = np.unique(number[~self._read[number]])
        if len(unread):
            self._read_those(unread)
        return self.first[number], self.first[number + 1]

    def has(self, sign: np.uint8, tokens: Longs) -> Flags:
        """Whether tokens, of paragraphs that were read, have a sign."""
        found: Flags = (self._signs[tokens] & sign) != 0
        return found

    def opening(self, tokens: Longs) -> Longs:
        """How many tokens the quotation has that begins with a token, the longest of several; 0 for none."""
        return self._opening[tokens].astype(np.int64)

    def closing(self, tokens: Longs) -> Longs:
        """How many tokens the quotation has that ends with a token, the longest of several; 0 for none."""
        return self._closing[tokens].astype(np.int64)

    def _read_those(self, numbers: Longs) -> None:
        signs: dict[np.uint8, list[int]] = {STARTS: [], ENDS: [], CLOSED: []}
        quoted = list[tuple[int, int]]()
        docs = np.searchsorted(self._archive.first, self.first[numbers], side="right") - 1
        for doc, low, high in zip(
            docs.tolist(), self.first[numbers].tolist(), self.first[numbers + 1].tolist(), strict=True
        ):
            marks = self._marks(doc, low, high)
            signs[STARTS] += [low + token for token in marks.starts[:-1]]
            signs[ENDS] += [low + token for token in marks.ends[1:]]
            signs[CLOSED] += [low + token for token in marks.closed]
            quoted += [(low + at, low + beyond) for at, beyond in zip(*marks.opening, strict=True)]
        for sign, tokens in signs.items():
            self._signs[tokens] |= sign
        if quoted:
            begin, end = np.array(quoted, np.int64).T
            length = np.clip(end + 1 - begin, 0, _FARTHEST).astype(np.uint16)
            np.maximum.at(self._opening, begin, length)
            np.maximum.at(self._closing, end, length)
        self._read[numbers] = True

    def _marks(self, doc: int, low: int, high: int) -> Marks:
        """The marks of a paragraph, remembered by its text: copies of one story have paragraphs in common."""
        text, (start, end) = self._articles[doc].text, self._archive.offsets(doc)
        first = low - self._archive.tokens_of(doc)[0]
        starting, ending = start[first : first + high - low], end[first : first + high - low]
        gap = text.rfind(_GAP, 0, int(starting[0]))
        begin = gap + len(_GAP) if gap >= 0 else 0
        gap = text.find(_GAP, int(ending[-1]))
        paragraph = text[begin : gap if gap >= 0 else len(text)]
        marks = self._remembered.get(paragraph)
        if marks is None:
            marks = marks_of(paragraph, (starting - begin).tolist(), (ending - begin).tolist())
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[paragraph] = marks
        return marks

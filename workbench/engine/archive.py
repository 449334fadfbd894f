"""The archive: the tokens of all articles of a case, in the order of import, as the search for passages needs them.

What an archive holds of an article depends on that article alone. So an article's part of it can be kept in the case
and need not be made again when more articles come.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.engine.arrays import Flags, Ints, Longs, Words
from workbench.engine.articles import (
    BREAK,
    CLOSES,
    LEADS,
    NOTHING,
    OPENS,
    TURN,
    EngineArticle,
    Marks,
    Offsets,
    Row,
    Units,
    read,
    weights_of_marks,
)
from workbench.engine.sharing import Array
from workbench.engine.tokens import batches, borders
from workbench.engine.weights import UNITS
from workbench.engine.workers import threaded

_FEW = 4
"""Stretches of less than a quarter of all tokens are counted one by one."""
Counts = npt.NDArray[np.bool_] | npt.NDArray[np.uint8]


class _Growing:
    """An array that grows where it is: to gather its parts first takes twice the memory, and leaves it in pieces."""

    def __init__(self, first: npt.NDArray[Any]) -> None:
        self._type, self._bytes = first.dtype, bytearray(first.data)

    def add(self, part: npt.NDArray[Any]) -> None:
        self._bytes += part.data

    def array(self) -> npt.NDArray[Any]:
        return np.frombuffer(self._bytes, self._type)


class Archive:
    """The tokens of many articles in one row of arrays; `first[k]` is the number of the first token of article k.

    `first` has one entry more than there are articles. `kept` are the rows of the first articles, from an earlier run;
    the others are read from their texts, by `jobs` threads. `step` is told how many of how many parts are read, and may
    raise to end it.
    """

    def __init__(
        self,
        articles: Sequence[EngineArticle],
        kept: Sequence[Row] = (),
        step: Callable[[int, int], None] = lambda _done, _total: None,
        jobs: int = 1,
    ) -> None:
        self.fresh, self._articles = len(kept), articles
        fresh = articles[len(kept) :]
        tasks = [fresh[batch] for batch in batches([len(article.text) for article in fresh])]
        columns = [_Growing(column) for column in (*NOTHING.row, *NOTHING.offsets, NOTHING.counts)]
        for part in threaded(read, tasks, lambda done: step(done, len(tasks)), jobs):
            parts: Sequence[npt.NDArray[Any]] = (*part.row, *part.offsets, part.counts)
            for column, more in zip(columns, parts, strict=True):
                column.add(more)
        word, stem, marks, self._start, self._end, counts = (column.array() for column in columns)
        rows = [*kept, Row(word, stem, marks)]
        self.word: Words = _joined([row.word for row in rows])
        self.stem: Words = _joined([row.stem for row in rows])
        self.marks: Marks = _joined([row.marks for row in rows])
        sizes = np.concatenate(([0], [len(row.word) for row in kept], counts))
        self.first: Longs = np.cumsum(sizes, dtype=np.int64)

    @classmethod
    def of(cls, columns: Mapping[str, Array], articles: Sequence[EngineArticle]) -> "Archive":
        """The archive whose arrays `columns` are, without its words: what has been aligned needs only their stems."""
        archive = cls(())
        archive.stem, archive.marks = columns["stem"], columns["marks"]
        archive.first, archive._start, archive._end = (columns[name] for name in ("first", "start", "end"))
        archive.fresh, archive._articles = int(columns["fresh"][0]), articles
        return archive

    @property
    def columns(self) -> dict[str, Array]:
        """The arrays that the archive consists of, but for its words."""
        return {
            "stem": self.stem,
            "marks": self.marks,
            "first": self.first,
            "start": self._start,
            "end": self._end,
            "fresh": np.array([self.fresh], np.int64),
        }

    def __len__(self) -> int:
        return len(self.stem)

    def row(self, doc: int) -> Row:
        """What there is of one article."""
        here = slice(*self.tokens_of(doc))
        return Row(self.word[here], self.stem[here], self.marks[here])

    def tokens_of(self, doc: int) -> tuple[int, int]:
        """The numbers of the first token of an article and of the one after its last."""
        return int(self.first[doc]), int(self.first[doc + 1])

    def offsets(self, doc: int) -> Offsets:
        """Where the tokens of an article stand in its text."""
        if doc >= self.fresh:
            known = int(self.first[self.fresh])
            low, high = (token - known for token in self.tokens_of(doc))
            return Offsets(self._start[low:high], self._end[low:high])
        if doc not in self._cut:
            self._cut[doc] = Offsets(*borders(self._articles[doc].text))
        return self._cut[doc]

    @cached_property
    def _cut(self) -> dict[int, Offsets]:
        return {}

    def code_points(self, docs: Longs, start: Longs, end: Longs) -> tuple[Longs, Longs]:
        """Where stretches of tokens, in articles of these numbers, begin and end in their texts."""
        begin, final = np.zeros(len(docs), np.int64), np.zeros(len(docs), np.int64)
        known, fresh = int(self.first[self.fresh]), docs >= self.fresh
        begin[fresh], final[fresh] = self._start[start[fresh] - known], self._end[end[fresh] - 1 - known]
        order = np.flatnonzero(~fresh)
        order = order[np.argsort(docs[order], kind="stable")]
        for some in np.split(order, np.flatnonzero(np.diff(docs[order])) + 1) if len(order) else []:
            doc = int(docs[some[0]])
            offsets, first = self.offsets(doc), self.first[doc]
            begin[some], final[some] = offsets.start[start[some] - first], offsets.end[end[some] - 1 - first]
        return begin, final

    def rooms(self, docs: Longs, start: Longs, end: Longs) -> tuple[Longs, Longs]:
        """The sentences that stretches of tokens stand in: from where one may begin to where the next may."""
        breaks = self._breaks_at
        # The first token of a text begins a sentence.
        first = breaks[np.searchsorted(breaks, start, side="right") - 1]
        following = np.append(breaks, len(self))[np.searchsorted(breaks, end)]
        return first, np.minimum(following, self.first[docs + 1])

    @cached_property
    def _breaks_at(self) -> Longs:
        return np.flatnonzero(self.breaks)

    def totals(self, of: Callable[[Marks], Counts], start: Longs, end: Longs) -> Longs:
        """What the tokens of some stretches count together, each what `of` says of its mark."""
        sizes = end - start
        if int(sizes.sum()) * _FEW > len(self):
            before = np.zeros(len(self) + 1, np.int64)
            np.cumsum(of(self.marks), dtype=np.int64, out=before[1:])
            return before[end] - before[start]
        tokens = np.arange(int(sizes.sum())) + np.repeat(start - np.cumsum(sizes) + sizes, sizes)
        stretch = np.repeat(np.arange(len(sizes)), sizes)
        return np.bincount(stretch, of(self.marks[tokens]), minlength=len(sizes)).astype(np.int64)

    def has(self, mark: np.uint16) -> Flags:
        """For every token whether it has a mark."""
        found: Flags = (self.marks & mark) != 0
        return found

    def weights(self, low: int, high: int) -> list[float]:
        """The weights of some tokens."""
        weights: list[float] = (weights_of_marks()[self.marks[low:high]] / UNITS).tolist()
        return weights

    @cached_property
    def units(self) -> Units:
        """The weight of every token in units."""
        return weights_of_marks()[self.marks]

    @cached_property
    def breaks(self) -> Flags:
        """For every token whether a sentence may begin with it."""
        return self.has(BREAK)

    def parted(self, tokens: Longs) -> Flags:
        """Of some tokens whether a sentence or a quotation may begin with each, or have ended with the one before."""
        begins = (self.marks[tokens] & (BREAK | OPENS)) != 0
        parted: Flags = begins | ((tokens > 0) & ((self.marks[tokens - 1] & CLOSES) != 0))
        return parted

    @cached_property
    def stretch(self) -> Ints:
        """For every token the number of its stretch of text, which no passage may cross."""
        return np.repeat(np.arange(len(self.turns) - 1, dtype=np.int32), np.diff(self.turns))

    @cached_property
    def turns(self) -> Longs:
        """The number of the first token of every stretch, with the number of tokens as last entry."""
        return np.append(np.flatnonzero(self.has(TURN)), len(self)).astype(np.int64)

    @cached_property
    def paragraphs(self) -> Longs:
        """The number of the first token of every paragraph, with the number of tokens as last entry."""
        return np.append(np.flatnonzero(self.has(LEADS)), len(self)).astype(np.int64)

    @cached_property
    def doc_of_stretch(self) -> Ints:
        """For every stretch the number of its article."""
        return (np.searchsorted(self.first, self.turns[:-1], side="right") - 1).astype(np.int32)

    def doc_of(self, tokens: Longs | Ints) -> Ints:
        """The numbers of the articles that some tokens stand in."""
        docs: Ints = self.doc_of_stretch.take(self.stretch.take(tokens))
        return docs


def _joined(rows: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    return rows[0] if len(rows) == 1 else np.concatenate(rows)

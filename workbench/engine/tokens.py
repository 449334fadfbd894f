"""Articles as arrays of tokens, cut once and vectorised, with offsets into the texts as they are.

A token is a word of a language written with spaces; Chinese, Japanese and Thai count by characters.
Two tokens are the same when their folded characters are (case and the form of apostrophes do not count), and
akin when their stems are: a stem is the first six characters, cheap and good enough to bridge inflection.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from workbench.text.folding import fold

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

STEM_LENGTH = 6
_PLANE = 0x10000
_OTHER, _WORD, _JOINER, _ALONE = 0, 1, 2, 3
_BATCH = 4_000_000
_SENTENCE_ENDS = np.array([ord(c) for c in ".!?\n…。！？"], np.uint32)
_STOPS = np.array([ord(c) for c in ".,!?…"], np.uint32)
_QUOTES = np.array([ord(c) for c in "'\"«»「」"], np.uint32)
_PRIME = np.uint64(1099511628211)
_POWERS = np.cumprod(np.concatenate((np.ones(1, np.uint64), np.full(63, _PRIME))), dtype=np.uint64)


@cache
def _tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """For every character of the basic plane its class and its folded form."""
    characters = [chr(code) for code in range(_PLANE)]
    classes = np.array([_class_of(character) for character in characters], np.uint8)
    folded = np.array([ord(fold(character)) for character in characters], np.uint32)
    return classes, folded


def _class_of(character: str) -> int:
    if character in "'’ʼ\u00ad\u200c\u200d":
        return _JOINER
    if not character.isalnum():
        return _WORD if unicodedata.category(character).startswith("M") else _OTHER
    code = ord(character)
    written_without_spaces = 0x0E00 <= code <= 0x0EFF or 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF
    return _ALONE if written_without_spaces else _WORD


def mix(hashes: Hashes) -> Hashes:
    """Spread hashes over all their bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


@dataclass(frozen=True)
class Cut:
    """The tokens of one stretch of text, one entry a token in every array.

    `start` and `end` are code points; `word` and `stem` are hashes; `breaks` says whether a sentence may end between
    the token and the one before, `name` whether the token has a capital inside a sentence, `opens` and `closes`
    whether a quotation mark stands right before or after it.
    """

    start: Longs
    end: Longs
    word: Hashes
    stem: Hashes
    breaks: Flags
    name: Flags
    opens: Flags
    closes: Flags


def cut(text: str) -> Cut:
    """Cut `text` into tokens."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes, folded = _classify(codes)
    start, end = _borders(classes)
    if not len(start):
        longs, hashes, flags = np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.bool_)
        return Cut(longs, longs, hashes, hashes, flags, flags, flags, flags)
    word, stem = _hashes(folded, classes, start, end)
    breaks = np.ones(len(start), np.bool_)
    breaks[1:] = _any_between(np.isin(folded, _SENTENCE_ENDS), end[:-1], start[1:])
    # Two characters of padding, so that the look beyond the last word finds something.
    quotes = np.append(np.isin(folded, _QUOTES), [False, False])
    stops = np.append(np.isin(folded, _STOPS), [False, False])
    opens = (start > 0) & quotes[start - 1]
    closes = quotes[end] | (stops[end] & quotes[end + 1])
    name = (folded[start] != codes[start]) & ~breaks
    return Cut(start, end, word, stem, breaks, name, opens, closes)


def _any_between(flags: Flags, low: Longs, high: Longs) -> Flags:
    """For each pair of borders whether a flagged character lies between them."""
    seen: Longs = np.concatenate((np.zeros(1, np.int64), np.cumsum(flags, dtype=np.int64)))
    return np.greater(seen[np.maximum(high, low)], seen[low])


def _classify(codes: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    table, folding = _tables()
    high = codes >= _PLANE
    low = np.where(high, 0, codes)
    classes, folded = table[low], folding[low]
    if high.any():
        folded[high] = codes[high]
        rare, where = np.unique(codes[high], return_inverse=True)
        classes[high] = np.array([_ALONE if chr(code).isalnum() else _OTHER for code in rare], np.uint8)[where]
    return classes, folded


def _borders(classes: npt.NDArray[np.uint8]) -> tuple[Longs, Longs]:
    """Where tokens start and end: runs of word characters, joiners only between two of them."""
    inside = classes == _WORD
    joiners = np.flatnonzero(classes == _JOINER)
    joiners = joiners[(joiners > 0) & (joiners < len(classes) - 1)]
    inside[joiners[(classes[joiners - 1] == _WORD) & (classes[joiners + 1] == _WORD)]] = True
    steps = np.diff(inside.astype(np.int8), prepend=0, append=0)
    alone = np.flatnonzero(classes == _ALONE)
    start = np.concatenate((np.flatnonzero(steps == 1), alone))
    end = np.concatenate((np.flatnonzero(steps == -1), alone + 1))
    order = np.argsort(start, kind="stable")
    return start[order], end[order]


def _hashes(
    folded: npt.NDArray[np.uint32], classes: npt.NDArray[np.uint8], start: Longs, end: Longs
) -> tuple[Hashes, Hashes]:
    """Hashes of the folded characters of each token, whole and of its stem; joiners do not count."""
    lengths = end - start
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)[:-1]))
    where = np.arange(int(lengths.sum())) + np.repeat(start - first, lengths)
    counts = classes[where] != _JOINER
    before = np.cumsum(counts) - counts
    within = before - np.repeat(before[first], lengths)
    values = (folded[where].astype(np.uint64) + np.uint64(1)) * _POWERS[np.minimum(within, len(_POWERS) - 1)]
    values[~counts] = 0
    word = mix(np.add.reduceat(values, first))
    values[within >= STEM_LENGTH] = 0
    return word, mix(np.add.reduceat(values, first) + np.uint64(7))


class Corpus:
    """The tokens of many texts in one row of arrays.

    `start` and `end` are offsets into the text that `doc` numbers; `first[d]` is the number of the first token of
    text `d`, with one entry more than there are texts. `word` and `stem` are dense ids, `word_hash` what the word ids
    stand for; the flags are those of `Cut`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        cuts, counts = [], []
        for batch_start, batch_end in _batches(texts):
            lengths = np.array([len(text) + 2 for text in texts[batch_start:batch_end]], np.int64)
            origin = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
            pieces = cut("\n\n".join(texts[batch_start:batch_end]))
            bounds = np.searchsorted(pieces.start, origin)
            count = np.diff(bounds)
            shift = np.repeat(origin[:-1], count)
            cuts.append(replace(pieces, start=pieces.start - shift, end=pieces.end - shift))
            counts.append(count)
        self.texts = texts
        self.first: Longs = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.concatenate([*counts, []])))).astype(
            np.int64
        )
        self.start: Ints = _joined([c.start for c in cuts]).astype(np.int32)
        self.end: Ints = _joined([c.end for c in cuts]).astype(np.int32)
        self.breaks, self.name, self.opens, self.closes = (
            _joined([getattr(c, flag) for c in cuts]).astype(np.bool_) for flag in ("breaks", "name", "opens", "closes")
        )
        self.doc: Ints = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(self.first))
        self.word_hash, self.word, self.word_count = _dense(_joined([c.word for c in cuts]).astype(np.uint64))
        _, self.stem, self.stem_count = _dense(_joined([c.stem for c in cuts]).astype(np.uint64))

    def __len__(self) -> int:
        return len(self.start)

    def tokens_of(self, doc: int) -> tuple[int, int]:
        """The numbers of the first token of a text and of the one after its last."""
        return int(self.first[doc]), int(self.first[doc + 1])

    @cached_property
    def stem_of_word(self) -> Ints:
        """The stem id of each word id."""
        stems = np.zeros(len(self.word_count), np.int32)
        stems[self.word] = self.stem
        return stems


def _batches(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Groups of neighbouring texts of some million characters each, to bound memory."""
    batches, start, size = [], 0, 0
    for k, text in enumerate(texts):
        size += len(text) + 2
        if size >= _BATCH:
            batches.append((start, k + 1))
            start, size = k + 1, 0
    return [*batches, (start, len(texts))] if start < len(texts) else batches


def _joined(arrays: Sequence[npt.NDArray[np.generic]]) -> npt.NDArray[np.generic]:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)


def _dense(hashes: Hashes) -> tuple[Hashes, Ints, Longs]:
    """The hashes that occur, dense ids in place of hashes, and how often each occurs."""
    found, ids, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    return found, ids.astype(np.int32), counts.astype(np.int64)

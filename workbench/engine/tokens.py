"""Articles as arrays of tokens, cut once and vectorised, with offsets into the texts as they are.

A token is a word of a language written with spaces; Chinese, Japanese, Thai and their like count by characters, each
with the signs that belong to it. Two tokens are the same when their bare characters are (case, accents and the form of
apostrophes do not count), and akin when their stems are: a stem is the first six characters, cheap and good enough to
bridge inflection.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from workbench.engine.arrays import Bytes, Flags, Hashes, Ints, Longs, Words, mix, powers
from workbench.engine.characters import ALONE, CAPITAL, CLASS, END, JOINER, QUOTE, SIGN, STOP, WORD, characters

STEM_LENGTH = 6
_BATCH = 1 << 17
"""So many characters are cut at once that the arrays stay in the cache of a processor."""
_PRIME = np.uint64(1099511628211)
_INVERSE = np.uint64(pow(1099511628211, -1, 1 << 64))


@dataclass(frozen=True)
class Cut:
    """The tokens of one stretch of text, one entry a token in every array.

    `start` and `end` are code points; `word` and `stem` are hashes of 32 bits; `breaks` says whether a sentence may end
    between the token and the one before, `name` whether the token has a capital inside a sentence, `opens` and `closes`
    whether a quotation mark stands right before or after it, `alone` whether it is a character of a language written
    without spaces, `leads` whether a paragraph begins with it.
    """

    start: Ints
    end: Ints
    word: Words
    stem: Words
    breaks: Flags
    name: Flags
    opens: Flags
    closes: Flags
    alone: Flags
    leads: Flags


_LEAST_SHOUTED, _NEARLY_ALL = 5, 0.8
"""Where so many words behind a sentence's first are in capitals, nearly all of them, capitals say nothing of names."""
_LINE_END = ord("\n")


def cut(text: str) -> Cut:
    """Cut `text` into tokens."""
    codes = _codes(text)
    kinds = characters().kinds(codes)
    classes = kinds & CLASS
    start, end = _borders(classes)
    if not len(start):
        ints, words, flags = np.zeros(0, np.int32), np.zeros(0, np.uint32), np.zeros(0, np.bool_)
        return Cut(ints, ints, words, words, flags, flags, flags, flags, flags, flags)
    word, stem = _hashes(codes, classes, start, end)
    breaks = np.ones(len(start), np.bool_)
    breaks[1:] = _any_between((kinds & END) != 0, end[:-1], start[1:])
    leads = np.ones(len(start), np.bool_)
    line_ends = codes == _LINE_END
    leads[1:] = _any_between(np.append(line_ends[:-1] & line_ends[1:], False), end[:-1], start[1:])
    # Two characters of padding, so that the look beyond the last word finds something.
    padded = np.append(kinds, np.zeros(2, np.uint8))
    first, behind, beyond = kinds.take(start), padded.take(end), padded.take(end + 1)
    opens = (start > 0) & ((padded.take(start - 1) & QUOTE) != 0)
    closes = ((behind & QUOTE) != 0) | (((behind & STOP) != 0) & ((beyond & QUOTE) != 0))
    name = _named(codes, (kinds & CAPITAL) != 0, start, end, breaks)
    return Cut(start, end, word, stem, breaks, name, opens, closes, (first & CLASS) == ALONE, leads)


def _named(codes: Words, capital: Flags, start: Ints, end: Ints, breaks: Flags) -> Flags:
    """Which tokens have a capital inside a sentence that is not all in capitals, as headlines are."""
    name: Flags = capital.take(start) & ~breaks
    which = np.flatnonzero(name)
    which = which[end[which] - start[which] > 1]
    loud = which[capital[start[which] + 1]]
    edges = np.append(np.flatnonzero(breaks), len(start))
    louds = np.bincount(np.searchsorted(edges, loud, side="right") - 1, minlength=1)
    for sentence in np.flatnonzero(louds >= _LEAST_SHOUTED).tolist():
        low, high = edges[sentence : sentence + 2].tolist()
        if louds[sentence] >= _NEARLY_ALL * _cased(codes, start[low + 1 : high]):
            name[low:high] = False
    return name


def _cased(codes: Words, start: Ints) -> int:
    """How many tokens begin with a letter that is a capital or a small one."""
    return sum(chr(code).lower() != chr(code).upper() for code in codes[start].tolist())


def borders(text: str) -> tuple[Ints, Ints]:
    """Where the tokens of `text` start and end: the same as those of `cut`, much sooner."""
    return _borders(characters().kinds(_codes(text)) & CLASS)


def _codes(text: str) -> Words:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _any_between(flags: Flags, low: Ints, high: Ints) -> Flags:
    """For each pair of borders whether a flagged character lies between them."""
    seen = np.concatenate((np.zeros(1, np.int32), np.cumsum(flags, dtype=np.int32)))
    return np.greater(seen.take(np.maximum(high, low)), seen.take(low))


def _borders(classes: Bytes) -> tuple[Ints, Ints]:
    """Where tokens start and end: runs of word characters, joiners only between two of them."""
    inside, alone = classes == WORD, classes == ALONE
    attached = classes >= SIGN
    if attached.any():
        carrier = np.maximum.accumulate(np.where(attached, 0, np.arange(len(classes), dtype=np.int32)))
        inside |= attached & inside[carrier]
        attached &= alone[carrier]
    joiners = np.flatnonzero(classes == JOINER)
    joiners = joiners[(joiners > 0) & (joiners < len(classes) - 1)]
    inside[joiners[inside[joiners - 1] & inside[joiners + 1]]] = True
    start, end = _runs(inside)
    if not alone.any():
        return start, end
    alone_start = np.flatnonzero(alone).astype(np.int32)
    _, run_end = _runs(alone | attached)
    limit = run_end[np.searchsorted(run_end, alone_start, side="right")]
    alone_end = np.minimum(limit, np.append(alone_start[1:], limit[-1]))
    start, end = np.concatenate((start, alone_start)), np.concatenate((end, alone_end))
    order = np.argsort(start, kind="stable")
    return start[order], end[order]


def _runs(flags: Flags) -> tuple[Ints, Ints]:
    framed = np.zeros(len(flags) + 2, np.bool_)
    framed[1:-1] = flags
    steps = np.flatnonzero(framed[1:] != framed[:-1]).astype(np.int32)
    return steps[::2], steps[1::2]


def _hashes(codes: Words, classes: Bytes, start: Ints, end: Ints) -> tuple[Words, Words]:
    """Hashes of the folded characters of each token, whole and of its stem; joiners do not count.

    The hash of a run is the difference of two sums over the whole text, divided by the power at which the run begins
    (Karp and Rabin 1987, modulo 2 to the 64).
    """
    counted = (classes == WORD) | (classes == ALONE) | (classes == SIGN)
    before = np.concatenate((np.zeros(1, np.int32), np.cumsum(counted, dtype=np.int32)))
    total = np.zeros(int(before[-1]) + 1, np.uint64)
    values = characters().folded(codes.compress(counted))
    values *= _powers(_PRIME, len(values))
    np.cumsum(values, out=total[1:])
    first, last = before.take(start), before.take(end)
    unit, origin = _powers(_INVERSE, len(total)).take(first), total.take(first)
    word = (total.take(last) - origin) * unit
    stem = (total.take(np.minimum(last, first + STEM_LENGTH)) - origin) * unit
    return _short(word), _short(stem + np.uint64(7))


def _short(hashes: Hashes) -> Words:
    return (mix(hashes) >> np.uint64(32)).astype(np.uint32)


@cache
def _powers_of_a_batch(base: np.uint64) -> Hashes:
    return powers(base, 2 * _BATCH)


def _powers(base: np.uint64, count: int) -> Hashes:
    return _powers_of_a_batch(base)[:count] if count <= 2 * _BATCH else powers(base, count)


class Corpus:
    """The tokens of many texts in one row of arrays.

    `start` and `end` are offsets into the text that `doc` numbers; `first[d]` is the number of the first token of
    text `d`, with one entry more than there are texts. The others are those of `Cut`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        cuts, counts = [], [np.zeros(0, np.int64)]
        for batch in batches([len(text) for text in texts]):
            pieces, count = _cut_together(texts[batch])
            cuts.append(pieces)
            counts.append(count)
        self.first: Longs = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.concatenate(counts)))).astype(np.int64)
        empty = cut("")
        pieces = Cut(*(np.concatenate([getattr(c, name) for c in (empty, *cuts)]) for name in Cut.__match_args__))
        self.start, self.end, self.word, self.stem = pieces.start, pieces.end, pieces.word, pieces.stem
        self.breaks, self.name, self.opens, self.closes = pieces.breaks, pieces.name, pieces.opens, pieces.closes
        self.alone, self.leads = pieces.alone, pieces.leads
        self.doc: Ints = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(self.first))

    def __len__(self) -> int:
        return len(self.start)

    def tokens_of(self, doc: int) -> tuple[int, int]:
        """The numbers of the first token of a text and of the one after its last."""
        return int(self.first[doc]), int(self.first[doc + 1])


def _cut_together(texts: Sequence[str]) -> tuple[Cut, Longs]:
    """The tokens of some texts, with offsets into each, and how many each has."""
    origin = np.cumsum([0, *(len(text) + 2 for text in texts)], dtype=np.int64).astype(np.int32)
    pieces = cut("\n\n".join(texts))
    count = np.diff(np.searchsorted(pieces.start, origin))
    shift = np.repeat(origin[:-1], count)
    return replace(pieces, start=pieces.start - shift, end=pieces.end - shift), count


def batches(lengths: Sequence[int]) -> list[slice]:
    """Groups of neighbouring texts of some hundred thousand characters each: they are cut soonest."""
    found, start, size = [], 0, 0
    for k, length in enumerate(lengths):
        size += length + 2
        if size >= _BATCH:
            found.append(slice(start, k + 1))
            start, size = k + 1, 0
    return [*found, slice(start, len(lengths))] if start < len(lengths) else found

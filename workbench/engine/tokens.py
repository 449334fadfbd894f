"""Articles as arrays of tokens, cut once and vectorised, with offsets into the texts as they are.

A token is a word of a language written with spaces; Chinese, Japanese, Thai and their like count by characters, each
with the signs that belong to it. Two tokens are the same when their bare characters are (case, accents and the form of
apostrophes do not count), and akin when their stems are: a stem is the first six characters, cheap and good enough to
bridge inflection.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from workbench.text.folding import bare, is_diacritic

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Words = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

STEM_LENGTH = 6
_PLANE = 0x10000
_OTHER, _WORD, _JOINER, _ALONE, _SIGN, _MARK = range(6)
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LEAST_SHOUTED, _NEARLY_ALL = 5, 0.8
"""Where so many words behind a sentence's first are in capitals, nearly all of them, capitals say nothing of names."""
_BATCH = 1_000_000
_SENTENCE_ENDS = np.array([ord(c) for c in ".!?\n…。！？।॥؟۔။።។"], np.uint32)
_STOPS = np.array([ord(c) for c in ".,!?…"], np.uint32)
_QUOTES = np.array([ord(c) for c in "'\"«»「」"], np.uint32)
_PRIME = np.uint64(1099511628211)
_INVERSE = np.uint64(pow(1099511628211, -1, 1 << 64))


@cache
def _tables() -> tuple[npt.NDArray[np.uint8], Words, Flags]:
    """For every character of the basic plane its class, its bare form and whether it is a capital."""
    characters = [chr(code) for code in range(_PLANE)]
    classes = np.array([_class_of(character) for character in characters], np.uint8)
    folded = np.array([ord(bare(character)) for character in characters], np.uint32)
    return classes, folded, np.array([character.isupper() for character in characters], np.bool_)


def _class_of(character: str) -> int:
    """What a character is to a word: a sign is a part of the character before it, a mark is so and does not count."""
    category = unicodedata.category(character)
    if character in "'’ʼ" or category == "Cf":
        return _JOINER
    if is_diacritic(character):
        return _MARK
    if category.startswith("M"):
        return _SIGN
    if not character.isalnum():
        return _OTHER
    return _ALONE if _SPACELESS.match(character) else _WORD


def mix(hashes: Hashes) -> Hashes:
    """Spread hashes over all their bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


@dataclass(frozen=True)
class Cut:
    """The tokens of one stretch of text, one entry a token in every array.

    `start` and `end` are code points; `word` and `stem` are hashes of 32 bits; `breaks` says whether a sentence may end
    between the token and the one before, `name` whether the token has a capital inside a sentence, `opens` and `closes`
    whether a quotation mark stands right before or after it, `alone` whether it is a character of a language written
    without spaces.
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


def cut(text: str) -> Cut:
    """Cut `text` into tokens."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes, folded = _classify(codes)
    start, end = _borders(classes)
    if not len(start):
        ints, words, flags = np.zeros(0, np.int32), np.zeros(0, np.uint32), np.zeros(0, np.bool_)
        return Cut(ints, ints, words, words, flags, flags, flags, flags, flags)
    word, stem = _hashes(folded, classes, start, end)
    breaks = np.ones(len(start), np.bool_)
    breaks[1:] = _any_between(_among(folded, _SENTENCE_ENDS), end[:-1], start[1:])
    # Two characters of padding, so that the look beyond the last word finds something.
    quotes = np.append(_among(folded, _QUOTES), [False, False])
    stops = np.append(_among(folded, _STOPS), [False, False])
    opens = (start > 0) & quotes[start - 1]
    closes = quotes[end] | (stops[end] & quotes[end + 1])
    name = _named(codes, start, end, breaks)
    return Cut(start, end, word, stem, breaks, name, opens, closes, classes[start] == _ALONE)


def _named(codes: Words, start: Ints, end: Ints, breaks: Flags) -> Flags:
    """Which tokens have a capital inside a sentence that is not all in capitals, as headlines are."""
    capital = _tables()[2]
    name: Flags = capital[np.minimum(codes[start], _PLANE - 1)] & ~breaks
    which = np.flatnonzero(name)
    which = which[end[which] - start[which] > 1]
    loud = which[capital[np.minimum(codes[start[which] + 1], _PLANE - 1)]]
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
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if len(codes) and codes.max() < _PLANE:
        return _borders(_tables()[0][codes])
    return _borders(_classify(codes)[0])


def _among(folded: Words, characters: Words) -> Flags:
    """Which characters are one of a few."""
    table = np.zeros(_PLANE, np.bool_)
    table[characters] = True
    found: Flags = table[np.minimum(folded, _PLANE - 1)]
    return found


def _any_between(flags: Flags, low: Ints, high: Ints) -> Flags:
    """For each pair of borders whether a flagged character lies between them."""
    seen = np.concatenate((np.zeros(1, np.int32), np.cumsum(flags, dtype=np.int32)))
    return np.greater(seen[np.maximum(high, low)], seen[low])


def _classify(codes: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    table, folding, _ = _tables()
    high = codes >= _PLANE
    low = np.where(high, 0, codes)
    classes, folded = table[low], folding[low]
    if high.any():
        rare, where = np.unique(codes[high], return_inverse=True)
        folded[high] = np.array([ord(bare(chr(code))) for code in rare], np.uint32)[where]
        classes[high] = np.array([_class_of(chr(code)) for code in rare], np.uint8)[where]
    return classes, folded


def _borders(classes: npt.NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where tokens start and end: runs of word characters, joiners only between two of them."""
    inside, alone = classes == _WORD, classes == _ALONE
    attached = classes >= _SIGN
    if attached.any():
        carrier = np.maximum.accumulate(np.where(attached, 0, np.arange(len(classes), dtype=np.int32)))
        inside |= attached & inside[carrier]
        attached &= alone[carrier]
    joiners = np.flatnonzero(classes == _JOINER)
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


def _hashes(folded: Words, classes: npt.NDArray[np.uint8], start: Ints, end: Ints) -> tuple[Words, Words]:
    """Hashes of the folded characters of each token, whole and of its stem; joiners do not count.

    The hash of a run is the difference of two sums over the whole text, divided by the power at which the run begins
    (Karp and Rabin 1987, modulo 2 to the 64).
    """
    counted = (classes == _WORD) | (classes == _ALONE) | (classes == _SIGN)
    before = np.concatenate((np.zeros(1, np.int32), np.cumsum(counted, dtype=np.int32)))
    values = folded[counted].astype(np.uint64) + np.uint64(1)
    powers, inverses = _powers(_PRIME, len(values) + 1), _powers(_INVERSE, len(values) + 1)
    total = np.concatenate((np.zeros(1, np.uint64), np.cumsum(values * powers[:-1], dtype=np.uint64)))
    first, last = before[start], before[end]
    unit = inverses[first]
    word = (total[last] - total[first]) * unit
    stem = (total[np.minimum(last, first + STEM_LENGTH)] - total[first]) * unit
    return _short(word), _short(stem + np.uint64(7))


def _short(hashes: Hashes) -> Words:
    return (mix(hashes) >> np.uint64(32)).astype(np.uint32)


def powers(base: np.uint64, count: int) -> Hashes:
    """The first powers of a number, modulo 2 to the 64."""
    found = np.full(count, base, np.uint64)
    found[:1] = 1
    return np.cumprod(found, dtype=np.uint64)


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
        for batch_start, batch_end in _batches(texts):
            lengths = np.array([len(text) + 2 for text in texts[batch_start:batch_end]], np.int64)
            origin = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))).astype(np.int32)
            pieces = cut("\n\n".join(texts[batch_start:batch_end]))
            bounds = np.searchsorted(pieces.start, origin)
            count = np.diff(bounds)
            shift = np.repeat(origin[:-1], count)
            cuts.append(replace(pieces, start=pieces.start - shift, end=pieces.end - shift))
            counts.append(count)
        self.first: Longs = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.concatenate(counts)))).astype(np.int64)
        empty = cut("")
        pieces = Cut(*(np.concatenate([getattr(c, name) for c in (empty, *cuts)]) for name in Cut.__match_args__))
        self.start, self.end, self.word, self.stem = pieces.start, pieces.end, pieces.word, pieces.stem
        self.breaks, self.name, self.opens, self.closes = pieces.breaks, pieces.name, pieces.opens, pieces.closes
        self.alone = pieces.alone
        self.doc: Ints = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(self.first))

    def __len__(self) -> int:
        return len(self.start)

    def tokens_of(self, doc: int) -> tuple[int, int]:
        """The numbers of the first token of a text and of the one after its last."""
        return int(self.first[doc]), int(self.first[doc + 1])


def _batches(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Groups of neighbouring texts of some million characters each, to bound memory."""
    batches, start, size = [], 0, 0
    for k, text in enumerate(texts):
        size += len(text) + 2
        if size >= _BATCH:
            batches.append((start, k + 1))
            start, size = k + 1, 0
    return [*batches, (start, len(texts))] if start < len(texts) else batches

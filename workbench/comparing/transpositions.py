"""Phrases that some renderings have in one column and others in another, edited on the way or not."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from workbench.comparing.joining import STAGE
from workbench.comparing.kinds import CONTENT, weight
from workbench.comparing.moves import FEWEST, LIKE
from workbench.comparing.tokens import tokens
from workbench.progress import ProgressReport
from workbench.spans import Span

MOST = 20_000
"""More pairs of phrases than this are not compared."""


class Crossing(NamedTuple):
    """Two columns, and the rows that have a phrase in the one and in the other."""

    columns: tuple[int, int]
    earlier: tuple[int, ...]
    later: tuple[int, ...]


class _Phrase(NamedTuple):
    """The words of a reading, the rows that have it and the rows that have nothing in its column."""

    column: int
    words: tuple[str, ...]
    rows: frozenset[int]
    blank: frozenset[int]


def transposed(rows: Sequence[Sequence[Span]], texts: Sequence[str], report: ProgressReport) -> list[Crossing]:
    """The phrases that stand in one column for some rows and in another for the rest, each in one crossing at most.

    Those that have it in the one column have nothing in the other.
    """
    phrases = _phrases(rows, texts, report)
    candidates = []
    for one, other in _sharing(phrases):
        first, second = phrases[one], phrases[other]
        earlier, later = first.rows & second.blank, second.rows & first.blank
        if earlier and later:
            likeness = Indel.normalized_similarity(first.words, second.words)
            if likeness >= LIKE:
                candidates.append((-likeness, second.column - first.column, one, other, earlier, later))
    taken: set[int] = set()
    found = []
    for _, _, one, other, earlier, later in sorted(candidates, key=lambda candidate: candidate[:4]):
        if not {one, other} & taken:
            taken |= {one, other}
            columns = (phrases[one].column, phrases[other].column)
            found.append(Crossing(columns, tuple(sorted(earlier)), tuple(sorted(later))))
    return sorted(found)


def _phrases(rows: Sequence[Sequence[Span]], texts: Sequence[str], report: ProgressReport) -> list[_Phrase]:
    """The readings of two words or more in columns in which some rows have nothing."""
    phrases = []
    for number, row in enumerate(rows):
        if not number % 64:
            report(STAGE, len(texts), len(texts))
        said: dict[str, set[int]] = {}
        for k, (span, text) in enumerate(zip(row, texts, strict=True)):
            said.setdefault(span.of(text), set()).add(k)
        blank = frozenset(k for text in said if not text.strip() for k in said[text])
        if not blank:
            continue
        for text in sorted(said):
            words = _words(text) if len(text.strip()) > FEWEST else ()
            if len(words) >= FEWEST:
                phrases.append(_Phrase(number, words, frozenset(said[text]), blank))
    return phrases


def _words(text: str) -> tuple[str, ...]:
    side = tokens(text)
    return tuple(key for key, word in zip(side.keys, side.words, strict=True) if word)


def _sharing(phrases: Sequence[_Phrase]) -> list[tuple[int, int]]:
    """The pairs of phrases of different columns that may be one: up to `MOST`, what is rarest first.

    They share a word of meaning or, as in “would be”, all their words.
    """
    having: dict[tuple[str, ...], list[int]] = {}
    for number, phrase in enumerate(phrases):
        for words in {(word,) for word in phrase.words if weight(word) >= CONTENT} | {phrase.words}:
            having.setdefault(words, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for _, numbers in sorted(having.items(), key=lambda item: (len(item[1]), item[0])):
        if len(pairs) + len(numbers) ** 2 > MOST:
            break
        pairs |= {
            (one, other)
            for k, one in enumerate(numbers)
            for other in numbers[k + 1 :]
            if phrases[one].column < phrases[other].column
        }
    return sorted(pairs)

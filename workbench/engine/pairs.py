"""Aligns two given documents: verbatim, obfuscated, translated and summarised passages.

Where long passages stand word for word, only those count: text that was copied there was not also disguised.
Otherwise sentences are compared as weighted bags of stems, and alike ones are clustered into passages, tightly for
reworded text, loosely for a summary, whose sentences draw on far-apart places. The scheme follows Sanchez-Perez,
Sidorov and Gelbukh (PAN 2014) and Sanchez-Perez, Gelbukh and Sidorov (CLEF 2015); the borders are then moved by how
much each sentence shares with the whole other side.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.engine.bags import Bags, Region
from workbench.engine.clusters import LEAST_LIKENESS, passages
from workbench.engine.tokens import Corpus
from workbench.engine.verbatim import verbatim_passages
from workbench.spans import Span

LEAST_CHARACTERS = 150
LEAST_VERBATIM = 256
"""A word-for-word passage of so many characters makes a pair a verbatim one; a shorter one may be page furniture."""
_VERBATIM_LIKENESS = 0.85
_GAP, _SUMMARY_GAP = 4, 24
"""How many sentences may lie between two alike ones of a reworded passage, and of a summary."""
_SUMMARY_RATIO = 3.0
"""What a summary draws on is at least so many times longer than the summary."""
_MOST_OVERLAP = 0.3
_LARGEST_TABLE = 60_000_000
"""Cells of the table of sentences by stems; two longer documents are compared word for word only."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A passage of document a and the passage of document b that renders it; `score` is their likeness, 0 to 1."""

    a: Span
    b: Span
    score: float

    @property
    def size(self) -> int:
        """The length of the shorter side in code points."""
        return min(len(self.a), len(self.b))


def align_pair(a: str, b: str) -> list[Alignment]:
    """The shared passages of two documents, in the order of `a`; spans in code points of each."""
    corpus = Corpus([a, b])
    if len({*corpus.doc.tolist()}) < 2:
        return []
    found = [Alignment(*passage) for passage in verbatim_passages(corpus, LEAST_CHARACTERS)]
    if not any(alignment.size >= LEAST_VERBATIM for alignment in found) and len(corpus) ** 2 / 20 < _LARGEST_TABLE:
        found = _reworded(Bags(corpus))
    return sorted(found, key=lambda alignment: (alignment.a, alignment.b))


def _reworded(bags: Bags) -> list[Alignment]:
    """The passages that one document tells in other words, or sums up."""
    a, b = bags.alike()
    summaries = _disjoint(bags, passages(bags, a, b, _SUMMARY_GAP))
    if summaries and sum(len(x.b) for x in summaries) >= _SUMMARY_RATIO * sum(len(x.a) for x in summaries):
        return summaries
    return _disjoint(bags, (_settled(bags, region) for region in passages(bags, a, b, _GAP)))


def _settled(bags: Bags, region: Region) -> Region:
    """The passage with its borders moved, unless that leaves too little of it."""
    settled = bags.settled(region)
    enough = bags.likeness(settled) >= LEAST_LIKENESS and min(map(len, bags.spans(settled))) >= LEAST_CHARACTERS
    return settled if enough else region


def _disjoint(bags: Bags, regions: Iterable[Region]) -> list[Alignment]:
    """The passages that prove most, none of which overlaps a better one in document a by much."""
    candidates = [Alignment(*bags.spans(region), bags.likeness(region)) for region in regions]
    kept: list[Alignment] = []
    for alignment in sorted(candidates, key=lambda x: (-x.score * x.size, x.a, x.b)):
        if all(alignment.a.overlap(other.a) <= _MOST_OVERLAP * len(alignment.a) for other in kept):
            kept.append(alignment)
    return [x for x in kept if x.size >= (LEAST_CHARACTERS if x.score < _VERBATIM_LIKENESS else LEAST_VERBATIM)]

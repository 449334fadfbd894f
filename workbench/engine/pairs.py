"""Aligns two given documents: verbatim, obfuscated, translated and summarised passages.

Passages that stand word for word are chained from five-grams. Besides, sentences are compared as weighted bags of
stems, and alike ones clustered into passages (after Sanchez-Perez, Sidorov and Gelbukh, PAN 2014, and Sanchez-Perez,
Gelbukh and Sidorov, CLEF 2015); borders then move by how much each sentence shares with the whole other side. A summary
is a passage whose words come from all over the other document.
"""

from dataclasses import dataclass

import numpy as np

from workbench.engine.bags import Bags
from workbench.engine.clusters import LEAST_LIKENESS, passages
from workbench.engine.likeness import alike
from workbench.engine.scripts import breadth
from workbench.engine.sentences import Region, Sentences
from workbench.engine.settling import settled
from workbench.engine.summaries import Found, Summary, summary
from workbench.engine.verbatim import verbatim_passages
from workbench.spans import Span

LEAST_CHARACTERS = 150
"""A passage in other words is at least so long on either side, in letters of an alphabet."""
LEAST_VERBATIM = 200
"""And one word for word; shorter ones may be page furniture."""
_VERBATIM_LIKENESS = 0.85
"""A rewording as alike as this is taken for word for word."""
_LIKENESS_BESIDE_COPIES = 0.5
"""Where one text was copied the other was seldom also disguised: a rewording beside a copy must be more alike."""
_MOST_COPIED = 0.5
"""A rewording of which so much is copied counts as the copy."""
_MOST_OVERLAP = 0.3
"""How much of a passage of document a may belong to a better one as well."""
_LEAST_PROOF = 90.0
"""Likeness times length of a rewording: the less alike, the longer it must be."""


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

    def contains(self, other: "Alignment") -> bool:
        """Whether both sides of `other` lie inside those of this one."""
        return self.a.contains(other.a) and self.b.contains(other.b)

    def touches(self, other: "Alignment") -> bool:
        """Whether two alignments share text in either document."""
        return self.a.overlap(other.a) > 0 or self.b.overlap(other.b) > 0


def align_pair(a: str, b: str) -> list[Alignment]:
    """The shared passages of two documents, in the order of `a`; spans in code points of each."""
    sentences = Sentences(a, b)
    if not (sentences.all_tokens(0) and sentences.all_tokens(1)):
        return []
    copies = [Alignment(*passage) for passage in verbatim_passages(sentences.corpus)]
    copies = [copy for copy in copies if _breadth(sentences, copy) >= LEAST_VERBATIM]
    bags = Bags(sentences)
    reworded = _reworded(bags)
    summed_up = summary(bags, [Found((x.a, x.b), x.score) for x in (*copies, *reworded)])
    if copies:
        reworded = [x for x in reworded if x.score >= _LIKENESS_BESIDE_COPIES]
    if summed_up and not any(_alignment(bags, summed_up.region).touches(copy) for copy in copies):
        reworded = _with_summary(bags, reworded, summed_up)
    return sorted(_united(copies, reworded), key=lambda alignment: (alignment.a, alignment.b))


def _with_summary(bags: Bags, reworded: list[Alignment], found: Summary) -> list[Alignment]:
    """The alignments with that of a summary in place of those that are parts of it."""
    whole = _alignment(bags, found.region)
    apart = [x for x in reworded if not (x.b.overlap(whole.b) if found.side else x.a.overlap(whole.a))]
    return [*apart, whole]


def _alignment(bags: Bags, region: Region) -> Alignment:
    return Alignment(*bags.sentences.spans(region), bags.likeness(region))


def _breadth(sentences: Sentences, alignment: Alignment) -> int:
    """The length of the shorter side in letters of an alphabet."""
    a, b = sentences.texts
    return min(breadth(alignment.a.of(a)), breadth(alignment.b.of(b)))


def _united(copies: list[Alignment], reworded: list[Alignment]) -> list[Alignment]:
    """Copies and rewordings; a rewording that touches a copy counts only where it is more than the copy and some."""
    kept = []
    for rewording in reworded:
        touching = [copy for copy in copies if rewording.touches(copy)]
        inside = all(rewording.contains(copy) for copy in touching)
        if inside and sum(len(copy.a) for copy in touching) < _MOST_COPIED * len(rewording.a):
            kept.append(rewording)
            copies = [copy for copy in copies if copy not in touching]
    return copies + kept


def _reworded(bags: Bags) -> list[Alignment]:
    """The passages that one document tells in other words, none of which overlaps a better one in `a` by much."""
    regions = {_settled(bags, region) for region in passages(bags, *alike(bags))}
    candidates = [x for x in (_alignment(bags, region) for region in regions) if _enough(bags.sentences, x)]
    candidates.sort(key=lambda x: (-x.score * x.size, x.a, x.b))
    kept: list[Alignment] = []
    starts, ends = np.zeros(len(candidates)), np.zeros(len(candidates))
    for found in candidates:
        common = np.minimum(ends[: len(kept)], found.a.end) - np.maximum(starts[: len(kept)], found.a.start)
        if common.max(initial=0) <= _MOST_OVERLAP * len(found.a):
            starts[len(kept)], ends[len(kept)] = found.a.start, found.a.end
            kept.append(found)
    return kept


def _enough(sentences: Sentences, rewording: Alignment) -> bool:
    """Whether a rewording is long enough for its likeness to prove something, and is not page furniture."""
    size = _breadth(sentences, rewording)
    least = LEAST_CHARACTERS if rewording.score < _VERBATIM_LIKENESS else LEAST_VERBATIM
    return size >= least and rewording.score * size >= _LEAST_PROOF


def _settled(bags: Bags, region: Region) -> Region:
    """The passage with its borders moved, unless that leaves too little of it."""
    moved = settled(bags, region)
    found = _alignment(bags, moved)
    return moved if found.score >= LEAST_LIKENESS and _breadth(bags.sentences, found) >= LEAST_CHARACTERS else region

"""How much of what was planted in a generated set was found, and how much else.

A generated set repeats more than its plan says: the words around a quotation ("the spokesman told reporters") and the
runs of words that its sentences are made of stand in many articles, word for word. What is found there is shared,
though nobody planted it; false is a witness whose text stands in no other one of its family, or with borders so wide
that a fifth of it does not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from rapidfuzz.distance import LCSseq

from tests.benchmarks.generator import Planted

Witness = tuple[int, tuple[int, int]]
"""Article and span."""
Family = Sequence[Witness]
_COVERED = 0.7
"""How much of a planted text a witness must cover for the text to be found there."""
_STANDING = 0.8
"""How many of its words, in their order, must stand in another witness for the two to share a text: at most one word
in five is edited, as in what is planted."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Recall:
    """Found and planted, by kind; of the viral quotations the share in the largest family, mean and least.

    Of the witnesses `unplanned` share no planted text with another one of their family; of these `false_witnesses`
    share no text at all with one.
    """

    kinds: Mapping[str, tuple[int, int]]
    viral: tuple[float, float]
    families: int
    witnesses: int
    unplanned: int
    false_witnesses: int

    def of(self, kind: str) -> float:
        """The share found, 0 to 1."""
        found, planted = self.kinds[kind]
        return found / planted if planted else 1.0

    def __str__(self) -> str:
        lines = [f"{kind:24} {found:>7} of {of:>7}  {self.of(kind):.4f}" for kind, (found, of) in self.kinds.items()]
        mean_share, least_share = self.viral
        unplanned, false = (count / max(1, self.witnesses) for count in (self.unplanned, self.false_witnesses))
        lines.append(f"viral quotation in its largest family: {mean_share:.4f} on average, {least_share:.4f} at least")
        lines.append(
            f"{self.families} families, {self.witnesses} witnesses, "
            f"{unplanned:.4f} of them where nothing was planted, {false:.4f} false"
        )
        return "\n".join(lines)


def recall(planted: Sequence[Planted], families: Sequence[Family], texts: Mapping[int, str]) -> Recall:
    """What was found of the texts planted; `texts` are those of the articles, by number.

    A rendering is found when a family has a witness that covers 70 % of it, and one that covers 70 % of another
    rendering of the same text. An exact rendering counts only where another one is exact as well.
    """
    covering = _Covering(families)
    rendered: dict[tuple[str, int], list[Planted]] = defaultdict(list)
    for one in planted:
        rendered[one.what, one.of].append(one)
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    viral = []
    for (what, of), renderings in rendered.items():
        at = [covering.of(one.article, one.span) for one in renderings]
        standing = Counter(family for found in at for family in found)
        if what == "viral":
            viral.append(max(standing.values(), default=0) / len(renderings))
        exact = sum(one.kind == "exact" for one in renderings)
        for one, found in zip(renderings, at, strict=True):
            if what in ("quote", "viral", "wire") and one.kind == "exact" and exact < 2:
                continue
            count = kinds[_name(one)]
            count[1] += 1
            count[0] += any(standing[family] > 1 or (what == "copy" and covering.has(family, of)) for family in found)
    unplanned = list(_unplanned(planted, families))
    return Recall(
        {kind: (found, of) for kind, (found, of) in sorted(kinds.items())},
        (mean(viral), min(viral)) if viral else (1.0, 1.0),
        len(families),
        sum(map(len, families)),
        sum(len(witnesses) for _, witnesses in unplanned),
        sum(_false(witnesses, family, texts) for family, witnesses in unplanned),
    )


def _name(planted: Planted) -> str:
    return planted.what if planted.what in ("wire", "furniture") else f"{planted.what}, {planted.kind}"


class _Covering:
    """Which families stand where."""

    def __init__(self, families: Sequence[Family]) -> None:
        self._at: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, family in enumerate(families):
            for article, (start, end) in family:
                self._at[article].append((start, end, number))

    def of(self, article: int, span: tuple[int, int]) -> set[int]:
        """The families with a witness that covers enough of a span."""
        low, high = span
        return {
            number
            for start, end, number in self._at[article]
            if min(end, high) - max(start, low) >= _COVERED * (high - low)
        }

    def has(self, family: int, article: int) -> bool:
        return any(number == family for _, _, number in self._at[article])


def _unplanned(planted: Sequence[Planted], families: Sequence[Family]) -> Iterator[tuple[Family, list[Witness]]]:
    """The families with those of their witnesses that have no planted text in common with another one."""
    at: dict[int, list[Planted]] = defaultdict(list)
    copied = {one.of for one in planted if one.what == "copy"}
    for one in planted:
        at[one.article].append(one)
    for family in families:
        labels = [_labels(at[article], span, article if article in copied else None) for article, span in family]
        standing = Counter(label for found in labels for label in found)
        yield (
            family,
            [
                witness
                for witness, found in zip(family, labels, strict=True)
                if not any(standing[label] > 1 for label in found)
            ],
        )


def _false(witnesses: Collection[Witness], family: Family, texts: Mapping[int, str]) -> int:
    """How many witnesses share no text with another one of their family, planted or not."""
    if not witnesses:
        return 0
    known = Counter(_words(witness, texts) for witness in family)
    return sum(
        not any(
            LCSseq.similarity(words, other) >= _STANDING * len(words)
            for other, count in known.items()
            if other != words or count > 1
        )
        for words in (_words(witness, texts) for witness in witnesses)
    )


def _words(witness: Witness, texts: Mapping[int, str]) -> tuple[str, ...]:
    article, (start, end) = witness
    return tuple(_WORD.findall(texts[article][start:end].lower()))


def _labels(planted: Collection[Planted], span: tuple[int, int], original: int | None) -> set[tuple[str, int]]:
    """The planted texts that lie in a span for the most part, or it in them."""
    labels = {
        (one.what, one.of)
        for one in planted
        if min(span[1], one.span[1]) - max(span[0], one.span[0])
        >= 0.5 * min(span[1] - span[0], one.span[1] - one.span[0])
    }
    return labels if original is None else labels | {("copy", original)}

"""How much of what was planted in a generated set was found, and how much else."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from tests.benchmarks.generator import Planted

Family = Sequence[tuple[int, tuple[int, int]]]
"""The witnesses: article and span."""
_COVERED = 0.7
"""How much of a planted text a witness must cover for the text to be found there."""


@dataclass(frozen=True)
class Recall:
    """Found and planted, by kind; of the viral quotations the share in the largest family, mean and least."""

    kinds: Mapping[str, tuple[int, int]]
    viral: tuple[float, float]
    families: int
    witnesses: int
    false_witnesses: int

    def of(self, kind: str) -> float:
        """The share found, 0 to 1."""
        found, planted = self.kinds[kind]
        return found / planted if planted else 1.0

    def __str__(self) -> str:
        lines = [f"{kind:24} {found:>7} of {of:>7}  {self.of(kind):.4f}" for kind, (found, of) in self.kinds.items()]
        mean_share, least_share = self.viral
        false = self.false_witnesses / max(1, self.witnesses)
        lines.append(f"viral quotation in its largest family: {mean_share:.4f} on average, {least_share:.4f} at least")
        lines.append(f"{self.families} families, {self.witnesses} witnesses, {false:.4f} of them false")
        return "\n".join(lines)


def recall(planted: Sequence[Planted], families: Sequence[Family]) -> Recall:
    """What was found of the texts planted.

    A rendering is found when a family has a witness that covers 70 % of it, and one that covers 70 % of another
    rendering of the same text. An exact rendering counts only where another one is exact as well.
    """
    covering = _Covering(families)
    texts: dict[tuple[str, int], list[Planted]] = defaultdict(list)
    for one in planted:
        texts[one.what, one.of].append(one)
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    viral = []
    for (what, of), renderings in texts.items():
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
    false = sum(_false_witnesses(planted, families))
    return Recall(
        {kind: (found, of) for kind, (found, of) in sorted(kinds.items())},
        (mean(viral), min(viral)) if viral else (1.0, 1.0),
        len(families),
        sum(map(len, families)),
        false,
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


def _false_witnesses(planted: Sequence[Planted], families: Sequence[Family]) -> Iterator[int]:
    """For every family, how many of its witnesses have no planted text in common with another one."""
    at: dict[int, list[Planted]] = defaultdict(list)
    copied = {one.of for one in planted if one.what == "copy"}
    for one in planted:
        at[one.article].append(one)
    for family in families:
        labels = [_labels(at[article], span, article if article in copied else None) for article, span in family]
        standing = Counter(label for found in labels for label in found)
        yield sum(not any(standing[label] > 1 for label in found) for found in labels)


def _labels(planted: Collection[Planted], span: tuple[int, int], original: int | None) -> set[tuple[str, int]]:
    """The planted texts that lie in a span for the most part, or it in them."""
    labels = {
        (one.what, one.of)
        for one in planted
        if min(span[1], one.span[1]) - max(span[0], one.span[0])
        >= 0.5 * min(span[1] - span[0], one.span[1] - one.span[0])
    }
    return labels if original is None else labels | {("copy", original)}

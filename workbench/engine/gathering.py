"""A family in the making: stretches of articles that render the same text."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from workbench.engine.arrays import Ints, Longs


@dataclass(frozen=True, slots=True)
class Stretch:
    """Token numbers of one article, half open."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def moved(self, by: int) -> "Stretch":
        """The stretch so many tokens further on."""
        return Stretch(self.start + by, self.end + by)

    def share_in(self, other: "Stretch") -> float:
        """How much of this stretch lies in `other`, 0 to 1."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) / max(1, len(self))

    def meets(self, other: "Stretch") -> bool:
        """Whether the two have a token in common."""
        return self.start < other.end and other.start < self.end


Member = tuple[int, Stretch]
"""The number of an article and the tokens of it that render the text."""


class Gathering:
    """A family in the making. Its first member is the model; an article that has the text twice is in it twice."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_doc: dict[int, list[Stretch]] = {}
        self.members: list[Member] = []
        for doc, stretch in members:
            self.add(doc, stretch)

    @property
    def docs(self) -> AbstractSet[int]:
        """The articles in the family."""
        return self._by_doc.keys()

    def at(self, doc: int) -> Sequence[Stretch]:
        """Where the text stands in one article."""
        return self._by_doc.get(doc, ())

    def add(self, doc: int, stretch: Stretch) -> None:
        """Take in a place, unless a part of it is in the family already."""
        known = self._by_doc.setdefault(doc, [])
        if not any(stretch.meets(other) for other in known):
            known.append(stretch)
            self.members.append((doc, stretch))

    def take_in(self, docs: Ints, start: Longs, end: Longs) -> None:
        """Take in many places, one after the other."""
        for doc, low, high in zip(docs.tolist(), start.tolist(), end.tolist(), strict=True):
            self.add(doc, Stretch(low, high))

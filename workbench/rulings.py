"""What a person says of the program's labels beside what the program says: the two are never mixed up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.model import Edit, LabelKind, Ruling


class Word(StrEnum):
    """What a person did with the labels of an edit."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A ruling as it stands now: `said` is what the program says by now, `labels` what the person says.

    `then` is what the program said when the person ruled, which is `otherwise` where it was something else.
    """

    word: Word
    said: tuple[LabelKind, ...]
    labels: tuple[LabelKind, ...]
    then: tuple[LabelKind, ...]

    @property
    def otherwise(self) -> bool:
        """Whether the program says something else than it said then."""
        return frozenset(self.said) != frozenset(self.then)


def kinds_of(edit: Edit) -> tuple[LabelKind, ...]:
    """The labels that the program gives an edit, without reasons."""
    return tuple(label.kind for label in edit.labels)


def verdict_on(edit: Edit, ruling: Ruling | None) -> Verdict | None:
    """How a ruling stands beside what the program says of the edit now."""
    if ruling is None:
        return None
    return Verdict(word_of(ruling), kinds_of(edit), ruling.labels, ruling.said)


def word_of(ruling: Ruling) -> Word:
    """What a person did with the labels."""
    if frozenset(ruling.labels) == frozenset(ruling.said):
        return Word.ACCEPTED
    return Word.CHANGED if ruling.labels else Word.REJECTED


def in_order(kinds: Iterable[LabelKind]) -> tuple[LabelKind, ...]:
    """Labels in the order in which they are always named."""
    wanted = frozenset(kinds)
    return tuple(kind for kind in LabelKind if kind in wanted)

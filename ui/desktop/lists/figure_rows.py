"""What the list of conflicting figures shows, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.desktop.case.digest import Texts
from ui.desktop.wording import article_words
from ui.figures import in_order, sentence_of
from workbench.model import Article
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.figures.model import Conflict

SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A pair of figures as the list shows it: the articles of its two sides, and whether a person set it aside."""

    conflict: "Conflict"
    left: Article
    right: Article
    set_aside: bool
    sentences: str

    @property
    def summary(self) -> str:
        """What conflicts, as a sentence."""
        return self.conflict.summary[:1].upper() + self.conflict.summary[1:]

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [self.summary, article_words(self.left), article_words(self.right)]
        return "; ".join([SET_ASIDE.capitalize(), *parts] if self.set_aside else parts)

    @property
    def searched(self) -> str:
        """What the filter looks at: the sentences too, and whether the pair was set aside."""
        words = (self.spoken, self.left.title, self.right.title, self.sentences)
        return " ".join(words).casefold()


def figure_rows(snapshot: Snapshot, conflicts: Iterable["Conflict"], texts: Texts) -> list[FigureRow]:
    """The pairs, best first; those that were set aside at the end."""
    return [
        FigureRow(
            conflict,
            snapshot.article[conflict.left.place.article_id],
            snapshot.article[conflict.right.place.article_id],
            conflict.key in snapshot.dismissals,
            f"{sentence_of(conflict.left, texts)} {sentence_of(conflict.right, texts)}",
        )
        for conflict in in_order(conflicts, snapshot.dismissals)
    ]

"""What a summary is made of: sentences, each with the places that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model import LabelKind, Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in plain English, and the places in articles where a person can check it."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A stretch of an article that others have too: its words, and where the others have it."""

    place: Place
    words: int
    others: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an article's story is shared text.

    `words` are those of the story itself, `shared` those of them that lie in passages; overlaps count once. `passages`
    are in order of place.
    """

    article_id: int
    words: int
    shared: int
    passages: tuple[SharedPassage, ...]
    sentences: tuple[Sentence, ...]

    @property
    def share(self) -> float:
        """The share of the story that is shared text, 0 to 1."""
        return self.shared / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class OutletSummary:
    """What one outlet did over the whole case, in counts.

    `passages` are its renderings that were compared with a base of another outlet, `verbatim` those of them without an
    edit, `kinds` how many edits have which label. `loaded` and `hedges` are the places of loaded words that it put in
    and, in the articles it is compared with, of hedges that it dropped.
    """

    outlet: str
    passages: int
    verbatim: int
    edits: int
    kinds: Mapping[LabelKind, int]
    loaded: tuple[Place, ...]
    hedges: tuple[Place, ...]
    sentences: tuple[Sentence, ...]

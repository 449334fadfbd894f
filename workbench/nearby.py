"""Which families are nearby one and may be joined with it: they stand in the same articles or say much the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model import Family
from workbench.progress import ProgressReport, silent
from workbench.snapshot import Snapshot
from workbench.text.words import words

_LONG_ENOUGH = 4
"""How many letters a word has that says something of what a passage is about."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """A family beside another one: in how many of its articles it stands, how many of its telling words it has."""

    family: Family
    articles: int
    words: int
    likeness: float


def families_nearby(
    snapshot: Snapshot, family: Family, texts: Mapping[int, str], report: ProgressReport = silent
) -> tuple[Nearby, ...]:
    """All other families, the nearest first; `texts` are those of the articles. Raises `Cancelled` when `report` does.

    Families near one another say the same in the words of their bases; where none is alike, those of the same articles
    come first.
    """
    mine, here = _telling(snapshot, family, texts), _articles(family)
    found = []
    for done, other in enumerate(snapshot.families):
        if other.id == family.id:
            continue
        if done % 200 == 0:
            report("Looking for families nearby", done, len(snapshot.families))
        theirs = _telling(snapshot, other, texts)
        shared, articles = len(mine & theirs), len(here & _articles(other))
        likeness = shared / max(1, min(len(mine), len(theirs))) + articles / len(here)
        found.append(Nearby(other, articles, shared, likeness))
    return tuple(sorted(found, key=lambda near: (near.family.boilerplate != family.boilerplate, -near.likeness)))


def _articles(family: Family) -> set[int]:
    return {witness.place.article_id for witness in family.witnesses}


def _telling(snapshot: Snapshot, family: Family, texts: Mapping[int, str]) -> set[str]:
    place = snapshot.base(family).place
    return {word.text.casefold() for word in words(place.span.of(texts[place.article_id])) if _tells(word.text)}


def _tells(word: str) -> bool:
    return len(word) >= _LONG_ENOUGH or word[0].isdigit()

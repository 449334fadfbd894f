"""A case as it was read and aligned, and ways to look into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model import Article, Family, Place
from workbench.provenance.model import Provenance
from workbench.provenance.provenance import provenance_of
from workbench.snapshot import Snapshot


@dataclass(frozen=True)
class Case:
    """A snapshot and the texts of its articles."""

    snapshot: Snapshot
    texts: Mapping[int, str]

    @property
    def articles(self) -> Mapping[int, Article]:
        return self.snapshot.article

    def family(self, words: str) -> Family:
        """The family of which a witness has some words."""
        (found,) = (
            family
            for family in self.snapshot.families
            if not family.boilerplate and any(words in self.passage(witness.place) for witness in family.witnesses)
        )
        return found

    def passage(self, place: Place) -> str:
        return " ".join(place.span.of(self.texts[place.article_id]).split())

    def provenance(self, family: Family) -> Provenance:
        return provenance_of(family, self.articles, self.texts, families=self.snapshot.families)

    def told(self, place: Place | None) -> str:
        """An article by outlet and date: `Daily Lantern 2024-03-03`."""
        if place is None:
            return ""
        article = self.articles[place.article_id]
        return f"{article.outlet} {article.published.iso[:10]}".strip()

    def descents(self, family: Family) -> list[tuple[str, str, str]]:
        """Each witness, its parent, the outlet outside, sorted."""
        found = self.provenance(family).descents
        return sorted((self.told(one.place), self.told(one.parent), one.outside) for one in found)

    def groups(self, family: Family) -> list[list[str]]:
        return sorted(sorted(map(self.told, group.places)) for group in self.provenance(family).groups)

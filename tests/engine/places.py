"""Passages of a few texts, named by their words, for the tests of what is done with families."""

from collections.abc import Sequence

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.articles import EngineArticle
from workbench.engine.borders import Borders
from workbench.engine.gathering import Gathering, Member, Stretch
from workbench.model import Zone, ZoneKind
from workbench.spans import Span


class Texts:
    """Some texts cut into tokens; in those that have the words `breaks`, what comes from there on is furniture."""

    def __init__(self, *texts: str, breaks: str = "") -> None:
        self.texts = texts
        self.articles = [EngineArticle(k, text, _zones(text, breaks)) for k, text in enumerate(texts)]
        self.archive = Archive(self.articles)

    def place(self, doc: int, phrase: str, after: str = "") -> Stretch:
        """The tokens of `phrase` in one text, from `after` on."""
        at = self.texts[doc].index(phrase, self.texts[doc].index(after) + len(after))
        low, (start, end) = self.archive.tokens_of(doc)[0], self.archive.offsets(doc)
        first, last = np.searchsorted(start, at), np.searchsorted(end, at + len(phrase), side="right")
        return Stretch(low + int(first), low + int(last))

    def family(self, *phrases: str) -> Gathering:
        """A family with the first phrase in the first text, the second in the second, and so on; "" for none."""
        return Gathering([(doc, self.place(doc, phrase)) for doc, phrase in enumerate(phrases) if phrase])

    def settled(self, *phrases: str) -> list[str]:
        """What the members of a family say once its borders are moved."""
        return self.told(self.placed(self.family(*phrases)))

    def placed(self, gathering: Gathering) -> list[Member]:
        """The members of a family once its borders are moved."""
        found = Borders(self.archive, self.articles).settled([gathering])
        return [
            (doc, Stretch(start, end))
            for doc, start, end in zip(found.doc.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
        ]

    def told(self, members: Sequence[Member]) -> list[str]:
        """What members of a family say, in order."""
        docs, start, end = np.array([(doc, place.start, place.end) for doc, place in members], np.int64).T
        begin, final = self.archive.code_points(docs, start, end)
        return [
            self.texts[doc][low:high]
            for doc, low, high in zip(docs.tolist(), begin.tolist(), final.tolist(), strict=True)
        ]


def _zones(text: str, breaks: str) -> tuple[Zone, ...]:
    if not breaks or breaks not in text:
        return ()
    at = text.index(breaks)
    return Zone(ZoneKind.BODY, Span(0, at)), Zone(ZoneKind.FURNITURE, Span(at, len(text)))

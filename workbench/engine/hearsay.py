"""Witnesses by hearsay: articles that share a family's text with one of its witnesses, but not with its model.

Seeds bring articles together that have a few telling words in common; of three renderings of one sentence the first
and the last may have too few, and each much with the one between.
"""

from collections.abc import Callable, Sequence

import numpy as np

from workbench.engine.alignments import QUOTATION_BONUS
from workbench.engine.archive import Archive
from workbench.engine.arrays import Longs
from workbench.engine.articles import CLOSES, OPENS
from workbench.engine.gathering import Gathering, Stretch
from workbench.engine.grouping import SHARE_OF_MODEL, Grouper, Rendering
from workbench.engine.links import Links

_LEAST_LIKENESS = 0.8
"""How alike such a witness and the model must be: more than one that shares a passage with the model."""

_LEAST_OF_MODEL = 0.66
"""So much of a model such a witness shares at least, since it is no shorter than what it shares: two thirds."""


class Hearsay:
    """Asks the witnesses of families for others."""

    def __init__(self, archive: Archive, grouper: Grouper, links: Links, least_score: float) -> None:
        self._archive, self._grouper, self._links = archive, grouper, links
        self._least_score = least_score
        self._ours = np.zeros(2 * len(links), np.bool_)

    def followed(
        self, gatherings: Sequence[Gathering], passages: Longs, look: Callable[[], None]
    ) -> Sequence[Gathering]:
        """The families of one component of passages, with those taken in that render their models as well.

        Only witnesses that a passage of the component reaches over are asked: so new passages there touch it. `look`
        is called again and again; when it raises, this must not be used any more.
        """
        sides = np.append(passages, passages + len(self._links))
        self._ours[sides] = True
        for gathering in gatherings:
            look()
            self._follow(gathering)
        self._ours[sides] = False
        return gatherings

    def _follow(self, gathering: Gathering) -> None:
        links, model = self._links, gathering.members[0][1]
        known: dict[bytes, Rendering | None] = {}
        words = frozenset(self._archive.stem[model.start : model.end].tolist())
        others = self._others(gathering)
        for doc, start, end in zip(*(row[others].tolist() for row in (links.doc, links.start, links.end)), strict=True):
            there = Stretch(start, end)
            if any(there.meets(taken) for taken in gathering.at(doc)):
                continue
            text = self._archive.stem[start:end]
            key = text.tobytes()
            if key not in known:
                # An alignment shares no more words than are the model's.
                common = sum(map(words.__contains__, text.tolist()))
                known[key] = self._told(gathering, there) if common >= _LEAST_OF_MODEL * len(model) else None
            told = known[key]
            if told and told.score + self._bonus(model, told.stretch.moved(start)) >= self._least_score:
                gathering.add(doc, told.stretch.moved(start))

    def _others(self, gathering: Gathering) -> Longs:
        """What stands on the other sides of passages that reach over witnesses, outside the family; the best first."""
        links = self._links
        start, end = np.array(sorted((stretch.start, stretch.end) for _, stretch in gathering.members)).T
        low, high = links.meeting(start, end)
        here = links.among(low, high)
        witness = np.repeat(np.arange(len(start)), high - low)
        shared = np.minimum(links.end[here], end[witness]) - np.maximum(links.start[here], start[witness])
        over = shared >= SHARE_OF_MODEL * (end - start)[witness]
        here, witness = here[over], witness[over]
        asked = np.zeros(len(start), np.bool_)
        asked[witness[self._ours[here]]] = True
        others = links.other(here[asked[witness]])
        others = others[links.length(others) >= _LEAST_OF_MODEL * len(gathering.members[0][1])]
        before = np.searchsorted(start, links.end[others]) - 1
        others = others[(before < 0) | (end[before] <= links.start[others])]
        others = others[np.lexsort((links.end[others], links.start[others], -links.score(others)))]
        # Each place once.
        _, first = np.unique((links.start[others] << np.int64(31)) | links.length(others), return_index=True)
        best_first: Longs = others[np.sort(first)]
        return best_first

    def _told(self, gathering: Gathering, there: Stretch) -> Rendering | None:
        """What of a stretch renders the model of a family, relative to it, if that is like enough."""
        model = gathering.members[0][1]
        found = self._grouper.rendering(gathering, there)
        if not found or 2 * found.shared < _LEAST_LIKENESS * (len(model) + len(found.stretch)):
            return None
        return found._replace(stretch=found.stretch.moved(-there.start))

    def _bonus(self, model: Stretch, witness: Stretch) -> float:
        """What the two earn by the borders of quotations, as any passage does."""
        marks = self._archive.marks
        opened = (marks[model.start] | marks[witness.start]) & OPENS
        closed = (marks[model.end - 1] | marks[witness.end - 1]) & CLOSES
        return QUOTATION_BONUS * (bool(opened) + bool(closed))

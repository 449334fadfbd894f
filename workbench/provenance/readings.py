"""Where the witnesses of a family read differently, as a table of sites and states.

The method is that of textual criticism (P. Maas, Textkritik, 1927, after K. Lachmann) in the form that cladistics gave
it (R. J. O'Hara and P. Robinson, Computer-assisted methods of stemmatic analysis, 1993): each place of variation is a
character, each reading a state, and what is left out together with its surroundings has no state there. All witnesses
are compared with one of them, the most central, so that the work grows with their number and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.comparing.compare import compare_places
from workbench.comparing.once import ComparePlaces
from workbench.comparing.tokens import tokens
from workbench.model import Edit, LabelKind, Place
from workbench.progress import ProgressReport
from workbench.spans import Span
from workbench.text.lines import one_line

Words = tuple[str, ...]
Extent = tuple[int, int]

KEPT, NOWHERE = 0, -1
"""States: as the reference reads; and that the witness has nothing that could be compared there."""
LONGEST = 20_000
"""Characters of a witness that are looked at; what two passages of that length tell is told by then."""
MOST_SITES = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What one witness reads at a site: folded words, the place in its article, and what the edit is labelled."""

    words: Words
    place: Place
    kinds: frozenset[LabelKind]
    shown: str


@dataclass(frozen=True)
class Site:
    """A place of variation: `words` are those of the reference, `written` as they stand there with the space around.

    `readings` are those of the others by state, from 1 on.

    `at_end` says that it lies at the beginning or end of the passage; `shown` are the states as they stand in a text.
    """

    words: Words
    written: str
    readings: tuple[Words, ...]
    at_end: bool
    kinds: frozenset[LabelKind]
    shown: tuple[str, ...]

    def words_of(self, state: int) -> Words:
        """The words of a state."""
        return self.words if state == KEPT else self.readings[state - 1]


@dataclass(frozen=True)
class Table:
    """The sites of a family, and the state of each witness at each of them: `states[witness, site]`.

    `spans` are the places of readings that are not those of the reference, by witness and site.
    """

    sites: tuple[Site, ...]
    states: npt.NDArray[np.int32]
    spans: dict[tuple[int, int], Place]
    words: tuple[Words, ...]
    places: tuple[Place, ...]
    passages: tuple[str, ...]

    def place(self, witness: int, site: int) -> Place:
        """Where a witness has its reading of a site; the whole passage where that cannot be said more closely."""
        if (witness, site) in self.spans:
            return self.spans[witness, site]
        passage, whole, as_written = self.passages[witness], self.places[witness], self.sites[site].written
        start = passage.find(as_written)
        if not as_written.strip() or start < 0 or passage.find(as_written, start + 1) >= 0:
            return whole
        return Place(whole.article_id, Span(start, start + len(as_written)).shifted(whole.span.start))


def table_of(
    places: Sequence[Place], passages: Sequence[str], report: ProgressReport, compare: ComparePlaces = compare_places
) -> Table:
    """The table of the witnesses at `places`; `passages` are their texts. Raises `Cancelled` when `report` does."""
    cut = [passage[:LONGEST] for passage in passages]
    words = [_words(passage) for passage in cut]
    chosen = reference(words, cut)
    found: list[list[tuple[Extent, Reading]]] = []
    done: dict[str, tuple[Edit, ...]] = {}
    for k, place in enumerate(places):
        report("Comparing witnesses", k, len(places))
        if cut[k] not in done:
            span, other = Span(0, len(cut[chosen])), Span(0, len(cut[k]))
            done[cut[k]] = compare(cut[chosen], span, cut[k], other)
        found.append([reading for edit in done[cut[k]] if (reading := _reading(edit, cut[chosen], cut[k], place))])
    return _table(found, places, cut, chosen, words)


def reference(words: Sequence[Words], passages: Sequence[str]) -> int:
    """The witness that has most of what the others have too; of several the one whose text sorts first."""
    shared: Counter[Words] = Counter()
    grams = [{row[k : k + 3] for k in range(max(1, len(row) - 2))} for row in words]
    for own in grams:
        shared.update(own)
    return min(
        range(len(words)), key=lambda k: (-sum(shared[gram] - 1 for gram in grams[k]), passages[k], k), default=0
    )


def _words(text: str) -> Words:
    found = tokens(text)
    return tuple(key for key, word in zip(found.keys, found.words, strict=True) if word)


def _reading(edit: Edit, base: str, witness: str, place: Place) -> tuple[Extent, Reading] | None:
    """What an edit says, unless it is of marks, capitals, hyphens or white space only."""
    ours, theirs = _words(edit.base.of(base)), _words(edit.witness.of(witness))
    if "".join(ours).replace("-", "") == "".join(theirs).replace("-", ""):
        return None  # marks, capitals, a word divided at the end of a line
    span = Place(place.article_id, edit.witness.shifted(place.span.start))
    shown = one_line(edit.witness.of(witness))
    return (edit.base.start, edit.base.end), Reading(
        theirs, span, frozenset(label.kind for label in edit.labels), shown
    )


def _table(
    found: Sequence[Sequence[tuple[Extent, Reading]]],
    places: Sequence[Place],
    passages: Sequence[str],
    chosen: int,
    words: Sequence[Words],
) -> Table:
    text = passages[chosen]
    extents = sorted({extent for row in found for extent, _ in row})[:MOST_SITES]
    column = {extent: k for k, extent in enumerate(extents)}
    numbers: list[dict[Words, int]] = [{} for _ in extents]
    shown = [[one_line(text[start:end])] for start, end in extents]
    kinds: dict[int, set[LabelKind]] = defaultdict(set)
    for extent, reading in sorted(
        ((e, r) for row in found for e, r in row), key=lambda one: (one[0], one[1].words, one[1].shown)
    ):
        if extent in column:
            site = column[extent]
            if reading.words not in numbers[site]:
                numbers[site][reading.words] = len(numbers[site]) + 1
                shown[site].append(reading.shown)
            kinds[site] |= reading.kinds
    states = np.zeros((len(found), len(extents)), dtype=np.int32)
    spans: dict[tuple[int, int], Place] = {}
    starts = np.array([extent[0] for extent in extents], dtype=int)
    ends = np.array([extent[1] for extent in extents], dtype=int)
    for k, row in enumerate(found):
        for (start, end), _ in row:
            states[k, _touched(starts, ends, start, end)] = NOWHERE
        for extent, reading in row:
            if extent in column:
                states[k, column[extent]] = numbers[column[extent]][reading.words]
                spans[k, column[extent]] = reading.place
    sites = tuple(
        Site(
            _words(text[start:end]),
            text[start:end],
            tuple(numbers[k]),
            start == 0 or end >= len(text.rstrip()),
            frozenset(kinds[k]),
            tuple(shown[k]),
        )
        for k, (start, end) in enumerate(extents)
    )
    return Table(sites, states, spans, tuple(words), tuple(places), tuple(passages))


def _touched(starts: npt.NDArray[np.int_], ends: npt.NDArray[np.int_], start: int, end: int) -> npt.NDArray[np.bool_]:
    """The sites that an edit from `start` to `end` changes something in, or that lie inside it."""
    overlapping = (starts < end) & (ends > start)
    points = (starts == ends) & (starts > start) & (starts < end)
    touched: npt.NDArray[np.bool_] = overlapping | points
    return touched

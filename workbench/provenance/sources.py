"""How many independent sources a family has: copies of one text, however many print them, are one."""

from collections.abc import Mapping, Sequence

import numpy as np

from workbench.model import Place, outlet_name
from workbench.progress import ProgressReport
from workbench.provenance.descent import Verdict
from workbench.provenance.evidence import Evidence
from workbench.provenance.model import SourceGroup, Standing, Strength
from workbench.provenance.reasons import figures_differ
from workbench.provenance.weighing import Bools, figures
from workbench.text.sentence_parts import joined

CONTAINED = 0.9
"""From this share of the different words of the shorter passage, it counts as a copy of the longer one's text."""
FEWEST_WORDS = 6


class _Union:
    """Witnesses put together for a reason; the reasons of a group in the order in which they were found."""

    def __init__(self, count: int) -> None:
        self._root = list(range(count))
        self.reasons: dict[int, list[str]] = {k: [] for k in range(count)}

    def root(self, k: int) -> int:
        while self._root[k] != k:
            self._root[k] = self._root[self._root[k]]
            k = self._root[k]
        return k

    def join(self, a: int, b: int, reason: str) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        if low != high:
            self._root[high] = low
            self.reasons[low] += [one for one in self.reasons.pop(high) if one not in self.reasons[low]]
            if reason and reason not in self.reasons[low]:
                self.reasons[low].append(reason)


def groups_of(
    evidence: Evidence,
    found: Sequence[Verdict],
    standings: Sequence[Standing],
    names: Mapping[Place, str],
    report: ProgressReport,
) -> tuple[SourceGroup, ...]:
    """The independent sources, the earliest first; one that a person said derives from no other stands for itself."""
    report("Counting sources", 0, 1)
    alone = {one.witness for one in found if one.strength is Strength.BY_HAND and one.parent is None}
    union = _Union(len(found))
    _join_copies(union, evidence, found)
    _join_credits(union, evidence, alone)
    _join_outlets(union, evidence, alone)
    _join_alike(union, evidence, alone)
    order = {standing.place: k for k, standing in enumerate(standings)}
    members: dict[int, list[int]] = {}
    for k in range(len(found)):
        members.setdefault(union.root(k), []).append(k)
    groups = []
    for root, group in members.items():
        places = sorted((evidence.witnesses[k].place for k in group), key=lambda place: (order[place], place))
        reasons = [*_origin(evidence, found, group, names), *sorted(set(union.reasons[root]))]
        groups.append(SourceGroup(tuple(places), joined(reasons) or "nothing ties it to another witness"))
    return tuple(sorted(groups, key=lambda group: (order[group.places[0]], group.places)))


def _origin(
    evidence: Evidence, found: Sequence[Verdict], group: Sequence[int], names: Mapping[Place, str]
) -> list[str]:
    """To whom a group goes back, by its descents."""
    inside = set(group)
    roots = [k for k in group if found[k].parent not in inside]
    outside = joined(sorted({name for k in roots for name in evidence.outside[k]}))
    if len(group) == 1:
        if found[group[0]].parent is not None:
            return [
                f"it has a figure of its own, unlike {names[evidence.witnesses[found[group[0]].parent or 0].place]}"
            ]
        return [f"it names {outside} for it"] if outside else []
    copies = len(group) - len(roots)
    if len(roots) > 1 or not copies:
        return (
            [f"{copies} of them probably {'has' if copies == 1 else 'have'} it from others of them"] if copies else []
        )
    root = names[evidence.witnesses[roots[0]].place]
    whole = (
        "the other probably goes"
        if copies == 1
        else "both others probably go"
        if copies == 2
        else f"all {copies} others probably go"
    )
    return [f"{whole} back to {root}{f', which names {outside} for it' if outside else ''}"]


def _join_copies(union: _Union, evidence: Evidence, found: Sequence[Verdict]) -> None:
    """Whoever was probably derived from another, unless it puts another figure and names nobody for it."""
    for one in found:
        if one.parent is None:
            continue
        weak = one.strength is Strength.WEAK and not _first_of_many(evidence, one)
        if not (weak and figures_differ(evidence, one.witness, one.parent)):
            union.join(one.witness, one.parent, "")


def _first_of_many(evidence: Evidence, one: Verdict) -> bool:
    """Whether two others or more name the parent for the passage, which makes it the origin of this figure as well."""
    return one.parent is not None and bool(evidence.by_others[one.witness, one.parent] >= 2)


def _join_credits(union: _Union, evidence: Evidence, alone: set[int]) -> None:
    """Whoever names the same outlet for the passage."""
    for outlet, group in sorted(_naming(evidence).items()):
        rest = [k for k in group if k not in alone]
        for k in rest[1:]:
            union.join(rest[0], k, f"they name {outlet} for it")


def _naming(evidence: Evidence) -> dict[str, list[int]]:
    """Who names an outlet that is no witness, by the outlet's name."""
    held: dict[str, tuple[str, list[int]]] = {}
    for k, outlets in enumerate(evidence.outside):
        for outlet in outlets:
            held.setdefault(outlet_name(outlet), (outlet, []))[1].append(k)
    return dict(held.values())


def _join_outlets(union: _Union, evidence: Evidence, alone: set[int]) -> None:
    """The texts of one outlet are one source, whatever it names for them."""
    by_outlet: dict[str, list[int]] = {}
    for k, witness in enumerate(evidence.witnesses):
        outlet = evidence.articles[witness.place.article_id].outlet
        if outlet.strip() and k not in alone:
            by_outlet.setdefault(outlet_name(outlet), []).append(k)
    for group in by_outlet.values():
        for k in group[1:]:
            union.join(group[0], k, "two texts or more are of one outlet")


def _join_alike(union: _Union, evidence: Evidence, alone: set[int]) -> None:
    """Nearly the same words, or nearly all words of the shorter, with no figure of its own: copies of one text."""
    sizes = np.array([len(set(words)) for words in evidence.table.words], dtype=np.float32)
    shorter = np.minimum.outer(sizes, sizes)
    close: Bools = (evidence.alike >= CONTAINED * shorter) & (shorter >= FEWEST_WORDS)
    given = [figures(words) for words in evidence.table.words]
    for a, b in np.argwhere(np.triu(close, 1)):
        one, other = int(a), int(b)
        contained = given[one] <= given[other] or given[other] <= given[one]
        if contained and not {one, other} & alone:
            union.join(one, other, "the words are nearly the same")

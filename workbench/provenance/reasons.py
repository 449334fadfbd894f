"""The evidence of a verdict in words, each piece with the places where a person can check it."""

from collections.abc import Iterator, Mapping

import numpy as np

from workbench.model import LabelKind, Place
from workbench.provenance.descent import CONTRADICTED, Verdict
from workbench.provenance.evidence import Evidence
from workbench.provenance.model import Credit, Descent, Reason, ReasonKind, Strength
from workbench.provenance.naming import when
from workbench.provenance.readings import KEPT, NOWHERE
from workbench.provenance.weighing import figures, weight
from workbench.reading.outlets import same_outlet

_MOST = 3
"""Shared edits that are told one by one."""
_LONGEST = 60

_KINDS = {
    LabelKind.NUMBER: "figure", LabelKind.DATE: "date", LabelKind.NAME: "name", LabelKind.SPELLING: "spelling",
    LabelKind.QUOTE: "quotation", LabelKind.NEGATION: "negation",
}  # fmt: skip


def descent_of(evidence: Evidence, verdict: Verdict, names: Mapping[Place, str]) -> Descent:
    """The verdict of one witness with its reasons and its statement."""
    teller = _Teller(evidence, names)
    place = evidence.witnesses[verdict.witness].place
    reasons = tuple(teller.reasons(verdict))
    parent = evidence.witnesses[verdict.parent].place if verdict.parent is not None else None
    among = tuple(evidence.witnesses[k].place for k in verdict.among)
    told = _verdict(verdict, evidence, names[parent] if parent else "", [names[one] for one in among])
    return Descent(
        place,
        parent,
        verdict.outside,
        verdict.strength,
        reasons,
        among,
        f"{names[place]}: {told}{_because(verdict, reasons)}.",
        told,
    )


def _verdict(verdict: Verdict, evidence: Evidence, parent: str, among: list[str]) -> str:
    """The finding without its reasons, as a clause."""
    if verdict.strength is Strength.BY_HAND:
        return f"a person decided that {f'it derives from {parent}' if parent else 'it derives from no witness here'}"
    if verdict.parent is not None:
        is_named = evidence.near[verdict.witness, verdict.parent]
        return f"probably derived from {parent}{'' if is_named else ' or from a text very like it'}"
    outside = f"{verdict.outside}, which is no witness here" if verdict.outside else ""
    if outside and verdict.strength is not Strength.NONE:
        return f"probably derived from {outside}"
    if len(among) + bool(outside) > 1:
        return f"can’t tell whether it has it from {' or '.join((*among, *([outside] if outside else ())))}"
    return f"can’t tell; it may have it from {outside or among[0]}" if outside or among else "can’t tell"


def _because(verdict: Verdict, reasons: tuple[Reason, ...]) -> str:
    """The reasons as the end of the sentence that a finding begins."""
    because = "; ".join(reason.text for reason in reasons if reason.kind is not ReasonKind.AGAINST)
    but = "; ".join(reason.text for reason in reasons if reason.kind is ReasonKind.AGAINST)
    if verdict.strength is Strength.BY_HAND:
        return ""
    if verdict.parent is not None:
        return f", because {because}{f' (but {but})' if but else ''}"
    ways = len(verdict.among) + bool(verdict.outside)
    if verdict.strength is not Strength.NONE:
        return f", because {because}"
    if ways > 1:
        return f": {because or but}"
    return f", but {but or because}" if ways else f", because {but or because}"


class _Teller:
    """Puts the evidence about one family into words."""

    def __init__(self, evidence: Evidence, names: Mapping[Place, str]) -> None:
        self._evidence, self._names = evidence, names

    def reasons(self, verdict: Verdict) -> Iterator[Reason]:
        """What speaks for a verdict, then what speaks against it or leaves it open."""
        if verdict.strength is Strength.BY_HAND:
            yield Reason(ReasonKind.BY_HAND, "a person decided so", (self._place(verdict.witness),))
            return
        if verdict.outside:
            yield from self._outside(verdict.witness)
        if verdict.parent is not None:
            yield from self._for(verdict.witness, verdict.parent)
            yield from self._against(verdict.witness, verdict.parent)
            return
        for k in verdict.among:
            yield from self._for(verdict.witness, k)
        if verdict.strength is Strength.NONE:
            yield self._open(verdict)

    def _place(self, k: int) -> Place:
        return self._evidence.witnesses[k].place

    def _name(self, k: int) -> str:
        return self._names[self._place(k)]

    def _credits(self, k: int, near: bool) -> list[Credit]:
        return [credit for credit in self._evidence.credits[k] if credit.near is near]

    def _outside(self, k: int) -> Iterator[Reason]:
        for name in self._evidence.outside[k]:
            places = tuple(credit.place for credit in self._credits(k, True) if credit.outlet == name)
            yield Reason(ReasonKind.CREDIT, f"it names {name} for it", places)

    def _for(self, copy: int, parent: int) -> Iterator[Reason]:
        found = self._evidence
        if found.near[copy, parent]:
            yield self._credit(ReasonKind.CREDIT, copy, parent, True, "for it")
        elif found.both[copy, parent]:
            places = tuple(credit.place for k in (copy, parent) for credit in self._credits(k, True))
            yield Reason(ReasonKind.CREDIT, f"both name {self._common(copy, parent)} for it", places)
        elif found.elsewhere[copy, parent]:
            yield self._credit(ReasonKind.CREDIT_ELSEWHERE, copy, parent, False, "elsewhere in the article")
        yield from self._shared_edits(copy, parent)
        if found.same_outlet[copy, parent] > 0:
            yield Reason(ReasonKind.SAME_OUTLET, "both are of one outlet", (self._place(copy), self._place(parent)))
        if found.passages[copy, parent]:
            yield self._passages(copy, parent)
        named = found.near[copy].any() or found.outside[copy]
        if found.by_others[copy, parent] and not named:
            yield self._others(copy, parent)
        yield from self._wording_and_date(copy, parent)

    def _credit(self, kind: ReasonKind, copy: int, parent: int, near: bool, where: str) -> Reason:
        outlet = self._evidence.articles[self._place(parent).article_id].outlet
        fitting = [credit for credit in self._credits(copy, near) if same_outlet(credit.outlet, outlet)]
        carrier = self._evidence.articles[self._place(copy).article_id].republisher
        if carrier and not fitting:
            return Reason(kind, f"{carrier} carries a text of {outlet}", (self._place(copy), self._place(parent)))
        name = fitting[0].outlet if fitting else outlet
        return Reason(kind, f"it names {name} {where}", tuple(credit.place for credit in fitting))

    def _common(self, copy: int, parent: int) -> str:
        ours, theirs = ([credit.outlet for credit in self._credits(k, True)] for k in (copy, parent))
        return next(
            (name for name in ours if any(same_outlet(name, other) for other in theirs)), ours[0] if ours else "it"
        )

    def _shared_edits(self, copy: int, parent: int) -> Iterator[Reason]:
        """The innovations that both have, the oddest first."""
        table = self._evidence.table
        ours, theirs = table.states[copy], table.states[parent]
        found: list[tuple[float, int, Reason]] = []
        for site in np.flatnonzero((ours == theirs) & (ours != NOWHERE)):
            column, state = table.states[:, site], int(ours[site])
            if (int(site), state) not in self._evidence.weights.derived:
                continue
            others = sorted({int(one) for one in column} - {state, NOWHERE})
            usual = max(others, key=lambda one: (int((column == one).sum()), -one))
            weighed = weight(table.sites[site], state, usual)
            if weighed >= 0.5:
                places = tuple(table.place(k, int(site)) for k in (copy, parent))
                text = self._edit(int(site), state, usual)
                found.append((weighed, int(site), Reason(ReasonKind.SHARED_EDIT, text, places)))
        found.sort(key=lambda one: (-one[0], one[1]))
        yield from (reason for _, _, reason in found[:_MOST])

    def _edit(self, number: int, state: int, usual: int) -> str:
        site = self._evidence.table.sites[number]
        ours, theirs = (_quoted(site.shown[one]) for one in (state, usual))
        kind = next((word for label, word in _KINDS.items() if label in site.kinds and state != KEPT), "")
        holders = int((self._evidence.table.states[:, number] == state).sum())
        alone = "both alone" if holders == 2 else f"both, as {holders - 2} more,"
        if not site.words_of(state):
            return f"{alone} leave out {theirs}"
        if not site.words_of(usual):
            return f"{alone} have {ours}"
        return f"{alone} have {f'the {kind} ' if kind else ''}{ours} where others have {theirs}"

    def _passages(self, copy: int, parent: int) -> Reason:
        count = int(self._evidence.passages[copy, parent])
        many = "another passage" if count == 1 else f"{count} other passages"
        return Reason(
            ReasonKind.SHARED_PASSAGES,
            f"the two articles have {many} in common",
            (self._place(copy), self._place(parent)),
        )

    def _others(self, copy: int, parent: int) -> Reason:
        count = int(self._evidence.by_others[copy, parent])
        naming = [k for k in np.flatnonzero(self._evidence.near[:, parent]) if k != copy]
        places = tuple(
            credit.place
            for k in naming
            for credit in self._credits(int(k), True)
            if same_outlet(credit.outlet, self._evidence.articles[self._place(parent).article_id].outlet)
        )
        who = "another witness names" if count == 1 else f"{count} other witnesses name"
        return Reason(ReasonKind.CREDITED_BY_OTHERS, f"{who} {self._name(parent)} for it", places)

    def _wording_and_date(self, copy: int, parent: int) -> Iterator[Reason]:
        found = self._evidence
        places = self._place(copy), self._place(parent)
        words = int(found.alike[copy, parent])
        if found.first[parent] and not (found.near[copy, parent] or found.both[copy, parent]):
            text = f"all {words} words that they have in common stand in the earliest witness"
            yield Reason(ReasonKind.WORDING, text, places)
        if found.dated_before[parent, copy]:
            ours, theirs = (found.articles[place.article_id].published for place in places)
            yield Reason(ReasonKind.DATE, f"it is dated {when(ours, theirs)}, the other {when(theirs, ours)}", places)
        elif found.weights.undone[parent, copy] >= CONTRADICTED and not found.near[copy, parent]:
            text = f"{self._name(parent)} still has words of older witnesses that it has lost"
            yield Reason(ReasonKind.WORDING, text, places)

    def _against(self, copy: int, parent: int) -> Iterator[Reason]:
        found = self._evidence
        places = self._place(copy), self._place(parent)
        if not found.dated_before[parent, copy] and not found.near[copy, parent]:
            yield Reason(ReasonKind.AGAINST, "the dates do not say which came first", places)
        if figures_differ(found, copy, parent):
            yield Reason(ReasonKind.AGAINST, "the figures differ", places)
        if found.weights.undone[copy, parent] >= 0.5:
            yield Reason(
                ReasonKind.AGAINST, f"it has something that {self._name(parent)} lacks and others have", places
            )

    def _open(self, verdict: Verdict) -> Reason:
        """Why nothing can be told."""
        found, k = self._evidence, verdict.witness
        place = (self._place(k),)
        if len(verdict.among) > 1 or (verdict.among and verdict.outside):
            return Reason(ReasonKind.AGAINST, "the evidence does not decide between them", place)
        if verdict.among:
            return Reason(ReasonKind.AGAINST, "nothing says which of the two came first", place)
        if verdict.support:
            return Reason(ReasonKind.AGAINST, "too many witnesses fit equally well", place)
        if len(found.witnesses) > 1 and found.dated_before[k].sum() == len(found.witnesses) - 1:
            return Reason(ReasonKind.AGAINST, "it is the earliest witness and names no source outside", place)
        earlier = [other for other in range(len(found.witnesses)) if found.dated_before[other, k]]
        if not earlier:
            return Reason(ReasonKind.AGAINST, "it names nobody for it, and no witness is surely older", place)
        text = (
            f"it names nobody for it, and nothing that it shares with {self._name(earlier[0])} is odd enough to tell"
            if len(earlier) == 1
            else ("it names nobody for it, and it shares nothing odd enough with one of the older witnesses alone")
        )
        return Reason(ReasonKind.AGAINST, text, place)


def figures_differ(evidence: Evidence, one: int, other: int) -> bool:
    """Whether two witnesses give different figures where both have some."""
    ours, theirs = (figures(evidence.table.words[k]) for k in (one, other))
    return bool(ours - theirs) and bool(theirs)


def _quoted(text: str) -> str:
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …”"

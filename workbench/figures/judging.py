"""Whether two figures are of one event, by what their contexts have in common: a score, and the reasons for it."""

from math import exp
from typing import NamedTuple

from workbench.comparing.variants import same_name
from workbench.figures.amounts import Fit, fit
from workbench.figures.lexicon import listed, persons, things
from workbench.figures.matching import Rarity
from workbench.figures.mentions import Mention
from workbench.figures.model import FigureKind
from workbench.figures.moments import days_between, same_time

_LEAST_NAMES = 0.35
_MANY_WORDS = 1.6
"""So much in common within the sentences says as much as a name does: four rare words."""
_SAME_SENTENCE = 0.75
"""How alike two sentences are of which one was made from the other."""
_COPY = 0.85
_MEASURES = frozenset(FigureKind) - {FigureKind.COUNT, FigureKind.DATE, FigureKind.AGE}


_REMARKS = {
    "total": (0.5, "one may be a total"),
    "other": (0.5, "one may be of another event"),
    "planned": (0.9, "one may be what was planned"),
}


class Verdict(NamedTuple):
    """How likely two figures conflict, the words both contexts have (best first), and what speaks against it."""

    score: float
    shared: tuple[str, ...]
    cautions: tuple[str, ...]


class _Common(NamedTuple):
    """What two contexts share: each word with its weight; in all, in both sentences, in names; how alike these are."""

    weights: dict[str, float]
    all: float
    near: float
    names: float
    alike: float


def judge(a: Mention, b: Mention, rarity: Rarity) -> Verdict | None:
    """Two figures that differ as a possible conflict; `None` where the contexts exclude that it is one event."""
    thing, predicate = _thing_match(a, b), _predicate_match(a, b)
    if thing is None or predicate is None or a.part != b.part:
        return None
    if same_time(a.setting.days, b.setting.days) is False and a.moment is None:
        return None
    if _other_figures(a, b) if a.moment else _both_give_both(a, b):
        return None
    common = _common(a, b, rarity)
    if not _enough(a, b, common, predicate):
        return None
    told = 0.5 if a.predicate and a.predicate.event and predicate >= 0.95 and thing >= 0.9 else 0.0
    evidence = (0.9 * common.all + 0.5 * common.near + told) / 1.5
    base = (1 - exp(-evidence)) * (0.35 + 0.65 * predicate) * (0.4 + 0.6 * thing)
    score = base + (1 - base) * common.alike**2 * (0.7 if predicate >= 0.5 else 0.3)
    cautions = []
    for factor, reason in (*_place_doubts(a, b, common), *_figure_doubts(a, b, common), *_thing_doubts(a, b)):
        score *= factor
        if reason:
            cautions.append(reason)
    ranked = sorted(common.weights, key=lambda form: (-common.weights[form], form))
    return Verdict(round(min(score, 1.0), 3), tuple(ranked), tuple(cautions))


def _enough(a: Mention, b: Mention, common: _Common, predicate: float) -> bool:
    """Whether the contexts have the least in common that a figure of this kind asks for."""
    if a.kind is FigureKind.AGE:
        return _full_name(a, b) or common.near >= 1.0
    if common.names < _LEAST_NAMES and common.alike < 0.7 and common.near < _MANY_WORDS:
        return False
    if a.kind is FigureKind.DATE:
        single = all(sum(moment.day for moment in mention.setting.days) == 1 for mention in (a, b))
        return predicate >= 0.95 and common.alike >= (0.5 if single else 0.75)
    if a.kind is FigureKind.PERCENT and not (a.thing and b.thing) and common.alike < 0.5:
        return False
    if a.kind in _MEASURES:
        if common.alike >= _COPY:
            return True
        return (predicate >= 0.95 and (common.near >= 0.9 or common.alike >= 0.45)) or (
            predicate >= 0.5 and common.alike >= _SAME_SENTENCE
        )
    return predicate >= 0.95 or common.alike >= (0.5 if predicate >= 0.5 else _SAME_SENTENCE)


def _full_name(a: Mention, b: Mention) -> bool:
    """Whether both give the age of one person by first name and surname."""
    titles = listed("events", "names", "titles")
    return bool(a.thing and b.thing and (a.thing.peoples & b.thing.peoples) - titles)


def _thing_match(a: Mention, b: Mention) -> float | None:
    """How well what is counted agrees, from 0 to 1; `None` where two different things are counted."""
    x, y = a.thing, b.thing
    if a.kind is FigureKind.DATE or a.unit == "times":
        return 1.0
    if x is None or y is None:
        missing = 0.85 if x is y else 0.6
        return missing if a.kind in _MEASURES else 0.7 if _is_person(a) and _is_person(b) else None
    if x.peoples and y.peoples and x.peoples.isdisjoint(y.peoples):
        return None
    if x.form == y.form:
        match = 1.0
    elif x.form in things() and things()[x.form] == things().get(y.form):
        match = 0.9
    elif a.kind is FigureKind.COUNT and (_is_anyone(x.form) or _is_anyone(y.form)) and _is_person(a) and _is_person(b):
        match = 0.7
    else:
        return None
    if x.narrowed and y.narrowed and x.narrowed.isdisjoint(y.narrowed):
        return match * 0.6
    return match * (0.9 if bool(x.narrowed) != bool(y.narrowed) else 1.0)


def _predicate_match(a: Mention, b: Mention) -> float | None:
    """How well what happened agrees, from 0 to 1; `None` where two different things happened.

    Where that cannot be told, a figure between the same two words is taken to be of the same.
    """
    x, y = a.predicate, b.predicate
    if a.kind is FigureKind.AGE:
        return 1.0
    between = 0.95 if a.slot == b.slot and all(a.slot) else 0.0
    if x is None or y is None:
        return max(0.5, between)
    if x.form == y.form:
        return 1.0
    if x.event and y.event:
        return 0.95 if x.event == y.event else None
    return max(0.3, between)


def _other_figures(a: Mention, b: Mention) -> bool:
    """Whether two sentences with different days give different figures too: then they tell of two events."""
    return any(
        x.kind is y.kind and x.unit == y.unit and fit(x.amount, y.amount) is not Fit.SAME
        for x in a.setting.beside
        for y in b.setting.beside
    )


def _both_give_both(a: Mention, b: Mention) -> bool:
    """Whether each of the two sentences gives the figure of the other one too."""
    return all(
        any(
            figure.unit == other.unit and fit(figure.amount, other.amount) is Fit.SAME
            for figure in mention.setting.beside
        )
        for mention, other in ((a, b), (b, a))
    )


def _common(a: Mention, b: Mention, rarity: Rarity) -> _Common:
    own = {part.form for mention in (a, b) for part in (mention.thing, mention.predicate) if part}
    weights: dict[str, float] = {}
    near = names = 0.0
    ours, theirs = a.context, b.context
    for form in ours.keys() & theirs.keys():
        x, y = ours[form], theirs[form]
        if form in own and not (x.name and y.name):
            continue
        weight = weights[form] = min(x.weight, y.weight) * rarity.of(form)
        if x.near and y.near:
            near += weight
        if x.name or y.name:
            names += weight
    return _Common(weights, sum(weights.values()), near, names, _alike(a, b))


def _alike(a: Mention, b: Mention) -> float:
    """How much of the two sentences is the same, by the weight of their words."""
    ours, theirs = a.setting.near, b.setting.near
    if min(len(ours.weights), len(theirs.weights)) < 4:
        return 0.0
    total = ours.all + theirs.all
    mine, others = ours.weights, theirs.weights
    both = sum([mine[form] + others[form] for form in mine.keys() & others.keys()])
    return both / total if total else 0.0


def _place_doubts(a: Mention, b: Mention, common: _Common) -> list[tuple[float, str]]:
    """Doubts from names: other places, or not one name that both sentences have."""
    names = [{form for form, shared in mention.context.items() if shared.near and shared.name} for mention in (a, b)]
    ours, theirs = a.setting.places, b.setting.places
    if ours and theirs and not _same_place(a, b) and not (ours & names[1] or theirs & names[0]):
        known = bool(ours & b.context.keys() or theirs & a.context.keys())
        return [(0.6 if known else 0.35, "the two sentences name different places")]
    if names[0] and names[1] and names[0].isdisjoint(names[1]) and common.alike < 0.9:
        return [(0.7, "the two sentences have no name in common")]
    return []


def _same_place(a: Mention, b: Mention) -> bool:
    """Whether two sentences name one place, be it spelled in two ways."""
    return any(same_name(x, y) for x in a.setting.places for y in b.setting.places)


def _figure_doubts(a: Mention, b: Mention, common: _Common) -> list[tuple[float, str]]:
    """Doubts from the figures themselves: rounded, vague, parts, small numbers in words."""
    found: list[tuple[float, str]] = []
    if a.moment and b.moment:
        return [(0.55, "the two days follow one another")] if days_between(a.moment, b.moment) <= 1 else []
    if fit(a.amount, b.amount) is Fit.ROUNDED:
        found.append((0.55, "one figure may be the other rounded"))
    ratio = max(a.amount.value, b.amount.value) / max(min(a.amount.value, b.amount.value), 1e-9)
    if ratio > 10 and common.alike < 0.6:
        found.append((0.6 if ratio < 100 else 0.3, "one figure is many times the other"))
    if a.kind is FigureKind.AGE and abs(a.amount.value - b.amount.value) <= 2:
        found.append((0.6, "a birthday may lie between the two articles"))
    if a.amount.vague or b.amount.vague:
        found.append((0.6, "one of the two is no exact number"))
    found.extend(_remark_doubts(a, b, common))
    if a.part:
        found.append((0.6, "both figures are of a part, or come on top of others"))
    if a.kind is FigureKind.COUNT and min(a.amount.value, b.amount.value) <= 3 and common.alike < 0.6:
        found.append((0.75, ""))
    return found


def _remark_doubts(a: Mention, b: Mention, common: _Common) -> list[tuple[float, str]]:
    """Doubts from what only one of two sentences says: a total, another event, a plan."""
    return [
        (factor, reason)
        for remark, (factor, reason) in _REMARKS.items()
        if (remark in a.setting.remarks) != (remark in b.setting.remarks)
        and (remark != "planned" or common.alike < _SAME_SENTENCE)
    ]


def _thing_doubts(a: Mention, b: Mention) -> list[tuple[float, str]]:
    """Doubts from what is counted: people of any kind against people of one."""
    if a.kind is not FigureKind.COUNT or not (a.thing and b.thing and a.thing_told and b.thing_told):
        return []
    if _is_anyone(a.thing.form) != _is_anyone(b.thing.form):
        return [(0.9, f"one counts {a.thing_told.text}, the other {b.thing_told.text}")]
    return []


def _is_anyone(form: str) -> bool:
    return form in listed("events", "things", "anyone")


def _is_person(mention: Mention) -> bool:
    return mention.thing is None or _is_anyone(mention.thing.form) or mention.thing.form in persons()

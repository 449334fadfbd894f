"""What agrees and what conflicts, in words that a person can check."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from workbench.comparing.lexicon import word_list
from workbench.figures.mentions import Mention, Told
from workbench.figures.model import Agreement, FigureKind
from workbench.spans import Span

_FACTS = ("counted", "event")
_MOST_WORDS = 8
_MOST_TOLD = 3


class Reading(NamedTuple):
    """One side of a conflict with its article's text, and where the words of its context stand."""

    mention: Mention
    text: str
    places: Mapping[str, Span]


def agreements(left: Reading, right: Reading, shared: Sequence[str]) -> tuple[Agreement, ...]:
    """What both sides have in common: what is counted, what happened, then of the `shared` words the weightiest."""
    a, b = left.mention, right.mention
    found: list[Agreement] = []
    if a.thing_told and b.thing_told:
        found.append(_agreement("counted", a.thing_told, b.thing_told))
    if a.predicate_told and b.predicate_told and _one_event(a, b):
        found.append(_agreement("event", a.predicate_told, b.predicate_told))
    words = [_word(form, left, right) for form in shared[:_MOST_WORDS]]
    return (*found, *_joined(words, left.text, right.text))


def _word(form: str, left: Reading, right: Reading) -> Agreement:
    names = left.mention.context[form].name and right.mention.context[form].name
    what = "name" if names else "time" if form in word_list("time", "weekdays", "months") else "word"
    x, y = left.places[form], right.places[form]
    return Agreement(what, x, y, x.of(left.text), y.of(right.text))


def _joined(words: Sequence[Agreement], left: str, right: str) -> list[Agreement]:
    """Agreements in names that stand side by side in both articles, as one ("Deir ez-Zor"); the rank is the first's."""
    found: list[Agreement] = []
    for one in sorted(words, key=lambda one: one.left):
        before = found[-1] if found else None
        if before and before.what == one.what == "name" and _touch(before, one):
            x, y = Span(before.left.start, one.left.end), Span(before.right.start, one.right.end)
            found[-1] = Agreement("name", x, y, x.of(left), y.of(right))
        else:
            found.append(one)
    return sorted(found, key=lambda one: min(k for k, word in enumerate(words) if one.left.contains(word.left)))


def _agreement(what: str, left: Told, right: Told) -> Agreement:
    return Agreement(what, left.span, right.span, left.text, right.text)


def _touch(first: Agreement, second: Agreement) -> bool:
    gaps = second.left.start - first.left.end, second.right.start - first.right.end
    return all(0 <= gap <= 1 for gap in gaps)


def _one_event(a: Mention, b: Mention) -> bool:
    x, y = a.predicate, b.predicate
    return bool(x and y and (x.form == y.form or (x.event and x.event == y.event)))


def summary(a: Mention, b: Mention, told: Sequence[Agreement]) -> str:
    """What conflicts, in a sentence, with the event and the weightiest words that both articles have."""
    events = [one for one in told if one.what == "event"]
    event = f" (“{events[0].left_text}”)" if events else ""
    words = list(dict.fromkeys(one.left_text for one in told if one.what not in _FACTS))[:_MOST_TOLD]
    where = f": both speak of {_listed(words)}" if words else ""
    return f"{_against(a, b)}{event}{where}."


def _against(a: Mention, b: Mention) -> str:
    """Both figures in a few words: "41 against 57 soldiers", "14 people against 19 soldiers"."""
    if a.moment and b.moment:
        return f"{_dated(a)} against {_dated(b)}"
    left, right = a.text, b.text[:1].lower() + b.text[1:]
    if a.kind is not FigureKind.COUNT or not a.thing or not b.thing or not a.thing_told or not b.thing_told:
        counted = a.thing_told or b.thing_told if a.kind is FigureKind.COUNT else None
        return f"{left} against {right}{f' {counted.text}' if counted else ''}"
    if a.thing.form == b.thing.form:
        return f"{left} against {right} {min(a.thing_told.text, b.thing_told.text, key=len)}"
    return f"{left} {a.thing_told.text} against {right} {b.thing_told.text}"


def _dated(mention: Mention) -> str:
    """A day as it stands, with the date it means where it does not say itself and only one can be meant."""
    days = mention.moment.days if mention.moment else ()
    named = any(map(str.isdigit, mention.text))
    if named or len(days) != 1 or days[0][0] != days[0][1]:
        return mention.text
    return f"{mention.text} ({date.fromordinal(days[0][0]).isoformat()})"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
